/** Turns packed tables into checked rows files. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { getResolution, isValidCell } from 'h3-js';
import { columnsUsed } from '../../../domain/columns-used.ts';
import { type Phrase, phrase } from '../../../domain/messages/phrase.ts';
import { STATE_USPS } from '../../../domain/states.ts';
import type { TechnologyCode } from '../../../domain/technology.ts';
import type { Step } from '../../../platform/progress.ts';
import { diagnose, diagnoseCell, diagnoseRounded } from './diagnose.ts';
import { fccErrors } from './errors.ts';
import type { Input } from './inputs.ts';
import { cellsOf, hasRoundedLocations, rowsByTechnology, writeRows } from './rows-file.ts';
import { type Header, readHeader, type Table } from './table.ts';
import { unpack } from './unpack.ts';

/** A table that was read and passed all checks. */
export interface Prepared {
  readonly input: Input;
  /** Its rows, in the import's scratch folder. */
  readonly path: string;
  /** Row counts. A table whose name says its technology has only that entry, even if 0. */
  readonly rows: ReadonlyMap<TechnologyCode, number>;
}

/**
 * @param folder for unpacked tables, deleted once read, and for rows files
 * @throws Refusal for the first bad line of the first bad file
 */
export async function prepareTables(
  duck: DuckDBConnection,
  inputs: readonly Input[],
  folder: string,
  step: Step,
): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  const headers: { name: string; header: Header }[] = [];
  for (const [position, input] of inputs.entries()) {
    const plain = join(folder, 'table.csv');
    // A link, because DuckDB treats stars and brackets in a path as patterns.
    if (input.packing === 'plain') symlinkSync(input.path, plain);
    else await unpack(input, plain);
    const header = readHeader(plain, input.name);
    headers.push({ name: input.name, header });
    prepared.push(await prepareTable(duck, input, tableOf(input, plain, header), join(folder, `${position}.parquet`)));
    rmSync(plain);
    step.advance(1);
  }
  noteUnread(headers, step);
  noteFirst(inputs, step);
  return prepared;
}

function tableOf({ name, technology, vintage }: Input, path: string, { columns }: Header): Table {
  return { name, path, columns, technology, usps: STATE_USPS[vintage.stateFips] ?? '' };
}

async function prepareTable(duck: DuckDBConnection, input: Input, table: Table, path: string): Promise<Prepared> {
  // Checksums run on the main thread, DuckDB on its own.
  await Promise.all([checkedRows(duck, table, path), input.sha256()]);
  for await (const cell of cellsOf(duck, [path]))
    if (!isValidCell(cell) || getResolution(cell) !== 8)
      throw (await diagnoseCell(duck, table, cell)) ?? new Error('a cell of the rows is not in the table');
  if (await hasRoundedLocations(duck, path)) throw await diagnoseRounded(duck, table);
  const rows = await rowsByTechnology(duck, path);
  if (input.technology !== undefined && rows.size === 0) rows.set(input.technology, 0);
  if (rows.size === 0) throw fccErrors.noRows(input.name);
  return { input, path, rows };
}

/** @throws Refusal for the first bad line */
async function checkedRows(duck: DuckDBConnection, table: Table, path: string): Promise<void> {
  try {
    await writeRows(duck, table, path, 'plain');
  } catch {
    const refusal = await diagnose(duck, table);
    if (refusal) throw refusal;
    await writeRows(duck, table, path, 'whole');
  }
}

/** File names of the first vintages say no revision. */
function noteFirst(inputs: readonly Input[], step: Step): void {
  const first = inputs.find(({ vintage }) => vintage.revision === vintage.asOf);
  if (first) step.note(phrase('fcc.no-revision', { name: first.name }));
}

/** Reports columns that Gapmap does not read, once for all tables with the same ones. */
function noteUnread(headers: readonly { name: string; header: Header }[], step: Step): void {
  const alike = new Map<string, { said: Phrase; names: string[] }>();
  for (const { name, header } of headers) {
    const used = header.given.filter((_, position) => !header.columns[position]?.startsWith('column_'));
    if (used.length < header.given.length) {
      const said = columnsUsed(header.given, used);
      const key = JSON.stringify(said);
      alike.set(key, { said, names: [...(alike.get(key)?.names ?? []), name] });
    }
  }
  for (const { said, names } of alike.values()) {
    const [file = '', ...more] = names;
    step.note(
      more.length === 0
        ? phrase('homes.of-file', { file, said })
        : phrase('homes.of-files', { file, more: more.length, said }),
    );
  }
}
