/**
 * Finds the fault of a table that failed. A slow second pass in file order, run only then, so that good files pay for one
 * yes-or-no per row.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Refusal } from '../../../platform/problem.ts';
import { literal } from './duck.ts';
import { fccErrors } from './errors.ts';
import { COLUMNS, type ColumnName, rowChecks, type Table, typedRows } from './table.ts';

/** @returns the refusal for the first bad line, or undefined when all lines are good */
export async function diagnose(duck: DuckDBConnection, table: Table): Promise<Refusal | undefined> {
  try {
    const row = await firstLine(duck, firstBadRow(table));
    if (!row) return undefined;
    const [line, column, value] = row;
    const wanted = WANTED[column as ColumnName](table);
    if (isCut(value)) return fccErrors.cut(table.name, Number(line), String(column), String(value), wanted);
    return fccErrors.cell(table.name, Number(line), String(column), found(value), wanted);
  } catch (error) {
    return structureRefusal(table, error);
  }
}

/** The refusal for a well-formed index that is no cell of the grid; undefined when this table does not contain it. */
export async function diagnoseCell(
  duck: DuckDBConnection,
  table: Table,
  cellText: string,
): Promise<Refusal | undefined> {
  const row = await firstLine(duck, lineWhere(table, `lower(raw_h3_res8_id) = ${literal(cellText)}`));
  if (row?.[0] == null) return undefined;
  return fccErrors.cell(table.name, Number(row[0]), 'h3_res8_id', 'an index that is no cell', WANTED.h3_res8_id(table));
}

/** The refusal for location ids that all end in zeros. */
export async function diagnoseRounded(duck: DuckDBConnection, table: Table): Promise<Refusal> {
  const row = await firstLine(duck, lineWhere(table, 'location_id % 1000 = 0'));
  return fccErrors.rounded(table.name, Number(row?.[0]));
}

async function firstLine(duck: DuckDBConnection, query: string): Promise<unknown[] | undefined> {
  await duck.run('set preserve_insertion_order = true');
  try {
    return (await duck.runAndReadAll(query)).getRows()[0];
  } finally {
    await duck.run('set preserve_insertion_order = false');
  }
}

function firstBadRow(table: Table): string {
  const checks = rowChecks(table);
  const when = (then: (column: ColumnName) => string) =>
    `case ${COLUMNS.map((column) => `when (${checks[column]}) is not true then ${then(column)}`).join(' ')} end`;
  const all = Object.values(checks).map((check) => `(${check})`);
  return `
    select line, ${when((column) => `'${column}'`)}, ${when((column) => `raw_${column}`)}
    from (${numberedRows(table)})
    where (${all.join(' and ')}) is not true
    order by line
    limit 1`;
}

function lineWhere(table: Table, condition: string): string {
  return `select min(line) from (${numberedRows(table)}) where ${condition}`;
}

function numberedRows(table: Table): string {
  return typedRows(table, ['row_number() over () + 1 as line']);
}

/** How a bad value is shown: numbers and codes as they are, anything longer by its length only. */
function found(value: unknown): string {
  if (value === null || value === undefined || String(value).trim() === '') return 'nothing';
  const text = String(value);
  return /^([-+0-9.]{1,12}|[A-Za-z]{1,2})$/.test(text) ? `"${text}"` : `text of ${text.length} characters`;
}

/** In a column of whole numbers, any scientific notation has lost digits, even "1e3". */
function isCut(value: unknown): boolean {
  return /^\s*[-+]?\d{1,20}([.,]\d{0,20})?e[-+]?\d{1,3}\s*$/i.test(String(value));
}

const WANTED: Record<ColumnName, (table: Table) => string> = {
  frn: () => 'an FCC registration number of ten digits',
  provider_id: () => 'a provider id of six digits',
  brand_name: () => 'a name',
  location_id: () => 'a location id of ten digits',
  technology: ({ technology }) =>
    technology === undefined ? 'an FCC technology code' : `${technology}, the technology of the file's name,`,
  max_advertised_download_speed: () => 'a speed in whole Mbps',
  max_advertised_upload_speed: () => 'a speed in whole Mbps',
  low_latency: () => '0 or 1',
  business_residential_code: () => 'B, R or X',
  state_usps: ({ usps }) => `${usps}, the state of the file,`,
  h3_res8_id: () => 'an H3 cell of resolution 8 in 15 characters',
  block_geoid: () => 'a census block of 15 digits',
};

/** DuckDB names the line of a row it cannot parse; the row itself is not repeated. */
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
