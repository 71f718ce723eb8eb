import type { EarlierCluster } from '../../domain/cluster/identity.ts';
import type { ClusterMeasure } from '../../domain/cluster/measure.ts';
import type { Reader } from '../../platform/reader.ts';

/** The clusters of an earlier release, by measure. */
export async function readEarlier(reader: Reader, releaseId: number): Promise<Map<ClusterMeasure, EarlierCluster[]>> {
  const rows = await reader.rows<{ of: ClusterMeasure; id: string; cells: string[] }>(
    `select of, id, cells::text[] as cells
     from published.clusters
     where release_id = $1
     order by of, id`,
    [releaseId],
  );
  const earlier = rows.map(({ of, id, cells }) => ({ of, id, cells: cells.map(BigInt) }));
  return Map.groupBy(earlier, ({ of }) => of);
}
