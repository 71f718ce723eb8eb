/** Rows of the synthetic state as the bulk insert takes them. */
import type { Column, ColumnBatch, Value } from '../../../server/platform/load.ts';

/** @param text names with their types, as `create table` has them */
export function columnsOf(text: string): Column[] {
  return text.split(', ').map((column) => {
    const [name = '', ...type] = column.split(' ');
    return { name, type: type.join(' ') as Column['type'] };
  });
}

export function* inBatches(rows: readonly Value[][]): Generator<ColumnBatch> {
  if (rows.length > 0)
    yield Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column] ?? null));
}
