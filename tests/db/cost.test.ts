/** What it would cost: the estimate against numbers worked out apart, and who may ask, save, open and delete. */
import type { FastifyInstance } from 'fastify';
import { cellToLatLng, gridDisk, gridRing, latLngToCell } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { fiberCost } from '../../server/domain/cost/estimate.ts';
import { inputsOfCase, inputsWith } from '../../server/domain/cost/inputs.ts';
import { COUNTS, countPosition } from '../../server/domain/statistic.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import type { CostAnswer, InputList, Saved, SavedList, ScenarioBody } from '../../server/features/cost/contract.ts';
import { aRelease, read, write } from '../support/cluster-release.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const db = () => database.deps.db;
const CENTER = latLngToCell(38.5, -81.1, 8);
const HEXES = gridDisk(CENTER, 2);
/** Six cells away from the middle, and another on the far side. */
const WIRED = [gridRing(CENTER, 6)[0] ?? '', gridRing(CENTER, 5)[12] ?? ''];
/** Of each hex: ten locations, three of them served at 25/3; every fourth has none without service. */
const passingsOf = (at: number) => (at % 4 === 3 ? 0 : 7);

let app: FastifyInstance;
let releaseId = 0;
let cluster = '';
const tokens: Record<string, string> = {};

beforeAll(async () => {
  const filingId = await db().as({ role: 'intake' }, async (tx) => {
    await tx.run(
      `insert into places.places (kind, id, name, state_fips, label_point, geom)
       values ('county', '54015', 'Clay', '54', st_point(-81.1, 38.5, 4326), st_multi(st_makeenvelope(-81.4, 38.2, -80.8, 38.8, 4326)))`,
    );
    const { id } = await tx.one<{ id: number }>(
      `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision)
       values ('fcc', '54', 'FCC', 'Broadband Data Collection', '2026-06-30', '2026-11-10')
       returning id`,
    );
    const service = (cell: string, profile: string, served25: number, served100: number) =>
      tx.run('insert into coverage.service values ($1, $2, $3, $4, 10, $5, $6, 0)', [
        ...[shardOf(cellFromText(cell)), id, cellFromText(cell)],
        ...[profile, served25, served100],
      ]);
    for (const [at, cell] of HEXES.entries()) await service(cell, 'bead_2022', 10 - passingsOf(at), 0);
    for (const cell of WIRED) await service(cell, 'wired', 10, 10);
    // Served, but by no wire: nothing starts there.
    await service(gridRing(CENTER, 3)[0] ?? '', 'bead_2022', 10, 10);
    return id;
  });
  releaseId = await aRelease(db());
  await write(db(), releaseId, { hexes: HEXES, fccFilingId: filingId });
  await db().asOwner((tx) => publish(tx, filingId));
  cluster = (await read(db(), releaseId, 'agency'))[0]?.id ?? '';
  const of = async (role: 'agency' | 'provider', stateFips: string) =>
    (
      await createToken(database.deps, {
        role,
        stateFips,
        providerId: 130_001,
        label: `${role} ${stateFips}`,
        days: 1,
      } as never)
    ).token;
  Object.assign(tokens, {
    agency: await of('agency', '54'),
    neighbor: await of('agency', '51'),
    provider: await of('provider', '54'),
  });
  app = await buildApp(database.deps);
  await app.ready();
}, 300_000);
afterAll(() => app?.close());

type Tx = Parameters<Parameters<ReturnType<typeof db>['as']>[1]>[0];

/** Of each patch 30 students in 12 households, 6 for whom it is too expensive, 9 without a device; of the state a fifth and a third. */
async function publish(tx: Tx, filingId: number): Promise<void> {
  const counts = (unaffordable: number | null, device: number | null) => {
    const all = COUNTS.map(() => 0) as (number | null)[];
    all[countPosition({ kind: 'home', status: 'unaffordable' })] = unaffordable;
    all[countPosition({ kind: 'equip' })] = device;
    return all;
  };
  await tx.run(
    `insert into published.sources (release_id, audience, filing_id, source, publisher, title, as_of, revision, synthetic)
     select $1, audience, $2, 'fcc', 'FCC', 'Broadband Data Collection', '2026-06-30', '2026-11-10', true
     from unnest(array['agency', 'provider', 'public']) as audience`,
    [releaseId, filingId],
  );
  await tx.run(
    `update published.totals set students = 3000, households = 2000, counts = $2, hidden = repeat('.', ${COUNTS.length}) where release_id = $1`,
    [releaseId, counts(600, 1000)],
  );
  for (const [patch, cell] of HEXES.toSorted().entries())
    await tx.run(
      `insert into published.patches (release_id, audience, shard, patch, cell, resolution, rest, lea_ids, students, households, counts, hidden)
       values ($1, 'agency', $2, $3, $4, 8, false, '{5400240}', 30, 12, $5, repeat('.', ${COUNTS.length}))`,
      [releaseId, shardOf(cellFromText(cell)), patch, cellFromText(cell), counts(6, patch === 0 ? null : 9)],
    );
}

const scenario = (changed: Partial<ScenarioBody> = {}): ScenarioBody => ({
  of: 'unserved',
  source: 'agreed',
  clusters: [cluster],
  inputs: {},
  levers: ['fiber', 'hotspot', 'sponsored'],
  withDevices: false,
  case: 'median',
  budget: null,
  ...changed,
});

async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, token = 'agency', payload?: object) {
  const response = await app.inject({
    method,
    url: `/api/v1/cost${path}`,
    headers: { authorization: `Bearer ${tokens[token]}` },
    ...(payload ? { payload } : {}),
  });
  return { status: response.statusCode, body: response.body === '' ? undefined : response.json() };
}

const estimate = async (changed: Partial<ScenarioBody> = {}): Promise<CostAnswer> => {
  const { status, body } = await ask('POST', `/estimates?release=${releaseId}`, 'agency', scenario(changed));
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
};

/** Kruskal over distances that PostGIS measured: every pair, shortest first, when it joins two parts. */
async function treeByPostGis(): Promise<number> {
  const lacking = HEXES.filter((_, at) => passingsOf(at) > 0);
  const points = [...WIRED, ...lacking].map((cell) => cellToLatLng(cell));
  const pairs = await db().asOwner((tx) =>
    tx.rows<{ a: number; b: number; km: number }>(
      `-- one row: two points
       with points as (
         select ordinality::integer as at, st_point(lng, lat, 4326)::geography as point
         from unnest($1::float8[], $2::float8[]) with ordinality as given (lng, lat, ordinality)
       )
       select a.at - 1 as a, b.at - 1 as b, st_distance(a.point, b.point, false) / 1000 as km
       from points a
       join points b on a.at < b.at
       order by km`,
      [points.map(([, lng]) => lng), points.map(([lat]) => lat)],
    ),
  );
  // All that is wired is one part from the start.
  const partOf = points.map((_, at) => (at < WIRED.length ? 0 : at));
  let total = 0;
  for (const { a, b, km } of pairs) {
    const [one, other] = [partOf[a] ?? 0, partOf[b] ?? 0];
    if (one === other) continue;
    total += km;
    for (const [at, part] of partOf.entries()) if (part === other) partOf[at] = one;
  }
  return total;
}

describe('the estimate of a cluster', () => {
  it('takes the shortest network of its cells from wired service, as PostGIS measures it', async () => {
    const { clusters } = await estimate();
    const [{ ground } = { ground: null }] = clusters;
    const passed = HEXES.filter((_, at) => passingsOf(at) > 0).length;
    expect(ground).toMatchObject({ locations: 190, passings: 7 * passed, cells: passed, isReached: true });
    expect(ground?.betweenKm).toBeCloseTo(await treeByPostGis(), 1);
    expect(ground?.firstKm).toBeGreaterThan(1);
    expect(ground?.withinKm).toBeCloseTo(0.6331 * Math.sqrt(7 * 0.7373) * passed, -1);
  });

  it('goes along roads where they are imported, from the wired cell they lead to, and straight without', async () => {
    const [before] = (await estimate()).clusters;
    expect(before?.ground?.roads).toBeUndefined();
    const [toLat, toLng] = cellToLatLng(CENTER);
    const [fromLat, fromLng] = cellToLatLng(WIRED[0] ?? '');
    const bend = [(fromLng + toLng) / 2 + 0.05, (fromLat + toLat) / 2 - 0.05];
    const spokes = HEXES.filter((cell, at) => cell !== CENTER && passingsOf(at) > 0).map((cell) => {
      const [lat, lng] = cellToLatLng(cell);
      return [
        [toLng, toLat],
        [lng, lat],
      ];
    });
    const lines = [[[fromLng, fromLat], bend, [toLng, toLat]], ...spokes];
    const { km } = await db().asOwner(async (tx) => {
      await tx.run(
        `insert into places.roads (state_fips, position, geom)
         select '54', at::integer, st_setsrid(st_geomfromgeojson(line), 4326)
         from unnest($1::text[]) with ordinality as line (line, at)`,
        [lines.map((coordinates) => JSON.stringify({ type: 'LineString', coordinates }))],
      );
      return tx.one<{ km: number }>(
        'select st_length(st_unaryunion(st_collect(geom))::geography, false) / 1000 as km from places.roads',
      );
    });
    const [one] = (await estimate()).clusters;
    await db().asOwner((tx) => tx.run('delete from places.roads'));
    const roads = one?.ground?.roads;
    // Nearly all of the star is needed, each piece once; spokes that lie close together are left out.
    expect((roads?.roadKm ?? 0) / km).toBeGreaterThan(0.8);
    expect((roads?.roadKm ?? 0) / km).toBeLessThan(1.01);
    expect(roads?.straightKm).toBeLessThan(0.5);
    expect(one?.ground?.betweenKm).toBe(before?.ground?.betweenKm);
    if (!one?.ground) throw new Error('the cluster has ground');
    expect(one.estimates.median.fiber?.cost).toBeCloseTo(
      fiberCost(one.ground, inputsOfCase(inputsWith(), 'median')),
      3,
    );
    expect(one.estimates.median.fiber?.cost).not.toBe(before?.estimates.median.fiber?.cost);
  });

  it('prices it by the formulas, and divides by locations, households and students', async () => {
    const { clusters, label, unknown } = await estimate();
    expect([label, unknown]).toEqual(['Screening estimate, not a bid', []]);
    const [one] = clusters;
    if (!one?.ground) throw new Error('the cluster has ground');
    expect(one).toMatchObject({
      estimated: 570,
      students: 570,
      households: 228,
      wholePatches: 19,
      studentsPerHousehold: 2.5,
    });
    const cost = fiberCost(one.ground, inputsOfCase(inputsWith(), 'median'));
    expect(one.estimates.median.fiber?.cost).toBeCloseTo(cost, 3);
    expect(one.estimates.median.fiber?.perStudent).toBeCloseTo(cost / 570, 3);
    expect(one.estimates.median.fiber?.perHousehold).toBeCloseTo(cost / 228, 3);
    expect(one.estimates.median.fiber?.perPassing).toBeCloseTo(cost / one.ground.passings, 3);
    // 228 households x 0.7 x (90 + 36 x 15)
    expect(one.estimates.median.hotspot?.cost).toBeCloseTo(228 * 0.7 * 630, 3);
  });

  it('takes shares of answers from the patches, and from the state where one of them is hidden, and says so', async () => {
    const [one] = (await estimate()).clusters;
    expect(one).toMatchObject({
      unaffordable: { share: 0.2, of: 'patches' },
      withoutDevice: { share: 1 / 3, of: 'state' },
      hiddenPatches: 1,
    });
  });

  it('follows what is put in place of an input', async () => {
    const [one] = (await estimate({ inputs: { hotspotMonth: { low: 1, median: 2, high: 3 }, months: 10 } })).clusters;
    expect(one?.estimates.median.hotspot?.cost).toBeCloseTo(228 * 0.7 * 110, 3);
  });

  it('names clusters that the release does not have', async () => {
    expect(await estimate({ clusters: [cluster, 'c-gone'] })).toMatchObject({ unknown: ['c-gone'] });
  });

  it('plans a budget twice', async () => {
    const { plans } = await estimate({ budget: 150_000 });
    expect(plans?.exact).toMatchObject({ isProven: true, chosen: [{ cluster, lever: 'hotspot', students: 399 }] });
    expect(plans?.exact.left).toBe(150_000 - (plans?.exact.cost ?? 0));
    expect(plans?.greedy.students).toBeLessThanOrEqual(plans?.exact.students ?? 0);
  });

  it('refuses a low case above a high one, and words it in the reader’s language', async () => {
    const inputs = { drop: { low: 9, median: 5, high: 1 } };
    const { status, body } = await ask(
      'POST',
      `/estimates?release=${releaseId}&lang=es`,
      'agency',
      scenario({ inputs }),
    );
    expect([status, body.code]).toEqual([400, 'cost.order']);
    expect(body.detail).toContain('El caso bajo de drop');
  });

  it('has a list of inputs with sources', async () => {
    const { body } = await ask('GET', '/inputs');
    const { inputs } = body as InputList;
    expect(inputs).toHaveLength(16);
    expect(inputs.find(({ name }) => name === 'aerialPerFoot')).toMatchObject({
      value: { low: 5, median: 8, high: 14 },
      source: 'fba2025',
    });
    expect(inputs.every(({ words, sourceWords }) => words !== '' && sourceWords !== '')).toBe(true);
  });
});

describe('saved scenarios', () => {
  const save = async (name: string, token = 'agency') =>
    (await ask('POST', `/scenarios?release=${releaseId}`, token, { name, scenario: scenario({ budget: 5 }) })) as {
      status: number;
      body: { id: string };
    };

  it('come back as they were, with their release and who saved them', async () => {
    const { status, body } = await save('  Clay first ');
    expect(status).toBe(201);
    const opened = (await ask('GET', `/scenarios/${body.id}`)).body as Saved;
    expect(opened).toMatchObject({
      name: 'Clay first',
      release: releaseId,
      savedBy: 'agency 54',
      scenario: scenario({ budget: 5 }),
    });
    const { scenarios } = (await ask('GET', '/scenarios')).body as SavedList;
    expect(scenarios.map(({ id }) => id)).toContain(body.id);
  });

  it('are of one state: the neighbor neither sees, opens nor deletes them', async () => {
    const { body } = await save('of one state');
    expect(((await ask('GET', '/scenarios', 'neighbor')).body as SavedList).scenarios).toEqual([]);
    expect((await ask('GET', `/scenarios/${body.id}`, 'neighbor')).status).toBe(404);
    expect((await ask('DELETE', `/scenarios/${body.id}`, 'neighbor')).status).toBe(404);
    expect((await ask('GET', `/scenarios/${body.id}`)).status).toBe(200);
  });

  it('are deleted', async () => {
    const { body } = await save('to delete');
    expect((await ask('DELETE', `/scenarios/${body.id}`)).status).toBe(204);
    expect((await ask('DELETE', `/scenarios/${body.id}`)).status).toBe(404);
    expect((await ask('GET', `/scenarios/${body.id}`)).body).toMatchObject({ code: 'cost.scenario-unknown' });
  });

  it.each(['/inputs', '/scenarios'])('are no provider’s: %s', async (path) => {
    expect((await ask('GET', path, 'provider')).status).toBe(403);
  });
});

describe('the role of saved scenarios', () => {
  it('reads its table and no home, number or filing', async () => {
    const readable = await db().asOwner((tx) =>
      tx.rows<{ name: string }>(
        `select c.oid::regclass::text as name
         from pg_class c
         where c.relkind in ('r', 'v', 'm', 'p')
           and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'public')
           and has_any_column_privilege('gapmap_planner', c.oid, 'select')
         order by 1`,
      ),
    );
    expect(readable.map(({ name }) => name)).toEqual(['cost.scenarios']);
  });

  it.each(['planner', 'agency'] as const)('and the agency’s cannot read a home: %s', async (role) => {
    const asked = db().as({ role, stateFips: '54' }, (tx) => tx.rows('select cell from intake.homes'));
    await expect(asked).rejects.toThrow('permission denied for schema intake');
  });
});
