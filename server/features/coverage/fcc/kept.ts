/**
 * The folder of kept rows, `fcc` in the data folder. Imported rows stay, as Parquet with location ids, because a newer
 * revision of one technology is counted with the other technologies' rows, because the FCC takes old vintages down, and
 * because differences between vintages need them. A file is there whole or not at all.
 */
import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Tx } from '../../../platform/db.ts';
import { openScratch } from '../../../platform/scratch.ts';
import { checksum } from '../checksum.ts';
import type { Prepared } from './prepare.ts';
import { fingerprint } from './rows-file.ts';
import { FILE_WORDS } from './vintage.ts';

/** The database's record of a kept file. */
export interface Kept {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export type Soundness = 'sound' | 'missing' | 'damaged';

/** The kept files of an FCC filing; of some kept before files were, none. */
export function keptFiles(tx: Tx, filingId: number): Promise<Kept[]> {
  return tx.rows<Kept>(
    `select distinct kept_name as name, kept_sha256 as sha256, kept_bytes::float8 as bytes
     from coverage.filing_files
     where filing_id = $1
       and kept_name is not null
     order by 1`,
    [filingId],
  );
}

export function keptFolder(dataDir: string): string {
  return join(dataDir, 'fcc');
}

/** Quick check: existence and size. */
export function looksSound(dataDir: string, { name, bytes }: Kept): Soundness {
  const path = join(keptFolder(dataDir), name);
  if (!existsSync(path)) return 'missing';
  return statSync(path).size === bytes ? 'sound' : 'damaged';
}

/** Full check of the bytes. */
export async function soundness(dataDir: string, kept: Kept): Promise<Soundness> {
  const first = looksSound(dataDir, kept);
  if (first !== 'sound') return first;
  return (await checksum(join(keptFolder(dataDir), kept.name))) === kept.sha256 ? 'sound' : 'damaged';
}

/**
 * Puts a table's rows into the folder: writes them aside, flushes to disk, renames. Leaves a file with the same rows in place
 * (from an interrupted import, or for another database).
 *
 * @returns the record of the file, and whether it is new
 */
export async function keep(
  duck: DuckDBConnection,
  dataDir: string,
  prepared: Prepared,
): Promise<{ kept: Kept; isNew: boolean }> {
  const folder = keptFolder(dataDir);
  mkdirSync(folder, { recursive: true });
  const name = await keptName(prepared);
  const path = join(folder, name);
  const isThere = existsSync(path) && (await haveSameRows(duck, path, prepared));
  if (!isThere) moveInto(folder, prepared.path, name);
  return { kept: { name, sha256: await checksum(path), bytes: statSync(path).size }, isNew: !isThere };
}

/** Whether the file has the same rows; an unreadable file does not. */
async function haveSameRows(duck: DuckDBConnection, path: string, { path: fresh, rows }: Prepared): Promise<boolean> {
  const of = (file: string) =>
    fingerprint(
      duck,
      [...rows.keys()].map((technology) => ({ path: file, technology })),
    );
  const [there, given] = await Promise.all([of(path).catch(() => undefined), of(fresh)]);
  return there === given;
}

function moveInto(folder: string, from: string, name: string): void {
  using scratch = openScratch('rows', folder);
  const beside = join(scratch.folder, name);
  copyFileSync(from, beside);
  flush(beside);
  renameSync(beside, join(folder, name));
  flush(folder);
}

/** "54-2025-12-31-2026-07-14-Cable-{SHA-256 of what was given}.parquet": readable, and addressed by its content. */
async function keptName({ input }: Prepared): Promise<string> {
  const { stateFips, asOf, revision } = input.vintage;
  const given = await input.sha256();
  const isOneOfSeveral = input.name.includes('/');
  const address = isOneOfSeveral ? createHash('sha256').update(`${given}/${input.member}`).digest('hex') : given;
  const word = input.technology === undefined ? 'several' : FILE_WORDS[input.technology];
  return `${stateFips}-${asOf}-${revision}-${word}-${address}.parquet`;
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
