/** Places as their pages and the index tell of them, held against other ways to the same numbers. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { PlaceTotals } from '../../server/features/places/contract.ts';
import type { IndexRow, PlaceIndex, PlaceProfile } from '../../server/features/profiles/contract.ts';
import type { Patch, PatchPage } from '../../server/features/releases/contract.ts';
import { smallStateDatabase } from '../support/database.ts';

const database = smallStateDatabase();
let app: FastifyInstance;
let agency: Record<string, string>;

beforeAll(async () => {
  app = await buildApp(database.deps);
  await app.ready();
  const { token } = await createToken(database.deps, { role: 'agency', label: 'test', stateFips: '54', days: 1 });
  agency = { authorization: `Bearer ${token}` };
}, 600_000);
afterAll(() => app?.close());

async function get<Body>(url: string, headers: Record<string, string> = {}): Promise<Body> {
  const response = await app.inject({ url, headers });
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  return response.json<Body>();
}

const indexOf = (kind: string, more = '', headers = {}) =>
  get<PlaceIndex>(`/api/v1/places/index?kind=${kind}${more}`, headers);
const profile = (kind: string, id: string, more = '', headers = {}) =>
  get<PlaceProfile>(`/api/v1/places/${kind}/${id}/profile${more}`, headers);

async function patchesOf(place: string): Promise<Patch[]> {
  const found: Patch[] = [];
  for (let cursor = ''; ; ) {
    const page = await get<PatchPage>(`/api/v1/patches?limit=1000&place=${place}${cursor && `&cursor=${cursor}`}`);
    found.push(...page.patches);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

const KINDS = ['county', 'school_district', 'senate_district', 'house_district'];
const VIEWS: [string, () => Record<string, string>][] = [
  ['', () => ({})],
  ['&audience=agency', () => agency],
];

describe('the index of places', () => {
  it.each(KINDS.flatMap((kind) => VIEWS.map(([view, headers]) => [kind, view, headers] as const)))(
    'has the counts that each place has by itself: %s%s',
    async (kind, view, headers) => {
      const { places } = await indexOf(kind, view, headers());
      expect(places.length).toBe({ county: 55, school_district: 55, senate_district: 17, house_district: 34 }[kind]);
      for (const row of places.slice(0, 20)) {
        const { totals } = await get<PlaceTotals>(`/api/v1/places/${kind}/${row.id}?${view.slice(1)}`, headers());
        expect(row.students).toBe(totals?.students ?? null);
        for (const { segment, students, hidden } of row.segments) {
          const key = segment === 'connected' ? 'home.connected' : `lever.${segment}`;
          expect([students, hidden]).toEqual([totals?.counts[key], totals?.hidden[key]]);
        }
        expect(row.equip.students).toBe(totals === null ? null : totals.counts.equip);
      }
    },
  );

  it('adds up to all students of a place within the noise of its segments, and never shows a hidden one as zero', async () => {
    let whole = 0;
    for (const kind of KINDS)
      for (const { students, segments } of (await indexOf(kind)).places) {
        for (const { students: some, hidden } of segments) {
          if (some === null) expect(hidden).toBeDefined();
          else expect(some).toBeGreaterThan(0);
        }
        if (students === null || segments.length === 0 || segments.some((one) => one.students === null)) continue;
        whole += 1;
        const sum = segments.reduce((all, one) => all + (one.students ?? 0), 0);
        // Six counts, each with a noise of at most four and rounded to fives.
        expect(Math.abs(sum - students)).toBeLessThanOrEqual(6 * 6.5);
      }
    expect(whole).toBeGreaterThan(0);
  });

  it('names the kinds that have numbers, with house districts among them', async () => {
    const { kinds } = await indexOf('county');
    expect(kinds.map(({ kind }) => kind)).toEqual(['senate_district', 'house_district', 'county', 'school_district']);
  });

  it('finds a district by number, member, town and school, and says why', async () => {
    const found = async (q: string): Promise<IndexRow[]> =>
      (await indexOf('senate_district', `&q=${encodeURIComponent(q)}`)).places;
    expect((await found('7')).find(({ id }) => id === '54007')?.found?.by).toBe('number');
    const [member] = (await indexOf('senate_district')).places[4]?.members ?? [];
    const byMember = await found(member ?? '');
    expect(byMember.map(({ id, found: why }) => [id, why])).toContainEqual(['54005', { by: 'member', what: member }]);
    const byTown = await found('beckley');
    expect(byTown.map(({ found: why }) => why)).toContainEqual({ by: 'town', what: 'Beckley' });
    expect((await found('Beckley Example High')).map(({ found: why }) => why?.by)).toEqual(['school']);
    const town = await database.deps.db.asOwner((tx) =>
      tx.rows<{ id: string }>(
        `select d.id from places.places t join places.places d on d.kind = 'senate_district' and ST_Contains(d.geom, t.label_point)
         where t.kind = 'town' and t.name = 'Beckley'`,
      ),
    );
    expect(byTown.map(({ id }) => id)).toEqual(town.map(({ id }) => id));
    expect(await found('nowhere at all')).toEqual([]);
  });

  it('comes as a table that says its release, view and sources in every row', async () => {
    const { places, edition } = await indexOf('senate_district');
    const { body, headers } = await app.inject({ url: '/api/v1/places/index?kind=senate_district&format=csv' });
    expect(headers['content-disposition']).toContain(`senate_district-release-${edition.release}.csv`);
    const [head = '', ...lines] = body
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n');
    expect(lines.length).toBe(places.length);
    expect(head.split(',')).toEqual(
      expect.arrayContaining(['build', 'build_hidden', 'equip', 'equip_hidden', 'release_id', 'view', 'sources']),
    );
    for (const line of lines) {
      expect(line).toContain(`Fall 2026,${edition.release},`);
      expect(line).toContain('FCC Broadband Data Collection, as of June 30, 2026');
    }
  });
});

describe('the profile of a place', () => {
  it('has the totals, members and segments of its place', async () => {
    const { places } = await indexOf('house_district');
    const row = places.find(({ students }) => students !== null);
    const found = await profile('house_district', row?.id ?? '');
    expect(found.totals?.students).toBe(row?.students);
    expect(found.segments).toEqual(row?.segments);
    expect(found.members.map(({ name, title, illustrative }) => [name, title, illustrative])).toEqual(
      row?.members.map((name) => [name, 'delegate', true]),
    );
    expect(found.edition).toMatchObject({ release: found.release, isCurrent: true, audience: 'public' });
    expect(found.drawnBy).toEqual({ publisher: null, vintage: null });
    expect(found.errors.every(({ level }) => level === 'house_district')).toBe(true);
  });

  it('shares with other places the students of the patches that count to both', async () => {
    const [{ id } = { id: '' }] = (await indexOf('senate_district')).places;
    const own = await patchesOf(`senate_district:${id}`);
    const students = (patches: readonly Patch[]) => patches.reduce((sum, patch) => sum + (patch.students ?? 0), 0);
    const numbers = new Set(own.map(({ patch }) => patch));
    const { overlapping } = await profile('senate_district', id);
    expect(overlapping.length).toBeGreaterThan(3);
    for (const { kind, id: other, share } of overlapping) {
      const both = (await patchesOf(`${kind}:${other}`)).filter(({ patch }) => numbers.has(patch));
      expect(share).toBeCloseTo(students(both) / students(own), 9);
    }
    const counties = overlapping.filter(({ kind }) => kind === 'county');
    expect(counties.reduce((sum, { share }) => sum + share, 0)).toBeGreaterThan(0.95);
  });

  it('ranks by published numbers: equal ones share a range, and a hidden one has no rank', async () => {
    const { places } = await indexOf('county');
    const build = (row: IndexRow) => row.segments.find(({ segment }) => segment === 'build');
    const counted = places.filter(({ students }) => students !== null);
    let [ranked, hidden] = [0, 0];
    for (const row of counted.slice(0, 25)) {
      const { ranks, notRanked } = await profile('county', row.id);
      const rank = ranks.find(({ by, as }) => by === 'build' && as === 'number');
      expect(rank?.of).toBe(counted.length);
      expect(notRanked).toBe(places.length - counted.length);
      const own = build(row);
      if (own?.students == null) {
        expect([rank?.from, rank?.to]).toEqual(
          own?.hidden === 'high' ? [expect.any(Number), expect.any(Number)] : [null, null],
        );
        hidden += 1;
        continue;
      }
      ranked += 1;
      const mine = own.students;
      const others = counted.filter((other) => other !== row).map(build);
      const more = others.filter((other) => other?.students != null && other.students > mine).length;
      const equal = others.filter((other) => other?.students === mine).length;
      // Few or none of up to thirteen may still be as many as a small number shown.
      const unsure = others.filter(
        (other) => other?.students == null && (other?.hidden !== 'low' || mine <= 13),
      ).length;
      expect(rank?.from).toBeLessThanOrEqual(more + unsure + 1);
      expect(rank?.from).toBeGreaterThanOrEqual(more + 1);
      expect(rank?.to).toBeGreaterThanOrEqual(more + equal + 1);
      expect(rank?.to).toBeLessThanOrEqual(more + equal + unsure + 1);
    }
    expect([ranked > 0, hidden > 0]).toEqual([true, true]);
  });

  it('names as neighbors the places of its kind that touch it', async () => {
    const { neighbors } = await profile('county', '54081');
    const touching = await database.deps.db.asOwner((tx) =>
      tx.rows<{ id: string }>(
        `select o.id from places.places o, places.places a
         where a.kind = 'county' and a.id = '54081' and o.kind = 'county' and o.id <> a.id and ST_Distance(o.geom, a.geom) < 0.002
         order by o.name`,
      ),
    );
    expect(neighbors.map(({ id }) => id)).toEqual(touching.map(({ id }) => id));
    expect(neighbors.length).toBeGreaterThan(3);
  });

  it('names its schools and providers, those of the FCC filing about its ground, as briefs do', async () => {
    const { schools, providers, towns } = await profile('county', '54081');
    const known = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string }>(
        `select s.name from places.places s, places.places a
         where a.kind = 'county' and a.id = '54081' and s.kind = 'school' and ST_Contains(a.geom, s.label_point) order by s.name`,
      ),
    );
    expect(schools).toEqual({ count: known.length, names: known.map(({ name }) => name) });
    expect(towns[0]).toBe('Beckley');
    expect(providers.length).toBeGreaterThan(2);
    const companies = await database.deps.db.asOwner((tx) =>
      tx.rows<{ id: number; name: string }>('select provider_id as id, name from coverage.providers'),
    );
    for (const { providerId, name } of providers)
      expect(name).toBe(companies.find(({ id }) => id === providerId)?.name);
    for (const { share, locations } of providers) {
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(locations).toBeGreaterThan(0);
    }
    const state = await profile('state', '54');
    const reported = await database.deps.db.asOwner((tx) =>
      tx.rows<{ id: number; technology: number; locations: number }>(
        `select o.provider_id as id, o.technology, sum(o.locations)::integer as locations
         from coverage.offers o join coverage.filings f on f.id = o.filing_id
         where f.source = 'fcc' and f.as_of = '2026-06-30'
         group by o.provider_id, o.technology order by 3 desc, 1, 2 limit 5`,
      ),
    );
    expect(
      state.providers.slice(0, 5).map(({ providerId, technology, locations }) => [providerId, technology, locations]),
    ).toEqual(reported.map(({ id, technology, locations }) => [id, technology, locations]));
  });

  it('of the state has its totals, no rank and no neighbors', async () => {
    const { totals, ranks, neighbors, overlapping, segments } = await profile('state', '54');
    expect(totals?.students).toBeGreaterThan(2000);
    expect([ranks, neighbors, overlapping]).toEqual([[], [], []]);
    expect(segments.map(({ segment }) => segment)).toEqual([
      'build',
      'upgrade',
      'connect',
      'check',
      'ask',
      'connected',
    ]);
  });

  it('of the state says how many locations have service, as a question to the filed rows does', async () => {
    const { coverage } = await profile('state', '54');
    const duck = await (await DuckDBInstance.create()).connect();
    const rows = join(database.deps.config.dataDir, 'fcc', '54-2026-06-30-*.parquet');
    const served = (down: number, up: number) =>
      `count(distinct location_id) filter (where low_latency = 1 and business_residential_code <> 'B'
         and max_advertised_download_speed >= ${down} and max_advertised_upload_speed >= ${up})`;
    for (const [name, technologies] of [
      ['any', '0, 10, 40, 50, 60, 61, 70, 71, 72'],
      ['bead_2022', '10, 40, 50, 71, 72'],
    ]) {
      const asked = (of: string, where = '') => `select ${of} from read_parquet('${rows}') ${where}`;
      const within = `where technology in (${technologies})`;
      const counts = await duck.runAndReadAll(
        `select (${asked('count(distinct location_id)')}), (${asked(served(25, 3), within)}),
           (${asked(served(100, 20), within)}), (${asked(served(1000, 100), within)})`,
      );
      const [locations, ...speeds] = (counts.getRows()[0] ?? []).map(Number);
      const told = coverage?.find((one) => one.profile === name);
      expect(told?.locations, name).toBe(locations);
      expect([told?.served['25_3'], told?.served['100_20'], told?.served['1000_100']], name).toEqual(speeds);
    }
    expect((await profile('county', '54081')).coverage).toBeNull();
  });

  it('refuses what is not there', async () => {
    const response = await app.inject({ url: '/api/v1/places/county/54999/profile' });
    expect([response.statusCode, response.json().code]).toEqual([404, 'place.unknown']);
    expect((await app.inject({ url: '/api/v1/places/county/54081/profile?release=999' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/api/v1/places/county/54081/profile?audience=agency' })).statusCode).toBe(401);
    expect((await app.inject({ url: '/api/v1/places/index?kind=planet' })).statusCode).toBe(400);
  });
});
