/** Protected counts as numbers: a shown count is itself, a hidden one is a code below every floor. */
import { HIDDEN_CODES } from '../hidden.ts';
import { NOISE_DEVIATION } from './noise.ts';

export function isShown(code: number): boolean {
  return code > HIDDEN_CODES.either;
}

/** Whether a count of so small a group can be few and, with the same noise, nearly all. */
export function isSmall(group: number, floor: number): boolean {
  return group <= 2 * floor + NOISE_DEVIATION - 2;
}

/** Whether a small group leaves room for the floor in either half, so that to say which proves no smaller group. */
export function tellsHalf(group: number, floor: number): boolean {
  return Math.ceil(group / 2) - 1 + NOISE_DEVIATION >= floor;
}

/**
 * Few and nearly all by the noisy count too, so that neither tells on which side of the floor the true one is. Of a small group,
 * where "few" would say that neither the count nor what it leaves meets the floor, which half the noisy count is in.
 */
export function hiddenCode(own: number, noisy: number, group: number, floor: number): number {
  if (!isSmall(group, floor)) return own < floor || noisy < floor ? HIDDEN_CODES.low : HIDDEN_CODES.high;
  if (!tellsHalf(group, floor)) return HIDDEN_CODES.either;
  return 2 * noisy < group ? HIDDEN_CODES.low : HIDDEN_CODES.high;
}
