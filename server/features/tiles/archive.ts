/**
 * One PMTiles archive of everything an audience may see, for hosting without a server. Concatenates the tiles of all layers:
 * first the cells, byte for byte as the server sends them, then the outlines.
 */

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { tileIdToZxy, zxyToTileId } from 'pmtiles';
import type { Deps } from '../../deps.ts';
import type { Viewer } from '../../domain/actor.ts';
import { phrases } from '../../domain/messages/en/phrases.ts';
import { type Phrase, phrase, say } from '../../domain/messages/phrase.ts';
import { filersOf } from '../../domain/verdict.ts';
import { halves } from '../../platform/lists.ts';
import type { Progress } from '../../platform/progress.ts';
import { BASIS, recordDisclosure } from '../disclosures/index.ts';
import { estimateReader } from '../estimates/index.ts';
import { type Bounds, releaseNamed, sourcesOf, stateBounds, viewerOfRelease, viewInWords } from '../releases/index.ts';
import { CELL_LAYERS, LAYERS, type Layer, SHAPE_LAYERS } from './contract.ts';
import { vectorLayers } from './fields.ts';
import type { Shapes } from './load-shapes.ts';
import { worldX, worldY } from './outlines.ts';
import { archiveWriter } from './pmtiles.ts';
import { type TileSource, tileSource } from './source.ts';
import { attributionOf } from './tilejson.ts';
import { type OutlineTiles, tippecanoeTiles, versionOf } from './tippecanoe.ts';

export interface ArchiveOptions {
  readonly out: string;
  readonly audience: 'public' | 'agency' | 'provider';
  /** Id of a release, or `current`. */
  readonly release: string;
  /** FIPS code of the state, for `current`. */
  readonly state?: string | undefined;
  /** Readers overzoom from it. Default 10, where cells are finest. */
  readonly maxZoom?: number;
  /** Program that cuts the outlines, if installed: name on PATH, or path. Default `tippecanoe`. */
  readonly tippecanoe?: string;
}

const gzipAsync = promisify(gzip);

/** @throws Refusal when there is no such release */
export async function buildArchive(
  { db }: Pick<Deps, 'db'>,
  { out, audience, release: asked, state, maxZoom = 10, tippecanoe = 'tippecanoe' }: ArchiveOptions,
  progress: Progress,
): Promise<{ tiles: number; bytes: number }> {
  const viewer = await viewerOfRelease(db, { release: asked, state, audience });
  const { release, sources, view, bounds } = await db.as(viewer, async (tx) => {
    const found = await releaseNamed(tx, asked, state);
    return {
      release: found,
      sources: await sourcesOf(tx, found.id, audience),
      view: await viewInWords(tx, found, audience),
      bounds: await stateBounds(tx, found.state_fips),
    };
  });
  const telling = { filers: filersOf(sources), audience };
  const source = tileSource(db, estimateReader());
  const step = progress.begin(phrase('step.archive'), tileCount(bounds, maxZoom));
  const archive = await archiveWriter(out);
  let outlines: ArchivedOutlines | undefined;
  try {
    outlines = await outlineTiles(source, { releaseId: release.id, viewer, tippecanoe, beside: out, maxZoom });
    step.note(phrase('archive.outlines', { said: outlines.cutBy }));
    for (let z = 0; z <= maxZoom; z++) {
      for (const id of tilesWithin(bounds, z)) {
        const [, x, y] = tileIdToZxy(id);
        const parts: Uint8Array[] = [];
        for (const layer of CELL_LAYERS)
          parts.push(await source.encode({ releaseId: release.id, layer, viewer, tile: { z, x, y }, encoding: 'mvt' }));
        parts.push(await outlines.tile({ z, x, y }));
        const bytes = Buffer.concat(parts);
        if (bytes.length > 0) await archive.add(z, x, y, await gzipAsync(bytes));
        step.advance(1);
      }
    }
    const written = await archive.finish({
      metadata: {
        name: `Gapmap, ${release.state_name}, ${release.name}`,
        description: view,
        attribution: attributionOf(release, sources),
        version: String(release.id),
        outlines: say(phrases, outlines.cutBy),
        vector_layers: LAYERS.flatMap((layer: Layer) => vectorLayers(layer, telling)).map((layer) => ({
          ...layer,
          maxzoom: maxZoom,
        })),
      },
      minZoom: 0,
      maxZoom,
      // Readers of archives do not support bounds that wrap around.
      bounds: bounds[0] > bounds[2] ? [-180, bounds[1], 180, bounds[3]] : bounds,
    });
    await db.as({ role: 'intake' }, (tx) =>
      recordDisclosure(tx, {
        kind: 'export',
        who: 'whoever is given the file',
        what: `tile archive of release ${release.id}, "${release.name}"`,
        audience,
        basis: BASIS.deIdentified,
        stateFips: release.state_fips,
      }),
    );
    step.done(phrase('done.archive', { ...written, path: out }));
    return written;
  } catch (error) {
    await archive.abandon();
    throw error;
  } finally {
    await outlines?.close();
  }
}

interface ArchivedOutlines extends OutlineTiles {
  /** Who cut them, for the archive's metadata too. */
  readonly cutBy: Phrase;
}

/** All outline layers, concatenated in each tile. */
async function outlineTiles(
  source: TileSource,
  { releaseId, viewer, tippecanoe, beside, maxZoom }: OutlinesOf,
): Promise<ArchivedOutlines> {
  const version = await versionOf(tippecanoe);
  if (version === undefined)
    return {
      cutBy: phrase('archive.cut/gapmap'),
      async tile(tile) {
        const parts: Uint8Array[] = [];
        for (const layer of SHAPE_LAYERS)
          parts.push(await source.encode({ releaseId, layer, viewer, tile, encoding: 'mvt' }));
        return Buffer.concat(parts);
      },
      close: async () => undefined,
    };
  const shapes: Shapes = {};
  for (const layer of SHAPE_LAYERS) Object.assign(shapes, await source.shapes(releaseId, layer, viewer));
  return {
    ...(await tippecanoeTiles(tippecanoe, shapes, { beside, maxZoom })),
    cutBy: phrase('archive.cut', { program: version }),
  };
}

interface OutlinesOf {
  readonly releaseId: number;
  readonly viewer: Viewer;
  readonly tippecanoe: string;
  readonly beside: string;
  readonly maxZoom: number;
}

/** Tiles of a state at a zoom, with a margin of one tile for cells that cross its border, in Hilbert order. */
function tilesWithin(bounds: Bounds, z: number): number[] {
  const ids = new Set<number>();
  for (const half of halvesOf(bounds)) {
    const { x0, y0, x1, y1 } = rangeOf(half, z);
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) ids.add(zxyToTileId(z, x, y));
  }
  return [...ids].sort((a, b) => a - b);
}

function tileCount(bounds: Bounds, maxZoom: number): number {
  let count = 0;
  for (let z = 0; z <= maxZoom; z++) count += tilesWithin(bounds, z).length;
  return count;
}

/** A state across 180 degrees lies at both ends of the map. */
function halvesOf([west, south, east, north]: Bounds): Bounds[] {
  return halves({ west, south, east, north }).map((half) => [half.west, half.south, half.east, half.north]);
}

function rangeOf([west, south, east, north]: Bounds, z: number): { x0: number; y0: number; x1: number; y1: number } {
  const size = 2 ** z;
  const within = (tile: number) => Math.max(0, Math.min(size - 1, tile));
  return {
    x0: within(Math.floor(worldX(west) * size) - 1),
    // 180 E is the eastern edge of the map, which `worldX` gives as its western one.
    x1: east >= 180 ? size - 1 : within(Math.floor(worldX(east) * size) + 1),
    y0: within(Math.floor(worldY(north) * size) - 1),
    y1: within(Math.floor(worldY(south) * size) + 1),
  };
}
