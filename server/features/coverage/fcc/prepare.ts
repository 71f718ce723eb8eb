/** Takes one filing's files from packed bytes to an aggregated, checked DuckDB table. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { getResolution, isValidCell } from 'h3-js';
import { STATE_USPS } from '../../../domain/states.ts';
import type { Progress, Step } from '../../../platform/progress.ts';
import { aggregate } from './aggregate.ts';
import { diagnose, diagnoseCell } from './diagnose.ts';
import { describe, type FilingInputs } from './filings.ts';
import { readHeader } from './header.ts';
import type { Table } from './table.ts';
import { unpack } from './unpack.ts';
import type { Aggregated } from './write.ts';

/**
 * @param outcome name for the DuckDB table
 * @throws Refusal for the first bad line of the first bad file
 */
export async function prepareFiling(
  duck: DuckDBConnection,
  filing: FilingInputs,
  outcome: string,
  folder: string,
  progress: Progress,
): Promise<Aggregated> {
  const step = progress.begin(`Read ${describe(filing.vintage)}`);
  const tables = await plainTables(filing, folder, step);
  // Checksums use the main thread, DuckDB its own.
  const [rowCounts] = await Promise.all([
    checkedAggregate(duck, tables, outcome, folder),
    Promise.all(filing.inputs.map((input) => input.sha256())),
  ]);
  await requireRealCells(duck, tables, outcome);
  for (const table of tables) rmSync(table.path, { force: true });
  if (!filing.inputs.some(({ technology }) => technology === undefined || technology === 60 || technology === 61))
    step.note('No satellite file is among them: shares are of the locations reported, not of all locations.');
  const rows = rowCounts.reduce((sum, count) => sum + count, 0);
  step.done(`${rows.toLocaleString('en-US')} rows of ${tables.length} ${tables.length === 1 ? 'file' : 'files'}`);
  return { ...filing, outcome, rowCounts };
}

async function plainTables({ inputs, vintage }: FilingInputs, folder: string, step: Step): Promise<Table[]> {
  const tables: Table[] = [];
  for (const [position, input] of inputs.entries()) {
    const path = join(folder, `${position}.csv`);
    // A link, because DuckDB takes stars and brackets in a path for patterns.
    if (input.packing === 'plain') symlinkSync(input.path, path);
    else await unpack(input, path);
    const { name, technology } = input;
    tables.push({ name, path, columns: readHeader(path, name), technology, usps: STATE_USPS[vintage.stateFips] ?? '' });
    step.advance(1);
  }
  return tables;
}

/** @returns rows per table */
async function checkedAggregate(
  duck: DuckDBConnection,
  tables: readonly Table[],
  outcome: string,
  folder: string,
): Promise<number[]> {
  try {
    const checks = await aggregate(duck, tables, outcome, folder);
    if (!checks.some((check) => check.hasBadRows)) return checks.map((check) => check.rows);
  } catch (error) {
    throw (await firstRefusal(duck, tables)) ?? error;
  }
  throw (await firstRefusal(duck, tables)) ?? new Error('a row failed a check that no row fails');
}

async function firstRefusal(duck: DuckDBConnection, tables: readonly Table[]) {
  for (const table of tables) {
    const refusal = await diagnose(duck, table);
    if (refusal) return refusal;
  }
  return undefined;
}

async function requireRealCells(duck: DuckDBConnection, tables: readonly Table[], outcome: string): Promise<void> {
  for await (const chunk of await duck.stream(`select cell from ${outcome} where kind = 1`))
    for (const cell of chunk.getColumnValues(0)) {
      const text = typeof cell === 'bigint' ? cell.toString(16) : '';
      if (isValidCell(text) && getResolution(text) === 8) continue;
      const refusal = (await firstRefusal(duck, tables)) ?? (await diagnoseCell(duck, tables, text));
      throw refusal ?? new Error('a cell of the outcome is in no table');
    }
}
