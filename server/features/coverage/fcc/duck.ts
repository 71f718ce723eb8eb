/** The DuckDB of one import: on disk in the import's scratch folder, bounded in memory, closed and gone afterwards. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/**
 * Of DuckDB's own buffers. The process peaks at 1.3 to 1.6 times this on 20 million rows (scripts/bench/fcc), because
 * CSV buffers and hash table directories are not counted.
 */
const MEMORY_LIMIT = '800MB';

export async function withDuck<T>(folder: string, work: (duck: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(join(folder, 'fcc.duckdb'), {
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

/** A text as an SQL literal, where DuckDB takes no parameter. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
