import type { Feature } from 'geojson';
import { cellToLatLng, latLngToCell, polygonToCells } from 'h3-js';
import { type Ground, STATE_FIPS } from './ground.ts';
import { outlinesOf } from './outline.ts';
import { toLat, toLng, toX, toY } from './plane.ts';
import type { Settlement } from './settlement.ts';

export const HOUSE_DISTRICTS = 100;

/** Some 5 square kilometers: districts follow no county line, as real ones do not. */
const RESOLUTION = 7;

interface Piece {
  readonly cell: string;
  readonly x: number;
  readonly y: number;
  /** Households, and a little for the land. */
  readonly weight: number;
}

/**
 * Illustrative house districts of about equal numbers of households, in no way the real ones: the state is cut in two across its
 * longer side, again and again.
 */
export function houseDistricts(ground: Ground, settlement: Settlement): Feature[] {
  return divided(piecesOf(ground, settlement), HOUSE_DISTRICTS).map((pieces, index) => {
    const number = index + 1;
    return {
      type: 'Feature',
      properties: {
        STATEFP: STATE_FIPS,
        SLDLST: String(number).padStart(3, '0'),
        NAMELSAD: `House District ${number} (illustrative)`,
      },
      geometry: { type: 'MultiPolygon', coordinates: outlinesOf(pieces.map(({ cell }) => cell)) },
    };
  });
}

function piecesOf({ counties }: Ground, { count, x, y, households }: Settlement): Piece[] {
  const living = new Map<string, number>();
  for (let at = 0; at < count; at++) {
    const cell = latLngToCell(toLat(y[at] ?? 0), toLng(x[at] ?? 0), RESOLUTION);
    living.set(cell, (living.get(cell) ?? 0) + (households[at] ?? 0));
  }
  const land = counties.flatMap(({ outline }) =>
    outline.coordinates.flatMap((polygon) => polygonToCells(polygon as number[][][], RESOLUTION, true)),
  );
  return [...new Set(land)].sort().map((cell) => {
    const [lat, lng] = cellToLatLng(cell);
    return { cell, x: toX(lng), y: toY(lat), weight: (living.get(cell) ?? 0) + 0.01 };
  });
}

function divided(pieces: readonly Piece[], districts: number): (readonly Piece[])[] {
  if (districts === 1) return [pieces];
  const first = Math.floor(districts / 2);
  const along = longerSide(pieces);
  const sorted = pieces.toSorted((a, b) => a[along] - b[along] || (a.cell < b.cell ? -1 : 1));
  const share = (weightOf(pieces) * first) / districts;
  let [cut, weight] = [0, 0];
  while (cut < sorted.length - (districts - first) && (weight < share || cut < first))
    weight += sorted[cut++]?.weight ?? 0;
  return [...divided(sorted.slice(0, cut), first), ...divided(sorted.slice(cut), districts - first)];
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
