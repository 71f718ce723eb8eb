import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import Fastify, { type FastifyInstance } from 'fastify';
import { cellToBoundary } from 'h3-js';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Caller, Viewer } from '../../server/domain/actor.ts';
import { cellToText, parentOf } from '../../server/domain/cell.ts';
import { decodeCellTile, decodeCoverageTile } from '../../server/domain/cell-tile.ts';
import { COUNT_KEYS, ESTIMATE_KEYS } from '../../server/domain/statistic.ts';
import { actorFor } from '../../server/features/accounts/index.ts';
import { estimateReader } from '../../server/features/estimates/index.ts';
import { LAYERS } from '../../server/features/tiles/contract.ts';
import { buildArchive, tileRoutes } from '../../server/features/tiles/index.ts';
import { tileSource } from '../../server/features/tiles/source.ts';
import { decideCaching } from '../../server/platform/http-cache/index.ts';
import { answerWithProblems } from '../../server/platform/problem-json.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { openArchive, tilesOver } from '../support/archive.ts';
import { testDatabase } from '../support/database.ts';
import { countByKind, type TileFault, tileFaults } from '../support/tile-faults.ts';
import { asText, CENTER, type TileRelease, writeRaggedOutlines, writeTileRelease } from '../support/tile-release.ts';

const database = testDatabase();

let app: FastifyInstance;
let release: TileRelease;
const estimates = estimateReader();
let encoded: string[] = [];

beforeAll(async () => {
  release = await writeTileRelease(database.deps.db, 'autumn');
  app = Fastify();
  answerWithProblems(app);
  await app.register(decideCaching);
  await app.register(tileRoutes, {
    db: database.deps.db,
    estimates,
    publicUrl: 'http://gapmap.example.gov',
    viewerOf: async (request, asked) => actorFor(asked, CALLERS[String(request.headers['x-caller'])]),
    onEncode: (key) => encoded.push(key),
  });
});
afterAll(() => app?.close());

const CALLERS: Record<string, Caller> = {
  agency: { role: 'agency', stateFips: '54' },
  provider: { role: 'provider', stateFips: '54', providerId: 130_077 },
  district: { role: 'district', leaId: '5400600' },
  neighbor: { role: 'district', leaId: '5401590' },
};

/** A tile at a zoom that holds the middle of the cells. */
function address(layer: string, z: number, encoding = 'mvt', id: number | string = release.id): string {
  const sine = Math.sin((CENTER[1] * Math.PI) / 180);
  const y = Math.floor((0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * 2 ** z);
  return `/tiles/${id}/${layer}/${z}/${Math.floor((CENTER[0] / 360 + 0.5) * 2 ** z)}/${y}.${encoding}`;
}

function get(url: string, headers: Record<string, string> = {}) {
  return app.inject({ url, headers });
}

function featuresOf(body: Uint8Array, layer: string) {
  const found = new VectorTile(new PbfReader(body)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => {
    const feature = found?.feature(i);
    if (!feature) throw new Error('no feature');
    return feature;
  });
}

const propertiesOf = (body: Uint8Array, layer: string) => featuresOf(body, layer).map(({ properties }) => properties);

describe('tiles of hexes', () => {
  it('show the public cells of resolution 7 at the finest, whatever the zoom', async () => {
    for (const [zoom, resolution] of [
      [6, 5],
      [7, 6],
      [8, 7],
      [12, 7],
    ] as const) {
      const cells = propertiesOf((await get(address('hexes', zoom))).rawPayload, 'hexes');
      expect(cells.length).toBeGreaterThan(0);
      expect(new Set(cells.map((cell) => cell.resolution))).toEqual(new Set([resolution]));
    }
  });

  it('show the agency cells of resolution 8 from zoom 10', async () => {
    const { rawPayload } = await get(`${address('hexes', 10, 'arrow')}?audience=agency`, { 'x-caller': 'agency' });
    const cells = decodeCellTile(rawPayload);
    expect(new Set(cells.resolution)).toEqual(new Set([8]));
    cells.h3.forEach((cell, row) => {
      const hex = release.finest.find((one) => one.cell === cell);
      expect(cells.students[row]).toBe(hex?.students);
    });
  });

  it("show a district its own patches and nobody else's, at every zoom", async () => {
    for (const zoom of [6, 9]) {
      const url = `${address('hexes', zoom, 'arrow')}?audience=district`;
      const own = decodeCellTile((await get(url, { 'x-caller': 'district' })).rawPayload);
      expect(asText([...own.h3])).toEqual(asText(release.districtCells));
      const unserved = own.estimate('estimated_verdict.bead_2022.agreed.100_20.unserved');
      own.h3.forEach((cell, row) => {
        const patch = release.districtCells.indexOf(cell);
        const share = (1 + (patch % 6)) / (8 + (patch % 6));
        expect(unserved?.[row]).toBe(Math.floor((own.students[row] ?? 0) * share + 0.5));
      });
      const theirs = decodeCellTile((await get(url, { 'x-caller': 'neighbor' })).rawPayload);
      expect(theirs.h3).toHaveLength(7);
      expect([...theirs.h3].filter((cell) => release.districtCells.includes(cell))).toEqual([]);
    }
  });

  it('for a finer audience need a caller of that audience', async () => {
    const url = `${address('hexes', 10)}?audience=agency`;
    expect((await get(url)).statusCode).toBe(401);
    expect((await get(url, { 'x-caller': 'provider' })).statusCode).toBe(403);
    expect((await get(url, { 'x-caller': 'agency' })).statusCode).toBe(200);
  });
});

describe('tiles of coverage', () => {
  it('hold how many locations of a cell are served, and how many offers it has', async () => {
    const url = address('coverage', 6, 'arrow');
    const cells = decodeCoverageTile((await get(url)).rawPayload);
    const expected = new Set(release.serviceCells.map((cell) => parentOf(cell, 5)));
    expect(asText([...cells.h3])).toEqual(asText([...expected]));
    cells.h3.forEach((parent, row) => {
      const inside = release.serviceCells.flatMap((cell, i) => (parentOf(cell, 5) === parent ? [i] : []));
      expect(cells.locations[row]).toBe(inside.length * 10);
      expect(cells.served('bead_2022', '25_3')?.[row]).toBe(inside.reduce((sum, i) => sum + Math.min(10, i), 0));
      expect(cells.served('any', '100_20')?.[row]).toBe(inside.reduce((sum, i) => sum + Math.min(5, i), 0));
      expect(cells.offers[row]).toBe(new Set(inside.map((i) => i % 3)).size);
    });
    expect(Object.keys(propertiesOf((await get(address('coverage', 8))).rawPayload, 'coverage')[0] ?? {})).toContain(
      'served.bead_2022.100_20',
    );
  });
});

describe('tiles of outlines', () => {
  it('leave out filings the viewer may not know', async () => {
    const providers = (body: Uint8Array) => propertiesOf(body, 'areas').map(({ provider }) => provider);
    expect(providers((await get(address('areas', 9))).rawPayload)).toEqual(['public provider']);
    const agency = await get(`${address('areas', 9)}?audience=agency`, { 'x-caller': 'agency' });
    expect(providers(agency.rawPayload).sort()).toEqual(['agency provider', 'public provider']);
  });

  it('hold clusters with the numbers of the view', async () => {
    const [cluster] = propertiesOf((await get(address('clusters', 9))).rawPayload, 'clusters');
    expect(cluster).toMatchObject({
      id: 'c1',
      of: 'unserved',
      students: 40,
      whole_patches: 1,
      rank_fcc: 1,
      estimated_unserved_fcc: 36,
    });
    const agency = await get(`${address('clusters', 9)}?audience=agency`, { 'x-caller': 'agency' });
    expect(propertiesOf(agency.rawPayload, 'clusters')).toMatchObject([{ id: 'c1', estimated_unserved_fcc: 31 }]);
  });

  it('hold places as outlines and as points for their names, towns as points alone', async () => {
    const { rawPayload } = await get(address('places', 9));
    expect(propertiesOf(rawPayload, 'places').map(({ name }) => name)).toEqual(['Kanawha County']);
    expect(
      propertiesOf(rawPayload, 'place_points')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Charleston', 'Kanawha County']);
  });
});

describe('a tile over HTTP', () => {
  it('of nothing is 204, and cached like any other', async () => {
    encoded = [];
    const empty = `/tiles/${release.id}/hexes/6/0/0.mvt`;
    for (const _ of [1, 2]) expect((await get(empty)).statusCode).toBe(204);
    expect(encoded).toHaveLength(1);
  });

  it('comes in the encoding asked for, the same bytes in each', async () => {
    const url = address('hexes', 8);
    const plain = await get(url);
    const gzip = await get(url, { 'accept-encoding': 'gzip' });
    const brotli = await get(url, { 'accept-encoding': 'gzip, deflate, br;q=0.9, zstd' });
    const best = await get(url, { 'accept-encoding': 'gzip, deflate, br' });
    expect([plain, gzip, brotli, best].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'gzip',
      'br',
    ]);
    expect(gunzipSync(gzip.rawPayload)).toEqual(plain.rawPayload);
    expect(brotliDecompressSync(best.rawPayload)).toEqual(plain.rawPayload);
    expect(gzip.headers.vary).toBe('accept-encoding');
    expect(new Set([plain, gzip, best].map(({ headers }) => headers.etag)).size).toBe(3);
  });

  it('is answered 304 to a reader that has it', async () => {
    const url = address('hexes', 8);
    const first = await get(url, { 'accept-encoding': 'br' });
    encoded = [];
    const again = await get(url, { 'accept-encoding': 'br', 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.rawPayload).toHaveLength(0);
    expect(again.headers.etag).toBe(first.headers.etag);
    expect((await get(url, { 'if-none-match': '"something-else"' })).statusCode).toBe(200);
    expect(encoded).toEqual([]);
  });

  it('may be cached for an hour when public, and is revalidated when not', async () => {
    expect((await get(address('hexes', 8))).headers['cache-control']).toBe('public, max-age=3600');
    const agency = await get(`${address('hexes', 8)}?audience=agency`, { 'x-caller': 'agency' });
    expect(agency.headers['cache-control']).toBe('private, no-cache');
    expect(agency.headers.vary).toBe('accept-encoding, authorization, cookie');
  });

  it('is encoded once for a hundred requests at once', async () => {
    encoded = [];
    const url = address('hexes', 9);
    const answers = await Promise.all(Array.from({ length: 100 }, () => get(url, { 'accept-encoding': 'gzip' })));
    expect(encoded).toHaveLength(1);
    expect(new Set(answers.map(({ statusCode, headers }) => `${statusCode} ${headers.etag}`)).size).toBe(1);
  });

  it('of the current release is found at the address of its number', async () => {
    const current = await get(`${address('hexes', 8, 'mvt', 'current')}?audience=agency`, { 'x-caller': 'agency' });
    expect(current.statusCode).toBe(302);
    expect(current.headers.location).toBe(`${address('hexes', 8)}?audience=agency`);
    expect(current.headers['cache-control']).toBe('private, no-cache');
  });

  it('at an impossible address is refused with a code', async () => {
    for (const [url, status, code] of [
      [`/tiles/${release.id}/hexes/8/70/1e2.mvt`, 400, 'tile.not-an-address'],
      [`/tiles/${release.id}/hexes/8/-1/98.mvt`, 400, 'tile.not-an-address'],
      [`/tiles/${release.id}/hexes/8/256/98.mvt`, 404, 'tile.outside'],
      [`/tiles/${release.id}/hexes/15/0/0.mvt`, 404, 'tile.outside'],
      [`/tiles/${release.id}/homes/8/70/98.mvt`, 404, 'tile.no-such-layer'],
      [`/tiles/${release.id}/places/8/70/98.arrow`, 404, 'tile.no-cell-tiles'],
      [`/tiles/9999/hexes/8/70/98.mvt`, 404, 'release.unknown'],
      [`/tiles/latest/hexes/8/70/98.mvt`, 404, 'release.unknown'],
      [`/tiles/${release.id}/hexes/8/70/98.mvt?audience=everyone`, 400, 'request.invalid'],
    ] as const) {
      const answer = await get(url);
      expect([url, answer.statusCode, answer.json().code]).toEqual([url, status, code]);
    }
  });
});

describe('TileJSON', () => {
  it('holds all a reader needs: absolute addresses, bounds, zooms, fields in words, sources', async () => {
    const answer = await app.inject({ url: '/tiles/hexes.json', headers: { host: 'elsewhere.example' } });
    const json = answer.json();
    expect(json).toMatchObject({
      tilejson: '3.0.0',
      tiles: [`http://gapmap.example.gov/tiles/${release.id}/hexes/{z}/{x}/{y}.mvt`],
      bounds: [-82, 38, -81.3, 38.7],
      minzoom: 0,
      maxzoom: 14,
    });
    expect(json.attribution).toContain('FCC Broadband Data Collection');
    expect(json.attribution).toContain('as of 2026-06-30, revised 2026-09-15 (synthetic)');
    expect(json.vector_layers[0].fields['estimated_verdict.bead_2022.fcc.100_20.unserved']).toBe(
      'Estimated students whose home is unserved at 100/20 Mbps by reliable broadband (wired or licensed wireless), by FCC filings, by share of locations.',
    );
  });

  it.each(['hexes', 'coverage', 'areas', 'clusters', 'places'])('names every field of %s', async (layer) => {
    const json = (await get(`/tiles/${layer}.json`)).json();
    const { rawPayload } = await get(address(layer, 9));
    for (const { id, fields } of json.vector_layers)
      for (const properties of propertiesOf(rawPayload, id))
        expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(properties)));
  });
});

describe('the archive', () => {
  it('holds all layers in a tile, cells as the server sends them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gapmap-archive-'));
    const out = join(folder, 'public.pmtiles');
    try {
      await buildArchive(database.deps, { out, audience: 'public', release: 'current', maxZoom: 9 }, silentProgress);
      expect(existsSync(`${out}.partial`)).toBe(false);
      const { archive, close } = await openArchive(out);
      const header = await archive.getHeader();
      expect([header.minZoom, header.maxZoom, header.tileType]).toEqual([0, 9, 1]);
      expect(header.minLon).toBeCloseTo(-82);
      expect(((await archive.getMetadata()) as { attribution: string }).attribution).toContain('synthetic');
      const [, , , , z = 0, x = 0, y = 0] = address('hexes', 9).split(/[/.]/).map(Number);
      const tile = await archive.getZxy(z, x, y);
      const layers = new VectorTile(new PbfReader(new Uint8Array(tile?.data ?? new ArrayBuffer()))).layers;
      expect(Object.keys(layers).sort()).toEqual([
        'area_points',
        'areas',
        'clusters',
        'coverage',
        'hexes',
        'place_points',
        'places',
      ]);
      const served = propertiesOf((await get(address('hexes', 9))).rawPayload, 'hexes');
      expect(propertiesOf(new Uint8Array(tile?.data ?? new ArrayBuffer()), 'hexes')).toEqual(served);
      expect(await archive.getZxy(9, 0, 0)).toBeUndefined();
      await close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('every tile of a release with ragged outlines', () => {
  const everywhere = { west: -81.9, south: 38.1, east: -81.4, north: 38.6 };
  beforeAll(() => writeRaggedOutlines(database.deps.db, release.id, CENTER));

  it.each<[string, Viewer]>([
    ['public', { role: 'public' }],
    ['agency', { role: 'agency', stateFips: '54' }],
    ['district', { role: 'district', leaId: '5400600' }],
  ])(
    'is without fault by the specification, in all layers, for the %s',
    async (_, viewer) => {
      const source = tileSource(database.deps.db, estimates);
      const drawn = new Map<string, number>();
      const faults: TileFault[] = [];
      for (const tile of tilesOver(everywhere, 14))
        for (const layer of LAYERS) {
          const bytes = await source.encode({ releaseId: release.id, layer, viewer, tile, encoding: 'mvt' });
          faults.push(...tileFaults(bytes));
          if (bytes.length > 0) drawn.set(layer, (drawn.get(layer) ?? 0) + 1);
        }
      expect(countByKind(faults)).toEqual({});
      for (const layer of LAYERS) expect(drawn.get(layer)).toBeGreaterThan(20);
    },
    120_000,
  );

  it('is without fault in the archive', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gapmap-archive-'));
    const out = join(folder, 'public.pmtiles');
    try {
      const { tiles } = await buildArchive(
        database.deps,
        { out, audience: 'public', release: 'current' },
        silentProgress,
      );
      const { archive, close } = await openArchive(out);
      const faults: TileFault[] = [];
      let drawn = 0;
      for (const { z, x, y } of tilesOver({ west: -83, south: 37, east: -80, north: 40 }, 10)) {
        const tile = await archive.getZxy(z, x, y);
        if (!tile) continue;
        drawn++;
        faults.push(...tileFaults(new Uint8Array(tile.data)));
      }
      await close();
      expect(countByKind(faults)).toEqual({});
      expect(drawn).toBe(tiles);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});

describe.runIf(database.kind === 'native')('PostGIS', () => {
  it.each([
    [10, 0, 0],
    [11, 0, 0],
    [11, 1, 0],
    [13, 0, 0],
  ])('draws the same cells at zoom %i, %i tiles east and %i south of the middle', async (zoom, east, south) => {
    const [, , , , z = 0, x = 0, y = 0] = address('hexes', zoom).split(/[/.]/).map(Number);
    const tile = [z, x + east, y + south] as const;
    const url = `/tiles/${release.id}/hexes/${tile.join('/')}.mvt?audience=agency`;
    const ours = new Map(
      featuresOf((await get(url, { 'x-caller': 'agency' })).rawPayload, 'hexes').map((f) => [f.properties.h3, f]),
    );
    const theirs = new Map(featuresOf(await postgisTile(tile), 'hexes').map((f) => [f.properties.h3, f]));
    expect(theirs.size).toBeGreaterThan(0);
    expect([...ours.keys()].sort()).toEqual([...theirs.keys()].sort());
    for (const [h3, feature] of ours) {
      const other = theirs.get(h3);
      const properties: Record<string, unknown> = { ...feature.properties };
      expect(properties).toEqual(other?.properties);
      const ring = feature.loadGeometry()[0] ?? [];
      const otherRing = other?.loadGeometry()[0] ?? [];
      for (const point of ring) expect(distanceTo(otherRing, point)).toBeLessThan(allowedAt(point));
      for (const point of otherRing) expect(distanceTo(ring, point)).toBeLessThan(allowedAt(point));
    }
  });
});

/**
 * Both round corners to whole units, PostGIS before it cuts and we after; so where a slanting side is cut at the buffer,
 * the corners of the two lie further apart along the cut.
 */
function allowedAt({ x, y }: Point): number {
  return [x, y].some((side) => side === -64 || side === 4096 + 64) ? 4 : 1.5;
}

async function postgisTile([z, x, y]: readonly [number, number, number]): Promise<Uint8Array> {
  const counts = COUNT_KEYS.map((key, i) => `h.counts[${i + 1}] as "${key}"`).join(', ');
  const estimated = ESTIMATE_KEYS.map((key, i) => `nullif(e.numbers[${i + 1}], 0) as "${key}"`).join(', ');
  return database.deps.db.asOwner(async (tx) => {
    await tx.run(
      'create temp table outlines (cell bigint primary key, h3 text, geom geometry(Polygon, 3857)) on commit drop',
    );
    await tx.run('create temp table e (cell bigint primary key, numbers integer[]) on commit drop');
    const told = await estimates.of(
      tx,
      { id: release.id, benchmark: '100_20', floor_students: 10 },
      { role: 'agency', stateFips: '54' },
    );
    for (const { cell } of release.finest) {
      await tx.run('insert into e values ($1, $2)', [cell, [...told.ofHexes(8, [cell])]]);
      const h3 = cellToText(cell);
      const ring = cellToBoundary(h3, true);
      await tx.run('insert into outlines values ($1, $2, st_transform(st_geomfromtext($3, 4326), 3857))', [
        cell,
        h3,
        `POLYGON((${ring.map((point) => point.join(' ')).join(',')}))`,
      ]);
    }
    const { tile } = await tx.one<{ tile: Buffer }>(
      `select st_asmvt(t, 'hexes', 4096, 'geom') as tile
       from (
         select
           st_asmvtgeom(o.geom, st_tileenvelope($1, $2, $3), 4096, 64, true) as geom,
           o.h3, h.resolution, h.rest, h.students, h.households, ${counts}, ${estimated},
           nullif(h.hidden, repeat('l', ${COUNT_KEYS.length})) as hidden
         from outlines o
         join e on e.cell = o.cell
         join published.hexes h on h.cell = o.cell and h.release_id = $4 and h.audience = 'agency' and h.level = 8
       ) t
       where geom is not null`,
      [z, x, y, release.id],
    );
    return tile;
  });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function distanceTo(ring: readonly Point[], { x, y }: Point): number {
  let least = Infinity;
  ring.forEach((to, i) => {
    const from = ring[i - 1];
    if (!from) return;
    const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
    const along = length === 0 ? 0 : ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / length;
    const share = Math.max(0, Math.min(1, along));
    least = Math.min(least, Math.hypot(x - from.x - share * (to.x - from.x), y - from.y - share * (to.y - from.y)));
  });
  return least;
}
