/** The numbers of a place or the state for a choice: counted where counts exist, else estimated. */
import { ONE_READING } from '../../../server/domain/lever.ts';
import { STANDING_OF_SEGMENT } from '../../../server/domain/segments.ts';
import type { Counts } from '../../../server/features/releases/contract-counts.ts';
import type { Release } from './api.ts';
import { type Choice, type Lever, leverKeys, measureKey, sourceOf } from './choice.ts';
import { type Amount, amountIn, atLeast, countIn, isEstimate } from './counts.ts';
import { type Heard, onlyFiler } from './heard.ts';

export interface Shown {
  readonly choice: Choice;
  readonly totals: Counts;
  readonly release: Pick<Release, 'benchmark' | 'floors'>;
  readonly heard: Heard;
}

/** Undefined where no such number exists. */
export function amountShown(shown: Shown): Amount | undefined {
  const { choice, totals } = shown;
  if (choice.source === 'disputed' || choice.measure === 'equip' || choice.measure === 'unserved')
    return amountIn(totals, measureKey(choice) ?? '');
  return choice.measure === 'all' ? provenAmount(shown) : leverAmount(shown, choice.measure);
}

/** Students with a gap that filings or they themselves report. Who is unclear or was not asked is in no gap yet. */
function provenAmount(shown: Shown): Amount {
  const { totals, release } = shown;
  const proven = [...leverKeys(shown.choice).keys()].filter((lever) => STANDING_OF_SEGMENT[lever] === 'proven');
  const amounts = proven.map((lever) => leverAmount(shown, lever) ?? 0);
  const students = totals.students ?? 0;
  const sum = amounts.reduce<number>((all, one) => all + atLeast(one, students, release.floors.students), 0);
  return amounts.some(isEstimate) ? { about: sum } : sum;
}

export function leverAmount({ choice, totals, release, heard }: Shown, lever: Lever): Amount | undefined {
  const counted = isOneReading(choice, release, heard) ? countIn(totals, `lever.${lever}`) : undefined;
  return counted ?? amountIn(totals, leverKeys(choice).get(lever) ?? '');
}

/** Whether a choice is the reading that levers are counted in. Where only one source filed, *agreed* equals its own word. */
function isOneReading(choice: Choice, { benchmark }: Pick<Release, 'benchmark'>, heard: Heard): boolean {
  const isAgreed = sourceOf(choice) === ONE_READING.source || onlyFiler(heard) !== undefined;
  return choice.profile === ONE_READING.profile && choice.tier === benchmark && isAgreed;
}
