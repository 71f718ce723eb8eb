/**
 * Finds the fault of a table that failed. A slow second pass in file order, run only then, so that good files pay for one
 * yes-or-no per row.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
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
    const wanted = wantedIn(column as ColumnName, table);
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
  const column = 'h3_res8_id';
  return fccErrors.cell(table.name, Number(row[0]), column, phrase('fcc.found/no-cell'), wantedIn(column, table));
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
function found(value: unknown): Phrase | string {
  if (value === null || value === undefined || String(value).trim() === '') return phrase('fcc.found/nothing');
  const text = String(value);
  return /^([-+0-9.]{1,12}|[A-Za-z]{1,2})$/.test(text)
    ? `"${text}"`
    : phrase('fcc.found/text', { characters: text.length });
}

/** In a column of whole numbers, any scientific notation has lost digits, even "1e3". */
function isCut(value: unknown): boolean {
  return /^\s*[-+]?\d{1,20}([.,]\d{0,20})?e[-+]?\d{1,3}\s*$/i.test(String(value));
}

function wantedIn(column: ColumnName, { technology, usps }: Table): Phrase {
  if (column === 'state_usps') return phrase('fcc.wanted/state_usps', { usps });
  if (column === 'technology' && technology !== undefined)
    return phrase('fcc.wanted/technology-of-file', { technologyCode: technology });
  return phrase(`fcc.wanted/${column}`);
}

/** DuckDB names the line of a row it cannot parse; the row itself is not repeated. */
function structureRefusal(table: Table, error: unknown): Refusal | undefined {
  const message = error instanceof Error ? error.message : '';
  if (!message.includes('CSV Error')) return undefined;
  const line = Number(/CSV Error on Line: (\d+)/.exec(message)?.[1]) || undefined;
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message);
  if (columns)
    return fccErrors.structure(
      table.name,
      line,
      phrase('fcc.found/columns', { valueCount: Number(columns[2]), columnCount: Number(columns[1]) }),
    );
  if (/unterminated quote/i.test(message)) return fccErrors.structure(table.name, line, phrase('fcc.found/open-quote'));
  if (/unicode|utf-8/i.test(message)) return fccErrors.structure(table.name, line, phrase('fcc.found/encoding'));
  return fccErrors.structure(table.name, line, phrase('fcc.found/no-csv'));
}
