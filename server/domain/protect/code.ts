/** Protected counts as numbers: a shown count is itself, a hidden one is a code below every floor. */
import { HIDDEN_CODES } from '../hidden.ts';
import { NOISE_DEVIATION } from './noise.ts';

/** Hidden as `either`, but at least half of the group with the noise: what membership in a cluster says. */
export const EITHER_MOSTLY = Math.max(...Object.values(HIDDEN_CODES)) + 1;

/** Hidden as `either`, whichever side and half it is on: where telling would help to prove a small group. */
export const EITHER_UNTOLD = EITHER_MOSTLY + 1;

export function isShown(code: number): boolean {
  return code > EITHER_UNTOLD;
}

/** Few and nearly all by the noisy count too, so that neither tells on which side of the floor the true one is. */
export function hiddenCode(own: number, noisy: number, group: number, floor: number): number {
  const isFew = own < floor || noisy < floor;
  const isNearlyAll = group - own < floor || group - noisy < floor;
  if (isFew !== isNearlyAll) return isFew ? HIDDEN_CODES.low : HIDDEN_CODES.high;
  return eitherCode(noisy, group, floor);
}

export function eitherCode(noisy: number, group: number, floor: number): number {
  return tellsMost(group, floor) && 2 * noisy >= group ? EITHER_MOSTLY : HIDDEN_CODES.either;
}

/** Whether a hidden count may tell which half it is in: "less than half" must not prove fewer than the floor. */
export function tellsMost(group: number, floor: number): boolean {
  return Math.ceil(group / 2) - 1 + NOISE_DEVIATION >= floor;
}
