/** What spreadsheets do to the numbers they show. */
import { plainSigns } from './typography.ts';

/**
 * Whether a number is in scientific notation: a spreadsheet cut its digits, which cannot be recovered.
 * "1.5E+09", "1,5E+09", "12.3e8" and "2e+08" are; "4E12" may be somebody's identifier.
 */
export function isShortened(text: string): boolean {
  return SHORTENED.test(plainSigns(text).trim());
}

const SHORTENED = /^'?[-+]?\d{1,3}(?:[.,]\d+E[-+]?|E\+)\d+$/i;

/** Digits a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15;

/**
 * Whether a number may have lost digits to a spreadsheet that keeps fifteen and writes zeros for the rest. One in ten numbers of
 * sixteen digits ends that way by chance, so a column must decide.
 */
export function isRounded(text: string): boolean {
  return hasLostRoom(text) && /^\d{15}0+(?:\.0+)?$/.test(text.trim());
}

/** Whether a number has more digits than a spreadsheet keeps. */
export function hasLostRoom(text: string): boolean {
  const digits = /^\d+(?=(?:\.0+)?$)/.exec(text.trim())?.[0] ?? '';
  return digits.length > KEPT_DIGITS;
}

/** Whether a number was converted to a date, like 3-14 and 1/2/26: the original cannot be recovered. */
export function isDated(text: string): boolean {
  return DATE.test(plainSigns(text).trim().toUpperCase());
}

const DATE =
  /^(\d{1,2}[-/]\d{1,2}[-/]\d{2,4}|\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T].*)?|\d{1,2}-(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(-\d{2,4})?|(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)-\d{2,4})$/;

/** Whether a column was too narrow to show the number: "#####". */
function isHidden(text: string): boolean {
  return /^#{2,}$/.test(text.trim());
}

/** Whether a spreadsheet changed a typed number in any of these ways except rounding. */
export function isDamaged(text: string): boolean {
  if (UNHARMED.test(text)) return false;
  return isShortened(text) || isDated(text) || isHidden(text);
}

const UNHARMED = /^(?:-?\d+(?:\.\d+)?)?$/;
