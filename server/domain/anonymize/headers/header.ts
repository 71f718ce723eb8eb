/** Finds the start of the table in an export: systems print a title, a date, a school above the header. */
import { fieldOfName } from './column-names.ts';
import { fieldsNamed } from './guess.ts';

/** Number of rows searched for the header. */
export const HEADER_WITHIN = 30;

/**
 * @param rows the first rows of the file
 * @returns position of the line that names the most distinct fields, the first of several; undefined if none names two
 */
export function headerAt(rows: readonly (readonly string[])[]): number | undefined {
  let best: number | undefined;
  let most = 1;
  for (const [i, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const named = fieldsNamed(row);
    if (named <= most || isData(row)) continue;
    most = named;
    best = i;
  }
  return best;
}

/**
 * The line above the header that may be the header itself: a title is alone in its line, column names are not.
 *
 * @param above rows that stand above the header
 * @returns position of the first with several values
 */
export function severalValuesAt(above: readonly (readonly string[])[]): number | undefined {
  const at = above.findIndex((row) => filledOf(row).length > 1);
  return at < 0 ? undefined : at;
}

/**
 * Whether a line belongs to a student instead of naming columns, whatever its values: "N", "Y" and
 * "x" are also column names of some systems.
 */
function isData(row: readonly string[]): boolean {
  const filled = filledOf(row);
  const different = new Set(filled.map((text) => text.toLowerCase())).size;
  if (different < filled.length * LEAST_DIFFERENT) return true;
  return filled.some((text) => VALUE.test(text) && fieldOfName(text) === undefined);
}

/** Column names rarely repeat; ticks and flags do. */
const LEAST_DIFFERENT = 0.6;

/** Decimals, numbers longer than a year, dates, e-mail addresses. A column may be called "2026", but none of these. */
const VALUE = /^[-+]?\d+[.,]\d+$|^[-+]?\d{5,}$|^\d{5}-\d{4}$|^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?$|^\S+@\S+\.\S+$/;

function filledOf(row: readonly string[]): string[] {
  return row.map((text) => text.trim()).filter((text) => text !== '');
}
