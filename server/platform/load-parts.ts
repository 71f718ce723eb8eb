/** Bulk inserts of long work, in parts, so that others have their turn between two. */
import type { Actor } from '../domain/actor.ts';
import type { Db, Tx } from './db.ts';
import type { Column, ColumnBatch, Value } from './load.ts';

/** So many rows take the embedded database less than 0.1 s. */
const ROWS_AT_ONCE = 5_000;

type Load = (tx: Tx, table: string, columns: readonly Column[], batches: readonly ColumnBatch[]) => Promise<number>;

/**
 * Each part is a transaction of its own: what a failure leaves behind, the caller removes.
 *
 * @param load `loadStaged` for a table with row level security
 * @returns rows written
 */
export async function loadInParts(
  db: Db,
  actor: Actor,
  table: string,
  columns: readonly Column[],
  batches: AsyncIterable<ColumnBatch> | Iterable<ColumnBatch>,
  load: Load = (tx, ...rows) => tx.load(...rows),
): Promise<number> {
  let written = 0;
  let part: ColumnBatch[] = [];
  let rows = 0;
  const flush = async () => {
    const own = part;
    [part, rows] = [[], 0];
    if (own.length > 0) written += await db.as(actor, (tx) => load(tx, table, columns, own));
  };
  for await (const batch of batches) {
    part.push(batch);
    rows += batch[0]?.length ?? 0;
    if (rows >= ROWS_AT_ONCE) await flush();
  }
  await flush();
  return written;
}

/** The same rows in batches of at least so many, so that many small ones take few statements. */
export function* joined(batches: Iterable<ColumnBatch>, rows: number): Generator<ColumnBatch> {
  let columns: Value[][] = [];
  for (const batch of batches) {
    for (const [i, column] of batch.entries()) {
      const own = columns[i] ?? [];
      columns[i] = own;
      for (let row = 0; row < column.length; row++) own.push(column[row] ?? null);
    }
    if ((columns[0]?.length ?? 0) < rows) continue;
    yield columns;
    columns = [];
  }
  if (columns.length > 0) yield columns;
}
