/** The numbers of a place or the state for a choice: counted where counts exist, else estimated. */
import { ONE_READING } from '../../../server/domain/lever.ts';
import type { Counts } from '../../../server/features/releases/contract-counts.ts';
import type { Release } from './api.ts';
import { type Choice, type Lever, leverKeys, measureKey, sourceOf, unservedKey } from './choice.ts';
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
  const { choice, totals, release } = shown;
  if (choice.source === 'disputed' || choice.measure === 'equip' || choice.measure === 'unserved')
    return amountIn(totals, measureKey(choice) ?? '');
  if (choice.measure !== 'all') return leverAmount(shown, choice.measure);
  const levers = [...leverKeys(choice).keys()].map((lever) => leverAmount(shown, lever) ?? 0);
  const students = totals.students ?? 0;
  const sum = levers.reduce<number>((all, lever) => all + atLeast(lever, students, release.floors.students), 0);
  // A sum with one estimate is an estimate.
  return levers.some(isEstimate) ? { about: sum } : sum;
}

export function leverAmount({ choice, totals, release, heard }: Shown, lever: Lever): Amount | undefined {
  const counted = isOneReading(choice, release, heard) ? countIn(totals, `lever.${lever}`) : undefined;
  return counted ?? amountIn(totals, leverKeys(choice).get(lever) ?? '');
}

export function unservedAmount({ choice, totals }: Shown): Amount | undefined {
  return amountIn(totals, unservedKey(choice));
}

/** Whether a choice is the reading that levers are counted in. Where only one source filed, *agreed* equals its own word. */
function isOneReading(choice: Choice, { benchmark }: Pick<Release, 'benchmark'>, heard: Heard): boolean {
  const isAgreed = sourceOf(choice) === ONE_READING.source || onlyFiler(heard) !== undefined;
  return choice.profile === ONE_READING.profile && choice.tier === benchmark && isAgreed;
}
