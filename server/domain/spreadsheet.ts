/** What spreadsheets do to the numbers they show. */

/**
 * Whether a number stands in scientific notation: a spreadsheet cut its digits, and which they were cannot be told any more.
 * "1.5E+09", "1,5E+09" and "2e+08" are so; "4E12" may be somebody's identifier.
 */
export function isShortened(text: string): boolean {
  return SHORTENED.test(text.trim());
}

const SHORTENED = /^[-+]?\d(?:[.,]\d+E\+?|E\+)\d+$/i;
