/**
 * Finds out what is wrong with a table that failed. Slow (a second pass, in the order of the file) and only run then, so
 * that good files pay for one yes-or-no a row.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Refusal } from '../../../platform/problem.ts';
import { fccErrors } from './errors.ts';
import { COLUMNS, type ColumnName } from './header.ts';
import { CELL, csvSource, rowChecks, type Table, TYPES } from './table.ts';

/** @returns the refusal for the first bad line, or undefined when all lines are good */
export async function diagnose(duck: DuckDBConnection, table: Table): Promise<Refusal | undefined> {
  await duck.run('set preserve_insertion_order = true');
  try {
    const [row] = (await duck.runAndReadAll(firstBadRow(table))).getRows();
    if (!row) return undefined;
    const [line, column, value] = row;
    return fccErrors.cell(table.name, Number(line), String(column), found(value), wanted(table)[column as ColumnName]);
  } catch (error) {
    return structureRefusal(table, error);
  } finally {
    await duck.run('set preserve_insertion_order = false');
  }
}

/** The refusal for an index of the right form that is no cell of the grid. */
export async function diagnoseCell(
  duck: DuckDBConnection,
  tables: readonly Table[],
  cellText: string,
): Promise<Refusal | undefined> {
  await duck.run('set preserve_insertion_order = true');
  for (const table of tables) {
    const result = await duck.runAndReadAll(
      `select min(line) from (${numberedRows(table)}) where lower(raw_h3_res8_id) = $1`,
      [cellText],
    );
    const line = result.getRows()[0]?.[0];
    if (line != null)
      return fccErrors.cell(
        table.name,
        Number(line),
        'h3_res8_id',
        'an index that is no cell',
        wanted(table).h3_res8_id,
      );
  }
  return undefined;
}

function firstBadRow(table: Table): string {
  const checks = rowChecks(table);
  const when = (then: (column: ColumnName) => string) =>
    `case ${COLUMNS.map((column) => `when (${checks[column]}) is not true then ${then(column)}`).join(' ')} end`;
  return `
    select line, ${when((column) => `'${column}'`)}, ${when((column) => `raw_${column}`)}
    from (${numberedRows(table)})
    where (${Object.values(checks).join(' and ')}) is not true
    order by line
    limit 1`;
}

/** Every row with its line, its text columns, and the same columns typed where they can be. */
function numberedRows(table: Table): string {
  const columns = COLUMNS.map(
    (column) => `${column} as raw_${column}, try_cast(${column} as ${TYPES[column] ?? 'varchar'}) as ${column}`,
  );
  return `select row_number() over () + 1 as line, ${CELL} as cell, ${columns.join(', ')} from ${csvSource(table, {})}`;
}

/** What a person may read of a bad value: numbers and codes as they are, anything longer by its length only. */
function found(value: unknown): string {
  if (value === null || value === undefined || String(value).trim() === '') return 'nothing';
  const text = String(value);
  return /^([-+0-9.]{1,12}|[A-Za-z]{1,2})$/.test(text) ? `"${text}"` : `text of ${text.length} characters`;
}

function wanted(table: Table): Record<ColumnName, string> {
  return {
    frn: 'an FCC registration number of ten digits',
    provider_id: 'a provider id of six digits',
    brand_name: 'a name',
    location_id: 'a location id of ten digits',
    technology:
      table.technology === undefined
        ? 'an FCC technology code'
        : `${table.technology}, the technology of the file's name,`,
    max_advertised_download_speed: 'a speed in Mbps',
    max_advertised_upload_speed: 'a speed in Mbps',
    low_latency: '0 or 1',
    business_residential_code: 'B, R or X',
    state_usps: `${table.usps}, the state of the file,`,
    h3_res8_id: 'an H3 cell of resolution 8 in 15 characters',
  };
}

/** DuckDB names the line of a row it cannot take apart; the row itself is not repeated. */
function structureRefusal(table: Table, error: unknown): Refusal | undefined {
  const message = error instanceof Error ? error.message : '';
  if (!message.includes('CSV Error')) return undefined;
  const line = Number(/CSV Error on Line: (\d+)/.exec(message)?.[1]) || undefined;
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (columns)
    return fccErrors.structure(table.name, line, `found ${columns[2]} columns where the header has ${columns[1]}`);
  if (/unterminated quote/i.test(message))
    return fccErrors.structure(table.name, line, 'a quotation mark is opened and not closed');
  if (/unicode|utf-8/i.test(message)) return fccErrors.structure(table.name, line, 'the text is not UTF-8');
  return fccErrors.structure(table.name, line, 'the line cannot be read as CSV');
}
