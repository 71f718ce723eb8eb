/** The lines of `gapmap status` about kept rows. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Tx } from '../../../platform/db.ts';
import type { ServerMessages } from '../../../platform/messages.ts';
import { type Kept, keptFolder, looksSound } from './kept.ts';

interface KeptOf extends Kept {
  readonly state: string;
  readonly asOf: string;
}

type StatusMessages = ServerMessages['terminal']['status'];

/** One line per vintage, with its size and what is missing; one more for files that belong to no filing of this database. */
export async function keptInWords(tx: Tx, dataDir: string, words: StatusMessages): Promise<string[]> {
  const kept = await tx.rows<KeptOf>(
    `-- one row: a kept file
     select distinct f.state_fips as state, f.as_of as "asOf", kept_name as name, kept_sha256 as sha256, kept_bytes::float8 as bytes
     from coverage.filing_files ff
     join coverage.filings f on f.id = ff.filing_id
     where kept_name is not null
     order by 1, 2, 3`,
  );
  const vintages = Map.groupBy(kept, ({ state, asOf }) => `${state} ${asOf}`);
  const lines = [...vintages.values()].map((files) => vintageInWords(dataDir, files, words));
  const unused = unusedBytes(dataDir, kept);
  if (unused.length > 0) lines.push(words.unused(sumOf(unused)));
  return lines;
}

function vintageInWords(dataDir: string, files: readonly KeptOf[], words: StatusMessages): string {
  const [{ state: stateFips, asOf } = { state: '', asOf: '' }] = files;
  const pieces = files.flatMap((file) => {
    const state = looksSound(dataDir, file);
    return state === 'sound' ? [] : [words[state]({ file: file.name })];
  });
  return words.keptOf({ stateFips, asOf, ...sumOf(files.map(({ bytes }) => bytes)), pieces });
}

function unusedBytes(dataDir: string, kept: readonly Kept[]): number[] {
  const folder = keptFolder(dataDir);
  if (!existsSync(folder)) return [];
  const used = new Set(kept.map(({ name }) => name));
  return readdirSync(folder)
    .filter((name) => !used.has(name))
    .map((name) => statSync(join(folder, name)).size);
}

function sumOf(bytes: readonly number[]): { fileCount: number; bytes: number } {
  return { fileCount: bytes.length, bytes: bytes.reduce((sum, size) => sum + size, 0) };
}
