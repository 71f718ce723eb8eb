/** Every route through a cache that many readers share: nobody is handed what another's token opened. */
import { existsSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { RATES } from '../../server/platform/rates.ts';
import { type Address, addressesOf, type Known, type Paths } from '../support/crawl.ts';
import { testDatabase } from '../support/database.ts';
import { cookiesOf, pressOpen } from '../support/enter.ts';
import { type Answered, type Asked, mayStore, SharedCache } from '../support/shared-cache.ts';
import { COLLECTION, loadState, PROVIDER, RELEASE, type StateOfTwo, TWO } from '../support/two-states.ts';

const database = testDatabase();
const ROLES = ['agency', 'provider', 'district', 'coordinator'] as const;
type Role = (typeof ROLES)[number];

let app: FastifyInstance;
let known: Known;
const tokens = new Map<Role, string>();
/** Of a session begun by each token's link. */
const cookies = new Map<Role, string>();

beforeAll(async () => {
  const { deps } = database;
  const [state] = TWO as unknown as [StateOfTwo];
  const collection = await loadState(deps.db, state);
  const { id: release } = await createRelease(deps, { name: RELEASE, collection: COLLECTION, state: state.fips });
  const { fips: stateFips, leaId } = state;
  const holders = {
    agency: { role: 'agency', stateFips },
    provider: { role: 'provider', stateFips, providerId: PROVIDER },
    district: { role: 'district', leaId },
    coordinator: { role: 'coordinator', stateFips },
  } as const;
  for (const role of ROLES)
    tokens.set(role, (await createToken(deps, { ...holders[role], label: role, days: 1 })).token);
  known = await deps.db.as({ role: 'intake' }, async (tx) => ({
    state,
    release,
    collection,
    link: 1,
    upload: (await tx.one<{ id: string }>('select id from collect.uploads where lea_id = $1', [leaId])).id,
    clusters: (
      await tx.rows<{ id: string }>('select distinct id from published.clusters where release_id = $1', [release])
    ).map(({ id }) => id),
  }));
  app = await buildApp({ ...deps, rates: { ...RATES, api: MANY, tiles: MANY, enter: MANY } });
  await app.ready();
  for (const role of ROLES) cookies.set(role, cookiesOf(await pressOpen(app, `/enter/${tokens.get(role)}`)));
}, 300_000);
afterAll(() => app?.close());

async function origin({ method, url, headers }: Asked): Promise<Answered> {
  const response = await app.inject({ method, url, headers });
  const said = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: response.statusCode,
    headers: Object.fromEntries(said),
    body: response.rawPayload.toString('base64'),
  };
}

/** More than the test asks. */
const MANY = 1_000_000;

const WAYS = ['bearer', 'cookie'] as const;
const asRole = (role: Role, way: (typeof WAYS)[number]): Record<string, string> =>
  way === 'bearer' ? { authorization: `Bearer ${tokens.get(role)}` } : { cookie: cookies.get(role) ?? '' };

/** Files of pages, and pages, that are in no description of the API. */
const PAGES = [
  '/',
  '/collect',
  '/collect/prepare',
  '/privacy',
  '/favicon.ico',
  '/print.js',
  '/openapi.json',
  '/nowhere',
];

/** Every address a reader may get, once for each audience; other states and zooms are answered by the same routes. */
function addresses(): Pick<Address, 'url' | 'audience' | 'route'>[] {
  const all = addressesOf((app.swagger() as { paths: Paths }).paths, [known]);
  const found = all.filter(
    ({ method, url }) => method === 'GET' && !/[?&]state=/.test(url) && !/\/(5|11)\/\d+\/\d+\./.test(url),
  );
  return [...found, ...PAGES.map((url) => ({ url, route: url, audience: 'public' }))];
}

const same = ({ status, body }: Answered) => ({ status, body });

describe('a cache that many readers share', () => {
  const CASES = [
    { way: 'bearer', heedsVary: true },
    { way: 'cookie', heedsVary: false },
  ] as const;

  it.each(CASES)(
    'hands the public nothing of the agency’s, and the agency nothing stale: by $way, heeding vary: $heedsVary',
    async ({ way, heedsVary }) => {
      const wrong: string[] = [];
      let differing = 0;
      for (const { url } of addresses()) {
        const agency: Asked = { method: 'GET', url, headers: asRole('agency', way) };
        const nobody: Asked = { method: 'GET', url, headers: {} };
        const [forAgency, forNobody] = [await origin(agency), await origin(nobody)];
        if (forAgency.body !== forNobody.body) differing += 1;
        // Asked again for nothing but whether a copy still holds.
        const answers = new Map([
          [agency, forAgency],
          [nobody, forNobody],
        ]);
        const again = async (asked: Asked) => answers.get(asked) ?? origin(asked);
        for (const order of [
          [agency, nobody],
          [nobody, agency],
        ]) {
          const cache = new SharedCache(again, heedsVary);
          for (const each of [...order, ...order]) {
            const right = each === agency ? forAgency : forNobody;
            const got = await cache.ask(each);
            if (JSON.stringify(same(got)) !== JSON.stringify(same(right)))
              wrong.push(
                `${each === agency ? 'agency' : 'nobody'} ${url}: ${got.status} ${got.headers['cache-control']}`,
              );
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(differing).toBeGreaterThan(20);
    },
    600_000,
  );

  it('may keep no answer of a finer view or to a token, but what everybody gets', async () => {
    const kept = new Set<string>();
    for (const { url, route, audience } of addresses())
      for (const role of ROLES)
        for (const way of WAYS) {
          if (audience !== 'public' && audience !== role) continue;
          const request: Asked = { method: 'GET', url, headers: asRole(role, way) };
          const answered = await origin(request);
          const control = answered.headers['cache-control'] ?? 'nothing said';
          expect([url, control]).not.toEqual([url, 'nothing said']);
          if (audience !== 'public' || url.startsWith('/api/v1/collect')) {
            expect([url, control]).toEqual([url, expect.stringMatching(/^private, no-(store|cache)$/)]);
            expect([url, answered.headers.vary]).toEqual([url, expect.stringContaining('authorization, cookie')]);
          }
          if (mayStore(request, answered) || mayStore({ ...request, headers: {} }, answered)) kept.add(route);
        }
    expect([...kept].sort()).toEqual([
      '/api/v1/survey-kit',
      '/api/v1/survey-kit/{file}',
      '/api/v1/verdicts/{leaId}.js',
      '/favicon.ico',
      '/ground/{state}/{version}/{z}/{x}/{y}.mvt',
      '/openapi.json',
      '/print.js',
      '/tiles/{release}/{layer}/{z}/{x}/{y}.arrow',
      '/tiles/{release}/{layer}/{z}/{x}/{y}.mvt',
    ]);
  }, 600_000);

  it('is told the same by HEAD, by "not modified", by a part of a file and by a refusal', async () => {
    const url = `/tiles/${known.release}/hexes/8/${tileAt(known, 8)}.mvt?audience=agency`;
    const agency = asRole('agency', 'bearer');
    const whole = await origin({ method: 'GET', url, headers: agency });
    expect(whole.status).toBe(200);
    const again = await origin({
      method: 'GET',
      url,
      headers: { ...agency, 'if-none-match': whole.headers.etag ?? '' },
    });
    expect(again.status).toBe(304);
    for (const answered of [whole, again, await origin({ method: 'HEAD', url, headers: agency })]) {
      expect(answered.headers['cache-control']).toBe('private, no-cache');
      expect(answered.headers.vary).toContain('authorization, cookie');
    }
    const api = '/api/v1/patches?audience=agency';
    for (const method of ['GET', 'HEAD'] as const)
      for (const headers of [agency, {}, asRole('district', 'bearer')] as Record<string, string>[]) {
        const answered = await origin({ method, url: api, headers });
        expect([answered.status, answered.headers['cache-control']]).toEqual([answered.status, 'private, no-store']);
        expect(answered.headers.vary).toContain('authorization, cookie');
      }
    const refusedTile = await origin({ method: 'GET', url, headers: {} });
    expect([refusedTile.status, refusedTile.headers['cache-control']]).toEqual([401, 'private, no-store']);
    const part = await origin({ method: 'GET', url: api, headers: { ...agency, range: 'bytes=0-9' } });
    expect(part.headers['cache-control']).toBe('private, no-store');
    const current = await origin({
      method: 'GET',
      url: url.replace(`/${known.release}/`, '/current/'),
      headers: agency,
    });
    expect([current.status, current.headers['cache-control']]).toEqual([302, 'private, no-cache']);
  });

  it('may keep the public’s tiles and the kit for an hour, and is to ask again about the rest', async () => {
    const said = async (url: string) => (await origin({ method: 'GET', url, headers: {} })).headers['cache-control'];
    expect(await said(`/tiles/${known.release}/hexes/8/${tileAt(known, 8)}.mvt`)).toBe('public, max-age=3600');
    expect(await said('/api/v1/survey-kit')).toBe('public, max-age=3600');
    for (const url of ['/api/v1/release', '/api/v1/patches', '/tiles/hexes.json', '/openapi.json'])
      expect([url, await said(url)]).toEqual([url, 'no-cache']);
    expect(await said('/api/v1/me')).toBe('private, no-store');
    expect(await said('/healthz')).toBe('private, no-store');
  });

  it.runIf(existsSync(new URL('../../dist/web/index.html', import.meta.url)))(
    'may keep files of the pages, and the pages only of readers without a cookie',
    async () => {
      const page = (headers: Record<string, string>) => origin({ method: 'GET', url: '/', headers });
      expect((await page({})).headers['cache-control']).toBe('no-cache');
      expect((await page(asRole('agency', 'cookie'))).headers['cache-control']).toBe('private, no-store');
      const html = Buffer.from((await page({})).body, 'base64').toString();
      const script = /\/assets\/[\w.-]+\.js/.exec(html)?.[0] ?? '';
      const part = await origin({ method: 'GET', url: script, headers: { range: 'bytes=0-9' } });
      expect([part.status, part.headers['cache-control']]).toEqual([206, 'public, max-age=31536000, immutable']);
    },
  );
});

function tileAt({ state: { center } }: Known, z: number): string {
  const [lng, lat] = center;
  const sine = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return `${Math.floor(((lng + 180) / 360) * 2 ** z)}/${Math.floor(y * 2 ** z)}`;
}
