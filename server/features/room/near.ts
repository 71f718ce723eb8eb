/** How far a provider's hexes are from other land. */
import distance from '@turf/distance';
import { cellToLatLng } from 'h3-js';

/** Buckets of a tenth of a degree, seven miles of latitude: a search looks at nine of them before it widens. */
const A_DEGREE = 10;
const AROUND = 360 * A_DEGREE;
const MILES_A_DEGREE = 69;

/** Hexes by where their centers are. */
export interface HexIndex {
  readonly buckets: ReadonlyMap<number, readonly (readonly [lat: number, lng: number])[]>;
}

export function hexIndex(hexes: Iterable<string>): HexIndex {
  const buckets = new Map<number, [number, number][]>();
  for (const hex of hexes) {
    const center = cellToLatLng(hex);
    const key = bucketAt(Math.floor(center[0] * A_DEGREE), Math.floor(center[1] * A_DEGREE));
    const bucket = buckets.get(key);
    if (bucket) bucket.push(center);
    else buckets.set(key, [center]);
  }
  return { buckets };
}

/**
 * Miles between the nearest two hexes of both, center to center.
 *
 * @returns undefined when none are within so many miles of each other
 */
export function milesBetween(index: HexIndex, hexes: Iterable<string>, within: number): number | undefined {
  let nearest: number | undefined;
  for (const hex of hexes) {
    const found = nearestTo(index, cellToLatLng(hex), nearest ?? within);
    if (found !== undefined && (nearest === undefined || found < nearest)) nearest = found;
    if (nearest === 0) break;
  }
  return nearest;
}

/** Looks in rings of buckets, until the next ring lies farther than what was found. */
function nearestTo({ buckets }: HexIndex, [lat, lng]: readonly [number, number], within: number): number | undefined {
  const [row, column] = [Math.floor(lat * A_DEGREE), Math.floor(lng * A_DEGREE)];
  let nearest: number | undefined;
  for (let ring = 0; leastMiles(ring, lat) <= (nearest ?? within); ring++)
    for (const key of ringOf(row, column, ring))
      for (const [otherLat, otherLng] of buckets.get(key) ?? []) {
        const miles = distance([lng, lat], [otherLng, otherLat], { units: 'miles' });
        if (miles <= (nearest ?? within)) nearest = miles;
      }
  return nearest;
}

/** No point of a ring is nearer than this to a point of its middle bucket. */
function leastMiles(ring: number, lat: number): number {
  const north = Math.min(89, Math.abs(lat) + ring / A_DEGREE);
  return (Math.max(0, ring - 1) / A_DEGREE) * MILES_A_DEGREE * 0.99 * Math.cos((north * Math.PI) / 180);
}

function* ringOf(row: number, column: number, ring: number): Iterable<number> {
  for (let x = -ring; x <= ring; x++) {
    yield bucketAt(row - ring, column + x);
    if (ring > 0) yield bucketAt(row + ring, column + x);
  }
  for (let y = 1 - ring; y < ring; y++) {
    yield bucketAt(row + y, column - ring);
    yield bucketAt(row + y, column + ring);
  }
}

/** Longitude goes on beyond 180 degrees. */
function bucketAt(row: number, column: number): number {
  return row * AROUND + (((column % AROUND) + AROUND) % AROUND);
}
