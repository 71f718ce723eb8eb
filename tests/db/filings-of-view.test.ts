/** A release with a filing that is not public: how many each view rests on is told, which one is not. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { clusterRows } from '../../server/features/clusters/index.ts';
import type { Release } from '../../server/features/releases/contract.ts';
import type { PrivacyReport } from '../../server/features/releases/contract-report.ts';
import { patchRows } from '../../server/features/releases/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { testDatabase } from '../support/database.ts';
import { loadFilings, loadFourTowns } from '../support/four-towns.ts';

const database = testDatabase();
let app: FastifyInstance;
let headers: Record<string, string>;

beforeAll(async () => {
  const { deps } = database;
  await loadFourTowns(deps.db);
  const { token } = await createToken(deps, { role: 'agency', stateFips: '54', label: 'test', days: 1 });
  headers = { authorization: `Bearer ${token}` };
  app = await buildApp(deps);
  await loadFilings(deps.db, { fcc: true, puc: 'agency' });
  await createRelease(deps, { name: 'one is not public' });
}, 240_000);
afterAll(() => app?.close());

async function ask<Body>(path: string, audience: 'public' | 'agency'): Promise<Body> {
  const url = `${path}${path.includes('?') ? '&' : '?'}audience=${audience}`;
  const response = await app.inject({ url, headers: audience === 'agency' ? headers : {} });
  expect(response.statusCode, response.body.slice(0, 200)).toBe(200);
  return (response.headers['content-type']?.includes('csv') ? response.body : response.json()) as Body;
}

const PUBLIC = { used: 1, of: 2, older: 0, byPublic: 1 };
const AGENCY = { used: 2, of: 2, older: 0, byPublic: 1 };
const IN_WORDS = 'Release “one is not public”. Public view. 1 of 2 filings: one is not public.';

describe('a release with a filing that is not public', () => {
  it('says of each view how many filings it rests on, on release and accuracy page alike', async () => {
    for (const path of ['/api/v1/release', '/api/v1/privacy']) {
      expect((await ask<Release | PrivacyReport>(path, 'public')).filings).toEqual(PUBLIC);
      expect((await ask<Release | PrivacyReport>(path, 'agency')).filings).toEqual(AGENCY);
    }
  });

  it('never says to the public which it is', async () => {
    const text = JSON.stringify(await ask('/api/v1/release?statistics=all', 'public'));
    expect(text).not.toContain('Highgap');
    expect(JSON.stringify(await ask('/api/v1/release', 'agency'))).toContain('Highgap');
  });

  it('says it in every row of a spreadsheet and of GeoJSON', async () => {
    const [head = '', ...rows] = (await ask<string>('/api/v1/patches?format=csv', 'public')).trim().split('\r\n');
    expect(head.split(',').at(-1)).toBe('view');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toContain(IN_WORDS);
    const { features } = await ask<{ features: { properties: { view: string } }[] }>(
      '/api/v1/patches?format=geojson',
      'public',
    );
    for (const { properties } of features) expect(properties.view).toBe(IN_WORDS);
  });

  it('says it in files that the command line writes', async () => {
    const { db } = database.deps;
    const asked = { release: 'current', audience: 'agency' } as const;
    for await (const { properties } of patchRows(db, asked))
      expect(properties.view).toBe('Release “one is not public”. Agency view. All 2 filings.');
    for await (const { properties } of clusterRows(db, asked)) expect(properties.view).toMatch(/Agency view/);
  });
});
