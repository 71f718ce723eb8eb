/** The FCC provider list: one row per registration number (FRN); a provider id may have many. */

import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import { isShortened } from '../../../domain/spreadsheet.ts';
import type { CsvRow } from '../../../platform/csv/records.ts';
import { Refusal } from '../../../platform/problem.ts';
import { openTable } from '../../../platform/sheet/open.ts';
import { providerErrors } from './errors.ts';

export interface Provider {
  readonly id: number;
  readonly name: string;
  /** Null where the list gives none. */
  readonly holdingCompany: string | null;
  /** Ten digits each, sorted. */
  readonly frns: readonly string[];
  /** `ILEC`, `Non-ILEC`, or both joined by a comma where its registrations differ. */
  readonly operationType: string | null;
}

/** The FCC's past names of each column; its download of 2024 calls the holding company an affiliation. */
const ALIASES: Readonly<Record<keyof Row, readonly string[]>> = {
  providerId: ['provider_id'],
  holdingCompany: ['holding_company', 'affiliation'],
  frn: ['frn'],
  name: ['provider_name'],
  operationType: ['operation_type'],
};

interface Row {
  providerId: string;
  holdingCompany: string;
  frn: string;
  name: string;
  operationType: string;
}

/**
 * @param onNote called for values that were read but look as if a spreadsheet had changed them
 * @throws Refusal providers.*, csv.* and sheet.* for the first unusable row, naming file, line, column and what to do
 */
export async function readProviders(path: string, onNote: (note: Phrase) => void): Promise<Provider[]> {
  const file = basename(path);
  const rows = new Map<number, Row[]>();
  for await (const { row, line } of rowsOf(path, file, onNote)) {
    const badValue = (column: string, value: string, wanted: Phrase) =>
      providerErrors.badValue(file, line, column, value, wanted);
    for (const column of Object.keys(ALIASES) as (keyof Row)[])
      if (row[column].includes('\0'))
        throw badValue(ALIASES[column][0] ?? column, row[column], phrase('providers.wanted/text'));
    const id = providerIdOf(row.providerId);
    for (const [column, value] of [
      ['provider_id', id === undefined ? row.providerId : ''],
      ['frn', row.frn],
    ] as const)
      if (isShortened(value)) throw providerErrors.shortened(file, line, column);
    if (id === undefined) throw badValue('provider_id', row.providerId, phrase('providers.wanted/provider_id'));
    if (String(id) !== row.providerId)
      onNote(phrase('providers.id-read', { file, line, text: row.providerId, value: String(id) }));
    if (!/^\d{1,10}$/.test(row.frn)) throw badValue('frn', row.frn, phrase('providers.wanted/frn'));
    if (row.name === '') throw badValue('provider_name', row.name, phrase('providers.wanted/provider_name'));
    rows.set(id, [...(rows.get(id) ?? []), row]);
  }
  if (rows.size === 0) throw providerErrors.empty(file);
  return [...rows].sort(([a], [b]) => a - b).map(([id, ofProvider]) => providerOf(id, ofProvider));
}

/**
 * The FCC's own download of 2024 writes ids such as 400000 as 4e+05: statistics programs shorten to one digit where that loses
 * nothing. Spreadsheets write 130317 as 1.30E+05, or in capitals as 1E+05: those have lost digits.
 */
function providerIdOf(text: string): number | undefined {
  const id = /^(\d{1,8}|[1-9]e\+?0?[5-7])$/.test(text) ? Number(text) : 0;
  return Number.isInteger(id) && id > 0 && id < 1e8 ? id : undefined;
}

function providerOf(id: number, rows: readonly Row[]): Provider {
  const distinct = (values: string[]) => [...new Set(values)].sort();
  return {
    id,
    name: mostFrequent(rows.map((row) => row.name)),
    holdingCompany: mostFrequent(rows.map((row) => row.holdingCompany)) || null,
    frns: distinct(rows.map((row) => row.frn.padStart(10, '0'))),
    operationType: distinct(rows.map((row) => row.operationType).filter((type) => type !== '')).join(', ') || null,
  };
}

/** The most frequent value; of several, the alphabetically first, so that the order of the list does not matter. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0] ?? '';
}

async function* rowsOf(
  path: string,
  file: string,
  onNote: (note: Phrase) => void,
): AsyncGenerator<{ row: Row; line: number }> {
  let columns: Record<keyof Row, number> | undefined;
  let width = 0;
  for await (const { line, fields } of linesOf(path, file, onNote)) {
    const values = fields.map((value) => value.trim());
    if (!columns) {
      columns = columnsOf(values, file);
      width = values.length;
    } else if (values.length !== width) throw providerErrors.width(file, line, values.length, width);
    else yield { row: rowOf(values, columns), line };
  }
}

async function* linesOf(path: string, file: string, onNote: (note: Phrase) => void): AsyncGenerator<CsvRow> {
  try {
    const { rows, notes } = await openTable(() => createReadStream(path));
    for (const note of notes) onNote(phrase('homes.of-file', { file, said: note }));
    for await (const batch of rows()) yield* batch;
  } catch (error) {
    throw error instanceof Refusal ? providerErrors.file(file, error) : error;
  }
}

function columnsOf(header: readonly string[], file: string): Record<keyof Row, number> {
  const names = header.map((name) => name.toLowerCase());
  const position = (column: keyof Row) => names.findIndex((name) => ALIASES[column].includes(name));
  const columns: Record<keyof Row, number> = {
    providerId: position('providerId'),
    holdingCompany: position('holdingCompany'),
    frn: position('frn'),
    name: position('name'),
    operationType: position('operationType'),
  };
  const missing = (Object.keys(columns) as (keyof Row)[]).filter((column) => columns[column] < 0);
  if (missing.length > 0)
    throw providerErrors.header(
      file,
      missing.map((column) => ALIASES[column][0] ?? column),
    );
  return columns;
}

function rowOf(record: readonly string[], columns: Record<keyof Row, number>): Row {
  const cell = (column: keyof Row) => record[columns[column]] ?? '';
  return {
    providerId: cell('providerId'),
    holdingCompany: cell('holdingCompany'),
    frn: cell('frn'),
    name: cell('name'),
    operationType: cell('operationType'),
  };
}
