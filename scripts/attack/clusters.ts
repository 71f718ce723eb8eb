/**
 * What membership of a cluster tells: at least half of a patch's students are unserved, or underserved, as far as what is
 * published tells.
 */
import { type Audience, FINEST_RESOLUTION } from '../../server/domain/audience.ts';
import { cellFromText, cellToText } from '../../server/domain/cell.ts';
import { footprintOf } from '../../server/domain/cluster/footprint.ts';
import { listAt } from '../../server/domain/lists.ts';
import { DEFAULT_TIER } from '../../server/domain/speed.ts';
import { statisticPosition } from '../../server/domain/statistic.ts';
import { DEFAULT_PROFILE } from '../../server/domain/technology.ts';
import { canAnswer, type Filer, SOURCES, type Source, type Verdict } from '../../server/domain/verdict.ts';
import { LOOKS } from './method.ts';
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
  const footprint = footprintOf(
    patches.map(({ h3, resolution, leaIds }) => ({ cell: cellFromText(h3), resolution, leaIds })),
    FINEST_RESOLUTION[audience],
  );
  const release = `/api/v1/release?release=${releaseId}&audience=${audience}`;
  const { agreedBy } = await reader.json<{ agreedBy: Filer[] }>(release, audience);
  const at = new Map([...footprint.cells.entries()].map(([position, cell]) => [cellToText(cell), position]));
  const membersOf = async (of: 'unserved' | 'underserved', source: Source): Promise<Set<number>> => {
    const query = `release=${releaseId}&audience=${audience}&of=${of}&source=${source}`;
    const { clusters } = await reader.json<{ clusters: { id: string }[] }>(
      `/api/v1/clusters?${query}&limit=${MOST_CLUSTERS}`,
      audience,
    );
    const members = new Set<number>();
    for (const { id } of clusters) {
      const { cells } = await reader.json<{ cells: string[] }>(`/api/v1/clusters/${id}?${query}`, audience);
      for (const cell of cells) {
        const position = at.get(cell);
        if (position === undefined) throw new Error(`no patch covers ${cell}`);
        const [patch, other] = listAt(footprint.patchesAt, position);
        // Where patches of two districts cover a cell, the cluster does not say which it means.
        if (patch !== undefined && other === undefined) members.add(patch);
      }
    }
    return members;
  };
  /** Whether what is seen of the unserved is not enough by itself to make a patch one of the underserved. */
  const isNotByUnserved = (patch: number, unserved: number) => {
    const { looks, students } = patches[patch] ?? { looks: new Int32Array(), students: 0 };
    const look = looks[unserved] ?? LOOKS.either;
    return look === LOOKS.low || (look >= 0 && 2 * look < students);
  };
  return Promise.all(
    SOURCES.filter((source) => canAnswer(source, agreedBy)).flatMap((source) => {
      const unserved = verdictAt(source, 'unserved');
      return [
        membersOf('unserved', source).then((members) => ({ statistic: unserved, members })),
        membersOf('underserved', source).then((members) => ({
          statistic: verdictAt(source, 'underserved'),
          members: new Set([...members].filter((patch) => isNotByUnserved(patch, unserved))),
        })),
      ];
    }),
  );
}

/** Position of a verdict that clusters are of. */
export function verdictAt(source: Source, verdict: Verdict): number {
  return statisticPosition({ kind: 'verdict', profile: DEFAULT_PROFILE, source, tier: DEFAULT_TIER, verdict });
}
