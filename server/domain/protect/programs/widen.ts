/** Widens the region in which a witness is looked for beyond a res-5 hex: which patches may change too. */
import { listAt } from '../../lists.ts';
import { COUNTED_EACH } from './answers.ts';
import type { Left } from './search.ts';
import type { State } from './state.ts';

/**
 * Patches added to the hex's own: the `ofEach` largest of the `hexes` that share most sets with it, and the `ofSet` where most
 * students with a small answer live. Without the second step a late release can be refused.
 */
export const FEW_BESIDE = { hexes: 3, ofEach: 4, ofSet: 10 } as const;
export const MORE_BESIDE = { hexes: 6, ofEach: 10, ofSet: 40 } as const;
type Width = typeof FEW_BESIDE | typeof MORE_BESIDE;

/** Patches before a number is hidden that frees a group alone. */
export const MOST_PATCHES = 200;
/** Patches while there is something to hide: programs of more take seconds each. */
const MOST_FAR = 1000;
/** Patches once there is nothing: HiGHS takes up to 1.4 GB for so many, and ends at 2. */
export const MOST_EVER = 5000;
/** Patches added from each set: so many, or a share of the region where that is more. */
const ADDED = 12;
const ADDED_SHARE = 0.25;

/**
 * Adds the largest other patches of the sets whose numbers bind: students there can offset a change inside, which gives
 * those bounds slack.
 *
 * @param binding positions of numbers
 * @returns the same patches where there are no others, or there would be too many
 */
export function grown(state: State, patches: readonly number[], binding: readonly number[]): readonly number[] {
  const sets = new Set(binding.map((position) => Math.floor(position / COUNTED_EACH)));
  return withLargestOf(state, patches, sets, MOST_PATCHES);
}

/**
 * The same for every set that reaches into the region, and beyond MOST_PATCHES: first the sets whose numbers bind, then every one.
 *
 * @param isLast whether nothing is left to hide
 */
export function grownAround(
  state: State,
  patches: readonly number[],
  binding: readonly number[],
  isLast: boolean,
): readonly number[] {
  const around = new Set(patches.flatMap((patch) => [...listAt(state.setsOf, patch)]));
  const bound = new Set(binding.map((position) => Math.floor(position / COUNTED_EACH)));
  const near = withLargestOf(state, patches, around, MOST_PATCHES);
  if (near !== patches) return near;
  const most = isLast ? MOST_EVER : MOST_FAR;
  const far = withLargestOf(state, patches, bound, most);
  return far === patches ? withLargestOf(state, patches, around, most) : far;
}

function withLargestOf(
  state: State,
  patches: readonly number[],
  sets: Iterable<number>,
  mostPatches: number,
): readonly number[] {
  if (patches.length >= mostPatches) return patches;
  const within = new Set(patches);
  const most = Math.max(ADDED, Math.ceil(ADDED_SHARE * patches.length));
  for (const set of sets) {
    const others = Array.from(listAt(state.input.sets.members, set)).filter((patch) => !within.has(patch));
    const room = Math.min(most, mostPatches - within.size);
    for (const patch of largest(state, others, room, () => true)) within.add(patch);
  }
  return within.size > patches.length ? [...within].sort((a, b) => a - b) : patches;
}

/** Groups by the patches in which their witnesses are looked for; groups of one set share theirs. */
export function widened(state: State, hex: number, groups: readonly Left[], width: Width): [number[], Left[]][] {
  const bySet = new Map<number, Left[]>();
  for (const group of groups) bySet.set(group.outer, [...(bySet.get(group.outer) ?? []), group]);
  const neighbors = neighborsOf(state, hex);
  const found = new Map<string, [number[], Left[]]>();
  for (const [outer, own] of bySet) {
    const added = [
      ...own.flatMap((group) => whereFewLive(state, group, width)),
      ...beside(state, neighbors, outer, width),
    ];
    const patches = [...new Set([...listAt(state.patchesOf, hex), ...added])].sort((a, b) => a - b);
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

function whereFewLive(state: State, { outer, inner, answers }: Left, { ofSet }: Width): number[] {
  const { members } = state.input.sets;
  const taken = new Set(inner < 0 ? [] : listAt(members, inner));
  return largest(
    state,
    listAt(members, outer).filter((patch) => !taken.has(patch)),
    ofSet,
    (a) => (answers[a] as number) < state.input.floor,
  );
}

/** The hexes that share sets with a hex, those that share most first. */
function neighborsOf({ patchesOf, setsOf, hexesOf }: State, hex: number): number[] {
  const sets = new Set(Array.from(listAt(patchesOf, hex)).flatMap((patch) => [...listAt(setsOf, patch)]));
  const shared = new Map<number, number>();
  for (const set of sets)
    for (const other of listAt(hexesOf, set)) if (other !== hex) shared.set(other, (shared.get(other) ?? 0) + 1);
  return [...shared].sort(([a, many], [b, more]) => more - many || a - b).map(([other]) => other);
}

/** The largest patches of the first neighbors that reach out of a set, and of the first of all. */
function beside(state: State, neighbors: readonly number[], outer: number, { hexes, ofEach }: Width): number[] {
  const isInside = new Set(listAt(state.input.sets.members, outer));
  const outside = neighbors.filter((hex) => listAt(state.patchesOf, hex).some((patch) => !isInside.has(patch)));
  const near = [...outside.slice(0, hexes), ...neighbors.slice(0, 1)];
  return near.flatMap((hex) => largest(state, listAt(state.patchesOf, hex), ofEach, () => true));
}
