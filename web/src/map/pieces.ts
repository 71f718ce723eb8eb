/**
 * What the graphics card draws: pieces of up to six corners, each of one hex. Most hexes are one piece; a coarser hex is the pieces of
 * its land (`drawn-land.ts`) without lines between them, and a hex on the border only its parts inside the state. Runs in the worker.
 */

import { cellToBoundary, cellToLatLng } from 'h3-js';
import { turnTo } from '../../../server/domain/antimeridian.ts';
import { type Cell, cellToText } from '../../../server/domain/cell.ts';
import { type Border, boxOf, type ConvexRing } from './border.ts';
import { type Composition, ringAt } from './composition.ts';
import { CORNERS } from './outlines.ts';
import type { HexGeometry } from './protocol.ts';

export interface Pieces {
  readonly geometry: HexGeometry;
  /** Drawing position of each piece's hex. */
  readonly hexOf: Uint32Array;
}

export function piecesOf(composition: Composition, border: Border | undefined): Pieces {
  const writer = new PieceWriter(composition.length);
  for (let position = 0; position < composition.length; position++) {
    const cells = composition.coarser.get(position);
    const rings = cells?.length
      ? ringsOfLand(cells)
      : [{ points: ringAt(composition, position).flat(), isOpen: NO_EDGE }];
    const before = writer.length;
    for (const ring of rings) {
      const radius = radiusOf(ring);
      if (!border?.meets(boxOf(ring.points))) {
        const [lng = 0, lat = 0] = ring.points;
        if (!border || !cells || border.holds(lng, lat)) writer.write(position, ring, radius);
      } else for (const part of border.clip(ring)) writer.write(position, part, radius);
    }
    // Outlines are drawn a little coarser than homes lie: a hex is never lost to that.
    if (writer.length === before) for (const ring of rings) writer.write(position, ring, radiusOf(ring));
  }
  return writer.pieces();
}

const NO_EDGE = new Array<boolean>(CORNERS).fill(false);

/** Corners of the lattice's hexes by cell: computed once, as tiles arrive one by one. */
const known = new Map<Cell, readonly number[]>();
const MOST_KNOWN = 300_000;

function cornersOf(cell: Cell): readonly number[] {
  const found = known.get(cell);
  if (found) return found;
  const text = cellToText(cell);
  const [, lng] = cellToLatLng(text);
  const boundary = cellToBoundary(text);
  const points: number[] = [];
  for (let corner = 0; corner < CORNERS; corner++) {
    const [lat, east] = boundary[Math.min(corner, boundary.length - 1)] ?? [0, lng];
    points.push(lng + turnTo(lng, east), lat);
  }
  if (known.size > MOST_KNOWN) known.clear();
  known.set(cell, points);
  return points;
}

/** The hexes of one land: an edge that two of them share is open. */
function ringsOfLand(cells: readonly Cell[]): ConvexRing[] {
  const rings = cells.map(cornersOf);
  const times = new Map<number, number>();
  for (const points of rings)
    for (let edge = 0; edge < CORNERS; edge++) {
      const key = edgeKey(points, edge);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  return rings.map((points) => ({
    points,
    isOpen: NO_EDGE.map((_, edge) => (times.get(edgeKey(points, edge)) ?? 0) > 1),
  }));
}

/** Names an edge by its middle, to a meter. */
function edgeKey(points: readonly number[], edge: number): number {
  const [i, j] = [2 * edge, (2 * edge + 2) % (2 * CORNERS)];
  const x = Math.round(((points[i] ?? 0) + (points[j] ?? 0)) * 5e4);
  const y = Math.round(((points[i + 1] ?? 0) + (points[j + 1] ?? 0)) * 5e4);
  return x * 2 ** 25 + y;
}

/** From center to corner, in degrees of latitude. */
function radiusOf({ points }: ConvexRing): number {
  const [x0 = 0, y0 = 0] = points;
  const [x3 = 0, y3 = 0] = points.slice(CORNERS, CORNERS + 2);
  return Math.hypot((x3 - x0) * Math.cos((y0 * Math.PI) / 180), y3 - y0) / 2;
}

/** Longitude and latitude of the center, six offsets from it, open edges as bits, radius. */
const STRIDE = 2 + 2 * CORNERS + 2;

class PieceWriter {
  length = 0;
  #values: Float32Array;
  #hexOf: Uint32Array;

  constructor(expected: number) {
    this.#values = new Float32Array(STRIDE * Math.max(64, expected));
    this.#hexOf = new Uint32Array(Math.max(64, expected));
  }

  /** A ring of more than six corners becomes two pieces. */
  write(hex: number, { points, isOpen }: ConvexRing, radius: number): void {
    const corners = points.length / 2;
    if (corners <= CORNERS) {
      this.#write(hex, { points, isOpen }, radius);
      return;
    }
    const cut = 2 * (CORNERS - 1);
    this.#write(hex, { points: points.slice(0, cut + 2), isOpen: [...isOpen.slice(0, CORNERS - 1), true] }, radius);
    this.write(
      hex,
      { points: [...points.slice(0, 2), ...points.slice(cut)], isOpen: [true, ...isOpen.slice(CORNERS - 1)] },
      radius,
    );
  }

  #write(hex: number, { points, isOpen }: ConvexRing, radius: number): void {
    if (this.length === this.#hexOf.length) this.#grow();
    const count = points.length / 2;
    let [lng, lat] = [0, 0];
    for (let i = 0; i < points.length; i += 2) {
      lng += (points[i] ?? 0) / count;
      lat += (points[i + 1] ?? 0) / count;
    }
    // As the graphics card will read it, so that the corners of neighbors meet.
    [lng, lat] = [Math.fround(lng), Math.fround(lat)];
    const at = STRIDE * this.length;
    this.#values[at] = lng;
    this.#values[at + 1] = lat;
    let open = 0;
    for (let corner = 0; corner < CORNERS; corner++) {
      // A ring of fewer corners repeats its last one; its last edge is the sixth.
      const from = Math.min(corner, count - 1);
      this.#values[at + 2 + 2 * corner] = (points[2 * from] ?? 0) - lng;
      this.#values[at + 3 + 2 * corner] = (points[2 * from + 1] ?? 0) - lat;
      if (isOpen[from]) open |= 1 << corner;
    }
    this.#values[at + STRIDE - 2] = open;
    this.#values[at + STRIDE - 1] = radius;
    this.#hexOf[this.length++] = hex;
  }

  #grow(): void {
    const values = new Float32Array(2 * this.#values.length);
    values.set(this.#values);
    this.#values = values;
    const hexOf = new Uint32Array(2 * this.#hexOf.length);
    hexOf.set(this.#hexOf);
    this.#hexOf = hexOf;
  }

  pieces(): Pieces {
    const part = (first: number, size: number) => {
      const values = new Float32Array(size * this.length);
      for (let piece = 0; piece < this.length; piece++)
        for (let i = 0; i < size; i++) values[size * piece + i] = this.#values[STRIDE * piece + first + i] ?? 0;
      return values;
    };
    const geometry = {
      length: this.length,
      centers: part(0, 2),
      corners: [part(2, 4), part(6, 4), part(10, 4)] as const,
      shapes: part(14, 2),
    };
    return { geometry, hexOf: this.#hexOf.slice(0, this.length) };
  }
}
