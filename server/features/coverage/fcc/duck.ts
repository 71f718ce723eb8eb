/**
 * The DuckDB of one import: limited memory, spills into the import's scratch folder, and disappears on close. Kept out of a
 * database file, because reading the result back from compressed columns took three times as long.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** Limit of DuckDB's own buffers, without CSV buffers. An import of 20 million rows peaks at 1.1 GB (scripts/bench/fcc). */
const MEMORY_LIMIT = '1000MB';

export async function withDuck<T>(folder: string, work: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY_LIMIT,
    temp_directory: join(folder, 'spill'),
    threads: String(availableParallelism()),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
  });
  const duck = await instance.connect();
  try {
    return await work(duck);
  } finally {
    duck.closeSync();
    instance.closeSync();
  }
}

/** A text as an SQL literal, for places where DuckDB takes no parameter. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
