import type { Cell } from '../cell.ts';
import { type Footprint, listAt } from './footprint.ts';
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
  const where = new Map<number, { group: number; students: number }[]>();
  const totals = earlier.groups.map(() => 0);
  const positionNow = positionsIn(earlier.footprint.cells, now.footprint.cells);
  for (const { cell, group, students } of spread(earlier)) {
    totals[group] = (totals[group] ?? 0) + students;
    const position = positionNow[cell] ?? -1;
    if (position >= 0) entry(where, position, () => []).push({ group, students });
  }
  const common = new Map<number, { ofNow: number; ofEarlier: number }>();
  const totalsNow = now.groups.map(() => 0);
  for (const { cell, group, students } of spread(now)) {
    totalsNow[group] = (totalsNow[group] ?? 0) + students;
    for (const there of where.get(cell) ?? []) {
      const pair = entry(common, group * earlier.groups.length + there.group, () => ({ ofNow: 0, ofEarlier: 0 }));
      pair.ofNow += students;
      pair.ofEarlier += there.students;
    }
  }
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

/** Students of each group's cells: one entry a cell of a patch. */
function* spread({ patches, footprint, groups }: Groups): Generator<{ cell: number; group: number; students: number }> {
  for (const [group, members] of groups.entries())
    for (const patch of members) {
      const land = listAt(footprint.cellsOf, patch);
      const students = (patches[patch]?.students ?? 0) / land.length;
      for (const cell of land) yield { cell, group, students };
    }
}

/** For each of some ascending cells its position in others, or -1. */
function positionsIn(cells: BigUint64Array, others: BigUint64Array): Int32Array {
  let at = 0;
  return Int32Array.from(cells, (cell) => {
    while (at < others.length && (others[at] ?? 0n) < cell) at += 1;
    return others[at] === cell ? at : -1;
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

/** The finaliser of SplitMix64: neighbouring cells get ids with nothing in common. */
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
