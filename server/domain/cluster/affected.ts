import { hiding } from '../hidden.ts';
import type { Source } from '../verdict.ts';
import type { ClusterMeasure, ClusterPatch } from './patch.ts';

/** The set of clusters a patch is looked at for. */
export interface ClusterSet {
  readonly of: ClusterMeasure;
  readonly source: Source;
}

/**
 * Whether a patch belongs in a cluster: at least half of its students are affected, as far as what is published of it
 * tells. So membership tells nothing more.
 */
export function isAffected(patch: ClusterPatch, { of, source }: ClusterSet): boolean {
  return 2 * patch.affected[of][source] >= patch.students;
}

/**
 * The count of affected students to publish for a cluster, or null when it is hidden: the sum of what is published of
 * its patches, where nearly all count as all. Whoever knows the patches can work it out, and so learns nothing by it.
 */
export function publishedAffected(
  patches: readonly ClusterPatch[],
  set: ClusterSet,
  floorStudents: number,
): number | null {
  let affected = 0;
  let students = 0;
  for (const patch of patches) {
    affected += patch.affected[set.of][set.source];
    students += patch.students;
  }
  return hiding(affected, students, floorStudents) === undefined ? affected : null;
}
