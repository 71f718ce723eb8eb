/** Protected counts as numbers: a shown count is itself, a hidden one is a code below every floor. */
import { HIDDEN_CODES } from '../hidden.ts';

/** Hidden as `either`, but at least half of the group with the noise: what membership in a cluster says. */
export const EITHER_MOSTLY = Math.max(...Object.values(HIDDEN_CODES)) + 1;

export function isShown(code: number): boolean {
  return code > EITHER_MOSTLY;
}

/** Few and nearly all by the noisy count too, so that neither tells on which side of the floor the true one is. */
export function hiddenCode(own: number, noisy: number, group: number, floor: number): number {
  const isFew = own < floor || noisy < floor;
  const isNearlyAll = group - own < floor || group - noisy < floor;
  if (isFew !== isNearlyAll) return isFew ? HIDDEN_CODES.low : HIDDEN_CODES.high;
  return eitherCode(noisy, group);
}

export function eitherCode(noisy: number, group: number): number {
  return 2 * noisy >= group ? EITHER_MOSTLY : HIDDEN_CODES.either;
}
