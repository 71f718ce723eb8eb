/** What membership of a cluster tells: at least half of a patch's students are unserved, as far as what is published tells. */
import type { Audience } from '../../server/domain/audience.ts';
import { DEFAULT_TIER } from '../../server/domain/speed.ts';
import { statisticPosition } from '../../server/domain/statistic.ts';
import { DEFAULT_PROFILE } from '../../server/domain/technology.ts';
import { SOURCES } from '../../server/domain/verdict.ts';
import type { PublishedPatch } from './published.ts';
import type { Reader } from './reader.ts';

export interface Membership {
  /** Statistic the clusters are of. */
  readonly statistic: number;
  /** Positions of patches that are in one. */
  readonly members: ReadonlySet<number>;
}

/** A request each, of which the server allows 1,200 a minute. */
const MOST_CLUSTERS = 60;

export async function readMemberships(
  reader: Reader,
  audience: Audience,
  releaseId: number,
  patches: readonly PublishedPatch[],
): Promise<Membership[]> {
  const at = new Map<string, number>();
  const shared = new Set<string>();
  for (const [position, { h3 }] of patches.entries()) {
    if (at.has(h3)) shared.add(h3);
    at.set(h3, position);
  }
  return Promise.all(
    SOURCES.map(async (source) => {
      const query = `release=${releaseId}&audience=${audience}&of=unserved&source=${source}`;
      const { clusters } = await reader.json<{ clusters: { id: string }[] }>(
        `/api/v1/clusters?${query}&limit=${MOST_CLUSTERS}`,
        audience,
      );
      const members = new Set<number>();
      for (const { id } of clusters) {
        const { cells } = await reader.json<{ cells: string[] }>(`/api/v1/clusters/${id}?${query}`, audience);
        for (const cell of cells) {
          const position = at.get(cell);
          // Where two districts have a patch of one cell, the cluster does not say which it means.
          if (position !== undefined && !shared.has(cell)) members.add(position);
        }
      }
      return {
        statistic: statisticPosition({
          kind: 'verdict',
          profile: DEFAULT_PROFILE,
          source,
          tier: DEFAULT_TIER,
          verdict: 'unserved',
        }),
        members,
      };
    }),
  );
}
