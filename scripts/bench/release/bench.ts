/**
 * How long a release takes: 250,000 homes on both databases, and whether a million take no more than sixteen times as
 * long as a sixteenth of them. Run alone: `npm run bench release`, or `node scripts/bench/release/bench.ts [native|embedded]`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../server/config.ts';
import { openDeps } from '../../../server/deps.ts';
import { createRelease } from '../../../server/features/releases/index.ts';
import { progressOn } from '../../../server/platform/progress.ts';
import { nativeBinaries, startCluster, withoutTransaction } from '../../../tests/support/postgres.ts';
import { type BenchResult, benchTable } from '../result.ts';
import { loadState } from './state.ts';

const HOMES = 250_000;
const [FEW, MANY] = [62_500, 1_000_000];

export async function run(kinds: readonly string[] = ['native', 'embedded']): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  if (kinds.includes('native')) {
    if (nativeBinaries()) results.push(...(await onNative()));
    else console.log('Skipped on native: PostgreSQL with PostGIS is not installed.');
  }
  if (kinds.includes('embedded')) results.push(await onEmbedded());
  return results;
}

async function onNative(): Promise<BenchResult[]> {
  const cluster = await startCluster();
  try {
    const seconds = new Map<number, number>();
    for (const homes of [FEW, HOMES, MANY]) {
      await withoutTransaction(cluster.url, [`create database homes_${homes}`]);
      const url = new URL(cluster.url);
      url.pathname = `/homes_${homes}`;
      seconds.set(homes, await release(homes, { DATABASE_URL: url.href }));
    }
    const took = (homes: number) => seconds.get(homes) ?? Number.NaN;
    return [
      {
        name: 'release of 250,000 homes, native',
        value: took(HOMES),
        unit: 's',
        bar: { atMost: 10 },
        detail: `${FEW} homes ${took(FEW).toFixed(1)} s, ${MANY} homes ${took(MANY).toFixed(1)} s`,
      },
      {
        name: 'release, time a home at a million against a sixteenth of that',
        value: took(MANY) / took(FEW) / (MANY / FEW),
        unit: 'x',
        bar: { atMost: 1.2 },
        detail: `native; peak memory of the process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
      },
    ];
  } finally {
    await cluster.stop();
  }
}

async function onEmbedded(): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-bench-'));
  try {
    return {
      name: 'release of 250,000 homes, embedded',
      value: await release(HOMES, { GAPMAP_DATA_DIR: folder }),
      unit: 's',
      bar: { atMost: 40 },
      detail: 'one transaction, from homes to clusters',
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns seconds from the call to the commit */
async function release(homes: number, env: NodeJS.ProcessEnv): Promise<number> {
  await using deps = await openDeps(readConfig(env));
  await deps.db.as({ role: 'intake' }, (tx) => loadState(tx, { students: homes }));
  await deps.db.asOwner((tx) => tx.run('analyze'));
  const progress = progressOn(process.stderr);
  progress.print(`${homes} homes, ${deps.db.kind}`);
  const startedAt = performance.now();
  await createRelease(deps, { name: 'bench' }, progress);
  return (performance.now() - startedAt) / 1000;
}

if (import.meta.main) console.log(benchTable(await run(process.argv.length > 2 ? process.argv.slice(2) : undefined)));
