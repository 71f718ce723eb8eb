/** PostgreSQL is stopped, killed or rid of its connections while the API, the worker and commands are at work on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDb } from '../../server/platform/db.ts';
import { openJobs } from '../../server/platform/jobs.ts';
import { migrate } from '../../server/platform/migrate.ts';
import { gapmap, type Running } from '../support/commands.ts';
import { type Cluster, startCluster, withoutTransaction } from '../support/postgres.ts';
import '../support/provided.ts';
import { trafficOn, untilAnswered } from '../support/traffic.ts';

/** Its own: every other test file is at work on the shared one. */
let cluster: Cluster;
let serve: Running;
let work: Running;
let url = '';
let env: Record<string, string> = {};
const running: Running[] = [];

function start(...args: string[]): Running {
  const command = gapmap(args, env);
  running.push(command);
  return command;
}

interface Ready {
  readonly detail: string;
}

const isNative = inject('database').kind === 'native';

beforeAll(async () => {
  if (!isNative) return;
  cluster = await startCluster();
  env = { DATABASE_URL: cluster.url, GAPMAP_DATA_DIR: mkdtempSync(join(tmpdir(), 'gapmap-goes-')), LOG_LEVEL: 'warn' };
  const db = openDb({ kind: 'native', url: cluster.url });
  await migrate(db);
  await db.close();
  serve = start('serve');
  work = start('work');
  url = (await serve.said(/answers at (http\S+)/))[1] ?? '';
  await work.said(/Waiting for work/);
}, 300_000);

afterAll(async () => {
  for (const { process } of running) process.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  await cluster?.stop();
  if (env.GAPMAP_DATA_DIR) rmSync(env.GAPMAP_DATA_DIR, { recursive: true, force: true });
}, 60_000);

const ADDRESSES = () => ['/api/v1/releases', '/api/v1/places?q=a'].map((path) => url + path);

const WAYS: Record<string, () => Promise<void>> = {
  'is restarted at once': () => cluster.restart('immediate'),
  'is restarted in order': () => cluster.restart('fast'),
  'ends every connection': () =>
    withoutTransaction(cluster.url, [
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
    ]),
};

describe.runIf(isNative)('when PostgreSQL goes', () => {
  it.each(Object.keys(WAYS))(
    'under traffic and %s, readers get 503 or an answer, and the API goes on by itself',
    async (way) => {
      const traffic = trafficOn(ADDRESSES());
      await sleep(500);
      for (let i = 0; i < 3; i++) {
        await WAYS[way]?.();
        await untilAnswered(`${url}/api/v1/releases`, 200, 30_000);
      }
      await traffic.stop();
      expect(traffic.told.length).toBeGreaterThan(10);
      const others = traffic.told.map(({ status }) => status).filter((status) => status !== 200 && status !== 503);
      expect([...new Set(others)], serve.words().slice(-2_000)).toEqual([]);
      for (const { status, retryAfter } of traffic.told) expect(retryAfter).toBe(status === 503 ? '5' : null);
      expect([serve.process.exitCode, work.process.exitCode]).toEqual([null, null]);
    },
    120_000,
  );

  it('and does not come back, the API says that it lives but is not ready, in words', async () => {
    const stopped = cluster.restart('fast');
    const heard = new Set<string>();
    const over = stopped.then(() => true);
    while (!(await Promise.race([over, sleep(20).then(() => false)]))) {
      expect((await fetch(`${url}/healthz`)).status).toBe(200);
      const ready = await fetch(`${url}/readyz`);
      heard.add(`${ready.status} ${((await ready.json()) as Ready).detail}`);
    }
    expect([...heard]).toContain('503 The database does not answer.');
    await untilAnswered(`${url}/api/v1/releases`, 200, 30_000);
    const ready = (await (await fetch(`${url}/readyz`)).json()) as Ready;
    expect(ready.detail).toBe('Nothing has been released yet.');
  });

  it('the worker takes up jobs again by itself', async () => {
    const db = openDb({ kind: 'native', url: cluster.url });
    const jobs = await openJobs(db, ['archive'], () => undefined);
    await db.asOwner((tx) => jobs.send(tx, 'archive', { releaseId: 1 }));
    const states = () =>
      db.asOwner((tx) => tx.rows<{ state: string }>("select state::text from pgboss.job where name = 'archive'"));
    for (let i = 0; (await states()).every(({ state }) => state === 'created'); i++) {
      if (i > 120) throw new Error('nobody took the job');
      await sleep(250);
    }
    await jobs.stop();
    await db.close();
    expect(work.process.exitCode).toBeNull();
  }, 60_000);

  it.each(['fast', 'immediate'] as const)(
    'in the middle of a command (%s), it ends with one plain sentence and code 1',
    async (mode) => {
      const holder = new pg.Client({ connectionString: cluster.url });
      holder.on('error', () => undefined);
      await holder.connect();
      await holder.query('begin; lock table accounts.tokens');
      const watcher = new pg.Client({ connectionString: cluster.url });
      watcher.on('error', () => undefined);
      await watcher.connect();
      const command = start('token', 'list');
      for (let i = 0; ; i++) {
        // Not by the holder, to which the activity of others stands still while its transaction lasts.
        const { rows } = await watcher.query(
          "select from pg_stat_activity where wait_event_type = 'Lock' and query like '%accounts.tokens%' and pid <> pg_backend_pid()",
        );
        if (rows.length > 0) break;
        if (i > 900) throw new Error(`the command does not wait:\n${command.words()}`);
        await sleep(100);
      }
      await cluster.restart(mode);
      expect(await command.ended).toBe(1);
      expect(command.words().trim()).toMatch(
        /^The database cannot be reached, or ended the connection: .*once more\.$/,
      );
    },
    120_000,
  );

  it('before a command begins, it ends with one plain sentence and code 1', async () => {
    const { port } = new URL(cluster.url);
    const command = gapmap(['status'], { ...env, DATABASE_URL: cluster.url.replace(port, '1'), LANG: 'es_US.UTF-8' });
    expect(await command.ended).toBe(1);
    expect(command.words().trim()).toMatch(/^No se puede llegar a la base de datos, .*ECONNREFUSED.*de nuevo\.$/);
  });
});
