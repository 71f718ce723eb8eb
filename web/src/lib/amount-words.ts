/** Counts and estimates in words: an estimate from filings never reads like a count of children. */
import { codedPercent } from '../../../server/domain/protect/percent.ts';
import { type Amount, type Count, isEstimate, LEAST_NAMED } from './counts.ts';
import { grouped } from './format.ts';
import { mapMessages } from './messages.ts';

/** "1,240", "few or none", "nearly all", "hidden, too few to say". */
export function countInWords(count: Count | undefined): string {
  const { amounts } = mapMessages.get();
  if (count === undefined) return amounts.notCounted;
  return typeof count === 'number' ? grouped(count) : amounts.hidden[count];
}

/** "about 1,240", "fewer than 10": beside words that say what it rests on. */
export function about(estimate: number): string {
  const { amounts } = mapMessages.get();
  return estimate < LEAST_NAMED ? amounts.fewerThan({ fewest: LEAST_NAMED }) : amounts.about({ students: estimate });
}

/** "about 1,240, by share of locations" */
export function estimateInWords(estimate: number): string {
  const { amounts } = mapMessages.get();
  return estimate < LEAST_NAMED
    ? amounts.fewerThanByShare({ fewest: LEAST_NAMED })
    : amounts.aboutByShare({ students: estimate });
}

/** "about 35, by share of locations", or a count in its words. */
export function amountInWords(amount: Amount | undefined): string {
  return isEstimate(amount) ? estimateInWords(amount.about) : countInWords(amount);
}

/** The same beside words that say what an estimate rests on: "about 35". */
export function amountInShort(amount: Amount | undefined): string {
  return isEstimate(amount) ? about(amount.about) : countInWords(amount);
}

/** The subject of an amount; for an estimate, with its basis: "no 25/3 reported, by share of locations". */
export function restingOn(what: string, amount: Amount | undefined): string {
  return isEstimate(amount) ? mapMessages.get().amounts.byShare({ what }) : what;
}

/** "about 15 in 100", coded so that a share never singles out one child. */
export function shareInWords(part: number, whole: number): string | undefined {
  const coded = codedPercent(part, whole);
  return coded && mapMessages.get().amounts.shares[coded.bound ?? 'about']({ percent: coded.percent });
}
