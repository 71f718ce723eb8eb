import { type Audience, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { footprintOf } from '../../domain/cluster/footprint.ts';
import type { Groups } from '../../domain/cluster/identity.ts';
import type { ClusterPatch } from '../../domain/cluster/patch.ts';
import type { Tx } from '../../platform/db.ts';
import { type Geography, haveSameLand } from './geography.ts';

export type EarlierClusters = Groups & { readonly ids: readonly string[] };

/**
 * The clusters of an earlier release, set by set: `<of> <source>`.
 *
 * @param now most often the same homes, and then the same land, which takes a while to work out
 */
export async function readEarlier(
  tx: Tx,
  releaseId: number,
  audience: Audience,
  now: Pick<Geography, 'patches' | 'footprint'>,
): Promise<Map<string, EarlierClusters>> {
  const rows = await tx.rows<{ set: string; id: string; patches: number[] }>(
    `select of || ' ' || source as set, id, patches
     from published.clusters
     where release_id = $1
       and audience = $2
     order by of, source, rank`,
    [releaseId, audience],
  );
  if (rows.length === 0) return new Map();
  const patches = await tx.rows<EarlierPatch>(
    `select patch, cell, resolution, lea_ids as "leaIds", students
     from published.patches
     where release_id = $1
       and audience = $2
     order by patch`,
    [releaseId, audience],
  );
  const footprint = haveSameLand(now.patches, patches)
    ? now.footprint
    : footprintOf(patches, FINEST_RESOLUTION[audience]);
  const positions = new Map(patches.map(({ patch }, at) => [patch, at]));
  const sets = Map.groupBy(rows, ({ set }) => set);
  return new Map(
    [...sets].map(([set, clusters]) => [
      set,
      {
        patches,
        footprint,
        groups: clusters.map((cluster) => cluster.patches.flatMap((patch) => positions.get(patch) ?? [])),
        ids: clusters.map(({ id }) => id),
      },
    ]),
  );
}

type EarlierPatch = Pick<ClusterPatch, 'patch' | 'cell' | 'resolution' | 'leaIds' | 'students'>;
