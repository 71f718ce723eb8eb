/**
 * The whole FCC import, from CSV file to committed tables, against DuckDB only scanning the file; and the memory of an
 * import of 20 million rows. When run directly, `--small` skips the large file.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../../../server/config.ts';
import { openDeps } from '../../../server/deps.ts';
import { importFcc } from '../../../server/features/coverage/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { startCluster } from '../../../tests/support/postgres.ts';
import { type BenchResult, benchTable, median } from '../result.ts';
import { writeAvailabilityCsv } from './generate.ts';
import { scanSeconds } from './scan.ts';

const ROWS = 2_000_000;
const MANY_ROWS = 20_000_000;
const TURNS = 5;
/** The file holds any technology, so its name gives none, and flags replace it. */
const VINTAGE = { stateFips: '54', asOf: '2025-12-31', revision: '2026-07-14' };

export async function run(withLargeFile = true): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-bench-'));
  const cluster = await startCluster();
  try {
    const results = [await ratio(cluster.url, folder)];
    if (withLargeFile) results.push(await peak(cluster.url, folder));
    return results;
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ratio(url: string, folder: string): Promise<BenchResult> {
  await using deps = await openDeps(readConfig({ DATABASE_URL: url, GAPMAP_DATA_DIR: folder }));
  const path = join(folder, 'some.csv');
  await writeAvailabilityCsv(path, ROWS);
  const empty = () =>
    deps.db.asOwner((tx) => tx.run('truncate coverage.filings, coverage.offers, coverage.service cascade'));
  const scans: number[] = [];
  const imports: number[] = [];
  for (let turn = -1; turn < TURNS; turn++) {
    await empty();
    const scan = await scanSeconds(path);
    const startedAt = performance.now();
    await importFcc(deps, { paths: [path], ...VINTAGE }, silentProgress);
    // The first turn fills the disk cache and compiles.
    if (turn < 0) continue;
    scans.push(scan);
    imports.push((performance.now() - startedAt) / 1000);
  }
  await empty();
  const [scan, whole] = [median(scans), median(imports)];
  return {
    name: 'FCC import against a DuckDB scan of all columns',
    value: scan / whole,
    unit: 'x',
    // 0.35 before rows were stored and read as text (README.md).
    bar: { atLeast: 0.2 },
    detail: `${ROWS} rows: scan ${scan.toFixed(2)} s, import ${whole.toFixed(2)} s`,
  };
}

async function peak(url: string, folder: string): Promise<BenchResult> {
  const path = join(folder, 'many.csv');
  await writeAvailabilityCsv(path, MANY_ROWS);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'peak.ts'), path, folder, JSON.stringify(VINTAGE)],
    { env: { ...process.env, DATABASE_URL: url } },
  );
  const { seconds, scanSeconds, peakMegabytes }: Record<string, number> = JSON.parse(stdout);
  return {
    name: 'FCC import, most memory',
    value: Math.round(peakMegabytes ?? Number.NaN),
    unit: 'MB',
    bar: { atMost: 2000 },
    detail: `${MANY_ROWS} rows: scan ${scanSeconds?.toFixed(1)} s, import ${seconds?.toFixed(1)} s`,
  };
}

if (import.meta.main) console.log(benchTable(await run(!process.argv.includes('--small'))));
