/**
 * The cells of one layer at one resolution: sorted typed arrays, coarser cells first, so that the rest of a parent lies
 * beneath the cells inside it. A state takes a few MB.
 */
import { resolutionOf } from '../../domain/cell.ts';
import type { Tile } from './address.ts';
import { BUFFER, EXTENT } from './contract.ts';
import { cellCenter, type Outlines, outlinesOf, WORLD } from './outlines.ts';
import type { Tags } from './tags.ts';

export interface CellColumn {
  readonly name: string;
  /** `count` may hold HIDDEN_CODES, and a cell tile omits it where all are 0; a `number` is a plain value. */
  readonly kind: 'count' | 'number';
  /** One type for all columns: code that reads several array types is three times as slow. */
  readonly values: Uint32Array;
}

/**
 * Estimates of all rows as codes (`domain/estimate-codes.ts`), byte by byte: plane i holds the i-th byte of each, estimate by
 * estimate.
 */
export interface CodedEstimates {
  readonly planes: readonly Plane[];
  /** Estimates a row. */
  readonly width: number;
  /** Of the statistics of counts and estimates. */
  readonly fingerprint: string;
}

export interface Plane {
  readonly bytes: Uint8Array;
  /** By estimate, 1 if any row has a nonzero byte. */
  readonly used: Uint8Array;
}

/** The parts of a table besides its cells and columns. */
export interface TableParts {
  /** The tags of each row in vector tiles. */
  readonly tags: Tags;
  readonly estimates?: CodedEstimates;
}

export interface CellTable {
  readonly rows: number;
  readonly h3: BigUint64Array;
  readonly columns: readonly CellColumn[];
  readonly tags: Tags;
  readonly estimates: CodedEstimates | undefined;
  readonly outlines: Outlines;
  /** Rows with their center in the tile, in order. */
  rowsCenterdIn(tile: Tile): Uint32Array;
  /** Candidate rows for the tile and its buffer, in order; a few turn out to lie outside. */
  rowsNear(tile: Tile): Uint32Array;
  readonly byteLength: number;
}

/** Rows per box: cells in H3 order are neighbors, so a few boxes contain all rows of a tile. */
const BOX_ROWS = 256;
/** Largest distance from center to corner in km by resolution, of any cell on the globe; from the mean edge times 1.5. */
const REACH_KM: Record<number, number> = { 5: 14.8, 6: 5.6, 7: 2.12, 8: 0.8 };
const EARTH_KM = 40_075;

/** @param h3 sorted by resolution, then index */
export function cellTable(
  h3: BigUint64Array,
  columns: readonly CellColumn[],
  { tags, estimates }: TableParts,
): CellTable {
  const rows = h3.length;
  const xs = new Float64Array(rows);
  const ys = new Float64Array(rows);
  const reaches = new Float32Array(rows);
  for (let row = 0; row < rows; row++) {
    const cell = h3[row] ?? 0n;
    const { x, y } = cellCenter(cell);
    xs[row] = x;
    ys[row] = y;
    // At a latitude, the map stretches a kilometer by 1 / cos(latitude), which equals cosh(2 pi (1/2 - y)).
    reaches[row] = ((REACH_KM[resolutionOf(cell)] ?? 20) / EARTH_KM) * Math.cosh(2 * Math.PI * (0.5 - y));
  }
  const boxes = boxesOf(xs, ys, reaches);

  function collect(
    [west, north, east, south]: Bounds,
    reach: (row: number) => number,
    shifts: readonly number[],
  ): Uint32Array {
    const found: number[] = [];
    for (let box = 0, at = 0; at < rows; box += 4, at += BOX_ROWS) {
      if ((boxes[box + 1] ?? 0) > south || (boxes[box + 3] ?? 0) < north) continue;
      if (!shifts.some((s) => (boxes[box] ?? 0) + s <= east && (boxes[box + 2] ?? 0) + s >= west)) continue;
      for (let row = at; row < Math.min(rows, at + BOX_ROWS); row++) {
        const y = ys[row] ?? 0;
        const margin = reach(row);
        if (y < north - margin || y >= south + margin) continue;
        for (const shift of shifts) {
          const x = (xs[row] ?? 0) + shift;
          if (x < west - margin || x >= east + margin) continue;
          found.push(row);
          break;
        }
      }
    }
    return Uint32Array.from(found);
  }

  return {
    rows,
    h3,
    columns,
    tags,
    estimates,
    outlines: outlinesOf(h3),
    rowsCenterdIn: (tile) => collect(boundsOf(tile, 0), () => 0, [0]),
    rowsNear: (tile) => collect(boundsOf(tile, BUFFER / EXTENT), (row) => reaches[row] ?? 0, worldShifts(tile)),
    byteLength:
      rows * 130 +
      tags.byteLength +
      columns.reduce((sum, column) => sum + column.values.byteLength, 0) +
      (estimates?.planes ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

/** Offsets in whole worlds at which a cell may show in a tile: the map wraps at its western and eastern edge. */
export function worldShifts({ z, x }: Tile): readonly number[] {
  const shifts = [0];
  if (x === 0) shifts.push(-1);
  if (x === 2 ** z - 1) shifts.push(1);
  return shifts;
}

type Bounds = readonly [west: number, north: number, east: number, south: number];

function boundsOf({ z, x, y }: Tile, buffer: number): Bounds {
  const size = 2 ** -z;
  return [(x - buffer) * size, (y - buffer) * size, (x + 1 + buffer) * size, (y + 1 + buffer) * size];
}

/** West, north, east, south of each BOX_ROWS rows, reach included. */
function boxesOf(xs: Float64Array, ys: Float64Array, reaches: Float32Array): Float64Array {
  const boxes = new Float64Array(Math.ceil(xs.length / BOX_ROWS) * 4);
  for (let box = 0; box < boxes.length; box += 4) boxes.set([WORLD, WORLD, -WORLD, -WORLD], box);
  for (let row = 0; row < xs.length; row++) {
    const box = Math.floor(row / BOX_ROWS) * 4;
    const x = xs[row] ?? 0;
    const y = ys[row] ?? 0;
    const reach = reaches[row] ?? 0;
    boxes[box] = Math.min(boxes[box] ?? 0, x - reach);
    boxes[box + 1] = Math.min(boxes[box + 1] ?? 0, y - reach);
    boxes[box + 2] = Math.max(boxes[box + 2] ?? 0, x + reach);
    boxes[box + 3] = Math.max(boxes[box + 3] ?? 0, y + reach);
  }
  return boxes;
}
