/**
 * Splits edges until they meet only at their ends, in whole tile units. A crossing bends both edges to the nearest whole
 * point, which can cause another crossing: repeats to the fixpoint.
 */

export type Position = readonly [x: number, y: number];

/** Each edge once, from `from[i]` to `to[i]`, as point numbers. */
export interface Edges {
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export interface Noded extends Edges {
  /** True: no edge was split or dropped, and they follow each other as in the rings. */
  readonly asGiven: boolean;
}

const BITS = 13;
/** Tile units from -2,048 to 6,143 are numbered; what is drawn reaches from -64 to 4,160. */
const LOWEST = -2048;
const SIDE = 2 ** BITS;
const POINTS = SIDE * SIDE;

function numberOf(x: number, y: number): number {
  return ((x - LOWEST) << BITS) | (y - LOWEST);
}

export function xOf(point: number): number {
  return (point >> BITS) + LOWEST;
}

export function yOf(point: number): number {
  return (point & (SIDE - 1)) + LOWEST;
}

/**
 * The edges of rings, split where they meet. Two coincident edges bound nothing, as in a spike or where clipping joined two parts
 * along a tile's border, and are dropped.
 */
export function nodedEdges(rings: readonly (readonly Position[])[]): Noded {
  const given = edgesOf(rings);
  let edges = given;
  for (let found = meetingsOf(edges); found.pairs || found.cuts.size > 0; found = meetingsOf(edges))
    edges = withoutPairs(cutAt(edges, found.cuts));
  return { ...edges, asGiven: edges === given };
}

function edgesOf(rings: readonly (readonly Position[])[]): Edges {
  const from: number[] = [];
  const to: number[] = [];
  for (const ring of rings) {
    const [lastX, lastY] = ring.at(-1) ?? [0, 0];
    let before = numberOf(lastX, lastY);
    for (const [x, y] of ring) {
      const here = numberOf(x, y);
      if (here === before) continue;
      from.push(before);
      to.push(here);
      before = here;
    }
  }
  return { from, to };
}

function withoutPairs({ from, to }: Edges): Edges {
  const kept = new Map<number, number>();
  for (let i = 0; i < from.length; i++) {
    const a = from[i] ?? 0;
    const b = to[i] ?? 0;
    const key = a < b ? a * POINTS + b : b * POINTS + a;
    if (!kept.delete(key)) kept.set(key, i);
  }
  const left = [...kept.values()];
  return { from: left.map((i) => from[i] ?? 0), to: left.map((i) => to[i] ?? 0) };
}

interface Meetings {
  /** Split points by edge. */
  readonly cuts: Map<number, number[]>;
  /** Whether two edges coincide. */
  pairs: boolean;
}

/** Edges from west to east: each is compared with those that begin before it ends. */
function meetingsOf({ from, to }: Edges): Meetings {
  const count = from.length;
  const order = new Float64Array(count);
  for (let i = 0; i < count; i++) order[i] = Math.min(from[i] ?? 0, to[i] ?? 0) * 2 ** 20 + i;
  order.sort();
  const sorted = new Int32Array(count);
  const x1 = new Int16Array(count);
  const y1 = new Int16Array(count);
  const x2 = new Int16Array(count);
  const y2 = new Int16Array(count);
  for (let place = 0; place < count; place++) {
    const edge = (order[place] ?? 0) % 2 ** 20;
    sorted[place] = edge;
    x1[place] = xOf(from[edge] ?? 0);
    y1[place] = yOf(from[edge] ?? 0);
    x2[place] = xOf(to[edge] ?? 0);
    y2[place] = yOf(to[edge] ?? 0);
  }
  const met: Meetings = { cuts: new Map(), pairs: false };
  for (let i = 0; i < count; i++) {
    const ax = x1[i] ?? 0;
    const ay = y1[i] ?? 0;
    const bx = x2[i] ?? 0;
    const by = y2[i] ?? 0;
    const east = Math.max(ax, bx);
    const north = Math.min(ay, by);
    const south = Math.max(ay, by);
    for (let j = i + 1; j < count; j++) {
      const cx = x1[j] ?? 0;
      const cy = y1[j] ?? 0;
      const dx = x2[j] ?? 0;
      const dy = y2[j] ?? 0;
      if (cx > east && dx > east) break;
      if ((cy < north && dy < north) || (cy > south && dy > south)) continue;
      const c = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
      const d = (bx - ax) * (dy - ay) - (by - ay) * (dx - ax);
      if ((c > 0 && d > 0) || (c < 0 && d < 0)) continue;
      const a = (dx - cx) * (ay - cy) - (dy - cy) * (ax - cx);
      const b = (dx - cx) * (by - cy) - (dy - cy) * (bx - cx);
      if ((a > 0 && b > 0) || (a < 0 && b < 0)) continue;
      const areJoined = (ax === dx && ay === dy) || (bx === cx && by === cy);
      if (areJoined && (c !== 0 || d !== 0)) continue;
      const one = { edge: sorted[i] ?? 0, ax, ay, bx, by };
      const other = { edge: sorted[j] ?? 0, ax: cx, ay: cy, bx: dx, by: dy };
      if (a !== 0 && b !== 0 && c !== 0 && d !== 0) {
        const share = a / (a - b);
        const x = Math.round(ax + share * (bx - ax));
        const y = Math.round(ay + share * (by - ay));
        cut(met, one, x, y);
        cut(met, other, x, y);
        continue;
      }
      // An end of one lies on the other; collinear edges may have several.
      if (c === 0) cut(met, one, cx, cy);
      if (d === 0) cut(met, one, dx, dy);
      if (a === 0) cut(met, other, ax, ay);
      if (b === 0) cut(met, other, bx, by);
      if (a === 0 && b === 0 && isSame(one, other)) met.pairs = true;
    }
  }
  return met;
}

interface Segment {
  readonly edge: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

function isSame(one: Segment, other: Segment): boolean {
  return (
    (one.ax === other.ax && one.ay === other.ay && one.bx === other.bx && one.by === other.by) ||
    (one.ax === other.bx && one.ay === other.by && one.bx === other.ax && one.by === other.ay)
  );
}

/** None if the point is an end of the edge or beyond it. */
function cut({ cuts }: Meetings, { edge, ax, ay, bx, by }: Segment, x: number, y: number): void {
  if ((x === ax && y === ay) || (x === bx && y === by)) return;
  if (x < Math.min(ax, bx) || x > Math.max(ax, bx) || y < Math.min(ay, by) || y > Math.max(ay, by)) return;
  const known = cuts.get(edge);
  if (known) known.push(numberOf(x, y));
  else cuts.set(edge, [numberOf(x, y)]);
}

function cutAt({ from, to }: Edges, cuts: Meetings['cuts']): Edges {
  const pieces: { from: number[]; to: number[] } = { from: [], to: [] };
  for (let i = 0; i < from.length; i++) {
    const start = from[i] ?? 0;
    const end = to[i] ?? 0;
    const away = (point: number) => (xOf(point) - xOf(start)) ** 2 + (yOf(point) - yOf(start)) ** 2;
    const stops = [...new Set(cuts.get(i))].sort((one, other) => away(one) - away(other));
    stops.push(end);
    let before = start;
    for (const stop of stops) {
      pieces.from.push(before);
      pieces.to.push(stop);
      before = stop;
    }
  }
  return pieces;
}
