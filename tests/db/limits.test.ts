/** How long a request waits for the database and holds it, and what its reader is told. */
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { Tx } from '../../server/platform/db.ts';
import { dbOn, poolOptions } from '../../server/platform/db.ts';
import { type Limits, REQUEST_LIMITS } from '../../server/platform/db-limits.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const SHORT: Limits = { wait: 1_000, lock: 700, statement: 1_000, transaction: 2_500 };
const LONG: Limits = { ...SHORT, statement: 60_000, transaction: 60_000 };

let app: FastifyInstance;
let question: (tx: Tx) => Promise<unknown> = async () => null;
beforeAll(async () => {
  app = await buildApp({ ...database.deps, limits: { reading: SHORT, loading: LONG } });
  app.get('/question', (request) => app.db.as({ role: 'public' }, question, { signal: request.signal }));
  await app.ready();
});
afterAll(() => app?.close());

async function ask(asked: typeof question, headers: Record<string, string> = {}) {
  question = asked;
  const response = await app.inject({ url: '/question', headers });
  return {
    status: response.statusCode,
    retryAfter: response.headers['retry-after'],
    code: /json/.test(String(response.headers['content-type'])) ? response.json().code : undefined,
    body: response.body,
  };
}

const NOT_NOW = { status: 503, retryAfter: '5' };

describe('a request', () => {
  it('whose statement takes too long is told so, and leaves the connections to others', async () => {
    // The embedded database ends such a statement only when it is done, and others wait for it.
    for (let i = 0; i < (database.kind === 'native' ? 10 : 1); i++)
      expect(await ask((tx) => tx.rows('select pg_sleep(3)'))).toMatchObject({ ...NOT_NOW, code: 'database.slow' });
    await expect
      .poll(() => ask((tx) => tx.one('select 1 as one')), { timeout: 10_000 })
      .toMatchObject({ status: 200, body: '{"one":1}' });
  }, 120_000);

  it('that stays idle in its transaction is told so, and holds up nobody after', async () => {
    const idle = ask(async (tx) => {
      await tx.rows('select 1');
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      return tx.rows('select 1');
    });
    expect(await idle).toMatchObject({ ...NOT_NOW, code: 'database.slow' });
    expect(await ask((tx) => tx.one('select 1 as one'))).toMatchObject({ status: 200 });
  });

  it('that finds all connections in use, or the only transaction, is told that the database is busy', async () => {
    const { kind, connection } = database.deps.db;
    const busy = Promise.withResolvers<void>();
    let begun = 0;
    const max = kind === 'native' ? 8 : 1;
    const own = kind === 'native' ? app.db : dbOn(new pg.Pool(poolOptions(connection)), connection);
    const holding = Array.from({ length: max }, () =>
      own
        .as({ role: 'intake' }, async (tx) => {
          await tx.rows('select 1');
          begun++;
          await busy.promise;
        })
        .catch(() => undefined),
    );
    await expect.poll(() => begun, { timeout: 10_000 }).toBe(max);
    const startedAt = Date.now();
    const [first, spanish, page] = await Promise.all([
      ask((tx) => tx.rows('select 1')),
      ask((tx) => tx.rows('select 1'), { 'accept-language': 'es' }),
      ask((tx) => tx.rows('select 1'), { accept: 'text/html' }),
    ]);
    expect(Date.now() - startedAt).toBeLessThan(20_000);
    busy.resolve();
    await Promise.all(holding);
    expect(first).toMatchObject({ ...NOT_NOW, code: 'database.busy' });
    expect(first.body).not.toContain('our side');
    expect(spanish.body).toContain('La base de datos está ocupada');
    expect(page).toMatchObject(NOT_NOW);
    expect(page.body).toContain('Gapmap cannot answer just now');
    expect(await ask((tx) => tx.one('select 1 as one'))).toMatchObject({ status: 200 });
  });

  it.runIf(database.kind === 'native')('waits for the lock of another only a while', async () => {
    const { db } = database.deps;
    await db.asOwner((tx) => tx.rows('select pg_advisory_lock(4711)'));
    expect(await ask((tx) => tx.rows('select pg_advisory_xact_lock(4711)'))).toMatchObject({
      ...NOT_NOW,
      code: 'database.busy',
    });
  });

  it.each([
    ['22P02', 400, 'request.value'],
    ['22021', 400, 'request.value'],
    ['22008', 400, 'request.value'],
    ['23505', 409, 'request.conflict'],
    ['40001', 409, 'request.conflict'],
    ['40P01', 409, 'request.conflict'],
    ['55P03', 503, 'database.busy'],
    ['53300', 503, 'database.busy'],
    ['57014', 503, 'database.slow'],
    ['57P01', 503, 'database.gone'],
    ['57P03', 503, 'database.gone'],
    ['08006', 503, 'database.gone'],
    ['23502', 500, 'server.unexpected'],
    ['42P01', 500, 'server.unexpected'],
  ])('whose statement fails with SQLSTATE %s is answered with %i, %s', async (state, status, code) => {
    const raise = `do $$ begin raise exception 'of the test' using errcode = '${state}'; end $$`;
    const found = await ask((tx) => tx.rows(raise));
    expect(found).toMatchObject({ status, code });
    expect(found.retryAfter).toBe(status === 503 ? '5' : undefined);
    expect(found.body).not.toContain('of the test');
  });
});

describe('a command', () => {
  it('has no such limits: it waits and works as long as it takes', async () => {
    const { db } = database.deps;
    const slow = Math.max(SHORT.transaction, SHORT.statement) / 1000 + 0.5;
    await db.asOwner((tx) => tx.rows('select pg_sleep($1)', [slow]));
    expect(REQUEST_LIMITS.loading.transaction).toBeGreaterThan(REQUEST_LIMITS.reading.transaction);
  });
});

describe.runIf(database.kind === 'native')('a request whose reader has gone', () => {
  it('ends its statement at once, and nobody else’s', async () => {
    const { connection } = database.deps.db;
    const pool = new pg.Pool({ ...poolOptions(connection), max: 2 });
    const db = dbOn(pool, connection, REQUEST_LIMITS);
    const startedAt = Date.now();
    for (let i = 0; i < 90; i++) {
      const reader = new AbortController();
      const gone = db
        .as({ role: 'public' }, (tx) => tx.rows(i % 3 === 0 ? 'select pg_sleep(60)' : 'select 1'), {
          signal: reader.signal,
        })
        .catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, i % 4));
      reader.abort();
      await gone;
      // On the connection that the reader left, as the pool gives out the last returned.
      await db.as({ role: 'public' }, (tx) => tx.rows('select pg_sleep(0.01)'));
    }
    // A third of them would have slept for a minute each.
    expect(Date.now() - startedAt).toBeLessThan(600_000);
    await pool.end();
  });
});
