/**
 * One step of the proof: the groups of one res-5 hex, for everybody or for one district. First with witnesses that change nothing
 * beyond the hex, then together with hexes that make up for what the hex cannot; what is left without one makes numbers hidden.
 */
import type { Highs } from 'highs';
import { HIDDEN_CODES } from '../../hidden.ts';
import { listAt } from '../../lists.ts';
import { isShown } from '../code.ts';
import { COUNTED_EACH } from './answers.ts';
import type { Attacker, Groups } from './groups.ts';
import { type Region, regionOf } from './region.ts';
import { costsOf, isWithin, type Left, search } from './search.ts';
import { type Solver, solverOf } from './solver.ts';
import type { State } from './state.ts';

/** Patches beside those of the hex: the largest of the hexes that share most sets with it, and those of the group's few. */
const WIDER = [
  { hexes: 3, ofEach: 4, few: 10 },
  { hexes: 6, ofEach: 10, few: 40 },
  /** Where nothing is left to hide. */
  { hexes: 20, ofEach: 40, few: 400 },
] as const;
type Width = (typeof WIDER)[number];

/** No number is left to hide that would keep a group of this res-5 hex from being proven. */
export class ProgramsFailed extends Error {
  override readonly name = 'ProgramsFailed';
  readonly hex: number;

  constructor(hex: number) {
    super('Numbers published before leave nothing to hide.');
    this.hex = hex;
  }
}

export interface Proof {
  /** Positions of numbers, and of hidden ones that say a side, to hide without a side. */
  readonly hidden: readonly number[];
  /** Groups that took a witness beyond their hex, and the patches it may change. */
  readonly escaped: readonly { readonly outer: number; readonly inner: number; readonly patches: readonly number[] }[];
}

export function prove(
  highs: Highs,
  state: State,
  {
    hex,
    attacker,
    groups,
    hidden,
  }: { hex: number; attacker: Attacker; groups: readonly Groups[]; hidden: ReadonlySet<number> },
): Proof {
  const random = randomFor(hex * 1021 + (attacker.district ?? 1020));
  const nowHidden = new Set(hidden);
  const escaped: Proof['escaped'][number][] = [];
  const { floor } = state.input;
  const within = (patches: readonly number[], asked: readonly Groups[], isThorough: boolean, knowsMore = true) => {
    const region = regionOf(state, patches, attacker, nowHidden, knowsMore);
    return inRegion(highs, region, (solver) => {
      const { left, stuck } = search(solver, region, asked, { floor, random, isThorough });
      return { left, stuck, ...(stuck && hidable(state, solver, region, stuck, nowHidden)) };
    });
  };
  const [wider, widest, last] = WIDER;
  const own = [...listAt(state.patchesOf, hex)];
  for (const [patches, left] of widened(state, hex, within(own, groups, false).left, wider)) {
    escaped.push(...left.map(({ outer, inner }) => ({ outer, inner, patches })));
    for (const [more, few] of widened(state, hex, within(patches, left, false).left, widest)) {
      escaped.push(...few.map(({ outer, inner }) => ({ outer, inner, patches: more })));
      for (let asked: readonly Left[] = few; asked.length > 0; ) {
        const found = within(more, asked, true);
        const { stuck, chosen, isOld } = found;
        if (!stuck || !chosen) break;
        const isFree = (patches: readonly number[]) => within(patches, [stuck], true, false).left.length === 0;
        const isFreeFarther = () => widened(state, hex, [stuck], last).every(([patches]) => isFree(patches));
        if (chosen.length === 0 && (isOld || isFree(more) || isFreeFarther())) {
          asked = without(found.left, stuck);
          continue;
        }
        const frees = (position: number) => {
          const without = new Set([...nowHidden, ...withSame(state, position)]);
          const region = regionOf(state, more, attacker, without);
          return inRegion(highs, region, (solver) => isWithin(solver, region, stuck, floor));
        };
        const position =
          chosen.length > 1
            ? (chosen.find(frees) ?? chosen.find((one) => isShown(state.input.codes[one] as number)))
            : undefined;
        const toHide = position ?? chosen[0] ?? found.around;
        if (toHide === undefined) throw new ProgramsFailed(hex);
        for (const one of withSame(state, toHide)) nowHidden.add(one);
        asked = within(own, found.left, false).left;
      }
    }
  }
  return { hidden: [...nowHidden].filter((position) => !hidden.has(position)), escaped };
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

/** Groups by the patches to look for their witnesses in, those of one set together. */
function widened(state: State, hex: number, groups: readonly Left[], width: Width): [number[], Left[]][] {
  const bySet = new Map<number, Left[]>();
  for (const group of groups) bySet.set(group.outer, [...(bySet.get(group.outer) ?? []), group]);
  const found = new Map<string, [number[], Left[]]>();
  for (const [outer, own] of bySet) {
    const few = new Set(own.flatMap((group) => whereFewLive(state, group, width.few)));
    const patches = [...new Set([...listAt(state.patchesOf, hex), ...few, ...beside(state, hex, outer, width)])].sort(
      (a, b) => a - b,
    );
    const entry = found.get(patches.join()) ?? [patches, []];
    entry[1].push(...own);
    found.set(patches.join(), entry);
  }
  return [...found.values()];
}

function largest(
  { unitsOf, units }: State,
  patches: Iterable<number>,
  most: number,
  isCounted: (answer: number) => boolean,
): number[] {
  const sizeOf = (patch: number) => {
    let sum = 0;
    for (const unit of listAt(unitsOf, patch))
      for (const [a, count] of (units[unit]?.answers ?? []).entries()) if (isCounted(a)) sum += count;
    return sum;
  };
  return [...patches]
    .map((patch) => [patch, sizeOf(patch)] as const)
    .filter(([, size]) => size > 0)
    .sort(([a, many], [b, more]) => more - many || a - b)
    .slice(0, most)
    .map(([patch]) => patch);
}

function whereFewLive(state: State, { outer, inner, answers }: Left, most: number): number[] {
  const { members } = state.input.sets;
  const taken = new Set(inner < 0 ? [] : listAt(members, inner));
  return largest(
    state,
    listAt(members, outer).filter((patch) => !taken.has(patch)),
    most,
    (a) => (answers[a] as number) < state.input.floor,
  );
}

/** The largest patches of the hexes that share most sets with a hex, but for one. */
function beside(state: State, hex: number, outer: number, width: Width): number[] {
  const { input } = state;
  const isInside = new Set(listAt(input.sets.members, outer));
  const shared = new Map<number, number>();
  for (const set of new Set(
    Array.from(listAt(state.patchesOf, hex)).flatMap((patch) => [...listAt(state.setsOf, patch)]),
  ))
    for (const other of new Set(Array.from(listAt(input.sets.members, set), (patch) => input.hex5[patch] as number)))
      if (other !== hex) shared.set(other, (shared.get(other) ?? 0) + (set === outer ? 0 : 1));
  const ranked = [...shared].sort(([a, many], [b, more]) => more - many || a - b).map(([other]) => other);
  const outside = ranked.filter((other) => listAt(state.patchesOf, other).some((patch) => !isInside.has(patch)));
  const near = [...outside.slice(0, width.hexes), ...ranked.slice(0, 1)];
  return near.flatMap((other) => largest(state, listAt(state.patchesOf, other), width.ofEach, () => true));
}

/** How many of each kind are tried for whether hiding one alone keeps a group from being proven. */
const TRIED = 4;
/** A number that everybody would miss. */
const MISSED = 100;

/**
 * What may be hidden of all that a bound of the group rests on, else of all that counts some of it. First that a count is nearly
 * all, which is missed least; then numbers, the smallest first; then that a count is few; large numbers last.
 *
 * @returns also what else there is in the region, and whether the bounds rest on nothing but what was published before: then this release adds nothing to it, and the
 * programs of that one found a witness, in more patches than are looked at here
 */
function hidable(
  state: State,
  solver: Solver,
  region: Region,
  group: Left,
  hidden: ReadonlySet<number>,
): { chosen: number[]; around: number | undefined; isOld: boolean } {
  const { codes, isOlder } = state.input;
  const costs = costsOf(region, [group], () => 1);
  const chosen = (positions: readonly number[]) => {
    const free = [...new Set(positions)]
      .map((position) => ({ position, code: codes[position] as number, set: Math.floor(position / COUNTED_EACH) }))
      .filter(({ position, code }) => code !== HIDDEN_CODES.either && !hidden.has(position) && isOlder[position] === 0)
      .map((one) => ({ ...one, size: isShown(one.code) ? one.code : (state.students[one.set] as number) }))
      .sort((a, b) => a.size - b.size || a.position - b.position);
    const some = (isWanted: (code: number) => boolean) => free.filter(({ code }) => isWanted(code)).slice(0, TRIED);
    return [
      ...some((code) => code === HIDDEN_CODES.high),
      ...some((code) => isShown(code) && code < MISSED),
      ...some((code) => code === HIDDEN_CODES.low),
      ...some((code) => code >= MISSED),
    ];
  };
  const rests = [1, -1].flatMap((sign) => {
    solver.most(
      costs.map((cost) => sign * cost),
      false,
    );
    return solver.binding().flatMap(({ from }) => from);
  });
  const counting = region.rows.filter(({ columns }) => columns.some((column) => costs[column] !== 0));
  const found = [chosen(rests), chosen(counting.flatMap(({ from }) => from))].find(({ length }) => length > 0) ?? [];
  return {
    chosen: found.map(({ position }) => position),
    around: chosen(region.rows.flatMap(({ from }) => from))[0]?.position,
    isOld: rests.every((position) => isOlder[position] === 1 && !hidden.has(position)),
  };
}

/** Positions of the same set that show the same number, as they count the same students. */
function withSame({ input: { sameAs } }: State, position: number): number[] {
  const set = Math.floor(position / COUNTED_EACH);
  const named = sameAs[position % COUNTED_EACH];
  return Array.from(sameAs.keys(), (statistic) => set * COUNTED_EACH + statistic).filter(
    (_, statistic) => sameAs[statistic] === named,
  );
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
