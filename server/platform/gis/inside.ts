/**
 * Which of many points lie inside a polygon, in memory. Both databases hold the same answer (ST_Intersects), and the tests
 * compare with it; this is for bulk work, where the embedded database would spend its time on receiving the points.
 */

/** Points in order of latitude, so that a polygon only looks at its own band of them. */
export interface PointSet {
  /** Position each sorted point had in what was given. */
  readonly order: Uint32Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
}

/** Edges of all rings: x1, y1, x2, y2 each. Inside is what an odd number of rings enclose, as in a valid multipolygon. */
export type Edges = Float64Array;

export function pointSet(lng: Float64Array, lat: Float64Array): PointSet {
  const order = orderOf(lat);
  const sorted = { order, lng: new Float64Array(order.length), lat: new Float64Array(order.length) };
  for (let at = 0; at < order.length; at++) {
    sorted.lng[at] = lng[order[at] ?? 0] ?? 0;
    sorted.lat[at] = lat[order[at] ?? 0] ?? 0;
  }
  return sorted;
}

/**
 * Positions in ascending order of latitude. A number holds a latitude of some 30 bits with the position after it, and such
 * numbers are sorted ten times as fast as by a comparison; what is out of order within the last bit is moved afterwards.
 */
function orderOf(lat: Float64Array): Uint32Array {
  const room = 2 ** Math.ceil(Math.log2(Math.max(2, lat.length)));
  const perDegree = Math.floor(Number.MAX_SAFE_INTEGER / room / 181);
  const keys = new Float64Array(lat.length);
  for (let i = 0; i < keys.length; i++) keys[i] = Math.floor(((lat[i] ?? 0) + 90) * perDegree) * room + i;
  keys.sort();
  const order = new Uint32Array(lat.length);
  for (let i = 0; i < order.length; i++) order[i] = (keys[i] ?? 0) % room;
  for (let i = 1; i < order.length; i++) {
    const moved = order[i] ?? 0;
    let at = i;
    for (; at > 0 && (lat[order[at - 1] ?? 0] ?? 0) > (lat[moved] ?? 0); at--) order[at] = order[at - 1] ?? 0;
    order[at] = moved;
  }
  return order;
}

/**
 * Calls `found` with the given position of each point inside the polygon.
 *
 * @param isSettled points that need no asking, by their given position
 */
export function forPointsInside(
  points: PointSet,
  edges: Edges,
  found: (index: number) => void,
  isSettled: (index: number) => boolean = () => false,
): void {
  const box = boundsOf(edges);
  const from = firstAtLeast(points.lat, box.south);
  if (from === points.lat.length || (points.lat[from] ?? 0) > box.north) return;
  const bands = bandsOf(edges, box);
  for (let i = from; i < points.lat.length; i++) {
    const y = points.lat[i] ?? 0;
    if (y > box.north) return;
    const x = points.lng[i] ?? 0;
    if (x < box.west || x > box.east) continue;
    const index = points.order[i] ?? 0;
    if (!isSettled(index) && isInside(edges, bands, x, y)) found(index);
  }
}

/** @param wkb little-endian WKB of a Polygon or MultiPolygon, as ST_AsBinary(geom, 'NDR') gives it */
export function edgesOfWkb(wkb: Uint8Array): Edges {
  const view = new DataView(wkb.buffer, wkb.byteOffset, wkb.byteLength);
  const edges = new Float64Array(Math.ceil(wkb.byteLength / 16) * 4);
  let at = 0;
  let count = 0;
  const polygon = () => {
    at += 5;
    const rings = view.getUint32(at, true);
    at += 4;
    for (let ring = 0; ring < rings; ring++) {
      const points = view.getUint32(at, true);
      at += 4;
      for (let p = 1; p < points; p++, at += 16) {
        for (let k = 0; k < 4; k++) edges[count++] = view.getFloat64(at + 8 * k, true);
      }
      if (points > 0) at += 16;
    }
  };
  const type = view.getUint32(1, true);
  if (view.getUint8(0) !== 1 || (type !== 3 && type !== 6)) throw new Error(`not a polygon in WKB: type ${type}`);
  if (type === 3) polygon();
  else {
    const polygons = view.getUint32(5, true);
    at = 9;
    for (let p = 0; p < polygons; p++) polygon();
  }
  return edges.subarray(0, count);
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function boundsOf(edges: Edges): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    const x = edges[i] ?? 0;
    const y = edges[i + 1] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
}

/** Edges by horizontal band: those of band b are `members[starts[b]]` up to `members[starts[b + 1]]`. */
interface Bands {
  readonly south: number;
  readonly perDegree: number;
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

const EDGES_A_BAND = 4;
const MOST_BANDS = 1 << 15;

function bandsOf(edges: Edges, box: Box): Bands {
  const count = Math.min(MOST_BANDS, Math.max(1, Math.ceil(edges.length / 4 / EDGES_A_BAND)));
  const perDegree = box.north > box.south ? count / (box.north - box.south) : 0;
  const band = (y: number) => Math.min(count - 1, Math.floor((y - box.south) * perDegree));
  const starts = new Uint32Array(count + 1);
  const eachBand = (visit: (edge: number, band: number) => void) => {
    for (let e = 0; e < edges.length; e += 4) {
      const a = band(edges[e + 1] ?? 0);
      const b = band(edges[e + 3] ?? 0);
      for (let i = Math.min(a, b); i <= Math.max(a, b); i++) visit(e, i);
    }
  };
  eachBand((_, b) => {
    starts[b + 1] = (starts[b + 1] ?? 0) + 1;
  });
  for (let b = 0; b < count; b++) starts[b + 1] = (starts[b + 1] ?? 0) + (starts[b] ?? 0);
  const next = starts.slice();
  const members = new Uint32Array(starts[count] ?? 0);
  eachBand((e, b) => {
    const slot = next[b] ?? 0;
    members[slot] = e;
    next[b] = slot + 1;
  });
  return { south: box.south, perDegree, starts, members };
}

function isInside(edges: Edges, bands: Bands, x: number, y: number): boolean {
  const band = Math.min(bands.starts.length - 2, Math.floor((y - bands.south) * bands.perDegree));
  const end = bands.starts[band + 1] ?? 0;
  let inside = false;
  for (let m = bands.starts[band] ?? 0; m < end; m++) {
    const e = bands.members[m] ?? 0;
    const y1 = edges[e + 1] ?? 0;
    const y2 = edges[e + 3] ?? 0;
    if (y1 > y === y2 > y) continue;
    const x1 = edges[e] ?? 0;
    const x2 = edges[e + 2] ?? 0;
    if (x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
