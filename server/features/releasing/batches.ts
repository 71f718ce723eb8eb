import type { ColumnBatch, Value } from '../../platform/load.ts';

/** Row texts are some 1,200 characters: this many at a time keep a statement to a few megabytes. */
const BATCH_ROWS = 4_000;

/** Rows as the bulk insert takes them: column by column, some thousands at a time. */
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
