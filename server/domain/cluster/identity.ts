import type { Cell } from '../cell.ts';

export interface ClusterLand {
  readonly cells: readonly Cell[];
  /** The cell with the most locations; of several, the first. */
  readonly heaviest: Cell;
}

export interface EarlierCluster extends Pick<ClusterLand, 'cells'> {
  readonly id: string;
}

/**
 * The id of each cluster: that of the earlier release's cluster with most of the hexes in common, else a new one derived
 * from its heaviest cell. It depends on the land and never on the students.
 *
 * A cluster inherits an id if most of its hexes were the earlier one's, or most of the earlier one's are now its own; of
 * several candidates, the one with the most hexes in common. So the larger part of a split cluster keeps the id, and of
 * two merged clusters the larger does.
 *
 * @param earlier of the same measure
 */
export function identify(clusters: readonly ClusterLand[], earlier: readonly EarlierCluster[]): string[] {
  const ids: (string | undefined)[] = clusters.map(() => undefined);
  const inherited = new Set<number>();
  for (const { one, other } of matches(clusters, earlier)) {
    if (ids[one] !== undefined || inherited.has(other)) continue;
    ids[one] = earlier[other]?.id;
    inherited.add(other);
  }
  const used = new Set([...ids.filter((id) => id !== undefined), ...earlier.map(({ id }) => id)]);
  return ids.map((id, at) => id ?? newborn(clusters[at]?.heaviest ?? 0n, used));
}

interface Match {
  readonly one: number;
  readonly other: number;
  readonly hexes: number;
}

/** Sorts by hexes in common, descending. */
function matches(clusters: readonly ClusterLand[], earlier: readonly EarlierCluster[]): Match[] {
  const earlierOf = new Map(earlier.flatMap(({ cells }, at) => cells.map((cell) => [cell, at] as const)));
  return clusters
    .flatMap(({ cells }, one) => {
      const common = new Map<number, number>();
      for (const cell of cells) {
        const other = earlierOf.get(cell);
        if (other !== undefined) common.set(other, (common.get(other) ?? 0) + 1);
      }
      return [...common]
        .map(([other, hexes]) => ({ one, other, hexes }))
        .filter(({ other, hexes }) => 2 * hexes > Math.min(cells.length, earlier[other]?.cells.length ?? 0));
    })
    .sort((a, b) => b.hexes - a.hexes || a.one - b.one || a.other - b.other);
}

const LETTERS = 'abcdefghjkmnpqrstvwxyz0123456789';

/** `c` and seven letters derived from the cell; the next ones if those are taken. */
function newborn(cell: Cell, used: Set<string>): string {
  for (let attempt = 0n; ; attempt++) {
    let bits = mixed(cell + attempt);
    let id = 'c';
    for (let i = 0; i < 7; i++) {
      id += LETTERS[Number(bits & 31n)];
      bits >>= 5n;
    }
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}

/** The finalizer of SplitMix64: neighboring cells get unrelated ids. */
function mixed(value: bigint): bigint {
  let bits = BigInt.asUintN(64, value + 0x9e3779b97f4a7c15n);
  bits = BigInt.asUintN(64, (bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
  bits = BigInt.asUintN(64, (bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
  return bits ^ (bits >> 31n);
}
