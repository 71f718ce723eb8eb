/**
 * One step of the proof: the groups of one res-5 hex, for everybody or for one district. Looks for witnesses inside the hex, then in
 * regions that grow, and hides numbers for the groups left without one.
 */
import type { Highs } from 'highs';
import { listAt } from '../../lists.ts';
import { type Attacker, type Groups, groupKey } from './groups.ts';
import { hidableFor, isKnown, isMissed, withSame } from './hide.ts';
import { type Region, regionOf } from './region.ts';
import { isWithin, type Left, type OneByOne, search } from './search.ts';
import { type Solver, solverOf } from './solver.ts';
import type { State } from './state.ts';
import { FEW_BESIDE, grown, grownAround, MORE_BESIDE, MOST_EVER, MOST_PATCHES, widened } from './widen.ts';

/** No number is left to hide that would keep a group of this res-5 hex from being proven. */
export class ProgramsFailed extends Error {
  override readonly name = 'ProgramsFailed';
  readonly hex: number;

  constructor(hex: number) {
    super('Nothing that may still be hidden would leave a group of this hex unproven.');
    this.hex = hex;
  }
}

/** A group that took a witness beyond its hex. */
export interface Escape {
  readonly outer: number;
  readonly inner: number;
  /** Where the witness was looked for. */
  readonly patches: readonly number[];
  /** Whose students it changes. */
  readonly districts: readonly number[];
}

export interface Proof {
  /** Positions of numbers, and of hidden ones that say a side, to hide without a side. */
  readonly hidden: readonly number[];
  readonly escaped: readonly Escape[];
}

export interface Asked {
  readonly hex: number;
  readonly attacker: Attacker;
  readonly groups: readonly Groups[];
  readonly hidden: ReadonlySet<number>;
  /** By group the patches that a witness for everybody was found in, where the hex alone had none. */
  readonly farther: ReadonlyMap<string, readonly number[]>;
}

/** @throws ProgramsFailed */
export function prove(highs: Highs, state: State, { hex, attacker, groups, hidden, farther }: Asked): Proof {
  const random = randomFor(hex * 1021 + (attacker.district ?? 1020));
  const nowHidden = new Set(hidden);
  const escaped: Escape[] = [];
  const { floor } = state.input;
  const own: readonly number[] = [...listAt(state.patchesOf, hex)];
  const within = (patches: readonly number[], asked: readonly Groups[], oneByOne: OneByOne) => {
    const region = regionOf(state, patches, attacker, nowHidden);
    const found = inRegion(highs, region, (solver) => search(solver, region, asked, { floor, random, oneByOne }));
    const { stuck, binding } = found;
    if (patches !== own)
      for (const { outer, inner, districts } of found.freed)
        escaped.push({ outer, inner, patches, districts: [...districts] });
    return { ...found, hidable: stuck ? hidableFor(state, region, stuck, binding, nowHidden) : [] };
  };
  const settle = (start: readonly number[], groups: readonly Groups[]) => {
    const before = nowHidden.size;
    let widest = start;
    for (let found = within(start, groups, 'all'); found.stuck; ) {
      const freed = afterFreeing(found.stuck, start, found);
      const { length } = freed.patches;
      if (length > widest.length && length <= MOST_PATCHES) widest = freed.patches;
      found = within(start, freed.left, 'all');
    }
    showNeedless([...nowHidden].slice(before), widest, groups);
  };
  /** Shows again what needs not be hidden beside numbers hidden later: without it all groups have witnesses. @param positions in that order */
  const showNeedless = (positions: readonly number[], patches: readonly number[], groups: readonly Groups[]) => {
    const numbers = new Map(positions.map((position) => withSame(state, position)).map((same) => [same[0], same]));
    // The last was hidden for a group that the others left stuck.
    for (const same of [...numbers.values()].slice(0, -1)) {
      for (const position of same) nowHidden.delete(position);
      if (within(patches, groups, 'all').stuck) for (const position of same) nowHidden.add(position);
    }
  };
  /** Widens the region until the stuck group has a witness, hiding what rules one out. @returns the groups left, and the region */
  const afterFreeing = (stuck: Left, start: readonly number[], near: ReturnType<typeof within>) => {
    let patches = start;
    let found = near;
    while (found.stuck) {
      const { left, binding, hidable } = found;
      const frees = (position: number) => {
        const region = regionOf(state, patches, attacker, new Set([...nowHidden, ...withSame(state, position)]));
        return inRegion(highs, region, (solver) => isWithin(solver, region, stuck, floor));
      };
      const wider = grown(state, patches, binding);
      const alone = wider === patches ? hidable.find(frees) : undefined;
      const isLast = hidable.length === 0;
      const mayHide = alone !== undefined && !isMissed(state, alone);
      const widest = wider === patches && !mayHide ? grownAround(state, patches, binding, isLast) : wider;
      const toHide = mayHide || widest === patches ? (alone ?? hidable[0]) : undefined;
      if (toHide !== undefined) for (const position of withSame(state, toHide)) nowHidden.add(position);
      else if (widest === patches) {
        const isOld =
          patches.length < MOST_EVER && binding.length > 0 && binding.every((position) => isKnown(state, position));
        if (isOld) return { left: without(left, stuck), patches };
        throw new ProgramsFailed(hex);
      }
      patches = widest;
      found = within(patches, left, stuck);
    }
    return { left: found.left, patches };
  };
  const left = within(own, groups, 'none').left;
  const near = left.filter((group) => !farther.has(groupKey(state, group)));
  for (const [patches, few] of widened(state, hex, near, FEW_BESIDE))
    for (const [more, fewer] of widened(state, hex, within(patches, few, 'none').left, MORE_BESIDE))
      settle(more, fewer);
  for (const [patches, far] of byStart(state, left, farther)) {
    const start = [...new Set([...own, ...patches])].sort((a, b) => a - b);
    settle(start, far);
  }
  return { hidden: [...nowHidden].filter((position) => !hidden.has(position)), escaped };
}

function byStart(
  state: State,
  groups: readonly Groups[],
  farther: ReadonlyMap<string, readonly number[]>,
): Map<readonly number[], Groups[]> {
  const starts = new Map<readonly number[], Groups[]>();
  for (const group of groups) {
    const patches = farther.get(groupKey(state, group));
    if (patches) starts.set(patches, [...(starts.get(patches) ?? []), group]);
  }
  return starts;
}

/** The groups but for one. */
function without(groups: readonly Left[], { outer, inner, masks: [mask] }: Left): Left[] {
  return groups
    .map((group) =>
      group.outer === outer && group.inner === inner
        ? { ...group, masks: group.masks.filter((other) => other !== mask) }
        : group,
    )
    .filter(({ masks }) => masks.length > 0);
}

function inRegion<T>(highs: Highs, region: Region, use: (solver: Solver) => T): T {
  const solver = solverOf(highs, region);
  try {
    return use(solver);
  } finally {
    solver.dispose();
  }
}

/** Repeats exactly, so that the same release hides the same. Source: mulberry32. */
function randomFor(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), 61 | bits);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}
