/**
 * Looks for witnesses: whole numbers within all published bounds that give a group nobody, or at least the floor. A group with
 * a witness cannot be proven. Many groups share one objective; the rest are solved one by one.
 */
import { ANSWERS } from './answers.ts';
import { type Groups, stillSmall } from './groups.ts';
import type { Region } from './region.ts';
import type { Solver } from './solver.ts';
import { sumOf } from './state.ts';

/** Minimizes and maximizes the sum of all groups in turns, until PATIENCE solves in a row leave more than ENOUGH of them. */
const PATIENCE = 2;
const ENOUGH = 0.8;
const TOLERANCE = 1e-6;

export interface Left extends Groups {
  readonly masks: number[];
}

function keyOf({ outer, inner }: Pick<Groups, 'outer' | 'inner'>): string {
  return `${outer} ${inner}`;
}

/** Groups of one set or difference, some of which got a witness, with the districts whose students it changes. */
export interface Freed {
  readonly outer: number;
  readonly inner: number;
  readonly districts: Set<number>;
}

export interface Searched {
  readonly freed: readonly Freed[];
  /** Groups for which the region has no witness, or none was found yet. */
  readonly left: Left[];
  /** A group solved alone that has no witness here. */
  readonly stuck?: Left;
  /** Positions of the numbers that its bounds rest on. */
  readonly binding: readonly number[];
}

/** Which groups are solved alone: none; all, until one is stuck; or one, before the others are solved together. */
export type OneByOne = 'none' | 'all' | Left;

export function search(
  solver: Solver,
  region: Region,
  groups: readonly Groups[],
  { floor, random, oneByOne }: { floor: number; random: () => number; oneByOne: OneByOne },
): Searched {
  let left: Left[] = groups.map((group) => ({ ...group, masks: [...group.masks] }));
  const freed = new Map<string, Freed>();
  const look = (costs: Float64Array) => {
    solver.most(costs);
    const witness = solver.witness();
    if (!witness) return;
    const still = afterWitness(region, witness, left, floor);
    addFreed(freed, left, still, districtsIn(region, witness));
    left = still;
  };
  const count = () => left.reduce((sum, { masks }) => sum + masks.length, 0);
  const askAtOnce = () => {
    let sign = -1;
    for (let idle = 0, before = count(); before > 0 && idle < PATIENCE; sign = -sign) {
      look(costsOf(region, left, () => sign * random()));
      const now = count();
      idle = now > ENOUGH * before ? idle + 1 : 0;
      before = now;
    }
  };
  const isFree = (one: Left) =>
    !left.some((group) => isSame(group, one) && group.masks.includes(one.masks[0] as number));
  const found = (stuck?: Left, binding: readonly number[] = []): Searched => ({
    freed: [...freed.values()],
    left,
    binding,
    ...(stuck && { stuck }),
  });
  /** @returns what keeps the group from falling and from rising, where it has no witness */
  const askFor = (one: Left) => {
    const binding: number[] = [];
    for (const sign of [1, -1]) {
      look(costsOf(region, [one], () => sign));
      if (isFree(one)) return undefined;
      binding.push(...solver.binding().flatMap(({ from }) => from));
    }
    return binding;
  };
  if (typeof oneByOne === 'object') {
    const binding = askFor(oneByOne);
    if (binding) return found(oneByOne, binding);
  }
  askAtOnce();
  for (let next = left[0]; oneByOne === 'all' && next; next = left[0]) {
    const one = { ...next, masks: next.masks.slice(0, 1) };
    const binding = askFor(one);
    if (binding) return found(one, binding);
  }
  return found();
}

function isSame(one: Groups, other: Groups): boolean {
  return one.outer === other.outer && one.inner === other.inner;
}

function addFreed(freed: Map<string, Freed>, before: readonly Left[], now: readonly Left[], districts: Set<number>) {
  const masks = new Map(now.map((group) => [keyOf(group), group.masks.length]));
  for (const { outer, inner, masks: own } of before) {
    const key = keyOf({ outer, inner });
    if (masks.get(key) === own.length) continue;
    const known = freed.get(key) ?? { outer, inner, districts: new Set() };
    freed.set(key, known);
    for (const district of districts) known.districts.add(district);
  }
}

function districtsIn({ district }: Region, witness: Int32Array): Set<number> {
  return new Set(district.filter((_, column) => witness[column] !== 0));
}

/** Whether the linear relaxation lets the group fall to nobody, or rise to the floor. */
export function isWithin(solver: Solver, region: Region, group: Left, floor: number): boolean {
  const truly = sumOf(group.answers, group.masks[0] ?? 0);
  const most = (sign: number) => solver.most(costsOf(region, [group], () => sign)) ?? 0;
  return most(-1) >= truly - TOLERANCE || most(1) >= floor - truly - TOLERANCE;
}

/** The objective: what each column adds to the weighted sum of the groups. */
export function costsOf(
  { patch, answer, sets }: Region,
  groups: readonly Groups[],
  weight: () => number,
): Float64Array {
  const ofPatch = new Map<number, Float64Array>();
  for (const { outer, inner, masks } of groups) {
    const own = new Float64Array(ANSWERS);
    for (const mask of masks) {
      const by = weight();
      for (let a = 0; a < ANSWERS; a++) if (mask & (1 << a)) own[a] = (own[a] as number) + by;
    }
    for (const [set, sign] of [
      [outer, 1],
      [inner, -1],
    ] as const)
      for (const one of sets.get(set) ?? []) {
        const costs = ofPatch.get(one) ?? new Float64Array(ANSWERS);
        ofPatch.set(one, costs);
        for (let a = 0; a < ANSWERS; a++) costs[a] = (costs[a] as number) + sign * (own[a] as number);
      }
  }
  const costs = new Float64Array(patch.length);
  for (let column = 0; column < costs.length; column++)
    costs[column] = ofPatch.get(patch[column] as number)?.[answer[column] as number] ?? 0;
  return costs;
}

/** The groups that a witness leaves with somebody and fewer than the floor. */
function afterWitness(
  { patch, answer, sets }: Region,
  witness: Int32Array,
  groups: readonly Left[],
  floor: number,
): Left[] {
  const ofPatch = new Map<number, Int32Array>();
  for (let column = 0; column < witness.length; column++) {
    const change = witness[column] as number;
    if (change === 0) continue;
    const one = patch[column] as number;
    const own = ofPatch.get(one) ?? new Int32Array(ANSWERS);
    ofPatch.set(one, own);
    own[answer[column] as number] = (own[answer[column] as number] as number) + change;
  }
  const ofSet = new Map<number, Int32Array>();
  for (const [set, patches] of sets) {
    const sum = new Int32Array(ANSWERS);
    let isChanged = false;
    for (const one of patches) {
      const own = ofPatch.get(one);
      if (!own) continue;
      isChanged = true;
      for (let a = 0; a < ANSWERS; a++) sum[a] = (sum[a] as number) + (own[a] as number);
    }
    if (isChanged) ofSet.set(set, sum);
  }
  const answers = new Int32Array(ANSWERS);
  return groups.flatMap((group) => {
    const [outer, inner] = [ofSet.get(group.outer), ofSet.get(group.inner)];
    if (!outer && !inner) return [group];
    for (let a = 0; a < ANSWERS; a++) answers[a] = (group.answers[a] as number) + (outer?.[a] ?? 0) - (inner?.[a] ?? 0);
    const masks = stillSmall(answers, group.masks, floor);
    return masks.length > 0 ? [{ ...group, masks }] : [];
  });
}
