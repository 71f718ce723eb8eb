/**
 * Cuts ground into tiles, rank by rank, so that what is small comes only when one is near. By geojson-vt on every machine: the
 * same file gives the same tiles and the same checksum, with and without tippecanoe.
 */
import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { fromGeojsonVt } from 'vt-pbf';
import { CLOSEST_ZOOM, type DrawnKind, FARTHEST_ZOOM, FIRST_ZOOM, type Rank } from './kinds.ts';

export interface GroundFeature {
  readonly rank: Rank;
  readonly name: string | undefined;
  /** Points, lines or areas in EPSG:4326. */
  readonly geometry: Feature['geometry'];
}

export interface GroundTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly tile: Uint8Array;
}

const EXTENT = 4096;
const RANKS: readonly Rank[] = [1, 2, 3];

/** Tiles that are not empty, from far to near. A feature has the properties `name`, if it has one, and `rank`. */
export function* cutGround(kind: DrawnKind, features: readonly GroundFeature[]): Generator<GroundTile> {
  const indexes = RANKS.flatMap((rank) => {
    const own = features.filter((feature) => feature.rank === rank);
    return own.length === 0 ? [] : [{ rank, index: indexOf(own) }];
  });
  for (let z = FARTHEST_ZOOM; z <= CLOSEST_ZOOM; z++) {
    const drawn = indexes.filter(({ rank }) => FIRST_ZOOM[kind][rank] <= z);
    const addresses = new Map<string, { x: number; y: number }>();
    for (const { index } of drawn)
      for (const at of index.tileCoords) if (at.z === z) addresses.set(`${at.x} ${at.y}`, { x: at.x, y: at.y });
    for (const { x, y } of addresses.values()) {
      const cut = drawn.flatMap(({ index }) => index.getTile(z, x, y)?.features ?? []);
      if (cut.length > 0)
        yield { z, x, y, tile: fromGeojsonVt({ [kind]: { features: cut } }, { version: 2, extent: EXTENT }) };
    }
  }
}

function indexOf(features: readonly GroundFeature[]): GeoJSONVT {
  return new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: features.map(({ rank, name, geometry }) => ({
        type: 'Feature',
        properties: name === undefined ? { rank } : { rank, name },
        geometry,
      })),
    },
    // Every tile is cut at once, as each is stored.
    { maxZoom: CLOSEST_ZOOM, indexMaxZoom: CLOSEST_ZOOM, indexMaxPoints: 0, extent: EXTENT, buffer: 64, tolerance: 4 },
  );
}
