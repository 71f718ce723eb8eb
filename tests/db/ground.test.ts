/** Roads, water, schools and libraries under the map: what a file says is what a reader of the tiles finds. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import type { FastifyInstance } from 'fastify';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromGeojsonVt } from 'vt-pbf';
import { buildApp } from '../../server/app.ts';
import type { Ground } from '../../server/features/ground/contract.ts';
import { type GroundImportOptions, importGround } from '../../server/features/ground/import.ts';
import { importPlaces } from '../../server/features/places/index.ts';
import { archiveWriter } from '../../server/features/tiles/pmtiles.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { testDatabase } from '../support/database.ts';
import { told } from '../support/told.ts';

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'gapmap-ground-'));
let app: FastifyInstance;
beforeAll(async () => {
  app = await buildApp(database.deps);
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
function fileOf(features: readonly object[]): string {
  const path = join(folder, `${++files}.geojson`);
  writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', features }));
  return path;
}

const way = (properties: object, ...coordinates: [number, number][]) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'LineString', coordinates },
});
const area = (properties: object, west: number, south: number) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.1, south],
        [west + 0.1, south + 0.1],
        [west, south + 0.1],
        [west, south],
      ],
    ],
  },
});
const point = (properties: object, lng: number, lat: number) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [lng, lat] },
});

const ROADS = [
  way({ FULLNAME: 'I- 79', MTFCC: 'S1100' }, [-80.6, 38.5], [-80.4, 38.6]),
  way({ FULLNAME: 'State Rte 4', MTFCC: 'S1200' }, [-80.6, 38.51], [-80.4, 38.51]),
  way({ FULLNAME: 'Mill Rd', MTFCC: 'S1400' }, [-80.51, 38.52], [-80.49, 38.52]),
  way({ FULLNAME: 'Deer Path', MTFCC: 'S1710' }, [-80.51, 38.53], [-80.49, 38.53]),
];

const load = (features: readonly object[], options: Partial<GroundImportOptions> = {}) =>
  importGround(database.deps, { path: fileOf(features), kind: 'road', state: 'WV', ...options }, silentProgress);

async function ground(): Promise<Ground> {
  return (await app.inject({ url: '/api/v1/ground?state=54' })).json();
}

/** Names by layer of all tiles at a zoom that hold a place, read by Mapbox's own reader. */
async function namesAt(z: number, lng = -80.5, lat = 38.52): Promise<Record<string, string[]>> {
  const { tiles } = await ground();
  const x = Math.floor(((lng + 180) / 360) * 2 ** z);
  const y = Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);
  const url = String(tiles).replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y));
  const answer = await app.inject({ url });
  expect([200, 204]).toContain(answer.statusCode);
  expect(answer.headers['cache-control']).toContain('immutable');
  const { layers } = new VectorTile(new PbfReader(answer.rawPayload));
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, i) => String(layer.feature(i).properties.name ?? '')).sort(),
    ]),
  );
}

describe('ground', () => {
  it('of a state without any says so, and names no tiles', async () => {
    expect(await ground()).toEqual({ tiles: null, maxZoom: 12, kinds: [], basemap: null });
  });

  it('draws roads by rank, from far to near, and no footpath', async () => {
    const loaded = await load(ROADS);
    expect(loaded).toMatchObject({ features: 3, unchanged: false });
    expect(loaded.notes.map(told).join(' ')).toContain('1 feature left out: a way that nobody drives, by its code.');
    expect(await namesAt(5)).toEqual({ road: ['I- 79'] });
    expect(await namesAt(9)).toEqual({ road: ['I- 79', 'State Rte 4'] });
    expect(await namesAt(12)).toEqual({ road: ['I- 79', 'Mill Rd', 'State Rte 4'] });
  });

  it('joins water, schools and libraries to the same tile, and changes its address with what is drawn', async () => {
    const { tiles: before } = await ground();
    await load(
      [
        area({ name: 'Sutton Lake', fclass: 'reservoir' }, -80.55, 38.45),
        way({ name: 'Elk River' }, [-80.6, 38.5], [-80.4, 38.5]),
      ],
      {
        kind: 'water',
        illustrative: true,
      },
    );
    await load([point({ LIBNAME: 'Sutton Public Library' }, -80.5, 38.52)], { kind: 'library' });
    const school = fileOf([
      point({ NCESSCH: '540003000001', SCH_NAME: 'Sutton Elementary', STATE: 'WV' }, -80.5, 38.52),
    ]);
    await importPlaces(database.deps, { path: school, kind: 'school' }, silentProgress);
    const { tiles, kinds } = await ground();
    expect(tiles).not.toBe(before);
    expect(kinds).toEqual([
      { kind: 'water', features: 2, illustrative: true },
      { kind: 'road', features: 3, illustrative: false },
      { kind: 'school', features: 1, illustrative: false },
      { kind: 'library', features: 1, illustrative: false },
    ]);
    expect(await namesAt(10)).toMatchObject({
      library: ['Sutton Public Library'],
      school: ['Sutton Elementary'],
      water: ['Elk River', 'Sutton Lake'],
    });
    expect((await app.inject({ url: String(before).replace('{z}/{x}/{y}', '12/0/0') })).statusCode).toBe(204);
  });

  it('is replaced as a whole by the next file of its kind and state; the same file changes nothing', async () => {
    expect(await load(ROADS.slice(0, 1))).toMatchObject({ unchanged: false });
    expect((await namesAt(12, -80.5, 38.55)).road).toEqual(['I- 79']);
    expect(await load(ROADS.slice(0, 1))).toMatchObject({ unchanged: true });
    expect(await load(ROADS, { dryRun: true })).toMatchObject({ features: 3 });
    expect((await ground()).kinds).toContainEqual({ kind: 'road', features: 1, illustrative: false });
  });

  it('takes no file of another geometry or place, and changes nothing then', async () => {
    const before = await ground();
    await expect(load([point({ name: 'A' }, -80.5, 38.5)])).rejects.toThrow(/holds no roads/);
    await expect(load(ROADS, { nameColumn: 'STREET' })).rejects.toThrow(/STREET/);
    await expect(load(ROADS, { state: 'Wonderland' })).rejects.toThrow(/is no state/);
    expect(await ground()).toEqual(before);
  });
});

describe('the basemap of an instance', () => {
  const withBasemap = (basemap: string) => buildApp({ ...database.deps, config: { ...database.deps.config, basemap } });

  it('is served from its PMTiles file, with the names of its layers', async () => {
    const path = join(folder, 'state.pmtiles');
    const tile = fromGeojsonVt({
      roads: {
        features: [
          {
            type: 2,
            geometry: [
              [
                [0, 0],
                [10, 10],
              ],
            ],
            tags: {},
          },
        ],
      },
    });
    const archive = await archiveWriter(path);
    await archive.add(5, 8, 12, gzipSync(tile));
    await archive.finish({
      metadata: {
        vector_layers: [{ id: 'roads', fields: {} }],
        attribution: '<a href="https://example.gov">Example</a>',
      },
      minZoom: 5,
      maxZoom: 5,
      bounds: [-90, 30, -80, 40],
    });
    const own = await withBasemap(path);
    const { basemap } = (await own.inject({ url: '/api/v1/ground?state=54' })).json<Ground>();
    expect(basemap).toEqual({
      tiles: '/basemap/{z}/{x}/{y}',
      encoding: 'vector',
      minZoom: 5,
      maxZoom: 5,
      layers: ['roads'],
      attribution: 'Example',
    });
    const served = await own.inject({ url: '/basemap/5/8/12' });
    expect(served.rawPayload.equals(Buffer.from(tile))).toBe(true);
    expect((await own.inject({ url: '/basemap/5/0/0' })).statusCode).toBe(204);
    await own.close();
  });

  it('that is missing, or no PMTiles file, is refused at the start with its path', async () => {
    await expect(withBasemap(join(folder, 'none.pmtiles')).then((own) => own.ready())).rejects.toThrow(
      /none\.pmtiles, which cannot be opened/,
    );
    await expect(withBasemap(fileOf(ROADS)).then((own) => own.ready())).rejects.toThrow(/is no PMTiles file/);
  });
});
