import { hiding } from '../hidden.ts';
import type { Source } from '../verdict.ts';
import type { ClusterMeasure, ClusterPatch } from './patch.ts';

/** The set of clusters a patch is looked at for. */
export interface ClusterSet {
  readonly of: ClusterMeasure;
  readonly source: Source;
}

/**
 * Whether a patch belongs in a cluster: at least half of its students are affected. Membership says no more than that,
 * of at least ten students in five households: never a count, and nothing of a group smaller than half the patch. A
 * count hidden as "fewer than the floor" out of more can never be half.
 */
export function isAffected(patch: ClusterPatch, { of, source }: ClusterSet): boolean {
  return 2 * patch.affected[of][source] >= patch.students;
}

/**
 * The count of affected students to publish for a cluster, or null when it is hidden.
 *
 * Whoever knows the published patches can take the shown ones off a cluster's count and is left with the sum of the
 * hidden ones. So that sum is published like the count of any group: as it is when it may be shown, else by the least
 * it can be, which is fewer than the floor below the truth and never above it.
 */
export function publishedAffected(
  patches: readonly ClusterPatch[],
  set: ClusterSet,
  floorStudents: number,
): number | null {
  const shown = { affected: 0, students: 0 };
  const hidden = { affected: 0, students: 0 };
  for (const patch of patches) {
    const affected = patch.affected[set.of][set.source];
    const group = hiding(affected, patch.students, floorStudents) === undefined ? shown : hidden;
    group.affected += affected;
    group.students += patch.students;
  }
  const total = shown.affected + hidden.affected;
  if (hiding(total, shown.students + hidden.students, floorStudents) !== undefined) return null;
  if (hidden.students === 0 || hiding(hidden.affected, hidden.students, floorStudents) === undefined) return total;
  const least = Math.max(Math.ceil(hidden.students / 2), hidden.students - floorStudents + 1);
  return shown.affected + least;
}
