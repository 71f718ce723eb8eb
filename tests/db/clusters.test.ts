import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience } from '../../server/domain/audience.ts';
import { cellFromText } from '../../server/domain/cell.ts';
import { components } from '../../server/domain/cluster/components.ts';
import { ACTORS, anOffer, aRelease, cellsOf, read, shapeFaults, shown, write } from '../support/cluster-release.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();
const db = () => database.deps.db;
const center = latLngToCell(38.5, -81.1, 8);
const served = gridDisk(center, 8).at(-1) ?? '';
let filingId = 0;

beforeAll(async () => {
  await db().as({ role: 'intake' }, async (tx) => {
    await tx.run(
      `insert into places.places (kind, id, name, state_fips, label_point, geom)
       values
         ('county', '54015', 'Clay', '54', st_point(-81.1, 38.5, 4326), st_multi(st_makeenvelope(-81.4, 38.2, -80.8, 38.8, 4326))),
         ('town', '1', 'Ivydale', '54', st_point(-81.03, 38.53, 4326), null)`,
    );
    await tx.run(
      `insert into coverage.providers (provider_id, name) values (130001, 'Elk River Fiber, LLC'), (130002, 'Birch Copper')`,
    );
    const { id } = await tx.one<{ id: number }>(
      `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision)
       values ('fcc', '54', 'FCC', 'Broadband Data Collection', '2026-06-30', '2026-11-10')
       returning id`,
    );
    filingId = id;
    await anOffer(tx, filingId, { cell: served, provider: 130001, technology: 50, locations: 30, served: 30 });
    await anOffer(tx, filingId, { cell: center, provider: 130002, technology: 10, locations: 12, served: 0 });
    // Satellite reaches everything and so tells nothing.
    await anOffer(tx, filingId, { cell: center, provider: 130001, technology: 61, locations: 40, served: 40 });
  });
});
describe('the clusters of a release', () => {
  it('say where they are, who is there, who serves nearest, and how the sources agree', async () => {
    const releaseId = await aRelease(db());
    const hexes = gridDisk(center, 2);
    await write(db(), releaseId, { hexes, fccFilingId: filingId });
    const [cluster, ...others] = await read(db(), releaseId, 'agency');
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({
      rank: 1,
      name: 'Central Clay County, near Ivydale',
      students: 19 * 30,
      households: 19 * 12,
      wholePatches: 19,
      estimated: 19 * 30,
      places: [
        { kind: 'county', id: '54015', name: 'Clay', share: 1 },
        { kind: 'school_district', id: '5400240', name: '5400240', share: 1 },
      ],
      providersPresent: [
        {
          providerId: 130002,
          name: 'Birch Copper',
          technology: 10,
          technologyName: 'copper',
          downloadMbps: 100,
          uploadMbps: 20,
          locations: 12,
        },
      ],
      nearestServed: [
        { providerId: 130001, name: 'Elk River Fiber, LLC', technology: 50, technologyName: 'fiber', source: 'fcc' },
      ],
      agreement: { agree: 19, contradict: 0, oneSided: 0 },
    });
    expect(cluster?.nearestServed[0]?.distanceKm).toBeGreaterThan(4);
    expect(cluster?.nearestServed[0]?.distanceKm).toBeLessThan(7);
    expect(cluster?.rankParts).toEqual({
      estimated: 570,
      densityPerKm2: expect.any(Number),
      distanceKm: expect.any(Number),
      needShare: 0.5,
      score: expect.any(Number),
    });
    // From the middle it is two cells further than from the edge.
    expect((cluster?.rankParts.distanceKm ?? 0) - (cluster?.nearestServed[0]?.distanceKm ?? 0)).toBeCloseTo(1.8, 0);
    expect(cluster?.areaKm2).toBeGreaterThan(12);
    expect(cluster?.areaKm2).toBeLessThan(17);
    expect(await shapeFaults(db(), releaseId)).toEqual([]);
  });

  it('do not depend on the order of the patches', async () => {
    const hexes = gridDisk(center, 6).filter((_, at) => at % 3 !== 0);
    const students = (at: number) => 20 + (at % 40);
    const [one, other] = [await aRelease(db()), await aRelease(db())];
    await write(db(), one, { hexes, students });
    await write(db(), other, { hexes: hexes.toReversed(), students: (at) => students(hexes.length - 1 - at) });
    expect(await read(db(), one, 'agency')).toEqual(await read(db(), other, 'agency'));
  });

  it('leave out hexes that are served, hold no location or too few students', async () => {
    const releaseId = await aRelease(db());
    const [first = '', second = '', ...hexes] = gridDisk(center, 1);
    const alone = latLngToCell(38.7, -81.0, 8);
    await write(db(), releaseId, {
      hexes: [first, second, ...hexes, alone],
      served: (cell) => cell === first,
      locations: (cell) => (cell === second ? 0 : 10),
      students: (at) => (at === 7 ? 9 : 30),
    });
    const found = await read(db(), releaseId, 'public');
    expect(found).toMatchObject([{ wholePatches: 5, students: 150, estimated: 150 }]);
    expect(await cellsOf(db(), releaseId)).toEqual(hexes.sort());
  });

  it('keep their ids in the next release though students change and some hexes go', async () => {
    const [first, second, third] = [await aRelease(db()), await aRelease(db()), await aRelease(db())];
    const hexes = gridDisk(center, 3);
    await write(db(), first, { hexes });
    await write(db(), second, { hexes, students: (at) => 90 - at }, first);
    await write(db(), third, { hexes: hexes.slice(0, -9) }, second);
    const ids = await Promise.all([first, second, third].map((release) => read(db(), release, 'public')));
    expect(ids.map((clusters) => clusters.map(({ id }) => id))).toEqual([
      [ids[0]?.[0]?.id],
      [ids[0]?.[0]?.id],
      [ids[0]?.[0]?.id],
    ]);
    expect(ids[1]?.[0]?.students).not.toBe(ids[0]?.[0]?.students);
  });

  it('have one id, name and outline for everybody, and changes by the agency’s filings for the agency alone', async () => {
    const releaseId = await aRelease(db());
    const hexes = gridDisk(center, 1);
    const [reached = ''] = hexes;
    await write(db(), releaseId, { hexes, servedByAgencyFilings: (cell) => cell === reached });
    const [agency, provider, open] = await Promise.all(AUDIENCES.map((audience) => shown(db(), releaseId, audience)));
    for (const [one, other] of [
      [agency, open],
      [provider, open],
    ])
      expect([one?.id, one?.name, one?.outline, one?.cells, one?.places]).toEqual([
        other?.id,
        other?.name,
        other?.outline,
        other?.cells,
        other?.places,
      ]);
    expect(agency).toMatchObject({ estimated: 180, changedByOwnFilings: 1, changedCells: [reached] });
    expect(agency?.agreement).toEqual({ agree: 6, contradict: 1, oneSided: 0 });
    for (const view of [provider, open]) {
      expect(view).toMatchObject({ estimated: 210, agreement: { agree: 7, contradict: 0, oneSided: 0 } });
      expect(Object.keys(view ?? {}).filter((name) => name.startsWith('changed'))).toEqual([]);
    }
  });

  it('hide from the public what finer views show of them', async () => {
    const releaseId = await aRelease(db());
    await write(db(), releaseId, { hexes: gridDisk(center, 1), servedByAgencyFilings: () => true });
    const rows = (role: Audience) =>
      db().as(ACTORS[role], (tx) =>
        tx.rows<{ audience: string; changed: number }>(
          `select distinct audience, cardinality(changed) as changed
           from published.cluster_standings
           where release_id = $1
           order by audience`,
          [releaseId],
        ),
      );
    expect(await rows('public')).toEqual([{ audience: 'public', changed: 0 }]);
    expect(await rows('provider')).toEqual([
      { audience: 'provider', changed: 0 },
      { audience: 'public', changed: 0 },
    ]);
    expect(await rows('agency')).toContainEqual({ audience: 'agency', changed: 7 });
  });

  it('lie on the public’s land alone, so they reveal no patch hidden from the public', async () => {
    const [releaseId, without] = [await aRelease(db()), await aRelease(db())];
    const [only = '', ...hexes] = gridDisk(center, 1);
    await write(db(), releaseId, { hexes: [only, ...hexes], isAgencyOnly: (cell) => cell === only });
    await write(db(), without, { hexes });
    expect(await cellsOf(db(), releaseId)).toEqual(hexes.sort());
    expect(await shown(db(), releaseId, 'public')).toEqual(await shown(db(), without, 'public'));
  });

  it('are ranked by each source a view can read, and need no FCC filing', async () => {
    const releaseId = await aRelease(db());
    const written = await write(db(), releaseId, { hexes: [center], filers: ['puc'], locations: undefined });
    expect(written).toEqual({ unserved: 1, underserved: 1 });
    expect(await read(db(), releaseId, 'agency', 'agreed')).toMatchObject([
      { estimated: 30, providersPresent: [], nearestServed: [], agreement: { oneSided: 1 } },
    ]);
    expect(await read(db(), releaseId, 'agency', 'puc')).toHaveLength(1);
    expect(await read(db(), releaseId, 'agency', 'fcc')).toEqual([]);
  });
});

describe('components of cells', () => {
  it('are those of ST_ClusterDBSCAN over the cell centers', async () => {
    const cells = BigUint64Array.from(
      gridDisk(center, 30)
        .filter((cell) => Number(BigInt(`0x${cell}`) % 1009n) % 7 < 3)
        .map(cellFromText),
    );
    const ours = components(cells, 0);
    const theirs = await db().as({ role: 'intake' }, async (tx) => {
      const centers = Array.from(cells, (cell) => cellToLatLng(cell.toString(16)));
      return tx.rows<{ at: number; cluster: number }>(
        `select at, st_clusterdbscan(st_transform(st_setsrid(st_makepoint(lng, lat), 4326), 32617), 1250, 1) over () as cluster
         from unnest($1::integer[], $2::double precision[], $3::double precision[]) as given (at, lng, lat)
         order by at`,
        [[...centers.keys()], centers.map(([, lng]) => lng), centers.map(([lat]) => lat)],
      );
    });
    const pairs = new Set(theirs.map(({ at, cluster }) => `${ours[at]} ${cluster}`));
    expect(pairs.size).toBe(new Set(ours).size);
    expect(pairs.size).toBe(new Set(theirs.map(({ cluster }) => cluster)).size);
    expect(pairs.size).toBeGreaterThan(10);
  });
});
