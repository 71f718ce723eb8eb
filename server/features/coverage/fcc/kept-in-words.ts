/** The lines of `gapmap status` about kept rows. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { plural, sizeInWords } from '../../../domain/words.ts';
import type { Tx } from '../../../platform/db.ts';
import { type Kept, keptFolder, looksSound } from './kept.ts';

interface KeptOf extends Kept {
  readonly state: string;
  readonly asOf: string;
}

/** One line per vintage, with its size and what is missing; one more for files that belong to no filing of this database. */
export async function keptInWords(tx: Tx, dataDir: string): Promise<string[]> {
  const kept = await tx.rows<KeptOf>(
    `-- one row: a kept file
     select distinct f.state_fips as state, f.as_of as "asOf", kept_name as name, kept_sha256 as sha256, kept_bytes::float8 as bytes
     from coverage.filing_files ff
     join coverage.filings f on f.id = ff.filing_id
     where kept_name is not null
     order by 1, 2, 3`,
  );
  const vintages = Map.groupBy(kept, ({ state, asOf }) => `State ${state} as of ${asOf}`);
  const lines = [...vintages].map(([title, files]) => `${title}: ${vintageInWords(dataDir, files)}`);
  const unused = unusedBytes(dataDir, kept);
  if (unused.length > 0) lines.push(`Of no filing: ${sumInWords(unused)}; these may be deleted`);
  return lines;
}

function vintageInWords(dataDir: string, files: readonly KeptOf[]): string {
  const bad = files.flatMap((file) => {
    const state = looksSound(dataDir, file);
    return state === 'sound' ? [] : [`${file.name} is ${state}`];
  });
  return [sumInWords(files.map(({ bytes }) => bytes)), ...bad].join('; ');
}

function unusedBytes(dataDir: string, kept: readonly Kept[]): number[] {
  const folder = keptFolder(dataDir);
  if (!existsSync(folder)) return [];
  const used = new Set(kept.map(({ name }) => name));
  return readdirSync(folder)
    .filter((name) => !used.has(name))
    .map((name) => statSync(join(folder, name)).size);
}

function sumInWords(bytes: readonly number[]): string {
  return `${plural(bytes.length, 'file')}, ${sizeInWords(bytes.reduce((sum, size) => sum + size, 0))}`;
}
