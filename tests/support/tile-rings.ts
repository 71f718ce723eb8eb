/** Rings of one polygon feature against the Mapbox Vector Tile Specification 2.1, section 4.3.4.4, in whole numbers throughout. */

export type Point = readonly [x: number, y: number];
/** Without a repeat of the first point at the end; y down. */
export type Ring = readonly Point[];

/** @param rings in the order of the feature; each exterior ring is followed by its interior ones */
export function ringFaults(rings: readonly Ring[]): string[] {
  const faults: string[] = [];
  const polygons: Ring[][] = [];
  for (const ring of rings) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first && last && isSame(first, last)) faults.push('ring that repeats its first point before ClosePath');
    const area = doubleArea(ring);
    if (area === 0) faults.push('ring without an area');
    else if (area > 0) polygons.push([ring]);
    else if (polygons.length === 0) faults.push('interior ring before any exterior ring (reversed)');
    else polygons.at(-1)?.push(ring);
  }
  for (const [exterior = [], ...holes] of polygons)
    for (const hole of holes)
      if (!hole.every((point) => isIn(exterior, point) >= 0) || isIn(exterior, midpoint(hole)) < 0)
        faults.push('interior ring outside its exterior ring');
  return [...faults, ...crossings(rings)];
}

interface Edge {
  readonly a: Point;
  readonly b: Point;
  readonly ring: number;
  readonly west: number;
  readonly east: number;
}

/** Edges that cross or overlap anywhere, rings that touch themselves, and rings of one polygon that touch more than in points. */
function crossings(rings: readonly Ring[]): string[] {
  const faults: string[] = [];
  const edges = rings.flatMap((ring, number) =>
    ring.map((a, i): Edge => {
      const b = ring[(i + 1) % ring.length] ?? a;
      return { a, b, ring: number, west: Math.min(a[0], b[0]), east: Math.max(a[0], b[0]) };
    }),
  );
  edges.sort((one, other) => one.west - other.west);
  for (const [i, one] of edges.entries())
    for (let j = i + 1; j < edges.length && (edges[j]?.west ?? 0) <= one.east; j++) {
      const other = edges[j];
      if (!other) continue;
      const how = meeting(one, other);
      if (how === 'crossing') faults.push(one.ring === other.ring ? 'ring that crosses itself' : 'rings that cross');
      if (how === 'touching' && one.ring === other.ring) faults.push('ring that touches itself');
    }
  return faults;
}

/** `joined`: one ends where the other begins. `touching`: a point in common otherwise. `crossing`: more than a touch. */
function meeting({ a, b }: Edge, { a: c, b: d }: Edge): 'apart' | 'joined' | 'touching' | 'crossing' {
  const [o1, o2, o3, o4] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (o1 === 0 && o2 === 0) return overlap(a, b, c, d);
  if (o1 * o2 < 0 && o3 * o4 < 0) return 'crossing';
  if (isSame(b, c) !== isSame(a, d) && !isSame(a, c) && !isSame(b, d)) return 'joined';
  const touches =
    (o1 === 0 && isBetween(a, b, c)) ||
    (o2 === 0 && isBetween(a, b, d)) ||
    (o3 === 0 && isBetween(c, d, a)) ||
    (o4 === 0 && isBetween(c, d, b));
  return touches ? 'touching' : 'apart';
}

/** Of four points on one line. */
function overlap(a: Point, b: Point, c: Point, d: Point): 'apart' | 'joined' | 'touching' | 'crossing' {
  const axis = a[0] === b[0] ? 1 : 0;
  const from = Math.max(Math.min(a[axis], b[axis]), Math.min(c[axis], d[axis]));
  const to = Math.min(Math.max(a[axis], b[axis]), Math.max(c[axis], d[axis]));
  if (from > to) return 'apart';
  if (from < to) return 'crossing';
  return isSame(b, c) || isSame(a, d) ? 'joined' : 'touching';
}

/** 1 inside, 0 on the ring, -1 outside. */
function isIn(ring: Ring, [x, y]: Point): number {
  let inside = false;
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length] ?? a;
    const side = (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
    if (side === 0 && isBetween(a, b, [x, y])) return 0;
    if (a[1] > y !== b[1] > y && side > 0 === b[1] > a[1]) inside = !inside;
  }
  return inside ? 1 : -1;
}

function midpoint([a = [0, 0], b = [0, 0]]: Ring): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function isBetween(a: Point, b: Point, [x, y]: Point): boolean {
  return (
    x >= Math.min(a[0], b[0]) && x <= Math.max(a[0], b[0]) && y >= Math.min(a[1], b[1]) && y <= Math.max(a[1], b[1])
  );
}

function turn(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}

function isSame(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Surveyor's formula, y down: positive for exterior rings. */
function doubleArea(ring: Ring): number {
  let sum = 0;
  for (const [i, [x1, y1]] of ring.entries()) {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    sum += x1 * y2 - x2 * y1;
  }
  return sum;
}
