import type { Audience } from '../../domain/audience.ts';
import type { ClusterPatch } from '../../domain/cluster/patch.ts';
import type { Tx } from '../../platform/db.ts';

export interface ClusterInput {
  readonly releaseId: number;
  readonly audience: Audience;
  /** All patches of this audience and no other's, so that nothing finer can show through. In any order. */
  readonly patches: readonly ClusterPatch[];
  readonly floorStudents: number;
  /** The FCC filing the release rests on; null when there is none. */
  readonly fccFilingId: number | null;
  /** The commission's filings this audience may know of. */
  readonly pucFilingIds: readonly number[];
  /** The release whose cluster ids are to be kept where most of the students are the same. */
  readonly previousReleaseId?: number;
}

/**
 * Writes `published.clusters` of one audience: unserved and underserved, by each source. Call it in the transaction that
 * writes the release, after `published.patches`, once for each audience.
 *
 * @returns how many clusters were written
 */
export async function writeClusters(_tx: Tx, _input: ClusterInput): Promise<number> {
  return 0;
}
