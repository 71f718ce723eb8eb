/** What the public is shown of a protected count: the nearest multiple of five. */
import { HIDDEN_CODES } from '../hidden.ts';
import { type Bounds, isShown, shownBounds, sideOf } from './code.ts';

/** The public's counts are multiples of it; the others' are not rounded. */
export const ROUNDING = 5;

/**
 * @param code a protected count, or the code of a hidden one
 * @param group its students: a multiple that would leave fewer than the floor of them is hidden
 * @returns a pure function of what others are shown, so that it tells nothing they are not told; and never decreasing
 */
export function roundedForPublic(code: number, group: number, floor: number): number {
  if (!isShown(code)) return code;
  const rounded = ROUNDING * Math.round(code / ROUNDING);
  if (rounded < floor) return HIDDEN_CODES.low;
  return group - rounded < floor ? HIDDEN_CODES.high : rounded;
}

/**
 * What the public can tell of a hidden count's true number: it may also be one that met the floor before it was rounded.
 *
 * @param code one of HIDDEN_CODES
 */
export function roundedSide(code: number, group: number, floor: number): Bounds {
  const [least, most] = sideOf(code, group, floor);
  const lost = [0, 1, 2]
    .flatMap((past) => [floor + past, group - floor - past])
    .filter((value) => value >= floor && value <= group - floor && roundedForPublic(value, group, floor) === code);
  const values = lost.flatMap((value) => shownBounds([value, value], group, floor));
  return [Math.min(least, ...values), Math.max(most, ...values)];
}
