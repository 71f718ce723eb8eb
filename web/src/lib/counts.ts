/**
 * Published numbers in the browser. A count is a number or a kind of hiding, never a blank and never a false zero. An
 * estimate is a number that nobody counted, and its words always say so.
 */
import { HIDDEN_CODES, type Hidden } from '../../../server/domain/hidden.ts';
import { LEAST_NAMED } from '../../../server/domain/least-named.ts';
import type { Counts } from '../../../server/features/releases/contract-counts.ts';

export { LEAST_NAMED };

export type Count = number | Hidden;

export interface Estimate {
  /** Students, whole. */
  readonly about: number;
}

export type Amount = Count | Estimate;

export function isEstimate(amount: Amount | undefined): amount is Estimate {
  return typeof amount === 'object';
}

/** Whether a statistic is computed from filings and totals instead of counted. */
export function isEstimated(key: string): boolean {
  return key.startsWith('estimated_');
}

export function countIn(counts: Counts | null | undefined, key: string): Count | undefined {
  if (!counts || !(key in counts.counts)) return undefined;
  return counts.counts[key] ?? counts.hidden[key] ?? 'either';
}

/** A count or an estimate by its key; undefined where neither exists. */
export function amountIn(counts: Counts | null | undefined, key: string): Amount | undefined {
  const estimate = counts?.estimates[key];
  return estimate === undefined ? countIn(counts, key) : { about: estimate };
}

/** A statistic from its code in a tile's column. */
export function amountOfCode(key: string, code: number): Amount {
  return isEstimated(key) ? { about: code } : countOfCode(code);
}

/** A count from its code in a tile's column. */
function countOfCode(code: number): Count {
  if (code === HIDDEN_CODES.low) return 'low';
  if (code === HIDDEN_CODES.high) return 'high';
  if (code === HIDDEN_CODES.either) return 'either';
  return code;
}

/** Lower bound of a count, or the estimate; `high` is all but fewer than the floor. */
export function atLeast(count: Amount, group: number, floor: number): number {
  if (isEstimate(count)) return count.about;
  if (count === 'high') return Math.max(group - floor + 1, 0);
  return typeof count === 'number' ? count : 0;
}

export function isHidden(amount: Amount | undefined): boolean {
  return typeof amount !== 'number' && !isEstimate(amount);
}

/** Whether the words of an amount contain a number. */
export function isNumber(amount: Amount | undefined): boolean {
  return isEstimate(amount) ? amount.about >= LEAST_NAMED : typeof amount === 'number';
}
