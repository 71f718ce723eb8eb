/**
 * Cells in world coordinates (Web Mercator, the world 0 to 1, y down). An outline is computed on first use and stored
 * in whole numbers of 2^-30 of the world, a sixteenth of a tile unit at zoom 14.
 */
import { cellToBoundary, cellToLatLng } from 'h3-js';
import { cellToText } from '../../domain/cell.ts';

export const WORLD = 2 ** 30;
const MAX_VERTICES = 10;
const STRIDE = MAX_VERTICES * 2;
/** Latitude at which Web Mercator becomes a square. */
const MAX_LATITUDE = 85.051129;

export interface Outlines {
  /** Vertices of a row, computed on first use. */
  vertexCount(row: number): number;
  /** x and y of each vertex in turn, from `row * stride`. x lies outside 0..WORLD where a cell crosses the antimeridian. */
  readonly coordinates: Int32Array;
  readonly stride: number;
}

export function outlinesOf(h3: BigUint64Array): Outlines {
  const coordinates = new Int32Array(h3.length * STRIDE);
  const counts = new Uint8Array(h3.length);
  return {
    coordinates,
    stride: STRIDE,
    vertexCount(row) {
      const known = counts[row] ?? 0;
      if (known > 0) return known;
      const count = writeOutline(h3[row] ?? 0n, coordinates, row * STRIDE);
      counts[row] = count;
      return count;
    },
  };
}

/** Writes clockwise on screen, MVT's order of outer rings; H3 gives counterclockwise on the globe. */
function writeOutline(cell: bigint, into: Int32Array, at: number): number {
  const boundary = cellToBoundary(cellToText(cell));
  const center = cellCenter(cell);
  for (let i = 0; i < boundary.length; i++) {
    const [lat, lng] = boundary[boundary.length - 1 - i] ?? [0, 0];
    let x = worldX(lng);
    // The shorter way round: a cell is never half a world wide.
    if (x - center.x > 0.5) x -= 1;
    else if (center.x - x > 0.5) x += 1;
    into[at + 2 * i] = Math.round(x * WORLD);
    into[at + 2 * i + 1] = Math.round(worldY(lat) * WORLD);
  }
  return boundary.length;
}

export function cellCenter(cell: bigint): { x: number; y: number } {
  const [lat, lng] = cellToLatLng(cellToText(cell));
  return { x: worldX(lng), y: worldY(lat) };
}

/** 0 at 180 W, under 1 at 180 E. */
export function worldX(lng: number): number {
  const x = lng / 360 + 0.5;
  return x - Math.floor(x);
}

/** 0 in the north. */
export function worldY(lat: number): number {
  const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
  return 0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI;
}
