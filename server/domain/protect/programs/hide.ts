/** What to hide for a group that would be proven. */
import { HIDDEN_CODES } from '../../hidden.ts';
import { isShown } from '../code.ts';
import { COUNTED_EACH } from './answers.ts';
import type { Region } from './region.ts';
import { costsOf, type Left } from './search.ts';
import type { State } from './state.ts';

/** Candidates of each kind: hiding one of them alone may free the group. */
const TRIED = 4;
/** A number that everybody would miss. */
const MISSED = 100;

/**
 * The numbers that may be hidden of those that the bounds of a group rest on, else of all that count some of the group. In order:
 * *nearly all*, which is missed least; numbers, the smallest first; *few*; large numbers.
 *
 * @param binding positions of the numbers that its bounds rest on
 */
export function hidableFor(
  state: State,
  region: Region,
  group: Left,
  binding: readonly number[],
  hidden: ReadonlySet<number>,
): number[] {
  const own = hidableOf(state, binding, hidden);
  if (own.length > 0) return own;
  const costs = costsOf(region, [group], () => 1);
  const counting = region.rows.filter(({ columns }) => columns.some((column) => costs[column] !== 0));
  return hidableOf(
    state,
    counting.flatMap(({ from }) => from),
    hidden,
  );
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
