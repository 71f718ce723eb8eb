/** Published counts in the browser: a number, or the way it is hidden. Never a blank, never a zero that is none. */
import { HIDDEN_CODES, type Hidden } from '../../../server/domain/hidden.ts';
import type { Counts } from '../../../server/features/releases/counts.ts';

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

/** "1,240", "fewer than 10", "all but fewer than 10", "too few to say". */
export function countInWords(count: Count | undefined, floor: number): string {
  if (count === undefined) return 'not counted';
  if (typeof count === 'number') return grouped(count);
  return HIDDEN_WORDS[count](floor);
}

const HIDDEN_WORDS: Record<Hidden, (floor: number) => string> = {
  low: (floor) => `fewer than ${floor}`,
  high: (floor) => `all but fewer than ${floor}`,
  either: () => 'hidden, too few to say',
};

const plain = new Intl.NumberFormat('en-US');

export function grouped(value: number): string {
  return plain.format(value);
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** "about 15 in 100", coded so that a share never points at one child (domain notes, percent coding by group size). */
export function shareInWords(part: number, whole: number): string | undefined {
  const edge = whole >= 300 ? 1 : whole >= 100 ? 2 : whole >= 40 ? 5 : whole >= 20 ? 10 : whole >= 10 ? 20 : undefined;
  if (edge === undefined) return undefined;
  const percent = Math.round((part / whole) * 100);
  if (percent <= edge) return edge === 1 ? 'about 1 in 100' : `at most ${edge} in 100`;
  if (percent >= 100 - edge) return `at least ${100 - edge} in 100`;
  return `about ${percent} in 100`;
}
