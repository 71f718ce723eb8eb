import { readFileSync } from 'node:fs';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { answerWithProblems } from '../../../server/platform/problem-json.ts';
import { countRequests, RATES } from '../../../server/platform/rates.ts';
import { type NoDatabase, noDatabase } from '../../support/no-database.ts';

const FEW = { api: 3, tiles: 3, files: 3, seldom: 2, enter: 2 };
const TOKEN = `gapmap_${'a'.repeat(43)}`;
let database: NoDatabase;
let app: FastifyInstance;

beforeEach(async () => {
  database = await noDatabase();
  app = await buildApp({ config: readConfig({ LOG_LEVEL: 'silent' }), db: database, rates: FEW });
});
afterEach(async () => {
  await app.close();
  await database[Symbol.asyncDispose]();
});

interface From {
  readonly address?: string;
  readonly headers?: Record<string, string>;
  readonly method?: 'GET' | 'POST' | 'HEAD' | 'OPTIONS';
}

async function ask(url: string, { address = '192.0.2.1', headers = {}, method = 'GET' }: From = {}) {
  return app.inject({ url, method, remoteAddress: address, headers });
}

/** The answers to one request after another, from one address unless told. */
async function statuses(url: string, count: number, from: (n: number) => From = () => ({})): Promise<number[]> {
  const found = [];
  for (let n = 0; n < count; n++) found.push((await ask(url, from(n))).statusCode);
  return found;
}

describe('requests from one address', () => {
  it.each([
    ['a question', '/api/v1/releases', 'GET', FEW.api],
    ['a tile', '/tiles/1/hexes/6/17/24.mvt', 'GET', FEW.tiles],
    ['a tile of the current release', '/tiles/current/hexes/6/17/24.arrow', 'GET', FEW.tiles],
    ['an address where nothing is', '/wp-login.php', 'GET', FEW.api],
    ['a link', `/enter/${TOKEN}`, 'GET', FEW.enter],
    ['a check', '/api/v1/collect/uploads/00000000-0000-4000-8000-000000000000/check', 'POST', FEW.seldom],
    ['only the headers of an answer', '/api/v1/releases', 'HEAD', FEW.api],
    ['whether pages elsewhere may ask', '/api/v1/releases', 'OPTIONS', FEW.api],
    ['whether it is ready', '/readyz', 'GET', FEW.api],
  ] as const)('are refused beyond the limit without a word to the database: %s', async (_, url, method, most) => {
    const token = { headers: { authorization: `Bearer ${TOKEN}` }, method };
    for (let n = 0; n < most; n++) expect((await ask(url, token)).statusCode).not.toBe(429);
    const before = database.asked();
    const refused = await ask(url, token);
    expect(refused.statusCode).toBe(429);
    const wait = Number(refused.headers['retry-after']);
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(database.asked()).toBe(before);
  });

  it('count by kind: tiles do not use up questions, and the sign of life is not counted', async () => {
    expect(await statuses('/tiles/1/hexes/99/0/0.mvt', 5)).toEqual([404, 404, 404, 429, 429]);
    expect((await ask('/api/v1/nothing')).statusCode).toBe(404);
    expect(new Set(await statuses('/healthz', 20))).toEqual(new Set([200]));
  });

  it('count whatever token they come with', async () => {
    const found = await statuses('/wp-login.php', 5, (n) => ({ headers: { authorization: `Bearer guess-${n}` } }));
    expect(found.slice(FEW.api)).toEqual([429, 429]);
  });

  it('count by the network of 64 bits where the address is IPv6', async () => {
    const within = await statuses('/x', 5, (n) => ({ address: `2001:db8:1:2::${n + 1}` }));
    expect(within).toEqual([404, 404, 404, 429, 429]);
    expect((await ask('/x', { address: '2001:db8:1:3::1' })).statusCode).toBe(404);
  });

  it('count the same whether IPv4 is written plainly or within IPv6', async () => {
    const found = await statuses('/x', 4, (n) => ({ address: n % 2 ? '::ffff:192.0.2.9' : '192.0.2.9' }));
    expect(found).toEqual([404, 404, 404, 429]);
  });

  it('do not count by what somebody writes who is no trusted proxy', async () => {
    const found = await statuses('/x', 5, (n) => ({ headers: { 'x-forwarded-for': `198.51.100.${n}` } }));
    expect(found.slice(FEW.api)).toEqual([429, 429]);
  });

  it('are refused in words, in both languages, to programs, people and pages elsewhere', async () => {
    await statuses('/api/v1/releases', FEW.api);
    const es = await ask('/api/v1/releases?lang=es');
    expect(es.json()).toMatchObject({ status: 429, code: 'request.too-many' });
    expect(es.json().detail).toContain('espere un minuto');
    const page = await ask('/api/v1/releases', { headers: { accept: 'text/html' } });
    expect(page.body).toContain('Too many requests');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.headers['access-control-allow-origin']).toBe('*');
    expect(page.headers['access-control-expose-headers']).toContain('retry-after');
    expect(page.headers['cache-control']).toContain('no-store');
  });
});

describe('requests with one token', () => {
  it.each([
    ['as a bearer', () => ({ authorization: `Bearer ${TOKEN}` })],
    ['as our cookie', () => ({ cookie: `other=1; gapmap=${TOKEN}` })],
    ['as our cookie among changing ones', (n: number) => ({ cookie: `seen=${n}; __Host-gapmap=${TOKEN}; x=${n}` })],
  ] as const)('are refused beyond the limit, whatever addresses they come from: %s', async (_, headers) => {
    const from = (n: number) => ({ address: `192.0.2.${n + 1}`, headers: headers(n) });
    const found = await statuses('/wp-login.php', 5, from);
    expect(found.slice(FEW.api)).toEqual([429, 429]);
    const before = database.asked();
    expect((await ask('/api/v1/me', { address: '192.0.2.200', headers: headers(9) })).statusCode).toBe(429);
    expect(database.asked()).toBe(before);
  });
});

describe('the counters', () => {
  it('forget those who asked longest ago, so that a flood of addresses fills no memory', async () => {
    const small = Fastify();
    answerWithProblems(small);
    await small.register(countRequests, { rates: FEW, remembered: 5 });
    const from = async (remoteAddress: string) => (await small.inject({ url: '/x', remoteAddress })).statusCode;
    for (let n = 0; n < FEW.api; n++) await from('192.0.2.1');
    expect(await from('192.0.2.1')).toBe(429);
    for (let n = 0; n < 4; n++) await from(`10.0.0.${n}`);
    expect(await from('192.0.2.1')).toBe(429);
    for (let n = 0; n < 5; n++) await from(`10.0.0.${n}`);
    expect(await from('192.0.2.1')).toBe(404);
  });

  it('are limits that SECURITY.md states', () => {
    const text = readFileSync(new URL('../../../SECURITY.md', import.meta.url), 'utf8');
    for (const most of Object.values(RATES)) expect(text).toContain(`${most.toLocaleString('en-US')} a minute`);
  });
});
