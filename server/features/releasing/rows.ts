/** Rows of `published`, in the form of the bulk insert. */
import { HIDDEN_CODES, HIDDEN_LETTERS, type Hidden } from '../../domain/hidden.ts';
import type { Column, ColumnBatch, Value } from '../../platform/load.ts';

/** The columns of counts, after all others. */
export const COUNT_COLUMNS: readonly Column[] = [
  { name: 'counts', type: 'integer[]' },
  { name: 'hidden', type: 'text' },
];

const LETTER_OF_CODE = new Map<number, string>(
  Object.entries(HIDDEN_CODES).map(([hidden, code]) => [code, HIDDEN_LETTERS[hidden as Hidden]] as const),
);

/**
 * A row of counts as the tables store it: an array literal with NULL for hidden counts, and one letter per statistic.
 *
 * @param codes published counts, or codes of hidden ones
 */
export function countedRow(codes: Int32Array): Value[] {
  const { counts, hidden } = shownCounts(codes);
  return [`{${counts.map((count) => count ?? 'NULL').join()}}`, hidden];
}

/** What `countedRow` stores, as readers get it. @param codes published counts, or codes of hidden ones */
export function shownCounts(codes: Int32Array): { counts: (number | null)[]; hidden: string } {
  const letters = Array.from(codes, (code) => LETTER_OF_CODE.get(code));
  return {
    counts: letters.map((letter, i) => (letter ? null : (codes[i] ?? 0))),
    hidden: letters.map((letter) => letter ?? '.').join(''),
  };
}

/** The row of a place without a patch of its own: nothing shown, no reason given. */
export function emptyRow(statistics: number): Value[] {
  return countedRow(new Int32Array(statistics).fill(HIDDEN_CODES.low));
}

/** A row is some 1,200 characters of text: batches of this size keep a statement to a few megabytes. */
const BATCH_ROWS = 4_000;

/** Rows in the form of the bulk insert: column by column, some thousands at a time. */
export function* inBatches<Row>(
  rows: readonly Row[],
  values: (row: Row, position: number) => readonly Value[],
): Generator<ColumnBatch> {
  for (let from = 0; from < rows.length; from += BATCH_ROWS) {
    const columns: Value[][] = [];
    for (const [i, row] of rows.slice(from, from + BATCH_ROWS).entries())
      for (const [column, value] of values(row, from + i).entries()) {
        const own = columns[column];
        if (own) own.push(value);
        else columns.push([value]);
      }
    yield columns;
  }
}
