/** Protected counts as numbers: a shown count is itself, a hidden one is a code below every floor. */
import { HIDDEN_CODES } from '../hidden.ts';

export function isShown(code: number): boolean {
  return code > HIDDEN_CODES.either;
}

/** Few and nearly all by the noisy count too, so that neither tells on which side of the floor the true one is. */
export function hiddenCode(own: number, noisy: number, group: number, floor: number): number {
  const isFew = own < floor || noisy < floor;
  const isNearlyAll = group - own < floor || group - noisy < floor;
  if (isFew !== isNearlyAll) return isFew ? HIDDEN_CODES.low : HIDDEN_CODES.high;
  return HIDDEN_CODES.either;
}
