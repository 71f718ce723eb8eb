import { plainSigns } from './typography.ts';

/**
 * A count in the notations of people and spreadsheets: "1240", "1,240", "1 240", "1240.0". Decimals are refused: "12,5" is not 125,
 * and "1.234" may be a fraction. Up to seven digits.
 */
export function readCount(text: string): number | undefined {
  const digits = /^(\d{1,7}|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.0+)?$/.exec(plainSigns(text).trim())?.[1];
  const count = digits?.replace(/[, ]/g, '');
  return count === undefined || count.length > 7 ? undefined : Number(count);
}

/** A whole number typed for a program: digits only. NaN for anything else. */
export function readDigits(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
