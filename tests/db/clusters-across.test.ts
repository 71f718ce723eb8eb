import { join } from 'node:path';
import { cellArea, gridDisk, latLngToCell } from 'h3-js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Phrase } from '../../server/domain/messages/phrase.ts';
import { clustersFrom } from '../../server/features/clusters/queries.ts';
import { estimateReader } from '../../server/features/estimates/index.ts';
import { placeById } from '../../server/features/places/queries.ts';
import { stateBounds } from '../../server/features/releases/index.ts';
import { buildArchive } from '../../server/features/tiles/index.ts';
import { worldY } from '../../server/features/tiles/outlines.ts';
import { tileSource } from '../../server/features/tiles/source.ts';
import type { Bbox } from '../../server/platform/lists.ts';
import { silentProgress, silentStep } from '../../server/platform/progress.ts';
import { anOffer, aRelease, read, shapeFaults, write } from '../support/cluster-release.ts';
import { testDatabase } from '../support/database.ts';
import { tileFaults } from '../support/tile-faults.ts';

const database = testDatabase();
const db = () => database.deps.db;

describe('clusters across 180 degrees', () => {
  const across = latLngToCell(52, 180, 8);
  const disk = gridDisk(across, 4).filter((cell) => cell !== across);
  let releaseId = 0;
  let filingId = 0;
  beforeAll(async () => {
    await db().as({ role: 'intake' }, async (tx) => {
      await tx.run(
        `insert into places.places (kind, id, name, state_fips, label_point, geom)
         values
           ('county', '02016', 'Aleutians West', '02', st_point(-179.5, 52, 4326),
            st_collect(st_makeenvelope(179.9, 51.5, 180, 52.5, 4326), st_makeenvelope(-180, 51.5, -179, 52.5, 4326))),
           ('county', '54015', 'Clay', '54', st_point(-81.1, 38.5, 4326), st_multi(st_makeenvelope(-81.4, 38.2, -80.8, 38.8, 4326))),
           ('town', '2', 'Adak', '02', st_point(-179.9, 52, 4326), null)`,
      );
      await tx.run(`insert into coverage.providers (provider_id, name) values (130001, 'Elk River Fiber, LLC')`);
      const { id } = await tx.one<{ id: number }>(
        `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision)
         values ('fcc', '02', 'FCC', 'Broadband Data Collection', '2026-06-30', '2026-11-10')
         returning id`,
      );
      filingId = id;
      await anOffer(tx, id, {
        cell: latLngToCell(52, -179.8, 8),
        provider: 130001,
        technology: 50,
        locations: 9,
        served: 9,
      });
    });
    releaseId = await aRelease(db(), '02');
    await write(db(), releaseId, { hexes: disk, fccFilingId: filingId });
  });

  it('have an outline that is cut there, as large as its cells, with the hole in it', async () => {
    const { east, west, km2, holes, polygons } = await db().as({ role: 'intake' }, (tx) =>
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
    const [cluster, ...others] = await read(db(), releaseId, 'agency');
    expect(others).toEqual([]);
    expect(await shapeFaults(db(), releaseId)).toEqual([]);
    expect(cluster).toMatchObject({ wholePatches: 60, places: [{ id: '02016' }, {}] });
    expect(cluster?.name).toBe('Western Aleutians West, near Adak');
    expect(cluster?.nearestServed[0]?.distanceKm).toBeLessThan(20);
    expect(cluster?.rankParts.distanceKm).toBeLessThan(20);
  });

  it('are found by a box on either side or across, and have a box whose west is greater than its east', async () => {
    const set = { releaseId, audience: 'agency', of: 'unserved', source: 'fcc' };
    const found = (box: Bbox) =>
      db().as({ role: 'agency', stateFips: '02' }, (tx) =>
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

  it('lie in a state and a county whose bounds cross the line', async () => {
    await db().as({ role: 'public' }, async (tx) => {
      expect(await stateBounds(tx, '02')).toEqual([179.9, 51.5, -179, 52.5]);
      expect(await stateBounds(tx, '54')).toEqual([-81.4, 38.2, -80.8, 38.8]);
      expect((await placeById(tx, { kind: 'county', id: '02016', stateFips: '02' }, false))?.bbox).toEqual([
        179.9, 51.5, -179, 52.5,
      ]);
      expect((await placeById(tx, { kind: 'county', id: '54015', stateFips: '54' }, false))?.bbox).toEqual([
        -81.4, 38.2, -80.8, 38.8,
      ]);
    });
  });

  it('make an archive of both ends of the map and nothing between', async () => {
    const out = join(database.dataDir, 'across.pmtiles');
    const asked: number[] = [];
    const progress = {
      ...silentProgress,
      begin: (_title: Phrase, total?: number) => {
        asked.push(total ?? 0);
        return silentStep;
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
    const source = tileSource(db(), estimateReader());
    let drawn = 0;
    for (const z of [3, 8, 11, 13])
      for (const x of [0, 2 ** z - 1]) {
        const y = Math.floor(worldY(52) * 2 ** z);
        const tile = { z, x, y };
        const bytes = await source.encode({
          releaseId,
          layer: 'clusters',
          viewer: { role: 'agency', stateFips: '02' },
          tile,
          encoding: 'mvt',
        });
        expect(tileFaults(bytes)).toEqual([]);
        if (bytes.length > 0) drawn++;
      }
    expect(drawn).toBe(8);
  });
});
