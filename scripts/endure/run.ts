/**
 * `npm run endure`: the product through bad days. Everything is on this machine's loopback addresses. Options are in the README; ends with 1
 * when anything fell short.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, nativeBinaries, startCluster, withoutTransaction } from '../../tests/support/postgres.ts';
import { kill } from './kills.ts';
import { load } from './load.ts';
import { Product } from './product.ts';
import { mixOf } from './reading.ts';

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'native,embedded' },
    kills: { type: 'string', default: '100' },
    minutes: { type: 'string', default: '10' },
    connections: { type: 'string', default: '50' },
    students: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    'back-within': { type: 'string', default: '30' },
  },
});

let fellShort = 0;
for (const database of values.database.split(',')) {
  if (database !== 'native' && database !== 'embedded')
    throw new Error('--database takes native, embedded or both with a comma.');
  if (database === 'native' && !nativeBinaries())
    throw new Error('Native PostgreSQL with PostGIS is not installed; --database embedded needs none.');
  await endure(database);
}
process.stdout.write(`\n${fellShort === 0 ? 'Nothing fell short.' : `${fellShort} fell short.`}\n`);
process.exitCode = fellShort > 0 ? 1 : 0;

function say(what: string, figure: string, isEnough: boolean): void {
  if (!isEnough) fellShort++;
  process.stdout.write(`| ${what} | ${figure} | ${isEnough ? 'ok' : 'FELL SHORT'} |\n`);
}

async function endure(database: 'native' | 'embedded'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-endure-'));
  const cluster = database === 'native' ? await startCluster({ keeps: true }) : undefined;
  const product = new Product(folder, await freePort(), cluster?.url);
  try {
    await product.done('demo', '--students', values.students, '--no-serve', '--no-history');
    const files = join(folder, 'demo', readdirSync(join(folder, 'demo'))[0] ?? '');
    mkdirSync(join(folder, 'endure'));
    copyFileSync(join(files, 'puc', 'highgap.gpkg'), join(folder, 'endure', 'highgap.gpkg'));
    const [agency, coordinator] = [await tokenOf(product, 'agency'), await tokenOf(product, 'coordinator')];
    product.keep('serve');
    product.keep('work');
    await product.ready(60_000);
    const mix = await mixOf(product.url, agency);
    process.stdout.write(
      `\n${database}, ${values.students} students, seed ${values.seed}\n\n| what | figure | |\n|---|---|---|\n`,
    );

    if (Number(values.minutes) > 0) {
      const found = await load({
        product,
        mix,
        minutes: Number(values.minutes),
        connections: Number(values.connections),
      });
      const bar = database === 'native' ? 300 : 100;
      say('answers a second', `${found.perSecond.toFixed(0)} (at least ${bar})`, found.perSecond >= bar);
      say('2xx or 304', `${(found.fine * 100).toFixed(3)} % (at least 99.9): ${found.answers}`, found.fine >= 0.999);
      say('answers that are 500, or 503 without a restart', String(found.bad), found.bad === 0);
      say(
        '99 of 100 within',
        `${found.p99.toFixed(0)} ms (at most 1,000); half within ${found.p50.toFixed(0)} ms`,
        found.p99 <= 1_000,
      );
      say(
        'memory at the end against 40 % of the time',
        `${found.growth.toFixed(2)} x (at most 1.10), ${found.memory} MB`,
        found.growth <= 1.1,
      );
      for (const wrong of found.wrong) process.stdout.write(`    ${wrong}\n`);
    }

    if (Number(values.kills) > 0) {
      const native = cluster && {
        url: cluster.url,
        crash: () => cluster.restart('immediate'),
        endConnections: () =>
          withoutTransaction(cluster.url, [
            "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
          ]),
      };
      const found = await kill({
        product,
        kills: Number(values.kills),
        seed: Number(values.seed),
        backWithinMs: Number(values['back-within']) * 1000,
        coordinator,
        mix,
        cluster: native,
      });
      say('blows', [...found.blows].map(([blow, count]) => `${blow} ${count}`).join(', '), true);
      say(
        'back by itself',
        `half within ${(found.medianMs / 1000).toFixed(1)} s, the slowest ${(found.slowestMs / 1000).toFixed(1)} s (at most ${values['back-within']})`,
        found.slowestMs <= Number(values['back-within']) * 1000,
      );
      say('readers meanwhile', found.answers, true);
      say('acknowledged writes that are there', String(found.acknowledged), true);
      say('faults', found.faults.length === 0 ? 'none' : `${found.faults.length}`, found.faults.length === 0);
      for (const fault of found.faults) process.stdout.write(`    ${fault}\n`);
    }
  } finally {
    await product.stop();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tokenOf(product: Product, role: string): Promise<string> {
  const said = await product.done('token', 'create', '--role', role, '--label', 'endurance');
  return said.split('\n').find((line) => /^\S{20,}$/.test(line)) ?? '';
}
