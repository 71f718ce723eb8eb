/** Vector tiles of outlines, cut by geojson-vt. */
import GeoJSONVT from 'geojson-vt';
import { fromGeojsonVt } from 'vt-pbf';
import type { Tile } from './address.ts';
import { BUFFER, EXTENT, MAX_ZOOM } from './contract.ts';
import type { Shapes } from './load-shapes.ts';
import { tileRings } from './rings.ts';

export interface ShapeIndex {
  encode(tile: Tile): Uint8Array;
  /** The index never evicts a tile it has cut. */
  readonly tilesCut: number;
  readonly byteLength: number;
}

/** Rough ratio of GeoJSON in memory to its text, in bytes. */
const VERTEX_BYTES = 40;

export function shapeIndex(shapes: Shapes): ShapeIndex {
  const layers = Object.entries(shapes).map(([name, features]) => ({
    name,
    index: new GeoJSONVT(
      { type: 'FeatureCollection', features },
      { maxZoom: MAX_ZOOM, indexMaxZoom: 5, extent: EXTENT, buffer: BUFFER, tolerance: 3 },
    ),
  }));
  const byteLength = Object.values(shapes)
    .flat()
    .reduce((sum, { geometry }) => sum + vertexCount(geometry) * VERTEX_BYTES + 500, 0);
  return {
    byteLength,
    get tilesCut() {
      return layers.reduce((sum, { index }) => sum + index.tileCoords.length, 0);
    },
    encode({ z, x, y }) {
      const drawn: Record<string, Cut> = {};
      for (const { name, index } of layers) {
        const cut = index.getTile(z, x, y);
        const features = (cut?.features ?? []).flatMap(withValidRings);
        if (features.length > 0) drawn[name] = { features };
      }
      return Object.keys(drawn).length === 0 ? new Uint8Array() : fromGeojsonVt(drawn, { version: 2, extent: EXTENT });
    },
  };
}

type Cut = NonNullable<ReturnType<GeoJSONVT['getTile']>>;
type CutFeature = Cut['features'][number];

function withValidRings(feature: CutFeature): CutFeature[] {
  if (feature.type !== 3) return [feature];
  const geometry = tileRings(feature.geometry);
  return geometry.length === 0 ? [] : [{ ...feature, geometry } as CutFeature];
}

function vertexCount(geometry: unknown): number {
  if (!Array.isArray(geometry))
    return typeof geometry === 'object' && geometry !== null && 'coordinates' in geometry
      ? vertexCount(geometry.coordinates)
      : 0;
  return typeof geometry[0] === 'number' ? 1 : geometry.reduce((sum: number, part) => sum + vertexCount(part), 0);
}
