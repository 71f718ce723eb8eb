import type { Tx } from './db.ts';
import type { Column, ColumnBatch } from './load.ts';

/**
 * Bulk insert into a table with row level security. That forbids COPY, so on native it goes by way of a temporary table; the embedded
 * database has no COPY. Returns rows written.
 */
export async function loadStaged(
  tx: Tx,
  table: string,
  columns: readonly Column[],
  batches: Iterable<ColumnBatch>,
): Promise<number> {
  if (tx.kind === 'embedded') return tx.load(table, columns, batches);
  const names = columns.map(({ name }) => name).join(', ');
  await tx.run(
    `create temporary table staged (${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}) on commit drop`,
  );
  await tx.load('staged', columns, batches);
  const rows = await tx.run(`insert into ${table} (${names}) select ${names} from staged`);
  await tx.run('drop table staged');
  return rows;
}
