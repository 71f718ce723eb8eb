import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { exportCommand } from '../../server/commands/export.ts';
import { loadOlderRelease } from '../../server/demo/load.ts';
import { createToken, revokeToken } from '../../server/features/accounts/index.ts';
import type { PatchPage, Release } from '../../server/features/releases/contract.ts';
import type { PrivacyReport } from '../../server/features/releases/contract-report.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { smallStateDatabase } from '../support/database.ts';
import { pressOpen } from '../support/enter.ts';
import { columnsByDuckDb, fieldsByGdal } from '../support/read-elsewhere.ts';
import { smallStateFiles } from '../support/state.ts';

const database = smallStateDatabase();
let app: FastifyInstance;

beforeAll(async () => {
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

interface Exported {
  features: { properties: Record<string, unknown> }[];
}

/** `gapmap export ...` */
async function exported(...args: string[]): Promise<void> {
  const command = exportCommand((work) => work(database.deps, silentProgress, messagesIn('en')));
  await command.parseAsync(args, { from: 'user' });
}

describe('the description of the API', () => {
  it('names for every route of data the 503 that it may be answered with', async () => {
    const { paths } = await get<{ paths: Record<string, Record<string, { responses?: Record<string, unknown> }>> }>(
      '/openapi.json',
    );
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({ route: `${method} ${path}`, ...route })),
    );
    expect(routes.length).toBeGreaterThan(20);
    const silent = routes.filter(({ responses }) => !responses || !('503' in responses)).map(({ route }) => route);
    expect(silent).toEqual(['get /healthz']);
  });
});

describe('the release', () => {
  it('leaves the planner of queries knowing its large tables', async () => {
    const { known } = await database.deps.db.asOwner((tx) =>
      tx.one<{ known: number }>("select reltuples as known from pg_class where oid = 'coverage.offers'::regclass"),
    );
    expect(known).toBeGreaterThan(0);
  });

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

  it('names public filings alone to the public', async () => {
    const open = await get<Release>('/api/v1/release');
    const confidential = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.rows<{ title: string }>("select title from coverage.filings where confidentiality <> 'public'"),
    );
    expect(confidential.length).toBeGreaterThan(0);
    const titles = open.sources.map(({ title }) => title);
    for (const { title } of confidential) expect(titles).not.toContain(title);
  });

  it('of an older vintage stands beside the current one and can be asked for', async () => {
    await loadOlderRelease(database.deps, silentProgress, await smallStateFiles());
    const { releases } = await get<{ releases: { id: number; fccAsOf: string; current: boolean }[] }>(
      '/api/v1/releases',
    );
    expect(releases.map(({ fccAsOf, current }) => [fccAsOf, current])).toEqual([
      ['2026-06-30', true],
      ['2025-12-31', false],
    ]);
    const older = await get<Release>(`/api/v1/release?release=${releases[1]?.id}`);
    expect(older.sources.find(({ source }) => source === 'fcc')?.asOf).toBe('2025-12-31');
  });
});

describe('the privacy report', () => {
  it('tells the public how numbers are protected', async () => {
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

  it('covers a place too, as far as whole patches approximate it', async () => {
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

  it.each(['patches', 'clusters'])(
    'are whole numbers in every column of counts to GDAL and DuckDB: %s',
    async (name) => {
      const counts = new Map<string, { shown: number; hidden: number }>();
      for (const format of ['geojson', 'csv']) {
        const out = join(database.dataDir, `${name}.${format}`);
        await exported(name, '--format', format, '--audience', 'agency', '--out', out);
        if (format === 'geojson')
          for (const { properties } of (JSON.parse(readFileSync(out, 'utf8')) as Exported).features)
            for (const [field, how] of Object.entries(properties)) {
              const key = /(.+)_hidden$/.exec(field)?.[1];
              if (key === undefined) continue;
              const count = properties[key];
              // A count that no row shows has no column: of nothing but nulls GDAL makes text.
              expect(how === null ? Number.isInteger(count) : (count ?? null) === null, field).toBe(true);
              const seen = counts.get(key) ?? { shown: 0, hidden: 0 };
              counts.set(key, seen);
              seen[how === null ? 'shown' : 'hidden']++;
            }
        const fields = format === 'geojson' ? await fieldsByGdal(out) : await columnsByDuckDb(out);
        const [whole, text] = format === 'geojson' ? ['Integer', 'String'] : ['BIGINT', 'VARCHAR'];
        const estimates = [...fields].filter(([field]) => field.startsWith('estimated_'));
        expect(estimates.length).toBeGreaterThan(0);
        for (const [field, type] of estimates) expect(type, `${field} in ${format}`).toBe(whole);
        for (const [key, { shown, hidden }] of counts) {
          expect(fields.get(key), `${key} in ${format}`).toBe(shown > 0 ? whole : undefined);
          if (hidden > 0) expect(fields.get(`${key}_hidden`), `${key}_hidden in ${format}`).toBe(text);
        }
        expect(fields.get('students')).toBe(whole);
        if (name === 'patches') expect(fields.get('h3')).toBe(text);
      }
      const both = [...counts.values()].filter(({ shown, hidden }) => shown > 0 && hidden > 0);
      expect(both.length > 0).toBe(name === 'patches');
    },
  );

  it('say in every format, in words, how each count is hidden', async () => {
    const words = { low: 'few or none', high: 'nearly all', either: 'too few to say' };
    const { patches } = await get<PatchPage>('/api/v1/patches?limit=200');
    const { features } = await get<Exported>('/api/v1/patches?limit=200&format=geojson');
    for (const [i, { counts, hidden }] of patches.entries())
      for (const [key, count] of Object.entries(counts)) {
        expect(features[i]?.properties[key]).toBe(count);
        const how = hidden[key];
        expect(features[i]?.properties[`${key}_hidden`]).toBe(how === undefined ? null : words[how]);
      }
  });

  it('come as CSV that spreadsheets know to be UTF-8', async () => {
    for (const url of ['/api/v1/patches?format=csv', '/api/v1/clusters?format=csv'])
      expect((await app.inject({ url })).rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
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

  it('of a place add up to its totals', async () => {
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
    ['/api/v1/patches?statistics=lever.build', 400, 'statistic.places-only'],
    ['/api/v1/patches?limit=0', 400, 'request.invalid'],
    ['/api/v1/release?release=999', 404, 'release.unknown'],
    ['/api/v1/cells/82aac4411ffffff', 400, 'cell.not-a-cell'],
    ['/api/v1/cells/842aac5ffffffff', 400, 'cell.resolution'],
    ['/api/v1/places/county/99999', 404, 'place.unknown'],
    ['/api/v1/clusters/c0', 404, 'cluster.unknown'],
    ['/nowhere', 404, 'address.unknown'],
  ])('is refused with its code: %s gets %i %s', async (url, status, code) => {
    expect(await refused(url)).toMatchObject({ status, code });
  });
});

describe('a place whose identifier holds a hyphen', () => {
  it('is found by name, with or without accents, and answers for itself', async () => {
    await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.run(
        `insert into places.places (kind, id, name, state_fips, label_point)
         values ('house_district', '50A-1', 'Añejo-1', '54', st_point(-73.2, 44.1, 4326))`,
      ),
    );
    for (const typed of ['Añej', 'anej', 'ANEJO-1']) {
      const { places } = await get<{ places: { id: string }[] }>(`/api/v1/places?q=${encodeURIComponent(typed)}`);
      expect(places.map(({ id }) => id)).toEqual(['50A-1']);
    }
    expect(await get('/api/v1/places/house_district/50A-1')).toMatchObject({ id: '50A-1', totals: null });
    expect(await get('/api/v1/patches?place=house_district:50A-1')).toMatchObject({ patches: [] });
    expect(await get('/api/v1/clusters?place=house_district:50A-1')).toMatchObject({ clusters: [] });
  });

  it.each(['house_district:../1', 'house_district:-1', 'house_district:'])('is not %s', async (place) => {
    expect(await refused(`/api/v1/patches?place=${place}`)).toMatchObject({ status: 400, code: 'place.invalid' });
  });
});

describe('a hex', () => {
  it('comes with what the filings say of it, in words', async () => {
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

  it('is found by its index in capitals, and answered in small letters', async () => {
    const { patches } = await get<PatchPage>('/api/v1/patches?limit=1');
    const h3 = patches[0]?.h3 ?? '';
    const plain = await get<{ h3: string }>(`/api/v1/cells/${h3}`);
    expect(plain.h3).toBe(h3);
    for (const written of [h3.toUpperCase(), `0x${h3}`, `0${h3.toUpperCase()}`])
      expect(await get(`/api/v1/cells/${written}`)).toEqual(plain);
  });
});

describe('a link with a token', () => {
  it('sets a cookie scripts cannot read, which opens the finer view until the token is revoked', async () => {
    const made = await createToken(database.deps, { role: 'agency', stateFips: '54', label: 'test', days: 1 });
    const entered = await pressOpen(app, made.link);
    expect(entered.statusCode).toBe(303);
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
