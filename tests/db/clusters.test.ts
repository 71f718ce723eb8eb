import { join } from 'node:path';
import { cellArea, cellToLatLng, cellToParent, gridDisk, latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { AUDIENCES, type Audience } from '../../server/domain/audience.ts';
import { cellFromText, resolutionOf, shardOf } from '../../server/domain/cell.ts';
import { components } from '../../server/domain/cluster/components.ts';
import { type ClusterPatch, writeClusters } from '../../server/features/clusters/index.ts';
import { clustersFrom } from '../../server/features/clusters/queries.ts';
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
    const patches = gridDisk(center, 2).map((cell, patch) => aPatch(cell, { patch }));
    await write(releaseId, 'agency', patches, async (tx) => {
      await tx.run(
        `insert into published.place_patches (release_id, audience, kind, id, patches)
         select $1, 'agency', 'county', '54015', array_agg(patch) from generate_series(0, 18) as patch`,
        [releaseId],
      );
    });
    const [cluster, ...others] = await read(releaseId, 'agency');
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({
      rank: 1,
      name: 'Central Clay County, near Ivydale',
      students: 19 * 30,
      households: 19 * 12,
      affected: 19 * 20,
      places: [{ kind: 'county', id: '54015', name: 'Clay', share: 1 }],
      providers_present: [
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
      nearest_served: [
        { providerId: 130001, name: 'Elk River Fiber, LLC', technology: 50, technologyName: 'fiber', source: 'fcc' },
      ],
      agreement: { agree: 19, contradict: 0, oneSided: 0 },
      valid: true,
      inside: true,
      cells: 19,
    });
    expect(cluster?.nearest_served[0]?.distanceKm).toBeGreaterThan(4);
    expect(cluster?.nearest_served[0]?.distanceKm).toBeLessThan(7);
    expect(cluster?.rank_parts).toEqual({
      students: 570,
      densityPerKm2: expect.any(Number),
      distanceKm: expect.any(Number),
      needShare: 0.5,
      score: expect.any(Number),
    });
    // From the middle it is two cells further than from the edge.
    expect((cluster?.rank_parts.distanceKm ?? 0) - (cluster?.nearest_served[0]?.distanceKm ?? 0)).toBeCloseTo(1.8, 0);
    expect(cluster?.area_km2).toBeGreaterThan(12);
    expect(cluster?.area_km2).toBeLessThan(17);
  });

  it('are the same whatever order the patches come in', async () => {
    const cells = gridDisk(center, 6).filter((_, at) => at % 3 !== 0);
    const patches = cells.map((cell, patch) => aPatch(cell, { patch, students: 20 + (patch % 40) }));
    const [one, other] = [await aRelease(), await aRelease()];
    await write(one, 'agency', patches);
    await write(other, 'agency', patches.toReversed());
    expect(await read(one, 'agency')).toEqual(await read(other, 'agency'));
  });

  it('leave out patches where most students are served', async () => {
    const releaseId = await aRelease();
    const patches = gridDisk(center, 1).map((cell, patch) => aPatch(cell, { patch, unserved: patch === 0 ? 14 : 20 }));
    await write(releaseId, 'agency', patches);
    expect(await read(releaseId, 'agency')).toMatchObject([{ cells: 6, students: 180 }]);
  });

  it('keep their ids in the next release, though students moved', async () => {
    const [first, second] = [await aRelease(), await aRelease()];
    const before = gridDisk(center, 3).map((cell, patch) => aPatch(cell, { patch }));
    const after = before.slice(6).map((patch, at) => ({ ...patch, patch: at, students: patch.students + (at % 5) }));
    await write(first, 'agency', before, (tx) => publishPatches(tx, first, before));
    await write(second, 'agency', after, (tx) => publishPatches(tx, second, after), first);
    const [earlier, later] = [await read(first, 'agency'), await read(second, 'agency')];
    expect(later.map(({ id }) => id)).toEqual(earlier.map(({ id }) => id));
    expect(later[0]?.students).not.toBe(earlier[0]?.students);
  });

  it('of an audience are made of its own patches, and the public sees no finer ones', async () => {
    const releaseId = await aRelease();
    const fine = gridDisk(center, 1).map((cell, patch) => aPatch(cell, { patch }));
    const coarse = [aPatch(cellToParent(center, 7), { patch: 0, students: 210, unserved: 140 })];
    for (const audience of AUDIENCES) await write(releaseId, audience, audience === 'public' ? coarse : fine);
    const seen = await database.deps.db.as({ role: 'public' }, (tx) =>
      tx.rows<{ audience: string; cells: bigint[] }>(
        'select distinct audience, cells from published.clusters where release_id = $1',
        [releaseId],
      ),
    );
    expect(seen.map(({ audience }) => audience)).toEqual(['public']);
    expect(seen.flatMap(({ cells }) => cells.map((cell) => resolutionOf(BigInt(cell))))).toEqual([7]);
  });

  it('need no filing', async () => {
    const releaseId = await aRelease();
    const written = await database.deps.db.as({ role: 'intake' }, (tx) =>
      writeClusters(tx, { ...input(releaseId, 'agency', [aPatch(center)]), fccFilingId: null }),
    );
    expect(written).toBe(6);
    expect((await read(releaseId, 'agency'))[0]).toMatchObject({ providers_present: [], nearest_served: [] });
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
    const patches = disk.map((cell, patch) => aPatch(cell, { patch, leaIds: ['0200007'] }));
    await write(releaseId, 'agency', patches, async (tx) => {
      await tx.run(
        `insert into published.place_patches (release_id, audience, kind, id, patches)
         select $1, 'agency', 'county', '02016', array_agg(patch) from generate_series(0, $2::integer) as patch`,
        [releaseId, patches.length - 1],
      );
    });
  });

  it('have an outline that is cut there, as large as its cells, with the hole in it', async () => {
    const { east, west, km2, holes, polygons } = await database.deps.db.as({ role: 'intake' }, (tx) =>
      tx.one<Record<'east' | 'west' | 'km2' | 'holes' | 'polygons', number>>(
        `select st_xmax(outline) as east, st_xmin(outline) as west, st_area(outline::geography) / 1e6 as km2,
           st_numgeometries(outline) as polygons,
           st_npoints(st_boundary(outline)) - st_npoints(st_exteriorring(st_geometryn(outline, 1)))
             - st_npoints(st_exteriorring(st_geometryn(outline, 2))) as holes
         from published.clusters
         where release_id = $1 and of = 'unserved' and source = 'fcc'`,
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
    expect(cluster).toMatchObject({ valid: true, inside: true, cells: 60, places: [{ id: '02016' }] });
    expect(cluster?.name).toBe('Western Aleutians West, near Adak');
    expect(cluster?.nearest_served[0]?.distanceKm).toBeLessThan(20);
    expect(cluster?.rank_parts.distanceKm).toBeLessThan(20);
  });

  it('are found by a box on either side or across, and have a box whose west is greater than its east', async () => {
    const set = { releaseId, audience: 'agency', of: 'unserved', source: 'fcc', floorStudents: 10 };
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

function aPatch(text: string, given: Partial<ClusterPatch> & { unserved?: number } = {}): ClusterPatch {
  const cell = cellFromText(text);
  const counts = { fcc: given.unserved ?? 20, puc: given.unserved ?? 20, agreed: given.unserved ?? 20 };
  return {
    patch: 0,
    cell,
    resolution: resolutionOf(cell),
    rest: false,
    leaIds: ['5400240'],
    students: 30,
    households: 12,
    affected: { unserved: counts, underserved: counts },
    contradicted: 0,
    needs: 15,
    ...given,
  };
}

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
      `insert into published.releases (name, floor_students, floor_households, synthetic, statistics, state_fips, state_name, collection_name)
       values ($1, 10, 5, true, '{}', $2, 'of the test', 'fall 2026')
       returning id`,
      [`release ${releases}`, stateFips],
    ),
  );
  return id;
}

function input(releaseId: number, audience: Audience, patches: readonly ClusterPatch[]) {
  return { releaseId, audience, patches, floorStudents: 10, fccFilingId: filingId };
}

async function write(
  releaseId: number,
  audience: Audience,
  patches: readonly ClusterPatch[],
  first: (tx: Tx) => Promise<void> = async () => undefined,
  previousReleaseId?: number,
): Promise<void> {
  await database.deps.db.as({ role: 'intake' }, async (tx) => {
    await first(tx);
    await writeClusters(tx, {
      ...input(releaseId, audience, patches),
      ...(previousReleaseId === undefined ? {} : { previousReleaseId }),
    });
  });
}

async function publishPatches(tx: Tx, releaseId: number, patches: readonly ClusterPatch[]): Promise<void> {
  for (const { patch, cell, resolution, leaIds, students, households } of patches)
    await tx.run(
      `insert into published.patches (release_id, audience, shard, patch, cell, resolution, rest, lea_ids, students, households, counts, hidden)
       values ($1, 'agency', $2, $3, $4, $5, false, $6, $7, $8, '{}', '')`,
      [releaseId, shardOf(cell), patch, cell, resolution, leaIds, students, households],
    );
}

interface ClusterRow {
  id: string;
  rank: number;
  name: string;
  students: number;
  households: number;
  affected: number | null;
  area_km2: number;
  cells: number;
  places: object[];
  providers_present: object[];
  nearest_served: { distanceKm: number }[];
  agreement: object;
  rank_parts: { distanceKm: number | null };
  valid: boolean;
  inside: boolean;
}

/** The unserved by the FCC's filings, in order of rank. */
async function read(releaseId: number, audience: Audience): Promise<ClusterRow[]> {
  return database.deps.db.as({ role: 'intake' }, (tx) =>
    tx.rows<ClusterRow>(
      `select
         id, rank, name, students, households, affected, area_km2, cardinality(cells) as cells,
         places, providers_present, nearest_served, agreement, rank_parts,
         st_isvalid(outline) as valid, st_contains(outline, center) as inside
       from published.clusters
       where release_id = $1
         and audience = $2
         and of = 'unserved'
         and source = 'fcc'
       order by rank`,
      [releaseId, audience],
    ),
  );
}
