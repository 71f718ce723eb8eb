/**
 * What is published of one count: a number with noise, or that it is hidden and how. A pure function of the true count, the
 * fingerprint of the students counted and the size of their group, so the same students look the same in a patch, a hex, a
 * place, a tile, a list and a cluster, today and in the next release.
 */
import type { Hidden } from '../hidden.ts';
import { NOISE_DEVIATION, perturbed } from './noise.ts';

/** The public is given multiples of this. */
export const PUBLIC_ROUNDING = 5;

/** A shown count is at least the floor; these are how a hidden one stands in a row. */
export const STANDS = { low: -1, high: -2, either: -3, withheld: -4 } as const;

/**
 * @returns the count with noise, or one of STANDS. Shown only when the count and what is left of its group both reach the
 * floor, truly and with noise: so "low" may hold up to floor + 3 students and never proves that there are fewer than the floor
 */
export function standOf(count: number, fingerprint: number, group: number, floor: number): number {
  const shown = perturbed(count, fingerprint);
  const isSmall = count < floor || shown < floor;
  const isNearlyAll = group - count < floor || group - shown < floor;
  if (isSmall && isNearlyAll) return STANDS.either;
  if (isSmall) return STANDS.low;
  if (isNearlyAll) return STANDS.high;
  return shown;
}

/** A shown count as the public reads it: the nearest multiple of five that leaves the floor on both sides. */
export function roundedForPublic(shown: number, group: number, floor: number): number {
  const nearest = Math.round(shown / PUBLIC_ROUNDING) * PUBLIC_ROUNDING;
  const most = Math.floor((group - floor) / PUBLIC_ROUNDING) * PUBLIC_ROUNDING;
  const least = Math.ceil(floor / PUBLIC_ROUNDING) * PUBLIC_ROUNDING;
  return Math.max(least, Math.min(nearest, most));
}

/** How a stand reads; undefined = shown. What was withheld to protect another count says nothing of itself. */
export function hiddenBy(stand: number): Hidden | undefined {
  if (stand >= 0) return undefined;
  if (stand === STANDS.low) return 'low';
  return stand === STANDS.high ? 'high' : 'either';
}

/** What anybody who knows the method can say of the true count. @param rounded when only the rounded number is known */
export function knownOf(stand: number, group: number, floor: number, rounded: boolean): [least: number, most: number] {
  switch (stand) {
    case STANDS.low:
      return [0, Math.min(group, floor - 1 + NOISE_DEVIATION)];
    case STANDS.high:
      return [Math.max(0, group - floor + 1 - NOISE_DEVIATION), group];
    case STANDS.either:
      return [0, group];
    case STANDS.withheld:
      return [floor, group - floor];
    default: {
      const [low, high] = rounded ? shownAs(stand, group, floor) : [stand, stand];
      return [Math.max(floor, low - NOISE_DEVIATION), Math.min(group - floor, high + NOISE_DEVIATION)];
    }
  }
}

/** The numbers with noise that are rounded like this one. */
function shownAs(shown: number, group: number, floor: number): [least: number, most: number] {
  const rounded = roundedForPublic(shown, group, floor);
  const reach = Math.floor(PUBLIC_ROUNDING / 2);
  const isClamped = (other: number) => roundedForPublic(other, group, floor) === rounded;
  let low = shown;
  while (low - 1 >= floor && shown - low < 3 * reach && isClamped(low - 1)) low--;
  let high = shown;
  while (high + 1 <= group - floor && high - shown < 3 * reach && isClamped(high + 1)) high++;
  return [low, high];
}
