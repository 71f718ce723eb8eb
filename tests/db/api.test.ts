import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken, revokeToken } from '../../server/features/accounts/index.ts';
import type { PatchPage, Release } from '../../server/features/releases/contract.ts';
import type { PrivacyReport } from '../../server/features/releases/contract-report.ts';
import { testDatabase } from '../support/database.ts';
import { loadSmallState } from '../support/state.ts';

const database = testDatabase();
let app: FastifyInstance;

beforeAll(async () => {
  await loadSmallState(database.deps);
  app = await buildApp(database.deps);
  await app.ready();
}, 300_000);

afterAll(() => app?.close());

async function get<Body>(url: string, headers: Record<string, string> = {}): Promise<Body> {
  const response = await app.inject({ url, headers });
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response.json<Body>();
}

async function refused(url: string): Promise<{ status: number; code: string; detail: string }> {
  return (await app.inject({ url })).json();
}

describe('the release', () => {
  it('names its sources with their vintages and says that it is synthetic', async () => {
    const release = await get<Release>('/api/v1/release');
    expect(release.synthetic).toBe(true);
    expect(release.sources.find(({ source }) => source === 'fcc')).toMatchObject({
      publisher: 'FCC',
      asOf: '2026-06-30',
    });
    const fcc = release.sources.find(({ source }) => source === 'fcc');
    expect(fcc?.technologies.length).toBeGreaterThan(3);
    for (const { revision } of fcc?.technologies ?? []) expect(revision).toBe(fcc?.revision);
    for (const { source, technologies } of release.sources) if (source === 'puc') expect(technologies).toEqual([]);
    expect(release.floors).toEqual({ students: 10, households: 5 });
  });

  it('rests on no filing that is not public when it is the public that asks', async () => {
    const open = await get<Release>('/api/v1/release');
    const confidential = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.rows<{ title: string }>("select title from coverage.filings where confidentiality <> 'public'"),
    );
    expect(confidential.length).toBeGreaterThan(0);
    const titles = open.sources.map(({ title }) => title);
    for (const { title } of confidential) expect(titles).not.toContain(title);
  });

  it('of an older vintage can still be asked for', async () => {
    const { releases } = await get<{ releases: { id: number; fccAsOf: string; current: boolean }[] }>(
      '/api/v1/releases',
    );
    expect(releases.map(({ fccAsOf }) => fccAsOf)).toEqual(['2026-06-30', '2025-12-31']);
    const older = await get<Release>(`/api/v1/release?release=${releases[1]?.id}`);
    expect(older.sources.find(({ source }) => source === 'fcc')?.asOf).toBe('2025-12-31');
  });
});

describe('the privacy report', () => {
  it('says to the public what it does with numbers', async () => {
    const report = await get<PrivacyReport>('/api/v1/privacy');
    expect(report).toMatchObject({
      audience: 'public',
      floors: { students: 10, households: 5 },
      method: { noise: { deviation: 4, variance: 2 }, rounding: 5, keptUnder: 10 },
    });
    // Sixty in the demo, with noise and rounded.
    expect([55, 60, 65]).toContain(report.noFixedResidence.shown);
    expect(report.approximated.map(({ kind }) => kind)).toContain('county');
    expect(report.errors.length).toBeGreaterThan(10);
  });

  it('is of a place too, as far as whole patches approximate it', async () => {
    const county = await get<{ approximated?: number }>('/api/v1/places/county/54015');
    expect((county.approximated ?? 0) % 5).toBe(0);
    const district = await get<{ approximated?: number; noFixedResidence?: number | null }>(
      '/api/v1/places/school_district/5400240',
    );
    expect(district.approximated).toBeUndefined();
    expect(district.noFixedResidence).toBeNull();
  });
});

describe('patches', () => {
  it('come page by page, each once, and add up to the state', async () => {
    const release = await get<Release>('/api/v1/release');
    const seen = new Set<number>();
    let students = 0;
    for (let next: string | null = ''; next !== null; ) {
      const page: PatchPage = await get(`/api/v1/patches?limit=7${next ? `&cursor=${next}` : ''}`);
      for (const patch of page.patches) {
        expect(seen.has(patch.patch)).toBe(false);
        seen.add(patch.patch);
        students += patch.students ?? 0;
      }
      next = page.next;
    }
    expect(students).toBe(release.totals?.students);
  });

  it('say the same as JSON, GeoJSON and CSV', async () => {
    const json = await get<PatchPage>('/api/v1/patches?limit=20');
    const geojson = await get<{ features: { properties: { h3: string; students: number } }[] }>(
      '/api/v1/patches?limit=20',
      {
        accept: 'application/geo+json',
      },
    );
    const csv = (await app.inject({ url: '/api/v1/patches?limit=20&format=csv' })).body.trim().split('\r\n');
    expect(geojson.features.map(({ properties }) => properties.students)).toEqual(
      json.patches.map(({ students }) => students),
    );
    expect(csv).toHaveLength(json.patches.length + 1);
    expect(csv[1]?.split(',')[1]).toBe(json.patches[0]?.h3);
  });

  it('show no count under the floor, and hide none as zero', async () => {
    const { patches } = await get<PatchPage>('/api/v1/patches?limit=1000&statistics=all');
    for (const { students, counts, hidden } of patches)
      for (const [key, count] of Object.entries(counts)) {
        if (count === null) expect(hidden[key]).toBeDefined();
        else {
          expect(count).toBeGreaterThanOrEqual(10);
          expect((students ?? 0) - count).toBeGreaterThanOrEqual(10);
        }
      }
  });

  it('of a place add up to the place', async () => {
    const { places } = await get<{ places: { kind: string; id: string }[] }>('/api/v1/places?kind=county&limit=100');
    expect(places).toHaveLength(55);
    for (const { id } of places.slice(0, 5)) {
      const { totals } = await get<{ totals: { students: number } | null }>(`/api/v1/places/county/${id}`);
      const { patches } = await get<PatchPage>(`/api/v1/patches?limit=1000&place=county:${id}`);
      expect(patches.reduce((sum, patch) => sum + (patch.students ?? 0), 0)).toBe(totals?.students ?? 0);
    }
  });
});

describe('a question that cannot be answered', () => {
  it.each([
    ['/api/v1/patches?bbox=1,2,3', 400, 'bbox.invalid'],
    ['/api/v1/patches?cursor=mine', 400, 'cursor.invalid'],
    ['/api/v1/patches?place=Clay', 400, 'place.invalid'],
    ['/api/v1/patches?statistics=shoe-size', 400, 'statistic.unknown'],
    ['/api/v1/patches?limit=0', 400, 'request.invalid'],
    ['/api/v1/release?release=999', 404, 'release.unknown'],
    ['/api/v1/cells/82aac4411ffffff', 400, 'cell.not-a-cell'],
    ['/api/v1/cells/842aac5ffffffff', 400, 'cell.resolution'],
    ['/api/v1/places/county/99999', 404, 'place.unknown'],
    ['/api/v1/clusters/c0', 404, 'cluster.unknown'],
    ['/nowhere', 404, 'address.unknown'],
  ])('%s gets %i %s', async (url, status, code) => {
    expect(await refused(url)).toMatchObject({ status, code });
  });
});

describe('a hex', () => {
  it('tells in words what the filings say of it', async () => {
    const { patches } = await get<PatchPage>('/api/v1/patches?limit=1');
    const cell = await get<{
      verdicts: Record<string, { verdict: string; reason: string }>;
      places: unknown[];
      locations: number;
    }>(`/api/v1/cells/${patches[0]?.h3}`);
    expect(cell.locations).toBeGreaterThan(0);
    expect(cell.verdicts.fcc?.reason).toMatch(/locations?$/);
    expect(cell.verdicts.agreed?.reason).toBe(`${cell.verdicts.fcc?.reason}; ${cell.verdicts.puc?.reason}`);
  });
});

describe('a link with a token', () => {
  it('sets a cookie scripts cannot read, which opens the finer view until the token is revoked', async () => {
    const made = await createToken(database.deps, { role: 'agency', label: 'test', days: 1 });
    const entered = await app.inject({ url: made.link });
    expect(entered.statusCode).toBe(302);
    const [cookie] = entered.cookies;
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    const headers = { cookie: `${cookie?.name}=${cookie?.value}` };
    expect(await get('/api/v1/me', headers)).toMatchObject({ role: 'agency', audiences: ['agency', 'public'] });
    expect((await get<Release>('/api/v1/release?audience=agency', headers)).audience).toBe('agency');
    await revokeToken(database.deps, made.id);
    expect(await get('/api/v1/me', headers)).toMatchObject({ role: 'public' });
  });
});

describe('health', () => {
  it('is ready once something is released', async () => {
    expect(await get('/readyz')).toEqual({ status: 'ready' });
  });
});
