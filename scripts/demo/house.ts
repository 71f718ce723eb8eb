import type { Feature } from 'geojson';
import { cellToLatLng, latLngToCell, polygonToCells } from 'h3-js';
import { type Ground, STATE_FIPS } from './ground.ts';
import { outlinesOf } from './outline.ts';
import { toLat, toLng, toX, toY } from './plane.ts';
import { groupIntoDistricts, SENATE_DISTRICTS } from './senate.ts';
import type { Settlement } from './settlement.ts';

/** The state has a hundred: these are fewer, so that the small demo of a test is released in seconds. */
const IN_A_SENATE_DISTRICT = 2;

export const HOUSE_DISTRICTS = IN_A_SENATE_DISTRICT * SENATE_DISTRICTS;

/** Some 5 square kilometers. */
const RESOLUTION = 7;

interface Piece {
  readonly cell: string;
  readonly x: number;
  readonly y: number;
  /** Households, and a little for the land. */
  readonly weight: number;
}

/** Whole counties, or part of one, on the way to a district. */
type Share = readonly (readonly Piece[])[];

/**
 * Illustrative house districts, in no way the real ones: each senate district is halved across its longer side, between counties where
 * it has several, else inside the one.
 */
export function houseDistricts(ground: Ground, settlement: Settlement): Feature[] {
  const pieces = piecesByCounty(ground, settlement);
  const senate = groupIntoDistricts(ground.counties).map((counties) =>
    counties.map((county) => pieces.get(county.fips) ?? []),
  );
  return senate
    .flatMap((share) => divided(share, IN_A_SENATE_DISTRICT))
    .map((share, index) => feature(share, index + 1));
}

function feature(share: Share, number: number): Feature {
  return {
    type: 'Feature',
    properties: {
      STATEFP: STATE_FIPS,
      SLDLST: String(number).padStart(3, '0'),
      NAMELSAD: `House District ${number} (illustrative)`,
    },
    geometry: { type: 'MultiPolygon', coordinates: outlinesOf(share.flat().map(({ cell }) => cell)) },
  };
}

function piecesByCounty({ counties }: Ground, { count, x, y, households }: Settlement): Map<string, Piece[]> {
  const living = new Map<string, number>();
  for (let at = 0; at < count; at++) {
    const cell = latLngToCell(toLat(y[at] ?? 0), toLng(x[at] ?? 0), RESOLUTION);
    living.set(cell, (living.get(cell) ?? 0) + (households[at] ?? 0));
  }
  return new Map(
    counties.map(({ fips, outline }) => {
      const cells = outline.coordinates.flatMap((polygon) => polygonToCells(polygon as number[][][], RESOLUTION, true));
      const pieces = [...new Set(cells)].sort().map((cell) => {
        const [lat, lng] = cellToLatLng(cell);
        return { cell, x: toX(lng), y: toY(lat), weight: (living.get(cell) ?? 0) + 0.01 };
      });
      return [fips, pieces];
    }),
  );
}

function divided(share: Share, districts: number): Share[] {
  if (districts === 1) return [share];
  const isOneCounty = share.length === 1;
  const parts = isOneCounty ? share.flat().map((piece) => [piece]) : share;
  const along = longerSide(share.flat());
  const sorted = parts.toSorted((a, b) => middle(a, along) - middle(b, along));
  const cut = halfOf(sorted.map(weightOf));
  const halves = [sorted.slice(0, cut), sorted.slice(cut)];
  return halves.flatMap((half) => divided(isOneCounty ? [half.flat()] : half, districts / 2));
}

/** How many of the first together come nearest to half, at least one and not all. */
function halfOf(weights: readonly number[]): number {
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let [cut, weight] = [0, 0];
  while (cut < weights.length - 1 && weight + (weights[cut] ?? 0) / 2 < half) weight += weights[cut++] ?? 0;
  return Math.max(1, cut);
}

function middle(pieces: readonly Piece[], side: 'x' | 'y'): number {
  return pieces.reduce((sum, piece) => sum + piece[side], 0) / Math.max(1, pieces.length);
}

function longerSide(pieces: readonly Piece[]): 'x' | 'y' {
  const extent = (side: 'x' | 'y') =>
    pieces.reduce((most, piece) => Math.max(most, piece[side]), -Infinity) -
    pieces.reduce((least, piece) => Math.min(least, piece[side]), Infinity);
  return extent('x') >= extent('y') ? 'x' : 'y';
}

function weightOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { weight }) => sum + weight, 0);
}
