import type { Position } from 'geojson';
import { cellsToMultiPolygon } from 'h3-js';
import { smoothNoise } from './seeded.ts';

/** Holes of fewer corners than this (three cells or so) are filled, as a draughtsman would. */
const SMALLEST_HOLE = 16;

/**
 * Service territories around cells, as multipolygon coordinates: corners cut at the midpoints of the hexagons' edges,
 * and the line displaced by some 60 meters, so that no hexagons show. Valid whenever the cells' own outline is.
 */
export function outlinesOf(cells: readonly string[]): Position[][][] {
  return cellsToMultiPolygon([...cells], true).map((polygon) =>
    polygon
      .filter((ring, index) => index === 0 || ring.length >= SMALLEST_HOLE)
      .map((ring) => softened(ring as Position[])),
  );
}

/** Twice: after one pass the hexagons' flat sides still show. */
function softened(ring: readonly Position[]): Position[] {
  return middles(middles(ring)).map(([lng = 0, lat = 0]) => swayed(lng, lat));
}

function middles(ring: readonly Position[]): Position[] {
  const soft: Position[] = [];
  for (let index = 1; index < ring.length; index++) {
    const [fromLng = 0, fromLat = 0] = ring[index - 1] ?? [];
    const [toLng = 0, toLat = 0] = ring[index] ?? [];
    soft.push([(fromLng + toLng) / 2, (fromLat + toLat) / 2]);
  }
  if (soft[0] !== undefined) soft.push(soft[0]);
  return soft;
}

function swayed(lng: number, lat: number): Position {
  const east = (smoothNoise(11, lng * 90, lat * 110) - 0.5) * 0.0014;
  const north = (smoothNoise(12, lng * 90, lat * 110) - 0.5) * 0.0011;
  return [round(lng + east), round(lat + north)];
}

/** Six decimals, a tenth of a meter. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
