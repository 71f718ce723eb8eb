import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimateReader } from '../../server/features/estimates/index.ts';
import { buildArchive } from '../../server/features/tiles/index.ts';
import { tileSource } from '../../server/features/tiles/source.ts';
import { versionOf } from '../../server/features/tiles/tippecanoe.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { openArchive, tilesOver } from '../support/archive.ts';
import { testDatabase } from '../support/database.ts';
import { countByKind, tileFaults } from '../support/tile-faults.ts';
import { CENTER, type TileRelease, writeRaggedOutlines, writeTileRelease } from '../support/tile-release.ts';

const database = testDatabase();
const WITHOUT = 'no-program-of-this-name';
const HIGHEST = 10;
const EVERYWHERE = { west: -82.5, south: 37.5, east: -81, north: 39 };
const OUTLINES = ['areas', 'area_points', 'clusters', 'places', 'place_points'];
const POINTS: readonly string[] = ['area_points', 'place_points'];

const version = await versionOf('tippecanoe');
const folder = mkdtempSync(join(tmpdir(), 'gapmap-outlines-'));
let release: TileRelease;

beforeAll(async () => {
  release = await writeTileRelease(database.deps.db, 'autumn');
  await writeRaggedOutlines(database.deps.db, release.id, CENTER);
});
afterAll(() => rmSync(folder, { recursive: true }));

type Bytes = Map<string, Uint8Array>;

async function archived(name: string, tippecanoe?: string): Promise<{ tiles: Bytes; outlines: string }> {
  const out = join(folder, name);
  const how = tippecanoe === undefined ? {} : { tippecanoe };
  await buildArchive(
    database.deps,
    { out, audience: 'public', release: String(release.id), maxZoom: HIGHEST, ...how },
    silentProgress,
  );
  const { archive, close } = await openArchive(out);
  const tiles: Bytes = new Map();
  for (const { z, x, y } of tilesOver(EVERYWHERE, HIGHEST)) {
    const tile = await archive.getZxy(z, x, y);
    if (tile) tiles.set(`${z}/${x}/${y}`, new Uint8Array(tile.data));
  }
  const { outlines } = (await archive.getMetadata()) as { outlines: string };
  await close();
  return { tiles, outlines };
}

/** Cell layers of a tile as the server sends them. */
async function cellsSent(address: string): Promise<Buffer> {
  const source = tileSource(database.deps.db, estimateReader());
  const [z = 0, x = 0, y = 0] = address.split('/').map(Number);
  const parts: Uint8Array[] = [];
  for (const layer of ['hexes', 'coverage'] as const)
    parts.push(
      await source.encode({
        releaseId: release.id,
        layer,
        viewer: { role: 'public' },
        tile: { z, x, y },
        encoding: 'mvt',
      }),
    );
  return Buffer.concat(parts);
}

interface Drawn {
  readonly properties: string;
  /** Square units of the tile; 0 for a point. */
  readonly area: number;
}

/** Features of a layer in the order drawn. */
function drawnIn(tile: Uint8Array | undefined, layer: string): Drawn[] {
  const found = tile && new VectorTile(new PbfReader(tile)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => {
    const feature = found?.feature(i);
    const rings = feature?.type === 3 ? feature.loadGeometry() : [];
    return {
      properties: JSON.stringify(Object.entries(feature?.properties ?? {}).sort()),
      area: rings.reduce((sum, ring) => sum + areaOf(ring), 0),
    };
  });
}

/** Positive for an outer ring, negative for a hole (Mapbox Vector Tile Specification 2.1, 4.3.4.4). */
function areaOf(ring: readonly { x: number; y: number }[]): number {
  return ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length] ?? { x, y };
    return sum + (x * next.y - next.x * y) / 2;
  }, 0);
}

/** Islands smaller than a house are kept by one and not by the other. */
function isSeen({ area }: Drawn): boolean {
  return area > 10;
}

describe('an archive made without tippecanoe', () => {
  it('says that outlines were cut by Gapmap, and has them', async () => {
    const { tiles, outlines } = await archived('own.pmtiles', WITHOUT);
    expect(outlines).toBe('cut by Gapmap, crowded tiles not thinned: tippecanoe is not installed');
    for (const layer of OUTLINES)
      expect([...tiles.values()].filter((tile) => drawnIn(tile, layer).length > 0).length).toBeGreaterThan(10);
  });
});

describe('an archive whose tippecanoe fails', () => {
  const CANNOT_CUT = '[ "$1" = --version ] && echo broken v1 && exit 0; exit 3';
  it.each([
    ['at once', 'exit 127', 127],
    ['while it cuts', CANNOT_CUT, 3],
  ])('%s is not written and leaves no file behind', async (_, script, code) => {
    const empty = mkdtempSync(join(tmpdir(), 'gapmap-outlines-'));
    const program = join(folder, 'broken-tippecanoe');
    writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const made = buildArchive(
      database.deps,
      { out: join(empty, 'a.pmtiles'), audience: 'public', release: String(release.id), tippecanoe: program },
      silentProgress,
    );
    await expect(made).rejects.toMatchObject({ code: 'tile.tippecanoe', message: expect.stringContaining(`${code}`) });
    expect(readdirSync(empty)).toEqual([]);
    rmSync(empty, { recursive: true });
    rmSync(program);
  });
});

describe.runIf(version)('an archive made with tippecanoe', () => {
  let own: Bytes;
  let theirs: Bytes;
  let outlines: string;

  beforeAll(async () => {
    ({ tiles: own } = await archived('own.pmtiles', WITHOUT));
    ({ tiles: theirs, outlines } = await archived('tippecanoe.pmtiles'));
  });

  it('says which version cut its outlines, and leaves no working file', () => {
    expect(outlines).toBe(`cut by ${version}`);
    expect(readdirSync(folder).sort()).toEqual(['own.pmtiles', 'tippecanoe.pmtiles']);
  });

  it('begins each tile with the cell layers the server sends, byte for byte', async () => {
    let withCells = 0;
    for (const [address, tile] of theirs) {
      const sent = await cellsSent(address);
      expect(Buffer.from(tile.subarray(0, sent.length)).equals(sent), address).toBe(true);
      const { hexes, coverage } = new VectorTile(new PbfReader(tile.subarray(sent.length))).layers;
      expect([hexes, coverage], address).toEqual([undefined, undefined]);
      if (sent.length > 0) withCells++;
    }
    expect(withCells).toBeGreaterThan(10);
  });

  it('has the same features at the highest zoom, in the same order, as one made without', () => {
    let compared = 0;
    for (const address of [...own.keys()].filter((at) => at.startsWith(`${HIGHEST}/`)))
      for (const layer of OUTLINES.filter((name) => !POINTS.includes(name))) {
        const [ours, others] = [own, theirs].map((tiles) => drawnIn(tiles.get(address), layer).filter(isSeen));
        expect(others?.map(({ properties }) => properties)).toEqual(ours?.map(({ properties }) => properties));
        // One simplifies to three units of the tile, the other keeps every vertex.
        for (const [n, { area }] of (ours ?? []).entries())
          expect(Math.abs((others?.[n]?.area ?? 0) / area - 1), `${address} ${layer} ${n}`).toBeLessThan(0.025);
        compared += ours?.length ?? 0;
      }
    expect(compared).toBeGreaterThan(50);
  });

  it('has every town and label at every zoom', () => {
    const names = (tiles: Bytes) =>
      [...tiles].map(([address, tile]) => [address, drawnIn(tile, 'place_points').map(({ properties }) => properties)]);
    expect(names(theirs)).toEqual(names(own));
  });

  it('has no tile that breaks the vector tile specification', () => {
    expect(countByKind([...theirs.values()].flatMap(tileFaults))).toEqual({});
  });
});
