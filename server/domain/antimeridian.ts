/**
 * Geometry on both sides of 180 degrees. Internally longitudes continue beyond it (up to 360 east); output is cut there,
 * since most programs draw a shape from 179 to -179 around the whole world. Source: RFC 7946, 3.1.9 and 5.2.
 */
import { cellToBoundary } from 'h3-js';

export type LngLat = [lng: number, lat: number];
export type CellGeometry =
  | { type: 'Polygon'; coordinates: LngLat[][] }
  | { type: 'MultiPolygon'; coordinates: LngLat[][][] };

/** Whether things close together (under 180 degrees) lie on both sides. */
export function liesAcross(lngs: Iterable<number>): boolean {
  let east = false;
  let west = false;
  for (const lng of lngs) {
    east ||= lng > 90;
    west ||= lng < -90;
  }
  return east && west;
}

/** A longitude in continued degrees: -179 is 181. */
export function goingOn(lng: number): number {
  return lng < 0 ? lng + 360 : lng;
}

/** Difference of two longitudes the shorter way round, east positive. */
export function turnTo(from: number, to: number): number {
  const east = to - from;
  return east > 180 ? east - 360 : east < -180 ? east + 360 : east;
}

/** The outline of a cell as GeoJSON, counterclockwise, cut in two if it crosses the line. Wrong for the two polar cells. */
export function cellGeometry(h3: string): CellGeometry {
  const ring = cellToBoundary(h3, true) as LngLat[];
  if (!liesAcross(ring.map(([lng]) => lng))) return { type: 'Polygon', coordinates: [ring] };
  const whole = ring.map(([lng, lat]): LngLat => [goingOn(lng), lat]);
  const east = clippedAt(whole, 180, -1);
  const west = clippedAt(whole, 180, 1).map(([lng, lat]): LngLat => [lng - 360, lat]);
  return { type: 'MultiPolygon', coordinates: [east, west].filter((part) => part.length > 3).map((part) => [part]) };
}

/**
 * Clips a closed ring to one side of a meridian (Sutherland and Hodgman), closed again: a ring that leaves and returns runs
 * along it. Positions keep their further values, except where they cross the meridian.
 *
 * @param side 1: east of it; -1: west
 */
export function clippedAt<Place extends readonly number[]>(
  ring: readonly Place[],
  meridian: number,
  side: 1 | -1,
): (Place | LngLat)[] {
  const kept: (Place | LngLat)[] = [];
  const away = ([lng = 0]: readonly number[]) => (lng - meridian) * side;
  for (const [i, here] of ring.slice(0, -1).entries()) {
    const next = ring[i + 1] ?? here;
    if (away(here) >= 0) kept.push(here);
    if (away(here) * away(next) < 0) kept.push(crossing(here, next, meridian));
  }
  return kept[0] ? [...kept, kept[0]] : [];
}

function crossing([x1 = 0, y1 = 0]: readonly number[], [x2 = 0, y2 = 0]: readonly number[], meridian: number): LngLat {
  return [meridian, y1 + ((meridian - x1) / (x2 - x1)) * (y2 - y1)];
}
