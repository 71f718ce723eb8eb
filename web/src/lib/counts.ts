/** Published counts in the browser: a number, or the way it is hidden. Never a blank, never a zero that is none. */
import { HIDDEN_CODES, HIDDEN_WORDS, type Hidden } from '../../../server/domain/hidden.ts';
import { codedPercent } from '../../../server/domain/protect/percent.ts';
import { grouped, plural } from '../../../server/domain/words.ts';
import type { Counts } from '../../../server/features/releases/counts.ts';

export { grouped, plural };

export type Count = number | Hidden;

export function countIn(counts: Counts | null | undefined, key: string): Count | undefined {
  if (!counts || !(key in counts.counts)) return undefined;
  return counts.counts[key] ?? counts.hidden[key] ?? 'either';
}

/** A count as a tile's column has it. */
export function countOfCode(code: number): Count {
  if (code === HIDDEN_CODES.low) return 'low';
  if (code === HIDDEN_CODES.high) return 'high';
  if (code === HIDDEN_CODES.either) return 'either';
  return code;
}

/** The least a count can be; `high` is all but fewer than the floor. */
export function atLeast(count: Count, group: number, floor: number): number {
  if (count === 'high') return Math.max(group - floor + 1, 0);
  return typeof count === 'number' ? count : 0;
}

/** "1,240", "few or none", "nearly all", "too few to say". */
export function countInWords(count: Count | undefined): string {
  if (count === undefined) return 'not counted';
  if (typeof count === 'number') return grouped(count);
  return WORDS_ALONE[count];
}

/** Alone in a cell of a table `either` has to say that a number is missing. */
const WORDS_ALONE: Record<Hidden, string> = { ...HIDDEN_WORDS, either: `hidden, ${HIDDEN_WORDS.either}` };

/** "about 15 in 100", coded so that a share never points at one child. */
export function shareInWords(part: number, whole: number): string | undefined {
  const coded = codedPercent(part, whole);
  if (!coded) return undefined;
  if (coded.bound === 'most') return `at most ${coded.percent} in 100`;
  if (coded.bound === 'least') return `at least ${coded.percent} in 100`;
  return `about ${coded.percent} in 100`;
}
