/**
 * Places on both sides of 180 degrees. In between they are reckoned in degrees that go on beyond it (up to 360 east); what goes out is
 * cut there, since most programs draw a shape from 179 to -179 around the whole world. Source: RFC 7946, 3.1.9 and 5.2.
 */
import { cellToBoundary } from 'h3-js';

export type LngLat = [lng: number, lat: number];
export type CellGeometry =
  | { type: 'Polygon'; coordinates: LngLat[][] }
  | { type: 'MultiPolygon'; coordinates: LngLat[][][] };

/** Whether things so near together (under 180 degrees) lie on both sides. */
export function liesAcross(lngs: Iterable<number>): boolean {
  let east = false;
  let west = false;
  for (const lng of lngs) {
    east ||= lng > 90;
    west ||= lng < -90;
  }
  return east && west;
}

/** A longitude as those beyond 180 are reckoned: -179 is 181. */
export function goingOn(lng: number): number {
  return lng < 0 ? lng + 360 : lng;
}

/** Degrees from one longitude to another the shorter way round, east positive. */
export function turnTo(from: number, to: number): number {
  const east = to - from;
  return east > 180 ? east - 360 : east < -180 ? east + 360 : east;
}

/** The outline of a cell as GeoJSON, counterclockwise, cut in two where it lies across. The cells of the two poles are not cut rightly. */
export function cellGeometry(h3: string): CellGeometry {
  const ring = cellToBoundary(h3, true) as LngLat[];
  if (!liesAcross(ring.map(([lng]) => lng))) return { type: 'Polygon', coordinates: [ring] };
  const whole = ring.map(([lng, lat]): LngLat => [goingOn(lng), lat]);
  const east = clippedAt(whole, 180, -1);
  const west = clippedAt(whole, 180, 1).map(([lng, lat]): LngLat => [lng - 360, lat]);
  return { type: 'MultiPolygon', coordinates: [east, west].filter((part) => part.length > 3).map((part) => [part]) };
}

/**
 * What of a closed ring lies on one side of a meridian (Sutherland and Hodgman), closed again: a ring that leaves and comes back runs
 * along it. A position keeps what it has besides longitude and latitude, but where the meridian is crossed.
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
