/** Protected counts as numbers: a shown count is itself, a hidden one is a code below every floor. */
import { HIDDEN_CODES } from '../hidden.ts';
import { NOISE_DEVIATION } from './noise.ts';

export function isShown(code: number): boolean {
  return code > HIDDEN_CODES.either;
}

/** Whether a group is so small that one count can meet the conditions of both *low* and *high*. */
export function isSmall(group: number, floor: number): boolean {
  return group <= 2 * floor + NOISE_DEVIATION - 2;
}

/** Whether each half of a small group, widened by the noise, reaches the floor: naming the half then proves no group under it. */
export function tellsHalf(group: number, floor: number): boolean {
  return Math.ceil(group / 2) - 1 + NOISE_DEVIATION >= floor;
}

/**
 * The noisy count decides *low* and *high* too, so that neither reveals the true count's side of the floor. In a small group,
 * where *low* would say that neither the count nor the rest meets the floor, they name the half with the noisy count.
 */
export function hiddenCode(own: number, noisy: number, group: number, floor: number): number {
  if (!isSmall(group, floor)) return own < floor || noisy < floor ? HIDDEN_CODES.low : HIDDEN_CODES.high;
  if (!tellsHalf(group, floor)) return HIDDEN_CODES.either;
  return 2 * noisy < group ? HIDDEN_CODES.low : HIDDEN_CODES.high;
}

export type Bounds = readonly [least: number, most: number];

/** What *low* says of the true count: in a small group, the lower half widened by the noise. */
export function low(students: number, floor: number): Bounds {
  return [0, (isSmall(students, floor) ? Math.ceil(students / 2) : floor) - 1 + NOISE_DEVIATION];
}

/** Of *high* likewise. */
export function high(students: number, floor: number): Bounds {
  const few = isSmall(students, floor) ? Math.floor(students / 2) : floor - 1;
  return [students - few - NOISE_DEVIATION, students];
}

/** What the way a count is hidden says of the true one. @param code one of HIDDEN_CODES */
export function sideOf(code: number, group: number, floor: number): Bounds {
  if (code === HIDDEN_CODES.low) return low(group, floor);
  return code === HIDDEN_CODES.high ? high(group, floor) : [0, group];
}

/** What a shown count, or one in a range, says of the true one: the noise moved it no farther, and both met the floor. */
export function shownBounds([least, most]: Bounds, group: number, floor: number): Bounds {
  return [Math.max(floor, least - NOISE_DEVIATION), Math.min(group - floor, most + NOISE_DEVIATION)];
}
