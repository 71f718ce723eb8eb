/**
 * Time and memory of a release: 250,000 homes on both databases, and whether a million take at most sixteen times as long
 * as a sixteenth of them. Run alone: `npm run bench release`, or
 * `node scripts/bench/release/bench.ts [native|embedded]`.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readConfig } from '../../../server/config.ts';
import { openDeps } from '../../../server/deps.ts';
import { nativeBinaries, startCluster, withoutTransaction } from '../../../tests/support/postgres.ts';
import { type BenchResult, benchTable } from '../result.ts';
import type { Once } from './once.ts';
import { loadState } from './state.ts';

const HOMES = 250_000;
const [FEW, MANY] = [62_500, 1_000_000];

export async function run(kinds: readonly string[] = ['native', 'embedded']): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-bench-'));
  const results: BenchResult[] = [];
  try {
    if (kinds.includes('native')) {
      if (nativeBinaries()) results.push(...(await onNative(folder)));
      else console.log('Skipped on native: PostgreSQL with PostGIS is not installed.');
    }
    if (kinds.includes('embedded')) {
      const made = await release(HOMES, { GAPMAP_DATA_DIR: folder });
      results.push(
        took('embedded', made, 40),
        memory(`${HOMES} homes, embedded: Node and the database together`, made, {}),
      );
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onNative(folder: string): Promise<BenchResult[]> {
  const cluster = await startCluster();
  try {
    const on = async (homes: number) => {
      await withoutTransaction(cluster.url, [`create database homes_${homes}`]);
      const url = new URL(cluster.url);
      url.pathname = `/homes_${homes}`;
      return release(homes, { DATABASE_URL: url.href, GAPMAP_DATA_DIR: folder });
    };
    const [few, some, many] = [await on(FEW), await on(HOMES), await on(MANY)];
    return [
      took('native', some, 30),
      {
        name: 'release, time a home at a million against a sixteenth of that',
        value: many.seconds / few.seconds / (MANY / FEW),
        unit: 'x',
        bar: { atMost: 1.2 },
        detail: `native; ${FEW} homes ${inSeconds(few)}; ${MANY} homes ${inSeconds(many)}`,
      },
      memory(`${MANY} homes, native: Node`, many, { atMost: 1500 }),
    ];
  } finally {
    await cluster.stop();
  }
}

function took(kind: string, made: Once, atMost: number): BenchResult {
  const { seconds } = made;
  return {
    name: `release of 250,000 homes, ${kind}`,
    value: seconds,
    unit: 's',
    bar: { atMost },
    detail: inSeconds(made),
  };
}

function memory(detail: string, { megabytes }: Once, bar: BenchResult['bar']): BenchResult {
  return { name: 'release, most memory', value: Math.round(megabytes), unit: 'MB', bar, detail };
}

function inSeconds({ seconds, processorSeconds }: Once): string {
  return `${seconds.toFixed(1)} s, ${processorSeconds.toFixed(1)} s of a processor in Node`;
}

/** State and release in separate processes, so that the memory is the release's alone. */
async function release(homes: number, env: NodeJS.ProcessEnv): Promise<Once> {
  {
    await using deps = await openDeps(readConfig(env));
    await deps.db.as({ role: 'intake' }, (tx) => loadState(tx, { students: homes }));
    await deps.db.asOwner((tx) => tx.run('analyze'));
    console.error(`${homes} homes, ${deps.db.kind}`);
  }
  const running = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'once.ts')], {
    env: { ...process.env, ...env },
  });
  running.child.stderr?.pipe(process.stderr);
  return JSON.parse((await running).stdout);
}

if (import.meta.main) console.log(benchTable(await run(process.argv.length > 2 ? process.argv.slice(2) : undefined)));
