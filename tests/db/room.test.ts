/** A provider's room: its numbers against SQL and brute force, and who reads none of it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { cellToChildren, cellToLatLng, greatCircleDistance, UNITS } from 'h3-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadOlderFilings } from '../../server/demo/load.ts';
import type { Actor } from '../../server/domain/actor.ts';
import { lookAfterClaims } from '../../server/features/coverage/index.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import type { Correction, Demand, DemandPage, Plan, Room } from '../../server/features/room/contract.ts';
import type { Workbench } from '../../server/features/workbench/contract.ts';
import type { Tx } from '../../server/platform/db.ts';
import { readGis } from '../../server/platform/gis/read.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { smallStateDatabase } from '../support/database.ts';
import { type OpenRoom, openRoom } from '../support/room.ts';
import { smallStateFiles } from '../support/state.ts';

const database = smallStateDatabase();
const intake = <T>(work: (tx: Tx) => Promise<T>) => database.deps.db.as({ role: 'intake' }, work);
let app: FastifyInstance;
let tokens: OpenRoom['tokens'];
/** With rows of both filers, and another one. */
let own = 0;
let other = 0;
let filings: { id: number; source: string }[] = [];

beforeAll(async () => {
  const { deps } = database;
  const found = await intake((tx) =>
    tx.rows<{ id: number }>(
      `select a.provider_id as id
       from coverage.areas a
       join coverage.filings f on f.id = a.filing_id and f.confidentiality = 'public'
       where exists (select from coverage.offers o where o.provider_id = a.provider_id)
       group by a.provider_id
       order by count(*) desc, a.provider_id`,
    ),
  );
  [own, other] = [found[0]?.id ?? 0, found[1]?.id ?? 0];
  ({ app, tokens } = await openRoom(deps, own, other));
  filings = await intake((tx) =>
    tx.rows<{ id: number; source: string }>(
      `select filing_id as id, source from published.sources
       where audience = 'provider' and release_id = (select release_id from published.current)`,
    ),
  );
}, 300_000);
afterAll(() => app?.close());

type Method = 'GET' | 'POST' | 'DELETE';

async function ask(who: string, url: string, method: Method = 'GET', payload?: Buffer | object) {
  const isFile = Buffer.isBuffer(payload);
  const token = tokens[who];
  return app.inject({
    method,
    url,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(isFile ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(payload ? { payload } : {}),
  });
}

async function json<T>(who: string, url: string, method: Method = 'GET', payload?: Buffer | object): Promise<T> {
  const answer = await ask(who, url, method, payload);
  expect([url, answer.statusCode < 300 ? '' : answer.body]).toEqual([url, '']);
  return answer.json<T>();
}

const demand = (who: string, query = '') => json<DemandPage>(who, `/api/v1/room/clusters?${query}`);

/** A coverage file of which much is assumed, some is left out, and an outline is repaired. */
const DOUBTFUL = Buffer.from(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { technology: 'Fixed wireless', maxdown: 25, maxup: 50, STATUS: 'Planned', lowlatency: 'Q', bizrescode: 'Z' },
      { technology: 'Fiber', maxdown: '25 - 50', maxup: 100, STATUS: 'Existing', COMMENTS: 'north' },
      { technology: 'LTE mobile', maxdown: 25, maxup: 5 },
    ].map((properties) => ({
      type: 'Feature',
      properties,
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-81.2, 38.4],
            [-81.1, 38.5],
            [-81.1, 38.4],
            [-81.2, 38.5],
            [-81.2, 38.4],
          ],
        ],
      },
    })),
  }),
);

/** A rectangle as a coverage file. */
function fileOf(bounds: readonly number[], technology = 50): Buffer {
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { technology, maxdown: 1000, maxup: 500 },
          geometry: { type: 'Polygon', coordinates: [ring] },
        },
      ],
    }),
  );
}

/** Hexes that the filings say a provider serves, without the code that says so. */
async function servedHexes(): Promise<string[]> {
  const rows = await intake((tx) =>
    tx.rows<{ hex: string }>(
      `select distinct to_hex(cell) as hex from coverage.offers
       where provider_id = $1 and locations > 0 and filing_id = any($2)`,
      [own, filings.map(({ id }) => id)],
    ),
  );
  return rows.map(({ hex }) => hex);
}

describe('the footprint', () => {
  it('names the provider, and counts its hexes by technology as the FCC’s rows do', async () => {
    const room = await json<Room>('own', '/api/v1/room');
    const name = await intake((tx) =>
      tx.one<{ name: string }>('select name from coverage.providers where provider_id = $1', [own]),
    );
    expect(room.provider).toMatchObject({ id: own, name: name.name });
    const expected = await intake((tx) =>
      tx.rows(
        `select technology, count(distinct cell)::integer as hexes, sum(locations)::integer as locations
         from coverage.offers
         where provider_id = $1 and filing_id = any($2) and locations > 0
         group by technology order by technology`,
        [own, filings.map(({ id }) => id)],
      ),
    );
    const fcc = room.served.filter(({ source }) => source === 'fcc');
    expect(expected.length).toBeGreaterThan(0);
    expect(fcc.map(({ technology, hexes, locations }) => ({ technology, hexes, locations }))).toEqual(expected);
  });

  it('has the hexes whose center lies in its areas of the commission’s filings, as PostGIS says', async () => {
    const room = await json<Room>('own', '/api/v1/room');
    const { features } = await json<{ features: { geometry: unknown; properties: { source: string } }[] }>(
      'own',
      '/api/v1/room/footprint.geojson',
    );
    const puc = features.flatMap(({ geometry, properties }) =>
      properties.source === 'puc' ? [JSON.stringify(geometry)] : [],
    );
    expect(puc.length).toBe(room.served.filter(({ source }) => source === 'puc').length);
    expect(puc.length).toBeGreaterThan(0);
    const land = await intake((tx) =>
      tx.rows<{ hex: string }>('select distinct to_hex(cell) as hex from coverage.service'),
    );
    const centers = land.map(({ hex }) => cellToLatLng(hex));
    const [inAreas, inFootprint] = await intake(async (tx) => {
      const points = [centers.map(([, lng]) => lng), centers.map(([lat]) => lat)];
      const count = async (shapes: string, more: (number | string | readonly (string | number)[])[]) =>
        (
          await tx.one<{ count: number }>(
            `select count(*)::integer as count
             from unnest($1::float8[], $2::float8[]) as point (lng, lat)
             where exists (select from ${shapes} where st_intersects(geom, st_setsrid(st_point(lng, lat), 4326)))`,
            [...points, ...more],
          )
        ).count;
      return [
        await count(
          '(select geom from coverage.areas where provider_id = $3 and residential and filing_id = any($4)) as shape',
          [own, filings.map(({ id }) => id)],
        ),
        await count('(select st_geomfromgeojson(text) as geom from unnest($3::text[]) as text) as shape', [puc]),
      ];
    });
    expect(inAreas).toBeGreaterThan(50);
    expect(inFootprint).toBe(inAreas);
  });

  it('leaves out what is confidential, the provider’s own too', async () => {
    const before = await json<Room>('own', '/api/v1/room');
    await intake((tx) =>
      tx.run(
        "update coverage.filings set confidentiality = 'restricted' where id = (select min(filing_id) from coverage.areas where provider_id = $1)",
        [own],
      ),
    );
    const reads = await database.deps.db.as({ role: 'provider', stateFips: '54', providerId: own }, (tx) =>
      tx.one<{ count: number }>(
        "select count(*)::integer as count from coverage.areas a join coverage.filings f on f.id = a.filing_id where f.confidentiality <> 'public'",
      ),
    );
    await intake((tx) =>
      tx.run(
        "update coverage.filings set confidentiality = 'public' where confidentiality = 'restricted' and id = (select min(filing_id) from coverage.areas where provider_id = $1)",
        [own],
      ),
    );
    expect(reads.count).toBe(0);
    expect(before.served.length).toBeGreaterThan(1);
  });
});

describe('demand near it', () => {
  it('lists exactly the clusters whose nearest hexes are so near, by brute force', async () => {
    const room = await json<Room>('own', '/api/v1/room');
    const page = await demand('own', 'miles=3');
    const land = await intake((tx) =>
      tx.rows<{ id: string; hexes: string[] }>(
        `select id, array(select to_hex(c) from unnest(cells) as c) as hexes from published.clusters
         where of = 'unserved' and release_id = (select release_id from published.current)
         and id in (select id from published.cluster_standings where audience = 'provider' and source = 'agreed' and of = 'unserved')`,
      ),
    );
    const { features } = await json<{ features: { geometry: unknown }[] }>('own', '/api/v1/room/footprint.geojson');
    expect(features.length).toBe(room.served.length);
    const served = (await servedHexes()).map((hex) => cellToLatLng(hex));
    for (const { id, hexes } of land) {
      let least = Number.POSITIVE_INFINITY;
      for (const hex of hexes) {
        const here = cellToLatLng(hex);
        for (const there of served) least = Math.min(least, greatCircleDistance(here, there, UNITS.km) / 1.609344);
      }
      const row = page.clusters.find((cluster) => cluster.id === id);
      // The commission's areas may be nearer than the FCC's hexes.
      if (least <= 2.9) expect([id, (row?.miles ?? 99) <= least + 0.06]).toEqual([id, true]);
    }
    expect(page.clusters.length).toBeGreaterThan(0);
    expect(page.near).toBe(page.clusters.length);
    expect(page.clusters.map(({ miles }) => miles)).toEqual(
      page.clusters.map(({ miles }) => miles).sort((a, b) => a - b),
    );
  });

  it('says of each what is published of it, and the FCC’s locations', async () => {
    const near = (await demand('own', 'miles=20')).clusters[0];
    await intake((tx) =>
      tx.run(
        `insert into places.places (kind, id, state_fips, name, label_point)
         select 'school', '540000099999', '54', 'Test School', st_pointonsurface(outline) from published.clusters
         where id = $1 and of = 'unserved' limit 1`,
        [near?.id ?? ''],
      ),
    );
    const { clusters } = await demand('own', 'miles=20');
    const rows = await intake((tx) =>
      tx.rows<{ id: string; students: number; locations: number; schools: number }>(
        `select c.id, s.estimated as students,
           (select sum(v.locations)::integer from coverage.service v
            where v.cell = any(c.cells) and v.profile = 'wired' and v.filing_id = $1) as locations,
           (select count(*)::integer from places.places p where p.kind = 'school' and st_contains(c.outline, p.label_point)) as schools
         from published.clusters c
         join published.cluster_standings s using (release_id, of, id)
         where of = 'unserved' and s.audience = 'provider' and s.source = 'agreed'
           and release_id = (select release_id from published.current)`,
        [filings.find(({ source }) => source === 'fcc')?.id ?? 0],
      ),
    );
    for (const { id, students, locations, schools } of clusters)
      expect({ id, students, locations, schools: schools.length }).toEqual(rows.find((row) => row.id === id));
    expect(clusters.some(({ schools }) => schools.length > 0)).toBe(true);
    expect(clusters.every(({ households }) => households !== 0)).toBe(true);
  });

  it('sorts and filters', async () => {
    const all = await demand('own', 'miles=30&sort=students');
    expect(all.clusters.map(({ students }) => students)).toEqual(
      all.clusters.map(({ students }) => students).sort((a, b) => b - a),
    );
    const few = await demand('own', 'miles=30&students=40');
    expect(few.clusters.length).toBeLessThan(all.clusters.length);
    expect(few.near).toBe(all.near);
    const alone = await demand('own', 'miles=30&rivals=none');
    const satellites = [60, 61];
    const isAlone = ({ rivals }: Demand) => rivals.every(({ technology }) => satellites.includes(technology));
    expect(alone.clusters.map(({ id }) => id).sort()).toEqual(
      all.clusters
        .filter(isAlone)
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('tells new clusters from those of the release before', async () => {
    expect((await demand('own', 'miles=60')).before).toBeNull();
    await loadOlderFilings(database.deps, silentProgress, await smallStateFiles());
    await createRelease(
      database.deps,
      { name: 'Before', fccAsOf: '2025-12-31', keepCurrent: true, collection: 'fall 2026' },
      silentProgress,
    );
    const page = await demand('own', 'miles=60');
    expect(page.before?.name).toBe('Before');
    const known = await intake((tx) =>
      tx.rows<{ id: string }>("select id from published.clusters where of = 'unserved' and release_id = $1", [
        page.before?.id ?? 0,
      ]),
    );
    const ids = new Set(known.map(({ id }) => id));
    for (const { id, isNew } of page.clusters) expect([id, isNew]).toEqual([id, !ids.has(id)]);
    const now = new Set(page.clusters.map(({ id }) => id));
    for (const { id } of page.gone) expect([ids.has(id), now.has(id)]).toEqual([true, false]);
  }, 120_000);

  it('comes as CSV, GeoJSON and GeoPackage with the same rows', async () => {
    const { clusters } = await demand('own', 'miles=10');
    const csv = (await ask('own', '/api/v1/room/clusters?miles=10&format=csv')).body.trim().split('\n');
    expect(csv.length).toBe(clusters.length + 1);
    expect(csv[0]).toContain('estimated_students,households_of_whole_patches,fcc_locations');
    const { features } = await json<{ features: { geometry: { type: string } }[] }>(
      'own',
      '/api/v1/room/clusters?miles=10&format=geojson',
    );
    expect(features.map(({ geometry }) => geometry.type)).toEqual(clusters.map(() => 'MultiPolygon'));
    const path = join(tmpdir(), `room-${process.pid}.gpkg`);
    writeFileSync(path, (await ask('own', '/api/v1/room/clusters?miles=10&format=gpkg')).rawPayload);
    using file = await readGis(path, {});
    const names: unknown[] = [];
    for await (const { properties } of file.features()) names.push(properties.id);
    expect(names).toEqual(clusters.map(({ id }) => id));
  });

  it('gives the agency the location ids of the hexagons in dispute, as many as the filing counts there', async () => {
    const asked = `provider=${own}&format=csv`;
    const [headings = '', ...hexes] = (await ask('agency', `/api/v1/workbench/hexes?${asked}`)).body
      .trim()
      .split('\r\n');
    const [says, locations] = ['says', 'all_locations'].map((name) => headings.split(',').indexOf(name));
    const disputed = hexes.map((row) => row.split(',')).filter((row) => row[says ?? -1] !== 'both');
    const answer = await ask('agency', `/api/v1/workbench/locations?provider=${own}`);
    const ids = answer.body.trim().split('\r\n').slice(1);
    expect(ids.length).toBe(disputed.reduce((sum, row) => sum + Number(row[locations ?? -1]), 0));
    expect(new Set(ids.map((row) => row.split(',')[0])).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
    expect((await ask('own', `/api/v1/workbench/locations?provider=${own}`)).statusCode).toBe(403);
  });

  it('lists the FCC’s location ids of a cluster, each once, as many as the filing counts there', async () => {
    const [first] = (await demand('own', 'miles=10')).clusters;
    const answer = await ask('own', `/api/v1/room/clusters/${first?.id}/locations.csv`);
    const lines = answer.body.trim().split('\n').slice(1);
    expect(lines.length).toBe(first?.locations);
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(lines.length);
    expect((await ask('own', '/api/v1/room/clusters/c-none/locations.csv')).statusCode).toBe(404);
  });
});

describe('a plan', () => {
  it('overlaps clusters by the share of their locations inside, as an estimate', async () => {
    const [first] = (await demand('own', 'miles=20&sort=students')).clusters;
    const [west = 0, south = 0, east = 0, north = 0] = first?.bbox ?? [];
    const bounds = [west, south, (west + east) / 2, north];
    const { plans } = await json<{ plans: Plan[] }>(
      'own',
      '/api/v1/room/plans?name=North&file=planned.geojson',
      'POST',
      fileOf(bounds),
    );
    expect(plans.map(({ name, areas }) => [name, areas])).toEqual([['North', 1]]);
    const row = (await demand('own', 'miles=20&sort=students')).clusters[0];
    const hexes = await intake((tx) =>
      tx.rows<{ hex: string; locations: number }>(
        `select to_hex(v.cell) as hex, v.locations from published.clusters c
         join coverage.service v on v.cell = any(c.cells) and v.profile = 'any' and v.filing_id = $2
         where c.of = 'unserved' and c.id = $1 and c.release_id = (select release_id from published.current)`,
        [first?.id ?? '', filings.find(({ source }) => source === 'fcc')?.id ?? 0],
      ),
    );
    const isIn = (hex: string) => {
      const [lat, lng] = cellToLatLng(hex);
      return lng > west && lng < (west + east) / 2 && lat > south && lat < north;
    };
    let inside = 0;
    let all = 0;
    for (const { hex, locations } of hexes) {
      const points = cellToChildren(hex, 10);
      inside += (locations * points.filter(isIn).length) / points.length;
      all += locations;
    }
    expect(row?.overlaps).toHaveLength(1);
    expect(row?.overlaps[0]?.share).toBeCloseTo(inside / all, 2);
    expect(row?.overlaps[0]?.students).toBe(Math.round(((first?.students ?? 0) * inside) / all));
  });

  it('has all its notes in the reader’s language, and none names an option; one loaded by an earlier version stays English', async () => {
    const url = '/api/v1/room/plans?name=Noted&file=noted.geojson&lang=es';
    const { plans } = await json<{ plans: Plan[] }>('own', url, 'POST', DOUBTFUL);
    const noted = plans.find(({ name }) => name === 'Noted');
    expect(noted?.notes).toEqual([
      'Capa "noted": 3 elementos en WGS 84.',
      'Columnas: technology de technology, maxdown de maxdown, maxup de maxup, lowlatency de lowlatency, bizrescode de bizrescode.',
      'Si un área está en servicio: de STATUS.',
      'De 7 columnas se usaron 6; sin leer: "COMMENTS".',
      'Se omitió un área de servicio móvil, que no es una conexión para la casa.',
      'Cargado como servicio, según lo pedido, aunque el informe dice otra cosa: STATUS "Planned" (1 área).',
      '"Fixed wireless" no dice si tiene licencia o no, y se tomó por sin licencia, lo más débil (1 área).',
      '"Q" no dice si la latencia es baja o alta; se tomó por la tecnología (1 área).',
      '"Z" no dice si es para empresas o residencial; se tomó como ofrecido a viviendas (1 área).',
      'De las velocidades "25 - 50" se tomó la más baja (1 área).',
      'La subida es más rápida que la bajada en 2 de 2 áreas.',
      ...[1, 2].map(
        (number) =>
          `Se reparó el elemento ${number}: un contorno que se cruza a sí mismo, superficie de 0 millas cuadradas según el dibujo, 18.7 tras la reparación.`,
      ),
    ]);
    const notes = async (lang: string) =>
      (await json<Room>('own', `/api/v1/room?lang=${lang}`)).plans.find(({ id }) => id === noted?.id)?.notes ?? [];
    const english = await notes('en');
    expect(await notes('es')).toEqual(noted?.notes);
    expect(english).toHaveLength(noted?.notes.length ?? 0);
    expect(english.filter((note, at) => note === noted?.notes[at])).toEqual([]);
    expect([...english, ...(noted?.notes ?? [])].filter((note) => note.includes('--'))).toEqual([]);
    await database.deps.db.asOwner((tx) =>
      tx.run('update rooms.plans set notes_said = null where id = $1', [noted?.id ?? 0]),
    );
    expect(await notes('es')).toEqual(english);
    await json('own', `/api/v1/room/plans/${noted?.id}`, 'DELETE');
  });

  it('is read by nobody else: another provider, the same one in another state, the agency, a district, a coordinator, the public', async () => {
    const [plan] = (await json<Room>('own', '/api/v1/room')).plans;
    for (const who of ['other', 'elsewhere']) {
      const answer = await ask(who, `/api/v1/room/plans/${plan?.id}/areas.geojson`);
      expect([who, answer.statusCode]).toEqual([who, 404]);
      expect((await ask(who, `/api/v1/room/plans/${plan?.id}`, 'DELETE')).statusCode).toBe(404);
    }
    expect((await json<Room>('other', '/api/v1/room')).plans).toEqual([]);
    const answers = ['agency', 'district', 'coordinator', 'nobody'].map((who) => ask(who, '/api/v1/room'));
    expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 401]);
    const actors: Actor[] = [
      { role: 'provider', stateFips: '54', providerId: other },
      { role: 'provider', stateFips: '51', providerId: own },
      { role: 'resident', stateFips: '54', providerId: other },
      { role: 'agency', stateFips: '54' },
      { role: 'district', leaId: '5400240' },
      { role: 'coordinator', stateFips: '54' },
      { role: 'author', stateFips: '54' },
      { role: 'public' },
      { role: 'intake' },
    ];
    for (const actor of actors)
      for (const table of ['plans', 'plan_areas', 'plan_cells']) {
        const rows = await database.deps.db
          .as(actor, (tx) => tx.rows(`select from rooms.${table}`))
          .catch((error: Error) => error.message);
        expect(rows === null || typeof rows === 'string' ? [] : rows).toEqual([]);
        if (typeof rows === 'string') expect(rows).toMatch(/permission denied/);
      }
    const mine = await database.deps.db.as({ role: 'provider', stateFips: '54', providerId: own }, (tx) =>
      tx.rows('select from rooms.plan_cells'),
    );
    expect(mine.length).toBeGreaterThan(0);
  });

  it('is refused as an import is: no coverage file, no technology, too many', async () => {
    const sent = (file: Buffer, name = 'x.geojson') =>
      ask('own', `/api/v1/room/plans?name=A&file=${name}`, 'POST', file);
    expect((await sent(Buffer.from('hello'))).statusCode).toBe(400);
    const lacking = fileOf([-81, 38, -80.9, 38.1]).toString().replace('technology', 'color');
    const refused = await sent(Buffer.from(lacking));
    expect(refused.json<{ code: string }>().code).toMatch(/^puc\./);
    expect((await ask('own', '/api/v1/room/plans?name=A&file=x.geojson', 'POST')).statusCode).toBe(400);
  });

  it('of a file without features is refused with the columns that it needs', async () => {
    const file = Buffer.from(JSON.stringify({ name: 'fiber build', phases: [1, 2] }));
    const answer = await ask('own', '/api/v1/room/plans?name=Wrong&file=plan.json', 'POST', file);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([400, 'gis.no-layer']);
    expect(answer.body).toMatch(/holds no features.*technology, maxdown and maxup/);
  });

  it('can be deleted, and leaves nothing', async () => {
    const [plan] = (await json<Room>('own', '/api/v1/room')).plans;
    expect(await json('own', `/api/v1/room/plans/${plan?.id}`, 'DELETE')).toEqual({ plans: [] });
    const left = await database.deps.db.asOwner((tx) =>
      tx.one<{ count: number }>(
        'select count(*)::integer as count from (select from rooms.plan_areas union all select from rooms.plan_cells) as r',
      ),
    );
    expect(left.count).toBe(0);
  });
});

describe('a correction', () => {
  let filing = 0;
  const post = (who: string, file: Buffer) =>
    ask(who, `/api/v1/corrections?filing=${filing}&file=fixed.geojson&says=We+built+this+in+May.`, 'POST', file);
  const areasOf = (id: number) =>
    intake((tx) =>
      tx.rows<{ provider: number; areas: number }>(
        `select provider_id as provider, count(*)::integer as areas from coverage.areas
         where filing_id = $1 group by provider_id order by provider_id`,
        [id],
      ),
    );

  it('is filed against a filing, waits, and is read by its provider and its state’s agency alone', async () => {
    filing = (
      await intake((tx) =>
        tx.one<{ id: number }>(
          `select min(a.filing_id) as id from coverage.areas a join coverage.filings f on f.id = a.filing_id
           where a.provider_id = $1 and f.confidentiality = 'public' and not f.superseded`,
          [own],
        ),
      )
    ).id;
    const answer = await post('own', fileOf([-81.2, 38.4, -81, 38.5]));
    expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([201, expect.any(String)]);
    const [correction] = answer.json<{ corrections: Correction[] }>().corrections;
    expect(correction).toMatchObject({ says: 'We built this in May.', areas: 1, decision: null });
    expect(correction?.hexes.after).toBeGreaterThan(0);
    const listed = async (who: string) =>
      (await ask(who, '/api/v1/corrections')).json<{ corrections?: Correction[] }>().corrections;
    expect(await listed('agency')).toHaveLength(1);
    expect(await listed('other')).toEqual([]);
    expect(await listed('foreign')).toEqual([]);
    expect((await ask('district', '/api/v1/corrections')).statusCode).toBe(403);
    expect((await ask('nobody', '/api/v1/corrections')).statusCode).toBe(401);
    expect((await post('own', fileOf([-81.2, 38.4, -81, 38.5]))).json<{ code: string }>().code).toBe(
      'room.correction-waiting',
    );
  });

  it('is decided by its state’s agency, with a reason, once', async () => {
    const [{ id } = { id: 0 }] = (await json<{ corrections: Correction[] }>('agency', '/api/v1/corrections'))
      .corrections;
    const url = `/api/v1/corrections/${id}/decision`;
    const accept = { decision: 'accepted', reason: 'Matches the permit.' };
    expect((await ask('own', url, 'POST', accept)).statusCode).toBe(403);
    expect((await ask('foreign', url, 'POST', accept)).statusCode).toBe(404);
    expect((await ask('agency', url, 'POST', { decision: 'accepted', reason: ' ' })).statusCode).toBe(400);
    const before = await areasOf(filing);
    const { corrections } = await json<{ corrections: Correction[] }>('agency', url, 'POST', accept);
    expect(corrections[0]).toMatchObject({ decision: 'accepted', reason: 'Matches the permit.' });
    expect((await ask('agency', url, 'POST', accept)).statusCode).toBe(409);
    const made = await intake((tx) =>
      tx.one<{ id: number; corrects: number }>('select id, corrects from coverage.filings where corrects is not null'),
    );
    expect(made.corrects).toBe(filing);
    expect(await areasOf(filing)).toEqual(before);
    expect(await areasOf(made.id)).toEqual(
      before.map(({ provider, areas }) => ({ provider, areas: provider === own ? 1 : areas })),
    );
    const { superseded } = await intake((tx) =>
      tx.one<{ superseded: boolean }>('select superseded from coverage.filings where id = $1', [filing]),
    );
    expect(superseded).toBe(true);
  });

  it('is compared with the FCC as the edition before until its own claims are made, which the worker sees to', async () => {
    const claims = () =>
      intake((tx) =>
        tx.rows<{ provider: number }>(
          `select distinct c.provider_id as provider
           from coverage.claims c
           join coverage.filings f on f.id = c.filing_id
           where f.corrects = $1`,
          [filing],
        ),
      );
    const compared = async () => {
      const { providers } = await json<Workbench>('agency', '/api/v1/workbench');
      return providers.find(({ key }) => key === String(own))?.pucHexes ?? 0;
    };
    expect(await claims()).toEqual([]);
    expect(await compared()).toBeGreaterThan(0);
    await lookAfterClaims(database.deps.db);
    expect((await claims()).map(({ provider }) => provider)).toContain(own);
    expect(await compared()).toBeGreaterThan(0);
  });

  it('may be followed by another of the same filing, which is then of its newest edition', async () => {
    const answer = await post('own', fileOf([-81.3, 38.4, -81.1, 38.5]));
    expect(answer.statusCode).toBe(201);
    const [correction] = answer.json<{ corrections: Correction[] }>().corrections;
    const made = await intake((tx) =>
      tx.one<{ id: number }>('select id from coverage.filings where corrects is not null'),
    );
    expect(correction?.filing.id).toBe(made.id);
    const refused = { decision: 'refused', reason: 'Twice.' };
    await json('agency', `/api/v1/corrections/${correction?.id}/decision`, 'POST', refused);
  });

  it('is told by the next release, and by none before', async () => {
    await createRelease(database.deps, { name: 'After', collection: 'fall 2026' }, silentProgress);
    const said = async (query: string) =>
      (await json<{ sources: { correctedFor?: string }[] }>('nobody', `/api/v1/release?${query}`)).sources.flatMap(
        ({ correctedFor }) => correctedFor ?? [],
      );
    const room = await json<Room>('own', '/api/v1/room');
    expect(await said('')).toEqual([room.provider.name]);
    expect(await said('release=1')).toEqual([]);
  }, 400_000);

  it('that is refused changes nothing but itself', async () => {
    const [newest] = await intake((tx) =>
      tx.rows<{ id: number }>('select id from coverage.filings where corrects is not null'),
    );
    filing = newest?.id ?? 0;
    const before = await intake((tx) => tx.rows('select * from coverage.filings order by id'));
    const answer = await post('own', fileOf([-81.3, 38.4, -81.1, 38.5]));
    const [correction] = answer.json<{ corrections: Correction[] }>().corrections;
    const refused = { decision: 'refused', reason: 'No permit was found.' };
    await json('agency', `/api/v1/corrections/${correction?.id}/decision`, 'POST', refused);
    const [told] = (await json<{ corrections: Correction[] }>('own', '/api/v1/corrections')).corrections;
    expect(told).toMatchObject(refused);
    expect(await intake((tx) => tx.rows('select * from coverage.filings order by id'))).toEqual(before);
  });

  it('cannot be of a filing that says nothing of the provider, and the room offers none', async () => {
    const room = await json<Room>('own', '/api/v1/room');
    const naming = await intake((tx) =>
      tx.rows<{ id: number }>('select distinct filing_id as id from coverage.areas where provider_id = $1', [own]),
    );
    const commissions = room.filings.filter(({ source }) => source === 'puc');
    expect(commissions.filter(({ isNamed }) => isNamed).map(({ id }) => id)).toEqual(
      commissions.flatMap(({ id }) => (naming.some((one) => one.id === id) ? [id] : [])),
    );
    filing = commissions.find(({ isNamed }) => !isNamed)?.id ?? 0;
    const answer = await post('own', fileOf([-81.2, 38.4, -81, 38.5]));
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'room.filing-of-others']);
  });

  it('cannot be of an FCC filing, or of one the provider may not read', async () => {
    for (const source of ["source = 'fcc'", "confidentiality <> 'public'"]) {
      const found = await intake((tx) =>
        tx.maybe<{ id: number }>(`select id from coverage.filings where ${source} and not superseded limit 1`),
      );
      filing = found?.id ?? 0;
      expect(filing).toBeGreaterThan(0);
      expect((await post('own', fileOf([-81.2, 38.4, -81, 38.5]))).json<{ code: string }>().code).toBe(
        'room.filing-unknown',
      );
    }
  });
});

describe('rooms', () => {
  it('write what is done there into the log of acts, a plan by its number alone', async () => {
    const posted = await json<{ plans: Plan[] }>(
      'own',
      '/api/v1/room/plans?name=Secret&file=secret.geojson',
      'POST',
      fileOf([-81.2, 38.4, -81.1, 38.5]),
    );
    const id = posted.plans.find(({ name }) => name === 'Secret')?.id ?? 0;
    await json('own', `/api/v1/room/plans/${id}`, 'DELETE');
    const acts = await database.deps.db.asOwner((tx) =>
      tx.rows<{ text: string; did: string }>(
        "select e::text as text, did from audit.entries e where did like 'rooms.%'",
      ),
    );
    const own = acts.filter(({ text }) => text.includes(`plan ${id}`));
    expect(own.map(({ did }) => did)).toEqual(['rooms.plan-loaded', 'rooms.plan-deleted']);
    expect(acts.some(({ text }) => /secret/i.test(text))).toBe(false);
  });

  it('can read no home, no answer and no upload', async () => {
    for (const role of ['provider', 'resident'] as const)
      for (const table of ['intake.homes', 'intake.answers', 'intake.uploads', 'collect.uploads'])
        await expect(
          database.deps.db.as({ role, stateFips: '54', providerId: own }, (tx) => tx.rows(`select from ${table}`)),
        ).rejects.toThrow('permission denied');
    const readable = await database.deps.db.asOwner((tx) =>
      tx.rows<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c
         where c.relkind in ('r', 'v', 'm')
           and c.relnamespace::regnamespace::text in ('intake', 'coverage', 'published', 'accounts', 'collect', 'disclosures', 'briefs', 'rooms')
           and has_any_column_privilege('gapmap_room', c.oid, 'select') order by 1`,
      ),
    );
    expect(readable.map(({ name }) => name)).toEqual(['rooms.alerts', 'rooms.corrections', 'rooms.plans']);
  });

  it('ask the database for nothing of districts', () => {
    for (const file of ['queries', 'room', 'demand', 'plans', 'corrections', 'footprint', 'alerts', 'tell'])
      expect(readFileSync(new URL(`../../server/features/room/${file}.ts`, import.meta.url), 'utf8')).not.toMatch(
        /intake\.|collect\.|from '\.\.\/intake/,
      );
  });
});
