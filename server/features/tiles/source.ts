/**
 * The source of tiles. Loads what a release publishes once per layer, viewer and resolution, under the viewer's
 * own database role, and caches it; tiles are then encoded without the database.
 */

import { LRUCache } from 'lru-cache';
import type { Viewer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { releaseNamed, sourcesOf } from '../releases/index.ts';
import { type Tile, viewerKey } from './address.ts';
import { encodeArrow } from './arrow.ts';
import type { CellTable } from './cell-table.ts';
import { type CellLayer, isCellLayer, type Layer, levelAt, type ShapeLayer, type TileEncoding } from './contract.ts';
import { loadCoverage } from './load-coverage.ts';
import { loadHexes } from './load-hexes.ts';
import { LOAD_SHAPES, type Shapes } from './load-shapes.ts';
import { encodeMvt } from './mvt.ts';
import { type ShapeIndex, shapeIndex } from './shapes.ts';

export interface TileAsked {
  readonly releaseId: number;
  readonly layer: Layer;
  readonly viewer: Viewer;
  readonly tile: Tile;
  readonly encoding: TileEncoding;
}

export interface TileSource {
  /** @returns no bytes when nothing is drawn there @throws Refusal 404 when there is no such release */
  encode(asked: TileAsked): Promise<Uint8Array>;
  /** The cells of a layer at a zoom. */
  cells(releaseId: number, layer: CellLayer, viewer: Viewer, zoom: number): Promise<CellTable>;
  /** The outlines of a layer, read anew each time. */
  shapes(releaseId: number, layer: ShapeLayer, viewer: Viewer): Promise<Shapes>;
}

/** A layer in memory: concurrent requests share one load. */
type Loaded = CellTable | ShapeIndex;

const KEPT_BYTES = 512 * 2 ** 20;
/** An index of outlines keeps each tile it cut; beyond this limit it is reloaded. */
const MOST_TILES_CUT = 20_000;

export function tileSource(db: Db, estimates: EstimateReader): TileSource {
  const kept = new LRUCache<string, Loaded, () => Promise<Loaded>>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ byteLength }) => Math.max(1, byteLength),
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: make }) => make(),
  });

  async function load<T extends Loaded>(
    key: string,
    isOne: (value: Loaded) => value is T,
    make: () => Promise<T>,
  ): Promise<T> {
    const found = await kept.forceFetch(key, { context: make });
    if (!isOne(found)) throw new Error(`another kind of layer is kept as ${key}`);
    return found;
  }

  function cells(releaseId: number, layer: CellLayer, viewer: Viewer, zoom: number): Promise<CellTable> {
    const level = levelAt(zoom, layer === 'hexes' && viewer.role === 'public' ? 7 : 8);
    // A district's patches are the same at every zoom.
    const drawnAt = layer === 'hexes' && viewer.role === 'district' ? 'all' : level;
    return load(`${releaseId}/${layer}/${viewerKey(viewer)}/${drawnAt}`, isCells, () =>
      db.as(viewer, async (tx) => {
        const release = await releaseNamed(tx, String(releaseId));
        if (layer === 'hexes') return loadHexes(tx, release, viewer, level, estimates);
        const sources = await sourcesOf(tx, release.id, sourcesAudience(viewer));
        return loadCoverage(
          tx,
          sources.filter(({ source }) => source === 'fcc').map(({ filingId }) => filingId),
          level,
        );
      }),
    );
  }

  function shapes(releaseId: number, layer: ShapeLayer, viewer: Viewer): Promise<Shapes> {
    return db.as(viewer, async (tx) => {
      const release = await releaseNamed(tx, String(releaseId));
      const sources = await sourcesOf(tx, release.id, sourcesAudience(viewer));
      const filingIds = sources.map(({ filingId }) => filingId);
      return LOAD_SHAPES[layer](tx, { releaseId: release.id, viewer, filingIds, stateFips: release.state_fips });
    });
  }

  async function indexOf(releaseId: number, layer: ShapeLayer, viewer: Viewer): Promise<ShapeIndex> {
    const key = `${releaseId}/${layer}/${viewerKey(viewer)}`;
    const index = await load(key, isShapes, async () => shapeIndex(await shapes(releaseId, layer, viewer)));
    if (index.tilesCut > MOST_TILES_CUT) kept.delete(key);
    return index;
  }

  return {
    cells,
    shapes,
    async encode({ releaseId, layer, viewer, tile, encoding }) {
      if (!isCellLayer(layer)) return (await indexOf(releaseId, layer, viewer)).encode(tile);
      const table = await cells(releaseId, layer, viewer, tile.z);
      return encoding === 'arrow' ? encodeArrow(table, table.rowsCenterdIn(tile)) : encodeMvt(table, layer, tile);
    },
  };
}

/** Row level security shows a district the public's sources. */
export function sourcesAudience({ role }: Viewer): 'public' | 'agency' | 'provider' {
  return role === 'agency' || role === 'provider' ? role : 'public';
}

function isCells(value: Loaded): value is CellTable {
  return 'h3' in value;
}

function isShapes(value: Loaded): value is ShapeIndex {
  return 'tilesCut' in value;
}
