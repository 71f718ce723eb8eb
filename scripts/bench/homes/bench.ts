/**
 * The homes import against a bare COPY of the same rows, and reading the homes for a release. Both write to the
 * migrated tables, emptied before each turn; COPY's input text is prepared beforehand.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { readConfig } from '../../../server/config.ts';
import { openDeps } from '../../../server/deps.ts';
import { homesForRelease, importHomes, latestCollection } from '../../../server/features/intake/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { startCluster } from '../../../tests/support/postgres.ts';
import { type BenchResult, benchTable, median } from '../result.ts';
import { writeHomesCsv } from './generate.ts';

const HOMES = 250_000;
const MANY_HOMES = 1_000_000;
const TURNS = 5;
const TABLES = ['intake.homes', 'intake.answers'] as const;

export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-bench-'));
  const cluster = await startCluster();
  try {
    await using deps = await openDeps(readConfig({ DATABASE_URL: cluster.url, GAPMAP_DATA_DIR: folder }));
    const client = new pg.Client({ connectionString: cluster.url });
    await client.connect();
    const path = join(folder, 'homes.csv');
    const empty = () => client.query('truncate intake.homes, intake.answers, intake.uploads');
    const load = () => importHomes(deps, { paths: [path], collection: 'bench', synthetic: true }, silentProgress);
    const read = () =>
      deps.db.as({ role: 'intake' }, async (tx) => {
        const collection = await latestCollection(tx);
        return homesForRelease(tx, { collectionId: collection?.id ?? 0 });
      });

    await writeHomesCsv(path, HOMES);
    await load();
    const texts = await Promise.all(TABLES.map((table) => copyOut(cluster.url, table)));
    const copies: number[] = [];
    const imports: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      await empty();
      copies.push(
        await secondsOf(async () => {
          await client.query('begin');
          for (const [i, table] of TABLES.entries())
            await pipeline(Readable.from(texts[i] ?? []), client.query(copyFrom(`copy ${table} from stdin`)));
          await client.query('commit');
        }),
      );
      await empty();
      imports.push(await secondsOf(load));
    }
    await client.query('analyze intake.homes, intake.answers');
    const reads: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) reads.push(await secondsOf(read));

    await writeHomesCsv(path, MANY_HOMES);
    await empty();
    const many = await secondsOf(load);
    await client.query('analyze intake.homes, intake.answers');
    const manyReads: number[] = [];
    for (let turn = 0; turn < 3; turn++) manyReads.push(await secondsOf(read));
    await client.end();

    const [copy, whole] = [median(copies), median(imports)];
    const [readSome, readMany] = [median(reads), median(manyReads)];
    return [
      {
        name: 'homes import against bare COPY',
        value: copy / whole,
        unit: 'x',
        bar: { atLeast: 0.25 },
        detail: `${HOMES} homes: COPY ${copy.toFixed(2)} s, import ${whole.toFixed(2)} s; ${MANY_HOMES} homes ${many.toFixed(1)} s`,
      },
      {
        name: 'reading homes for a release',
        value: readSome,
        unit: 's',
        bar: { atMost: 1.5 },
        detail: `${HOMES} homes`,
      },
      {
        name: 'the same, four times the homes',
        value: readMany / readSome / 4,
        unit: 'x',
        bar: { atMost: 1.2 },
        detail: `${MANY_HOMES} homes in ${readMany.toFixed(2)} s; 1 = linear`,
      },
    ];
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function copyOut(url: string, table: string): Promise<Buffer[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`copy ${table} to stdout`)) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  await client.end();
  const whole = Buffer.concat(chunks);
  // COPY gets chunks of a good size; single rows would slow it down.
  return Array.from({ length: Math.ceil(whole.length / 65_536) }, (_, i) =>
    whole.subarray(i * 65_536, (i + 1) * 65_536),
  );
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

if (import.meta.main) console.log(benchTable(await run()));
