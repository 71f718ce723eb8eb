/** Composes one picture from many tiles: every hex once, each on land of its own. Runs in the worker. */

import { cellToLatLng } from 'h3-js';
import { turnTo } from '../../../server/domain/antimeridian.ts';
import { cellToText, resolutionOf } from '../../../server/domain/cell.ts';
import { type DrawnHex, type DrawnLand, drawnLand } from '../../../server/domain/drawn-land.ts';
import { type Choice, keysOf } from '../lib/choice.ts';
import { classify } from '../lib/classify.ts';
import { type Amount, amountOfCode } from '../lib/counts.ts';
import { breaksOf, CLASSES, type ClassStyle, HIDDEN, PATTERNS, squareMilesAt, stepOf } from '../lib/scale.ts';
import { CORNERS } from './outlines.ts';
import type { HexInfo, Summary } from './protocol.ts';
import type { HexTile } from './tile-cache.ts';
import type { Bounds } from './tiles.ts';

/** Hexes of a picture in drawing order, each with its row in its tile. */
export interface Composition {
  readonly tiles: readonly HexTile[];
  readonly level: number;
  readonly length: number;
  readonly tileOf: Uint16Array;
  readonly rowOf: Uint32Array;
  /** lng, lat of the middle of each hex, or of the middlemost part of the land it is drawn on. */
  readonly centers: Float32Array;
  /** Offsets from the middle of the whole hex to six corners. */
  readonly corners: Float32Array;
  /** Drawing position by cell; the finer one of a hex and its remainder. */
  readonly positions: ReadonlyMap<bigint, number>;
  /** Resolution in which hexes neither overlap nor leave gaps. */
  readonly lattice: number;
  /** By drawing position, the land of hexes coarser than the lattice. */
  readonly coarser: DrawnLand['coarser'];
  /** Drawing position by hex of the lattice, for the land of coarser ones. */
  readonly owners: ReadonlyMap<bigint, number>;
}

export function compose(tiles: readonly HexTile[], level: number): Composition {
  const length = tiles.reduce((sum, tile) => sum + tile.length, 0);
  const next = startsByResolution(tiles);
  const tileOf = new Uint16Array(length);
  const rowOf = new Uint32Array(length);
  const centers = new Float32Array(length * 2);
  const corners = new Float32Array(length * CORNERS * 2);
  const positions = new Map<bigint, number>();
  const hexes = new Array<DrawnHex>(length);
  tiles.forEach((tile, number) => {
    for (let row = 0; row < tile.length; row++) {
      const resolution = tile.resolution[row] ?? 0;
      const at = next[resolution] ?? 0;
      next[resolution] = at + 1;
      tileOf[at] = number;
      rowOf[at] = row;
      centers[2 * at] = tile.outlines.centers[2 * row] ?? 0;
      centers[2 * at + 1] = tile.outlines.centers[2 * row + 1] ?? 0;
      const from = CORNERS * 2 * row;
      const to = CORNERS * 2 * at;
      for (let i = 0; i < CORNERS * 2; i++) corners[to + i] = tile.outlines.corners[from + i] ?? 0;
      const cell = tile.h3[row] ?? 0n;
      hexes[at] = { cell, resolution };
      if (!positions.has(cell) || !tile.rest[row]) positions.set(cell, at);
    }
  });
  const { lattice, coarser } = drawnLand(hexes, level);
  const owners = new Map<bigint, number>();
  for (const [position, land] of coarser) {
    for (const cell of land) owners.set(cell, position);
    centers.set(middlemost(land, [centers[2 * position] ?? 0, centers[2 * position + 1] ?? 0]), 2 * position);
  }
  return { tiles, level, length, tileOf, rowOf, centers, corners, positions, lattice, coarser, owners };
}

/** Inside the land, as the middle of the whole hex may lie in a finer one. */
function middlemost(land: readonly bigint[], [lng, lat]: readonly [number, number]): readonly [number, number] {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  let middle: readonly [number, number] = [lng, lat];
  for (const cell of land) {
    const [y, x] = cellToLatLng(cellToText(cell));
    const distance = Math.hypot(turnTo(lng, x) * narrowing, y - lat);
    if (distance >= least) continue;
    least = distance;
    middle = [x, y];
  }
  return middle;
}

/** Corners of the whole hex. */
export function ringAt({ corners, centers }: Composition, position: number): [lng: number, lat: number][] {
  return Array.from({ length: CORNERS }, (_, corner) => {
    const at = 2 * (CORNERS * position + corner);
    return [
      (centers[2 * position] ?? 0) + (corners[at] ?? 0),
      (centers[2 * position + 1] ?? 0) + (corners[at + 1] ?? 0),
    ];
  });
}

/** Square miles that a hex is drawn on. */
export function landAt(composition: Composition, position: number): number {
  const land = composition.coarser.get(position);
  return land?.length
    ? land.length * squareMilesAt(composition.lattice)
    : squareMilesAt(resolutionAt(composition, position));
}

/** First drawing position of each resolution. */
function startsByResolution(tiles: readonly HexTile[]): number[] {
  const counts = new Array<number>(16).fill(0);
  for (const tile of tiles)
    for (const resolution of tile.resolution) counts[resolution] = (counts[resolution] ?? 0) + 1;
  let start = 0;
  return counts.map((count) => {
    start += count;
    return start - count;
  });
}

export interface Classed {
  readonly classes: Uint8Array;
  /** Students (or percent of locations) that the class represents; 0 = hidden. */
  readonly values: Uint32Array;
}

export function classesOf(composition: Composition, choice: Choice, floor: number): Classed {
  const lands = landsByRow(composition);
  const perTile = composition.tiles.map((tile, number) => {
    const classes = new Uint8Array(tile.length);
    const values = new Uint32Array(tile.length);
    if (choice.layer === 'coverage') shareServed(tile, choice, classes, values);
    else classify({ ...tile, landOf: (row) => lands[number]?.get(row) }, choice, floor, classes, values);
    return { classes, values };
  });
  const classes = new Uint8Array(composition.length);
  const values = new Uint32Array(composition.length);
  for (let i = 0; i < composition.length; i++) {
    const tile = perTile[composition.tileOf[i] ?? 0];
    const row = composition.rowOf[i] ?? 0;
    classes[i] = tile?.classes[row] ?? HIDDEN;
    values[i] = tile?.values[row] ?? 0;
  }
  return { classes, values };
}

/** By tile, square miles of the rows drawn on less than a whole hex. */
function landsByRow(composition: Composition): Map<number, number>[] {
  const lands = composition.tiles.map(() => new Map<number, number>());
  for (const position of composition.coarser.keys())
    lands[composition.tileOf[position] ?? 0]?.set(composition.rowOf[position] ?? 0, landAt(composition, position));
  return lands;
}

function shareServed(tile: HexTile, choice: Choice, classes: Uint8Array, values: Uint32Array): void {
  const served = tile.served?.(choice.profile, choice.tier);
  const breaks = breaksOf(choice, 0, 0);
  for (let row = 0; row < tile.length; row++) {
    const percent = Math.round((100 * (served?.[row] ?? 0)) / Math.max(1, tile.students[row] ?? 1));
    values[row] = percent;
    classes[row] = stepOf(percent, breaks);
  }
}

/** @param hexOf of each piece */
export function paint(
  classes: Uint8Array,
  hexOf: Uint32Array,
  styles: readonly ClassStyle[],
): { fills: Uint8Array; inks: Uint8Array } {
  const fills = new Uint8Array(hexOf.length * 4);
  const inks = new Uint8Array(hexOf.length * 4);
  const fillWords = new Uint32Array(fills.buffer);
  const inkWords = new Uint32Array(inks.buffer);
  const fillOf = styles.map(({ fill: [r, g, b], pattern }) => word(r, g, b, PATTERNS[pattern]));
  const inkOf = styles.map(({ ink: [r, g, b], always }) => word(r, g, b, always ? 255 : 0));
  for (let i = 0; i < hexOf.length; i++) {
    const number = classes[hexOf[i] ?? 0] ?? 0;
    fillWords[i] = fillOf[number] ?? 0;
    inkWords[i] = inkOf[number] ?? 0;
  }
  return { fills, inks };
}

function word(a: number, b: number, c: number, d: number): number {
  return new Uint32Array(Uint8Array.of(a, b, c, d).buffer)[0] ?? 0;
}

export function summaryOf(composition: Composition, classed: Classed, [west, south, east, north]: Bounds): Summary {
  const hexesByClass = new Array<number>(CLASSES).fill(0);
  const studentsByClass = new Array<number>(CLASSES).fill(0);
  const { centers } = composition;
  let hexes = 0;
  let students = 0;
  for (let i = 0; i < composition.length; i++) {
    const lng = centers[2 * i] ?? 0;
    const lat = centers[2 * i + 1] ?? 0;
    if (lng < west || lng > east || lat < south || lat > north) continue;
    const number = classed.classes[i] ?? HIDDEN;
    hexes++;
    students += tileAt(composition, i)?.students[composition.rowOf[i] ?? 0] ?? 0;
    hexesByClass[number] = (hexesByClass[number] ?? 0) + 1;
    studentsByClass[number] = (studentsByClass[number] ?? 0) + (classed.values[i] ?? 0);
  }
  return { level: composition.level, hexes, students, hexesByClass, studentsByClass };
}

function tileAt(composition: Composition, position: number): HexTile | undefined {
  return composition.tiles[composition.tileOf[position] ?? 0];
}

function resolutionAt(composition: Composition, position: number): number {
  return tileAt(composition, position)?.resolution[composition.rowOf[position] ?? 0] ?? composition.level;
}

export function hexInfo(
  composition: Composition,
  classed: Classed,
  choice: Choice,
  position: number,
): Omit<HexInfo, 'state'> | undefined {
  const tile = tileAt(composition, position);
  const row = composition.rowOf[position] ?? 0;
  const cell = tile?.h3[row];
  if (!tile || cell === undefined) return undefined;
  const counts: Record<string, Amount> = {};
  if (choice.layer === 'coverage') {
    counts.locations = tile.students[row] ?? 0;
    counts.served = tile.served?.(choice.profile, choice.tier)?.[row] ?? 0;
    counts.offers = tile.households[row] ?? 0;
  } else for (const key of keysOf(choice)) counts[key] = amountOfCode(key, tile.codes(key)?.[row] ?? 0);
  const { centers } = composition;
  return {
    h3: cell.toString(16),
    resolution: resolutionOf(cell),
    level: composition.level,
    rest: tile.rest[row] === 1,
    class: classed.classes[position] ?? HIDDEN,
    students: tile.students[row] ?? 0,
    households: tile.households[row] ?? 0,
    counts,
    center: [centers[2 * position] ?? 0, centers[2 * position + 1] ?? 0],
  };
}
