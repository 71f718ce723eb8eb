/** Lines of an export that are not a student's row. */
import { fieldsNamed } from '../headers/guess.ts';

/**
 * Totals and notes that systems print under their tables: without a student number, and nearly empty. Also the header,
 * which reports repeat on every page.
 *
 * @param studentColumn column of the student numbers
 */
export function isStray(row: readonly string[], studentColumn: number | undefined): boolean {
  const number = (row[studentColumn ?? -1] ?? '').trim();
  if (/\d/.test(number) && /^['\w-]+$/.test(number)) return false;
  if (number !== '' && fieldsNamed(row) >= LEAST_NAMED && !row.some((value) => /\d{3}/.test(value))) return true;
  if (/^['\w-]+$/.test(number) && !FOOTER.test(number)) return false;
  return row.reduce((filled, value) => filled + (value.trim() === '' ? 0 : 1), 0) <= 2;
}

/** Most column names that a row of data matches by chance. */
const LEAST_NAMED = 3;

const FOOTER = /^(total|totals|count|records?|rows?|page|end|printed|generated|report)$/i;

/** Counts blank lines, which readers skip, by the gaps between rows. */
export class BlankLines {
  #next: number | undefined;
  #row: readonly string[] = [];

  /**
   * @param line physical line the row begins on
   * @returns number of blank lines between this row and the previous one
   */
  before(row: readonly string[], line: number): number {
    const gap = this.#next === undefined ? 0 : line - this.#next;
    const blank = gap > 0 ? Math.max(0, gap - lineEndsIn(this.#row)) : 0;
    this.#next = line + 1;
    this.#row = row;
    return blank;
  }
}

function lineEndsIn(row: readonly string[]): number {
  return row.reduce((sum, value) => sum + (value.split('\n').length - 1), 0);
}
