/** What to hide for a group that would be proven. */
import { HIDDEN_CODES } from '../../hidden.ts';
import { isShown } from '../code.ts';
import { COUNTED_EACH } from './answers.ts';
import type { Region } from './region.ts';
import { costsOf, type Left } from './search.ts';
import type { Solver } from './solver.ts';
import type { State } from './state.ts';

/** Candidates of each kind: hiding one of them alone may free the group. */
const TRIED = 4;
/** A number that everybody would miss. */
const MISSED = 100;

export interface Binding {
  /** Positions of the numbers that the bounds of a group rest on. */
  readonly binding: readonly number[];
  /**
   * The binding numbers that may be hidden, else all such numbers that count some of the group. In order: *nearly all*, which is
   * missed least; numbers, the smallest first; *few*; large numbers.
   */
  readonly hidable: readonly number[];
}

export function bindingOn(
  state: State,
  solver: Solver,
  region: Region,
  group: Left,
  hidden: ReadonlySet<number>,
): Binding {
  const costs = costsOf(region, [group], () => 1);
  const binding = [1, -1].flatMap((sign) => {
    solver.most(
      costs.map((cost) => sign * cost),
      false,
    );
    return solver.binding().flatMap(({ from }) => from);
  });
  const counting = region.rows.filter(({ columns }) => columns.some((column) => costs[column] !== 0));
  const own = hidableOf(state, binding, hidden);
  const hidable =
    own.length > 0
      ? own
      : hidableOf(
          state,
          counting.flatMap(({ from }) => from),
          hidden,
        );
  return { binding, hidable };
}

/** Whether an earlier release published the number, under any of its names, so that it can no longer be hidden. */
export function isKnown(state: State, position: number): boolean {
  return withSame(state, position).some((one) => state.input.isOlder[one] === 1);
}

/** Whether a number is so large that a witness farther away is looked for before it is hidden. */
export function isMissed({ input: { codes } }: State, position: number): boolean {
  return (codes[position] as number) >= MISSED;
}

function hidableOf(state: State, positions: readonly number[], hidden: ReadonlySet<number>): number[] {
  const {
    input: { codes },
    students,
  } = state;
  const free = [...new Set(positions)]
    .map((position) => ({ position, code: codes[position] as number, set: Math.floor(position / COUNTED_EACH) }))
    .filter(({ position, code }) => code !== HIDDEN_CODES.either && !hidden.has(position) && !isKnown(state, position))
    .map((one) => ({ ...one, size: isShown(one.code) ? one.code : (students[one.set] as number) }))
    .sort((a, b) => a.size - b.size || a.position - b.position);
  const some = (isWanted: (code: number) => boolean) => free.filter(({ code }) => isWanted(code)).slice(0, TRIED);
  return [
    ...some((code) => code === HIDDEN_CODES.high),
    ...some((code) => isShown(code) && code < MISSED),
    ...some((code) => code === HIDDEN_CODES.low),
    ...some((code) => code >= MISSED),
  ].map(({ position }) => position);
}

/** Positions of the same set that show the same number, as they count the same students. */
export function withSame({ input: { sameAs } }: State, position: number): number[] {
  const set = Math.floor(position / COUNTED_EACH);
  const named = sameAs[position % COUNTED_EACH];
  return Array.from(sameAs.keys(), (statistic) => set * COUNTED_EACH + statistic).filter(
    (_, statistic) => sameAs[statistic] === named,
  );
}
