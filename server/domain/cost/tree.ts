/**
 * Length of the shortest network that joins places to what exists. Prim's algorithm (R. C. Prim 1957), with all that exists as one
 * vertex: each place joins the nearest existing one, or another place. Straight lines on a sphere.
 */

/** Degrees. */
export type LngLat = readonly [lng: number, lat: number];

/** Mean radius of the Earth (IUGG): that of PostGIS' sphere. */
const EARTH_KM = 6371.0088;

export interface Forest {
  /** Sum of all lines, those to what exists included. */
  readonly km: number;
  /** Of it, the lines from what exists. */
  readonly fromExistingKm: number;
}

/** @param existing none: the places are joined with each other only */
export function shortestForest(places: readonly LngLat[], existing: readonly LngLat[]): Forest {
  const points = places.map(unitVector);
  const away = nearestOf(points, existing.map(unitVector));
  const isFromExisting = away.map(() => existing.length > 0);
  if (existing.length === 0 && away.length > 0) away[0] = 0;
  const forest = { km: 0, fromExistingKm: 0 };
  const left = new Set(points.keys());
  while (left.size > 0) {
    const next = closest(left, away);
    left.delete(next);
    const km = kmOf(away[next] ?? 0);
    forest.km += km;
    if (isFromExisting[next]) forest.fromExistingKm += km;
    for (const other of left) {
      const squared = squaredChord(points[next], points[other]);
      if (squared >= (away[other] ?? 0)) continue;
      away[other] = squared;
      isFromExisting[other] = false;
    }
  }
  return forest;
}

/** Over the ground of a sphere. */
export function straightKm(one: LngLat, other: LngLat): number {
  return kmOf(squaredChord(unitVector(one), unitVector(other)));
}

type Vector = readonly [x: number, y: number, z: number];

function unitVector([lng, lat]: LngLat): Vector {
  const [east, north] = [(lng * Math.PI) / 180, (lat * Math.PI) / 180];
  return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
}

/** Squared chord of the unit sphere to the nearest of the others; infinite without any. */
function nearestOf(points: readonly Vector[], others: readonly Vector[]): number[] {
  return points.map((point) =>
    others.reduce((least, other) => Math.min(least, squaredChord(point, other)), Number.POSITIVE_INFINITY),
  );
}

function closest(left: ReadonlySet<number>, away: readonly number[]): number {
  let best = -1;
  for (const at of left) if (best < 0 || (away[at] ?? 0) < (away[best] ?? 0)) best = at;
  return best;
}

function squaredChord(one: Vector = [0, 0, 0], other: Vector = [0, 0, 0]): number {
  return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 + (one[2] - other[2]) ** 2;
}

function kmOf(squared: number): number {
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/**
 * Expected length of the shortest tree over places strewn evenly: 0.6331 times the root of their number times the area. Source:
 * P. Cortina-Borja and T. Robinson, Estimating the asymptotic constants of the total length of Euclidean minimal spanning trees with
 * power-weighted edges, Statistics and Probability Letters 47 (2000). In a cell, locations have no coordinates in public data.
 *
 * @returns km
 */
export function expectedTreeKm(places: number, areaKm2: number): number {
  return places > 1 ? 0.6331 * Math.sqrt(places * areaKm2) : 0;
}
