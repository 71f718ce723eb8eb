import { join } from 'node:path';
import { cellArea, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience } from '../../server/domain/audience.ts';
import { cellFromText, shardOf } from '../../server/domain/cell.ts';
import { components } from '../../server/domain/cluster/components.ts';
import { listsOf } from '../../server/domain/lists.ts';
import { FILERS, type Filer, type Source, type Verdict } from '../../server/domain/verdict.ts';
import { COMBO_SIZE } from '../../server/domain/verdict-cells.ts';
import { type ViewInput, writeClusters } from '../../server/features/clusters/index.ts';
import { clusterById, clustersFrom } from '../../server/features/clusters/queries.ts';
import { placeById } from '../../server/features/places/queries.ts';
import { stateBounds } from '../../server/features/releases/index.ts';
import { buildArchive } from '../../server/features/tiles/index.ts';
import { worldY } from '../../server/features/tiles/outlines.ts';
import { tileSource } from '../../server/features/tiles/source.ts';
import type { Tx } from '../../server/platform/db.ts';
import type { Bbox } from '../../server/platform/lists.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { tileFaults } from '../support/tile-faults.ts';

const database = testDatabase();
const center = latLngToCell(38.5, -81.1, 8);
const served = gridDisk(center, 8).at(-1) ?? '';
let filingId = 0;

beforeAll(async () => {
  await database.deps.db.as({ role: 'intake' }, async (tx) => {
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
    await anOffer(tx, { cell: served, provider: 130001, technology: 50, locations: 30, served: 30 });
    await anOffer(tx, { cell: center, provider: 130002, technology: 10, locations: 12, served: 0 });
    // Satellite reaches everything and so tells nothing.
    await anOffer(tx, { cell: center, provider: 130001, technology: 61, locations: 40, served: 40 });
  });
});

describe('the clusters of a release', () => {
  it('say where they are, who is there, who serves nearest, and how the sources agree', async () => {
    const releaseId = await aRelease();
    const hexes = gridDisk(center, 2);
    await write(releaseId, { hexes });
    const [cluster, ...others] = await read(releaseId, 'agency');
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
    expect(await shapeFaults(releaseId)).toEqual([]);
  });

  it('are the same whatever order the patches come in', async () => {
    const hexes = gridDisk(center, 6).filter((_, at) => at % 3 !== 0);
    const students = (at: number) => 20 + (at % 40);
    const [one, other] = [await aRelease(), await aRelease()];
    await write(one, { hexes, students });
    await write(other, { hexes: hexes.toReversed(), students: (at) => students(hexes.length - 1 - at) });
    expect(await read(one, 'agency')).toEqual(await read(other, 'agency'));
  });

  it('leave out hexes that are served, that have no location, or where too few live', async () => {
    const releaseId = await aRelease();
    const [first = '', second = '', ...hexes] = gridDisk(center, 1);
    const alone = latLngToCell(38.7, -81.0, 8);
    await write(releaseId, {
      hexes: [first, second, ...hexes, alone],
      served: (cell) => cell === first,
      locations: (cell) => (cell === second ? 0 : 10),
      students: (at) => (at === 7 ? 9 : 30),
    });
    const found = await read(releaseId, 'public');
    expect(found).toMatchObject([{ wholePatches: 5, students: 150, estimated: 150 }]);
    expect(await cellsOf(releaseId)).toEqual(hexes.sort());
  });

  it('keep their ids in the next release, whoever lives there, and though some hexes went', async () => {
    const [first, second, third] = [await aRelease(), await aRelease(), await aRelease()];
    const hexes = gridDisk(center, 3);
    await write(first, { hexes });
    await write(second, { hexes, students: (at) => 90 - at }, first);
    await write(third, { hexes: hexes.slice(0, -9) }, second);
    const ids = await Promise.all([first, second, third].map((release) => read(release, 'public')));
    expect(ids.map((clusters) => clusters.map(({ id }) => id))).toEqual([
      [ids[0]?.[0]?.id],
      [ids[0]?.[0]?.id],
      [ids[0]?.[0]?.id],
    ]);
    expect(ids[1]?.[0]?.students).not.toBe(ids[0]?.[0]?.students);
  });

  it('have one id, name and outline for everybody, and what the agency’s filings change is told to it alone', async () => {
    const releaseId = await aRelease();
    const hexes = gridDisk(center, 1);
    const [reached = ''] = hexes;
    await write(releaseId, { hexes, servedByAgencyFilings: (cell) => cell === reached });
    const [agency, provider, open] = await Promise.all(AUDIENCES.map((audience) => shown(releaseId, audience)));
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

  it('hide from the public what others are told of them', async () => {
    const releaseId = await aRelease();
    await write(releaseId, { hexes: gridDisk(center, 1), servedByAgencyFilings: () => true });
    const rows = (role: 'public' | 'provider' | 'agency') =>
      database.deps.db.as({ role }, (tx) =>
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

  it('lie on the public’s land alone, so that they tell of no patch that the public is not shown', async () => {
    const [releaseId, without] = [await aRelease(), await aRelease()];
    const [only = '', ...hexes] = gridDisk(center, 1);
    await write(releaseId, { hexes: [only, ...hexes], isAgencyOnly: (cell) => cell === only });
    await write(without, { hexes });
    expect(await cellsOf(releaseId)).toEqual(hexes.sort());
    expect(await shown(releaseId, 'public')).toEqual(await shown(without, 'public'));
  });

  it('are ranked anew by each source that the view can be answered by, and need no filing of the FCC', async () => {
    const releaseId = await aRelease();
    const written = await write(releaseId, { hexes: [center], filers: ['puc'], locations: undefined });
    expect(written).toEqual({ unserved: 1, underserved: 1 });
    expect(await read(releaseId, 'agency', 'agreed')).toMatchObject([
      { estimated: 30, providersPresent: [], nearestServed: [], agreement: { oneSided: 1 } },
    ]);
    expect(await read(releaseId, 'agency', 'puc')).toHaveLength(1);
    expect(await read(releaseId, 'agency', 'fcc')).toEqual([]);
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
    const theirs = await database.deps.db.as({ role: 'intake' }, async (tx) => {
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

describe('clusters across 180 degrees', () => {
  const across = latLngToCell(52, 180, 8);
  const disk = gridDisk(across, 4).filter((cell) => cell !== across);
  let releaseId = 0;
  beforeAll(async () => {
    await database.deps.db.as({ role: 'intake' }, async (tx) => {
      await tx.run(
        `insert into places.places (kind, id, name, state_fips, label_point, geom)
         values
           ('county', '02016', 'Aleutians West', '02', st_point(-179.5, 52, 4326),
            st_collect(st_makeenvelope(179.9, 51.5, 180, 52.5, 4326), st_makeenvelope(-180, 51.5, -179, 52.5, 4326))),
           ('town', '2', 'Adak', '02', st_point(-179.9, 52, 4326), null)`,
      );
      await anOffer(tx, {
        cell: latLngToCell(52, -179.8, 8),
        provider: 130001,
        technology: 50,
        locations: 9,
        served: 9,
      });
    });
    releaseId = await aRelease('02');
    await write(releaseId, { hexes: disk });
  });

  it('have an outline that is cut there, as large as its cells, with the hole in it', async () => {
    const { east, west, km2, holes, polygons } = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.one<Record<'east' | 'west' | 'km2' | 'holes' | 'polygons', number>>(
        `select st_xmax(outline) as east, st_xmin(outline) as west, st_area(outline::geography) / 1e6 as km2,
           st_numgeometries(outline) as polygons,
           st_npoints(st_boundary(outline)) - st_npoints(st_exteriorring(st_geometryn(outline, 1)))
             - st_npoints(st_exteriorring(st_geometryn(outline, 2))) as holes
         from published.clusters
         where release_id = $1 and of = 'unserved'`,
        [releaseId],
      ),
    );
    expect([west, east, polygons, holes]).toEqual([-180, 180, 2, 0]);
    const cellsKm2 = disk.reduce((sum, cell) => sum + cellArea(cell, 'km2'), 0);
    expect(Math.abs(km2 / cellsKm2 - 1)).toBeLessThan(0.005);
  });

  it('are valid, have their center inside, and see what lies on the other side', async () => {
    const [cluster, ...others] = await read(releaseId, 'agency');
    expect(others).toEqual([]);
    expect(await shapeFaults(releaseId)).toEqual([]);
    expect(cluster).toMatchObject({ wholePatches: 60, places: [{ id: '02016' }, {}] });
    expect(cluster?.name).toBe('Western Aleutians West, near Adak');
    expect(cluster?.nearestServed[0]?.distanceKm).toBeLessThan(20);
    expect(cluster?.rankParts.distanceKm).toBeLessThan(20);
  });

  it('are found by a box on either side or across, and have a box whose west is greater than its east', async () => {
    const set = { releaseId, audience: 'agency', of: 'unserved', source: 'fcc' };
    const found = (box: Bbox) =>
      database.deps.db.as({ role: 'agency' }, (tx) =>
        clustersFrom(tx, set, { fromRank: 0, limit: 9, box, place: undefined }),
      );
    const latitudes = { south: 51, north: 53 };
    for (const [west, east] of [
      [179, -179],
      [179.9, 180],
      [-180, -179.99],
    ] as const)
      expect(await found({ ...latitudes, west, east })).toHaveLength(1);
    for (const [west, east] of [
      [170, 179],
      [-179, 179],
    ] as const)
      expect(await found({ ...latitudes, west, east })).toHaveLength(0);
    const [{ bbox: [west = 0, , east = 0] = [] } = {}] = await found({ ...latitudes, west: 179, east: -179 });
    expect(west).toBeGreaterThan(179.9);
    expect(east).toBeLessThan(-179.9);
  });

  it('lie in a state and a county whose bounds say that they go across', async () => {
    await database.deps.db.as({ role: 'public' }, async (tx) => {
      expect(await stateBounds(tx, '02')).toEqual([179.9, 51.5, -179, 52.5]);
      expect(await stateBounds(tx, '54')).toEqual([-81.4, 38.2, -80.8, 38.8]);
      expect((await placeById(tx, 'county', '02016', false))?.bbox).toEqual([179.9, 51.5, -179, 52.5]);
      expect((await placeById(tx, 'county', '54015', false))?.bbox).toEqual([-81.4, 38.2, -80.8, 38.8]);
    });
  });

  it('make an archive of both ends of the map and nothing between', async () => {
    const out = join(database.dataDir, 'across.pmtiles');
    const asked: number[] = [];
    const progress = {
      ...silentProgress,
      begin: (title: string, total?: number) => {
        asked.push(total ?? 0);
        return silentProgress.begin(title);
      },
    };
    const { tiles } = await buildArchive(
      database.deps,
      { out, audience: 'agency', release: String(releaseId) },
      progress,
    );
    expect(tiles).toBeGreaterThan(20);
    expect(asked[0]).toBeLessThan(500);
  });

  it('are drawn without fault at both ends of the map', async () => {
    const source = tileSource(database.deps.db);
    let drawn = 0;
    for (const z of [3, 8, 11, 13])
      for (const x of [0, 2 ** z - 1]) {
        const y = Math.floor(worldY(52) * 2 ** z);
        const tile = { z, x, y };
        const bytes = await source.encode({
          releaseId,
          layer: 'clusters',
          viewer: { role: 'agency' },
          tile,
          encoding: 'mvt',
        });
        expect(tileFaults(bytes)).toEqual([]);
        if (bytes.length > 0) drawn++;
      }
    expect(drawn).toBe(8);
  });
});

async function anOffer(
  tx: Tx,
  offer: { cell: string; provider: number; technology: number; locations: number; served: number },
): Promise<void> {
  const cell = cellFromText(offer.cell);
  await tx.run(
    `insert into coverage.offers
       (shard, filing_id, cell, provider_id, technology, brand_name, locations, locations_25_3, locations_100_20, locations_1000_100, max_download_mbps, max_upload_mbps)
     values ($1, $2, $3, $4, $5, 'brand', $6, $7, $7, 0, 100, 20)`,
    [shardOf(cell), filingId, cell, offer.provider, offer.technology, offer.locations, offer.served],
  );
}

let releases = 0;
async function aRelease(stateFips = '54'): Promise<number> {
  releases += 1;
  const { id } = await database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.one<{ id: number }>(
      `insert into published.releases (name, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name, benchmark)
       values ($1, 10, 5, true, '{}', $2, 'of the test', 'fall 2026', '100_20')
       returning id`,
      [`release ${releases}`, stateFips],
    ),
  );
  return id;
}

interface Given {
  /** Each a hex and a patch. */
  readonly hexes: readonly string[];
  /** By position. @default 30 */
  readonly students?: (at: number) => number;
  /** Undefined: nobody filed with the FCC. @default 10 */
  readonly locations?: ((cell: string) => number) | undefined;
  readonly served?: (cell: string) => boolean;
  readonly servedByAgencyFilings?: (cell: string) => boolean;
  readonly isAgencyOnly?: (cell: string) => boolean;
  readonly filers?: readonly Filer[];
}

async function write(releaseId: number, given: Given, previousReleaseId?: number) {
  const hexes = given.hexes.toSorted();
  const patches = given.hexes.map((cell, at) => ({ cell, students: given.students?.(at) ?? 30 }));
  const view = (audience: Audience): ViewInput => {
    const own = patches.filter(({ cell }) => audience === 'agency' || !given.isAgencyOnly?.(cell));
    const isServed = (cell: string) => given.served?.(cell) ?? false;
    return {
      filers: given.filers ?? FILERS,
      patches: own.map(({ students }, patch) => ({
        patch,
        leaIds: ['5400240'],
        students,
        households: 12,
        answered: 20,
        needs: 10,
      })),
      hexesOf: listsOf(own.map(({ cell }) => [hexes.indexOf(cell)])),
      verdicts: landVerdicts(hexes, {
        locations: 'locations' in given ? given.locations : () => 10,
        fcc: isServed,
        puc: (cell) => isServed(cell) || (audience === 'agency' && given.servedByAgencyFilings?.(cell) === true),
      }),
    };
  };
  return database.deps.db.as({ role: 'intake' }, (tx) =>
    writeClusters(tx, {
      releaseId,
      floorStudents: 10,
      benchmark: '100_20',
      hexes: BigUint64Array.from(hexes, cellFromText),
      views: { agency: view('agency'), provider: view('provider'), public: view('public') },
      fccFilingId: given.filers ? null : filingId,
      ...(previousReleaseId === undefined ? {} : { previousReleaseId }),
    }),
  );
}

function landVerdicts(
  hexes: readonly string[],
  {
    locations,
    fcc,
    puc,
  }: {
    locations: ((cell: string) => number) | undefined;
    fcc: (cell: string) => boolean;
    puc: (cell: string) => boolean;
  },
): ViewInput['verdicts'] {
  const verdictOf = (isServed: boolean): Verdict => (isServed ? 'served' : 'unserved');
  const combos = [true, false].flatMap((byFcc) =>
    [true, false].map((byPuc) => {
      const agreed: Verdict = byFcc === byPuc ? verdictOf(byFcc) : 'partly';
      return new Array(COMBO_SIZE).fill({ fcc: verdictOf(byFcc), puc: verdictOf(byPuc), agreed });
    }),
  );
  const comboOf = hexes.map((cell) => (fcc(cell) ? 0 : 2) + (puc(cell) ? 0 : 1));
  return {
    locations: locations && hexes.map(locations),
    hexes: { combos, comboOf: Int32Array.from(comboOf) },
    children: { combos, comboOf: Int32Array.from(comboOf.flatMap((combo) => new Array<number>(7).fill(combo))) },
  };
}

/** The unserved, in order of rank. */
function read(releaseId: number, audience: Audience, source: Source = 'fcc') {
  return database.deps.db.as({ role: audience }, (tx) =>
    clustersFrom(
      tx,
      { releaseId, audience, of: 'unserved', source },
      { fromRank: 0, limit: 99, box: undefined, place: undefined },
    ),
  );
}

/** The first of them with its outline. */
function shown(releaseId: number, audience: Audience) {
  return database.deps.db.as({ role: audience }, async (tx) => {
    const [first] = await read(releaseId, audience, 'agreed');
    return clusterById(tx, { releaseId, audience, of: 'unserved', source: 'agreed' }, first?.id ?? '');
  });
}

async function cellsOf(releaseId: number): Promise<string[]> {
  return (await shown(releaseId, 'public'))?.cells ?? [];
}

function shapeFaults(releaseId: number) {
  return database.deps.db.as({ role: 'public' }, (tx) =>
    tx.rows(
      `select id
       from published.clusters
       where release_id = $1
         and not (st_isvalid(outline) and st_contains(outline, center))`,
      [releaseId],
    ),
  );
}
