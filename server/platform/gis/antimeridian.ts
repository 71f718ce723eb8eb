/** Normalizes longitudes beyond 180 degrees, and cuts outlines at that line, as RFC 7946 (3.1.9) requires. */
import { clippedAt } from '../../domain/antimeridian.ts';
import type { GeoJsonGeometry, Polygon, Ring } from './geometry.ts';

/** Beyond one and a half turns a number is no longitude; the reader refuses it later. */
const FARTHEST = 540;

/** @returns the same geometry object if nothing had to change */
export function withinTheEarth(geometry: GeoJsonGeometry): GeoJsonGeometry {
  const { type, coordinates } = geometry;
  if (geometry.geometries) {
    const parts = geometry.geometries.map(withinTheEarth);
    return parts.every((part, i) => part === geometry.geometries?.[i]) ? geometry : { ...geometry, geometries: parts };
  }
  if (type === 'Polygon' || type === 'MultiPolygon') {
    const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as readonly Polygon[];
    const whole = polygons.map(cutAtTheLine);
    if (whole.every((parts, i) => parts.length === 1 && parts[0] === polygons[i])) return geometry;
    return { type: 'MultiPolygon', coordinates: whole.flat() };
  }
  return isBeyond(coordinates) ? { ...geometry, coordinates: broughtBack(coordinates) } : geometry;
}

/** Parts of a polygon on either side of the line; the same polygon if it lies on one side. */
function cutAtTheLine(polygon: Polygon): readonly Polygon[] {
  const [outline = []] = polygon;
  if (outline.some(([lng = Number.NaN]) => !(Math.abs(lng) <= FARTHEST))) return [polygon];
  const rings = polygon.map(unbroken);
  if (rings.every((ring, i) => ring === polygon[i]) && polygon.every((ring) => !isBeyond(ring))) return [polygon];
  const [outer = []] = rings;
  const [west, east] = bounds(outer.map(([lng = 0]) => lng));
  const holes = rings.slice(1).map((ring) => beside(ring, west, east));
  const parts: Polygon[] = [];
  for (let turn = Math.floor((west + 180) / 360); turn * 360 - 180 < east; turn++) {
    const [from, to] = [turn * 360 - 180, turn * 360 + 180];
    const part = [outer, ...holes].map((ring) => shifted(clippedAt(clippedAt(ring, from, 1), to, -1), -360 * turn));
    const kept = part.filter((ring) => ring.length > 3);
    if ((part[0]?.length ?? 0) > 3) parts.push(kept);
  }
  return parts.length > 0 ? parts : [polygon];
}

/** Minimum and maximum, for more numbers than one call can take. */
function bounds(values: readonly number[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** A step of more than half a turn crosses the line: the ring continues beyond it. Returns the same ring if there is none. */
function unbroken(ring: Ring): Ring {
  const isBroken = ring.some(([lng = 0], i) => i > 0 && Math.abs(lng - (ring[i - 1]?.[0] ?? lng)) > 180);
  if (!isBroken) return ring;
  let before = ring[0]?.[0] ?? 0;
  return ring.map(([lng = 0, ...rest]) => {
    before = lng - 360 * Math.round((lng - before) / 360);
    return [before, ...rest];
  });
}

/** Shifts a hole by whole turns to its outline. */
function beside(ring: Ring, west: number, east: number): Ring {
  const middle = ring[0]?.[0] ?? 0;
  return shifted(ring, 360 * Math.round(((west + east) / 2 - middle) / 360));
}

function shifted(ring: Ring, by: number): Ring {
  return by === 0 ? ring : ring.map(([lng = 0, ...rest]) => [lng + by, ...rest]);
}

/** Whether any of the nested positions lies beyond the line, and still is a longitude. */
function isBeyond(coordinates: unknown): boolean {
  if (!Array.isArray(coordinates)) return false;
  const [first] = coordinates as unknown[];
  if (typeof first === 'number') return Math.abs(first) > 180 && Math.abs(first) <= FARTHEST;
  return coordinates.some(isBeyond);
}

function broughtBack(coordinates: unknown): unknown {
  if (!Array.isArray(coordinates)) return coordinates;
  const [first, ...rest] = coordinates as unknown[];
  if (typeof first !== 'number') return coordinates.map(broughtBack);
  return [first - 360 * Math.round(first / 360), ...rest];
}
