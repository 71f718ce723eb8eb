import type { Cell } from '../cell.ts';
import { listAt } from '../lists.ts';
import type { Footprint } from './footprint.ts';
import { keysOfCells } from './key.ts';
import type { ClusterPatch } from './patch.ts';

/** Clusters of one release, as positions of its patches. */
export interface Groups {
  readonly patches: readonly Pick<ClusterPatch, 'students'>[];
  readonly footprint: Footprint;
  readonly groups: readonly (readonly number[])[];
}

/**
 * The id of each cluster: the one of the earlier release's cluster where most of the students are the same, else a new
 * one made from its heaviest cell. Students are spread evenly over the land of their patch.
 *
 * A cluster takes an earlier id when most of its students live in the earlier one's land, or most of the earlier one's
 * in its own; where several could, the one with the most students in common. So the greater half of a cluster that was
 * cut keeps the id, and of two that grew together the greater does.
 *
 * @param now with the heaviest cell of each group
 * @param earlier the same set of the earlier release, with the id of each group
 */
export function identify(
  now: Groups & { readonly heaviest: readonly Cell[] },
  earlier?: Groups & { readonly ids: readonly string[] },
): string[] {
  const ids: (string | undefined)[] = now.groups.map(() => undefined);
  if (earlier) {
    const inherited = new Set<number>();
    for (const { one, other } of matches(now, earlier)) {
      if (ids[one] !== undefined || inherited.has(other)) continue;
      ids[one] = earlier.ids[other];
      inherited.add(other);
    }
  }
  const used = new Set([...ids.filter((id) => id !== undefined), ...(earlier?.ids ?? [])]);
  return ids.map((id, at) => id ?? newborn(now.heaviest[at] ?? 0n, used));
}

interface Match {
  readonly one: number;
  readonly other: number;
  readonly students: number;
}

function matches(now: Groups, earlier: Groups & { readonly ids: readonly string[] }): Match[] {
  const there = positionsIn(now.footprint, earlier.footprint);
  const groupThere = new Int32Array(earlier.patches.length).fill(-1);
  for (const [group, members] of earlier.groups.entries()) for (const patch of members) groupThere[patch] = group;
  const common = new Map<number, { ofNow: number; ofEarlier: number }>();
  for (const [group, members] of now.groups.entries())
    for (const patch of members) {
      const land = listAt(now.footprint.cellsOf, patch);
      const students = studentsInCell(now, patch);
      for (const cell of land) {
        const position = there[cell] ?? -1;
        if (position < 0) continue;
        for (const other of listAt(earlier.footprint.patchesAt, position)) {
          const otherGroup = groupThere[other] ?? -1;
          if (otherGroup < 0) continue;
          const pair = entry(common, group * earlier.groups.length + otherGroup, () => ({ ofNow: 0, ofEarlier: 0 }));
          pair.ofNow += students;
          pair.ofEarlier += studentsInCell(earlier, other);
        }
      }
    }
  const totalsNow = now.groups.map((members) => studentsOf(now, members));
  const totals = earlier.groups.map((members) => studentsOf(earlier, members));
  return [...common]
    .map(([key, { ofNow, ofEarlier }]) => {
      const one = Math.floor(key / earlier.groups.length);
      const other = key % earlier.groups.length;
      const isMost = ofNow > (totalsNow[one] ?? 0) / 2 || ofEarlier > (totals[other] ?? 0) / 2;
      return { one, other, students: isMost ? Math.min(ofNow, ofEarlier) : 0 };
    })
    .filter(({ students }) => students > 0)
    .sort((a, b) => b.students - a.students || a.one - b.one || a.other - b.other);
}

/** In each cell of a patch's land. */
function studentsInCell({ patches, footprint: { cellsOf } }: Groups, patch: number): number {
  return (patches[patch]?.students ?? 0) / ((cellsOf.starts[patch + 1] ?? 0) - (cellsOf.starts[patch] ?? 0));
}

function studentsOf({ patches }: Groups, members: readonly number[]): number {
  return members.reduce((sum, patch) => sum + (patches[patch]?.students ?? 0), 0);
}

/** For each cell of one land its position in another of the same resolution, or -1. */
function positionsIn(one: Footprint, other: Footprint): Int32Array {
  const keys = keysOfCells(other.cells, other.resolution);
  let at = 0;
  return keysOfCells(one.cells, one.resolution).map((key) => {
    while (at < keys.length && (keys[at] ?? 0) < key) at += 1;
    return keys[at] === key ? at : -1;
  });
}

const LETTERS = 'abcdefghjkmnpqrstvwxyz0123456789';

/** `c` and seven letters that follow from the cell; the next ones when those are in use. */
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

/** The finalizer of SplitMix64: neighboring cells get ids with nothing in common. */
function mixed(value: bigint): bigint {
  let bits = BigInt.asUintN(64, value + 0x9e3779b97f4a7c15n);
  bits = BigInt.asUintN(64, (bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
  bits = BigInt.asUintN(64, (bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
  return bits ^ (bits >> 31n);
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
