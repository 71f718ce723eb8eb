import centerMean from '@turf/center-mean';
import distance from '@turf/distance';
import { featureCollection, point } from '@turf/helpers';
import { goingOn, liesAcross } from '../../domain/antimeridian.ts';
import type { Point } from '../../domain/cluster/naming.ts';
import { type Polygon, rimOf } from '../../domain/cluster/outline.ts';
import type { Geography } from './geography.ts';
import type { Land } from './land.ts';
import type { OfferRanges } from './offers.ts';
import { type NearestServed, nearestServed, type ProviderPresent, providersPresent } from './providers.ts';

/** The part of a cluster that depends on its hexes only. */
export interface Shape {
  readonly cells: readonly bigint[];
  readonly areaKm2: number;
  /** The cell nearest to the center of its students without service. */
  readonly center: Point;
  readonly outline: readonly Polygon[];
  readonly providersPresent: readonly ProviderPresent[];
  readonly nearestServed: readonly NearestServed[];
  /** From the center to the nearest outside cell with served locations; null = none within the search radius. */
  readonly distanceKm: number | null;
}

/**
 * @param cells positions of a cluster's hexes, ascending
 * @param students without service, by hex
 */
export function shapeOf(
  { land, region, outline, served, ranges }: Geography,
  cells: Int32Array,
  students: Float64Array,
): Shape {
  const members = new Set(cells);
  const isMember = (cell: number) => members.has(cell);
  let areaKm2 = 0;
  for (const cell of cells) {
    land.locate(cell);
    areaKm2 += land.areaKm2(cell);
  }
  const rim = rimOf(region, cells, isMember);
  const offering = offeringCells(cells, ranges);
  const inside = new Set(offering);
  const center = centerOf(land, cells, students);
  return {
    cells: Array.from(cells, (cell) => land.cells[cell] ?? 0n),
    areaKm2: Math.round(10 * areaKm2) / 10,
    center: { lng: land.lng[center] ?? 0, lat: land.lat[center] ?? 0 },
    outline: outline(cells, rim, isMember),
    providersPresent: providersPresent(served.offers, offering),
    nearestServed: nearestServed(served, { land, cells: rim }, inside),
    distanceKm: nearestServed(served, { land, cells: [center] }, inside)[0]?.distanceKm ?? null,
  };
}

function offeringCells(cells: Int32Array, { from, to }: OfferRanges): number[] {
  const found: number[] = [];
  for (const cell of cells) for (let at = from[cell] ?? 0; at < (to[cell] ?? 0); at++) found.push(at);
  return found;
}

/** The cell nearest to the center of the students: a point certainly inside. */
function centerOf({ lng, lat }: Land, cells: Int32Array, students: Float64Array): number {
  const isAcross = liesAcross(Array.from(cells, (cell) => lng[cell] ?? 0));
  const at = (cell: number) => [isAcross ? goingOn(lng[cell] ?? 0) : (lng[cell] ?? 0), lat[cell] ?? 0];
  const weighted = Array.from(cells, (cell) => point(at(cell), { students: students[cell] ?? 0 }));
  const middle = centerMean(featureCollection(weighted), { weight: 'students' });
  let nearest = 0;
  let least = Infinity;
  for (const cell of cells) {
    const away = distance(at(cell), middle);
    if (away >= least) continue;
    least = away;
    nearest = cell;
  }
  return nearest;
}
