import { getBaseCellNumber, getPentagons, gridDisk } from 'h3-js';
import { cellToText, parentOf } from '../cell.ts';
import { blocksOf, occupant } from './blocks.ts';

/** Largest grid distance of pairs: the border test below holds up to here. */
const MAX_REACH = 3;

/**
 * Visits each pair of cells at grid distance 1 to `reach` once, in no particular order.
 *
 * Inside one hexagon the digits of an H3 index are plain lattice coordinates, so neighbors are found by adding small
 * integers and one hash lookup; h3-js is needed only along the borders of the coarsest hexagons (base cells,
 * and near the twelve pentagons the hexagons around them), where orientations change. 200,000 cells take about 40 ms
 * against 1.4 s with gridDisk.
 *
 * @param cells distinct, of one resolution from 0 to 10
 * @param visit called with positions in `cells`
 * @throws RangeError for another reach or resolution
 */
export function neighborPairs(
  cells: BigUint64Array,
  reach: number,
  visit: (one: number, other: number, distance: number) => void,
): void {
  if (!(reach >= 1 && reach <= MAX_REACH)) throw new RangeError(`reach is 1 to ${MAX_REACH} cells, not ${reach}`);
  const lattice = latticeOf(cells);
  const offsets = forwardOffsets(reach);
  for (const members of lattice.homes.values()) pairsWithin(members, lattice, offsets, visit);
  pairsAcross(cells, lattice, reach, visit);
}

interface Lattice {
  readonly resolution: number;
  /** Positions of cells by home: the coarsest hexagon around a cell, whose lattice defines its coordinates. */
  readonly homes: Map<number, Int32Array>;
  readonly homeOf: Int32Array;
  readonly a: Int16Array;
  readonly b: Int16Array;
}

const PENTAGON_BASES = new Set(getPentagons(0).map((cell) => getBaseCellNumber(cell)));
const BASE_CELLS = 122;

/** Axial coordinates (i - k, j - k) of H3's digits: center, K, J, JK, I, IK, IJ. */
const UNIT_A = [0, -1, 0, -1, 1, 0, 1, 0];
const UNIT_B = [0, -1, 1, 0, 0, -1, 1, 0];

function latticeOf(cells: BigUint64Array): Lattice {
  const n = cells.length;
  const words = new Uint32Array(cells.buffer, cells.byteOffset, 2 * n);
  const resolution = n === 0 ? 0 : ((words[1] ?? 0) >>> 20) & 0xf;
  if (resolution > 10)
    throw new RangeError(`cells of resolution ${resolution} do not fit the lattice; 10 is the finest`);
  const a = new Int16Array(n);
  const b = new Int16Array(n);
  const homeOf = new Int32Array(n);
  const sizes = new Map<number, number>();
  for (let at = 0; at < n; at++) {
    const low = words[2 * at] ?? 0;
    const high = words[2 * at + 1] ?? 0;
    if (((high >>> 20) & 0xf) !== resolution) throw new RangeError('cells of a lattice are of one resolution');
    const base = (high >>> 13) & 0x7f;
    let x = 0;
    let y = 0;
    let firstDigit = 0;
    for (let level = 1; level <= resolution; level++) {
      const digit = digitAt(high, low, level);
      // One step down: scale by the square root of seven, rotate one way at odd resolutions and back at even ones.
      const scaledX = level % 2 === 1 ? 2 * x + y : 3 * x - y;
      const scaledY = level % 2 === 1 ? 3 * y - x : x + 2 * y;
      x = scaledX + (UNIT_A[digit] ?? 0);
      y = scaledY + (UNIT_B[digit] ?? 0);
      if (firstDigit === 0 && digit !== 0) firstDigit = 8 * level + digit;
    }
    a[at] = x;
    b[at] = y;
    // A pentagon's own lattice lacks a sixth; each hexagon child of it, or of its center child, has a complete one.
    const home = PENTAGON_BASES.has(base) ? BASE_CELLS + 128 * base + firstDigit : base;
    homeOf[at] = home;
    sizes.set(home, (sizes.get(home) ?? 0) + 1);
  }
  return { resolution, homes: membersByHome(homeOf, sizes), homeOf, a, b };
}

function digitAt(high: number, low: number, level: number): number {
  if (level < 5) return (high >>> (13 - 3 * level)) & 7;
  if (level === 5) return ((high & 1) << 2) | (low >>> 30);
  return (low >>> (45 - 3 * level)) & 7;
}

function membersByHome(homeOf: Int32Array, sizes: Map<number, number>): Map<number, Int32Array> {
  const homes = new Map([...sizes].map(([home, size]) => [home, { members: new Int32Array(size), filled: 0 }]));
  for (let at = 0; at < homeOf.length; at++) {
    const home = homes.get(homeOf[at] ?? 0);
    if (home) home.members[home.filled++] = at;
  }
  return new Map([...homes].map(([home, { members }]) => [home, members]));
}

interface Offset {
  readonly da: number;
  readonly db: number;
  readonly distance: number;
}

/** One of each two opposite steps, so that a pair is visited once. */
function forwardOffsets(reach: number): Offset[] {
  const offsets: Offset[] = [];
  for (let db = 0; db <= reach; db++)
    for (let da = -reach; da <= reach; da++) {
      const distance = Math.max(Math.abs(da), Math.abs(db), Math.abs(da - db));
      if (distance <= reach && (db > 0 || da > 0)) offsets.push({ da, db, distance });
    }
  return offsets;
}

function pairsWithin(
  members: Int32Array,
  { a, b }: Lattice,
  offsets: readonly Offset[],
  visit: (one: number, other: number, distance: number) => void,
): void {
  const blocks = blocksOf(members, a, b);
  for (const at of members) {
    const x = a[at] ?? 0;
    const y = b[at] ?? 0;
    for (const { da, db, distance } of offsets) {
      const other = occupant(blocks, x + da, y + db);
      if (other >= 0) visit(at, other, distance);
    }
  }
}

/** Pairs whose cells have different homes; h3-js handles the seams of those lattices. */
function pairsAcross(
  cells: BigUint64Array,
  lattice: Lattice,
  reach: number,
  visit: (one: number, other: number, distance: number) => void,
): void {
  if (lattice.homes.size <= 1) return;
  const border = cellsNearBorders(cells, lattice.resolution, reach);
  for (const [text, at] of border) {
    const seen = new Set<string>([text]);
    for (let distance = 1; distance <= reach; distance++)
      for (const near of gridDisk(text, distance)) {
        if (seen.has(near)) continue;
        seen.add(near);
        const other = border.get(near);
        // From the smaller position only, so that a pair is visited once.
        if (other !== undefined && other > at && lattice.homeOf[other] !== lattice.homeOf[at])
          visit(at, other, distance);
      }
  }
}

/**
 * Text of cells that may have another home's cell within reach. Excludes a cell if some ancestor has all its neighbors
 * in one home: two levels up a cell is seven cells wide, so its ring of neighbors is wider than
 * MAX_REACH; one level up the ring is wider than 1. Tests each ancestor once.
 */
function cellsNearBorders(cells: BigUint64Array, resolution: number, reach: number): Map<string, number> {
  const words = new Uint32Array(cells.buffer, cells.byteOffset, 2 * cells.length);
  const tests = (reach === 1 ? [4, 2, 1] : [4, 2])
    .filter((steps) => resolution >= steps)
    .map((steps) => ({ steps, size: 2 ** (3 * (15 - resolution + steps)), known: new Map<number, boolean>() }));
  const border = new Map<string, number>();
  for (let at = 0; at < cells.length; at++) {
    // Base cell and digits are 52 bits, which a number represents exactly.
    const digits = ((words[2 * at + 1] ?? 0) & 0xfffff) * 2 ** 32 + (words[2 * at] ?? 0);
    const isInside = tests.some(({ steps, size, known }) => {
      const ancestor = Math.floor(digits / size);
      let inside = known.get(ancestor);
      if (inside === undefined) {
        inside = liesInsideOneHome(parentOf(cells[at] ?? 0n, resolution - steps));
        known.set(ancestor, inside);
      }
      return inside;
    });
    if (!isInside) border.set(cellToText(cells[at] ?? 0n), at);
  }
  return border;
}

function liesInsideOneHome(ancestor: bigint): boolean {
  const disk = gridDisk(cellToText(ancestor), 1);
  const first = homeKey(disk[0]);
  return disk.every((cell) => homeKey(cell) === first);
}

/** The home of a coarse cell as text; a pentagon shares its home with nothing else. */
function homeKey(text: string | undefined): string {
  if (text === undefined) return '';
  const base = getBaseCellNumber(text);
  if (!PENTAGON_BASES.has(base)) return `${base}`;
  const digits = BigInt(`0x${text}`);
  const high = Number(digits >> 32n);
  const low = Number(digits & 0xffffffffn);
  const resolution = (high >>> 20) & 0xf;
  for (let level = 1; level <= resolution; level++) {
    const digit = digitAt(high, low, level);
    if (digit !== 0) return `${base}/${level}/${digit}`;
  }
  return `${base}`;
}
