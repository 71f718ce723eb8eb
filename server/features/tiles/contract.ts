/** Names of tiles, their audiences, and the cells drawn at each zoom. */

import type { FastifyRequest } from 'fastify';
import type { AskedAudience, Viewer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import type { Effort } from '../../platform/http-cache/index.ts';
import type { EstimateReader } from '../estimates/index.ts';

export const LAYERS = ['hexes', 'coverage', 'areas', 'clusters', 'places'] as const;
export type Layer = (typeof LAYERS)[number];

/** Layers of H3 cells, also available as columns. */
export const CELL_LAYERS = ['hexes', 'coverage'] as const satisfies readonly Layer[];
export type CellLayer = (typeof CELL_LAYERS)[number];

/** Layers of outlines. */
export const SHAPE_LAYERS = ['areas', 'clusters', 'places'] as const satisfies readonly Layer[];
export type ShapeLayer = (typeof SHAPE_LAYERS)[number];

export type TileEncoding = 'mvt' | 'arrow';

export const CONTENT_TYPES: Record<TileEncoding, string> = {
  mvt: 'application/vnd.mapbox-vector-tile',
  arrow: 'application/vnd.apache.arrow.stream',
};

/** A cell tile compresses well and fast, a vector tile neither. */
export const EFFORTS: Record<TileEncoding, Effort> = { mvt: 'soon', arrow: 'small' };

export interface TileOptions {
  readonly db: Db;
  readonly estimates: EstimateReader;
  /** Looks up who reads the view asked for; not called for everybody's. @throws Refusal 401 or 403 */
  readonly viewerOf: (request: FastifyRequest, asked: AskedAudience) => Promise<Viewer>;
  /** Public address of the server, for TileJSON; undefined: as `originOf` finds it. */
  readonly publicUrl?: string | undefined;
  /** Called after each encoding, for benches and tests. */
  readonly onEncode?: (key: string) => void;
}

/** Readers overzoom from its tiles. */
export const MAX_ZOOM = 14;
export const EXTENT = 4096;
/** Buffer around a tile in tile units, so that outlines meet across tiles. */
export const BUFFER = 64;

export type Level = 5 | 6 | 7 | 8;

/** The resolution drawn at a zoom, which keeps a tile under about 3,000 cells. The public sees at most 7. */
export function levelAt(zoom: number, finest: 7 | 8): Level {
  if (zoom <= 6) return 5;
  if (zoom === 7) return 6;
  return zoom <= 9 ? 7 : finest;
}

export function isCellLayer(layer: Layer): layer is CellLayer {
  return (CELL_LAYERS as readonly Layer[]).includes(layer);
}
