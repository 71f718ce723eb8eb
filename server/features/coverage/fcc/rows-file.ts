/**
 * A table's rows as Parquet, for counting and for keeping. Version 2 with zstd takes a tenth to
 * a fiftieth of the CSV, and reads back in a tenth of the time of parsing the text.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { isTechnologyCode, type TechnologyCode } from '../../../domain/technology.ts';
import { literal } from './duck.ts';
import { COLUMNS, rowChecks, type Table, typedRows } from './table.ts';

/** Columns of a rows file: the FCC's without the state, which the file name says, and with the cell as a number. */
const KEPT = [...COLUMNS.filter((name) => name !== 'state_usps' && name !== 'h3_res8_id'), 'cell'].join(', ');

/** @throws Error of DuckDB for the first row that fails a check; `diagnose` finds which and why */
export async function writeRows(
  duck: DuckDBConnection,
  table: Table,
  path: string,
  writing: 'plain' | 'whole' = 'whole',
): Promise<void> {
  const checks = Object.values(rowChecks(table, writing)).map((check) => `(${check})`);
  await duck.run(
    `copy (
       select ${KEPT}
       from (${typedRows(table)})
       where case when ${checks.join(' and ')} then true else error('a row fails a check') end
     ) to ${literal(path)} (format parquet, compression zstd, parquet_version v2)`,
  );
}

/** The rows of one technology in a rows file. */
export interface RowsOf {
  readonly path: string;
  readonly technology: TechnologyCode;
}

/** The rows of several files, as SQL: reads each file once, however many of its technologies count. */
export function rowsOf(files: readonly RowsOf[]): string {
  return [...Map.groupBy(files, ({ path }) => path)]
    .map(([path, parts]) => {
      const technologies = parts.map(({ technology }) => technology).join(', ');
      return `select * from ${parquet([path])} where technology in (${technologies})`;
    })
    .join(' union all ');
}

export async function rowsByTechnology(duck: DuckDBConnection, path: string): Promise<Map<TechnologyCode, number>> {
  const result = await duck.runAndReadAll(
    `select technology, count(*) from ${parquet([path])} group by technology order by technology`,
  );
  const rows = result.getRows().map(([technology, count]) => [Number(technology), Number(count)] as const);
  return new Map(rows.filter((row): row is [TechnologyCode, number] => isTechnologyCode(row[0])));
}

/** Depends on the rows only, not on their order or packing. */
export async function fingerprint(duck: DuckDBConnection, files: readonly RowsOf[]): Promise<string> {
  const result = await duck.runAndReadAll(
    `select count(*), bit_xor(hash(${KEPT})), sum(hash(${KEPT}) % 1000003) from (${rowsOf(files)})`,
  );
  return String(result.getRows()[0]);
}

/** Every distinct cell of the files. */
export async function* cellsOf(duck: DuckDBConnection, paths: readonly string[]): AsyncGenerator<string> {
  for await (const chunk of await duck.stream(`select distinct cell from ${parquet(paths)}`))
    for (const cell of chunk.getColumnValues(0)) yield typeof cell === 'bigint' ? cell.toString(16) : '';
}

/** The locations of some cells, each once, in order of their ids. */
export async function locationsInCells(
  duck: DuckDBConnection,
  paths: readonly string[],
  cells: readonly bigint[],
): Promise<{ location: bigint; cell: bigint }[]> {
  const result = await duck.runAndReadAll(
    `select location_id, min(cell)
     from ${parquet(paths)}
     where cell in (${cells.join(', ')})
     group by location_id
     order by location_id`,
  );
  return result
    .getRows()
    .map(([location, cell]) => ({ location: BigInt(String(location)), cell: BigInt(String(cell)) }));
}

/**
 * Whether location ids were rounded: at least half of the rows, and two locations, have an id ending in 000, or
 * one ends in 000000. The chance of that is one in a million, for one file of one location.
 */
export async function hasRoundedLocations(duck: DuckDBConnection, path: string): Promise<boolean> {
  const result = await duck.runAndReadAll(
    `select count_if(location_id % 1000 = 0) * 2 >= count(*) and count(*) > 0
       and (
         count(distinct location_id) filter (location_id % 1000 = 0) > 1
         or count_if(location_id % 1000000 = 0) > 0
       )
     from ${parquet([path])}`,
  );
  return result.getRows()[0]?.[0] === true;
}

function parquet(paths: readonly string[]): string {
  return `read_parquet([${paths.map(literal).join(', ')}])`;
}
