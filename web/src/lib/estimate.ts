/** Estimates in words: what is computed from filings never reads like a count of children. */
import { grouped } from '../../../server/domain/words.ts';

/** Below it an estimate names no number, so that nobody takes it for three children. */
export const LEAST_NAMED = 10;

/** Beside every estimate, or over a column of them. */
export const BY_SHARE = 'by share of locations';

/** "about 1,240", "fewer than 10": beside words that say what it rests on. */
export function about(estimate: number): string {
  return estimate < LEAST_NAMED ? `fewer than ${LEAST_NAMED}` : `about ${grouped(estimate)}`;
}

/** "about 1,240, by share of locations" */
export function estimateInWords(estimate: number): string {
  return `${about(estimate)}, ${BY_SHARE}`;
}
