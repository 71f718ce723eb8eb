import { plainSigns } from './typography.ts';

/**
 * A count as people and spreadsheets write it: "1240", "1,240", "1 240", "1240.0". A decimal makes none: "12,5" is not 125 and
 * "1.234" may be one and a bit. Up to seven digits.
 */
export function readCount(text: string): number | undefined {
  const digits = /^(\d{1,7}|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.0+)?$/.exec(plainSigns(text).trim())?.[1];
  const count = digits?.replace(/[, ]/g, '');
  return count === undefined || count.length > 7 ? undefined : Number(count);
}

/** A whole number as a person types it for a program: digits and nothing else. NaN for all that is not. */
export function readDigits(text: string): number {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
