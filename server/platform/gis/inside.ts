/**
 * Finds what lies inside an outline, in memory: of many points, which a grid leaves to test one by one only where the outline crosses it, and of cells.
 * Both databases give the same answer of points (ST_Intersects), and tests compare with it; this is for bulk work, where the embedded
 * database would spend its time receiving them.
 */
import { polygonToCells } from 'h3-js';

/** Points, cell by cell of a grid over their bounds. */
export interface PointSet {
  /** Each point's position in the input, cell by cell. */
  readonly order: Uint32Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly grid: Grid;
  readonly bounds: Box;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Columns per degree of longitude, and rows per degree of latitude. */
  readonly perLng: number;
  readonly perLat: number;
  /** Row by row from the southwest: the points of cell c are from `starts[c]` to `starts[c + 1]`. */
  readonly starts: Uint32Array;
}

interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Mean over all cells, empty ones too. */
const POINTS_A_CELL = 4;

export function pointSet(lng: Float64Array, lat: Float64Array): PointSet {
  const bounds = boundsOf(lng, lat, 1);
  const side = Math.max(1, Math.ceil(Math.sqrt(lng.length / POINTS_A_CELL)));
  const per = (degrees: number) => (degrees > 0 ? side / degrees : 0);
  const [perLng, perLat] = [per(bounds.east - bounds.west), per(bounds.north - bounds.south)];
  const starts = new Uint32Array(side * side + 1);
  const grid: Grid = { columns: side, rows: side, perLng, perLat, starts };
  const cellOf = new Uint32Array(lng.length);
  for (let i = 0; i < cellOf.length; i++) {
    const cell = rowOf(grid, bounds, lat[i] as number) * side + columnOf(grid, bounds, lng[i] as number);
    cellOf[i] = cell;
    starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  for (let cell = 0; cell < side * side; cell++)
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  const next = starts.slice();
  const set = {
    order: new Uint32Array(lng.length),
    lng: new Float64Array(lng.length),
    lat: new Float64Array(lng.length),
  };
  for (let i = 0; i < cellOf.length; i++) {
    const cell = cellOf[i] as number;
    const slot = next[cell] as number;
    next[cell] = slot + 1;
    set.order[slot] = i;
    set.lng[slot] = lng[i] as number;
    set.lat[slot] = lat[i] as number;
  }
  return { ...set, grid, bounds };
}

/** Edges of all rings: x1, y1, x2, y2 each. Inside means enclosed by an odd number of rings, as in a valid multipolygon. */
export type Edges = Float64Array;

/**
 * Calls `found` with the given position of each point inside the polygon, cell by cell. Adjacent cells that the outline does
 * not cross lie all inside or all outside: one of their points decides.
 *
 * @param isSettled points to skip, by their given position
 */
export function forPointsInside(
  { order, lng, lat, grid, bounds }: PointSet,
  edges: Edges,
  found: (index: number) => void,
  isSettled: (index: number) => boolean = () => false,
): void {
  const box = boundsOf(edges, edges.subarray(1), 2);
  if (!(box.west <= bounds.east && box.east >= bounds.west && box.south <= bounds.north && box.north >= bounds.south))
    return;
  const window = windowOf(grid, bounds, box);
  const outline = cellsOnOutline(edges, grid, bounds, window);
  const bands = bandsOf(edges, box);
  const width = window.east - window.west + 1;
  for (let row = window.south; row <= window.north; row++) {
    let isRunInside: boolean | undefined;
    for (let column = window.west; column <= window.east; column++) {
      const cell = row * grid.columns + column;
      const to = grid.starts[cell + 1] as number;
      const isCut = outline[(row - window.south) * width + column - window.west] === 1;
      if (isCut) isRunInside = undefined;
      for (let at = grid.starts[cell] as number; at < to; at++) {
        const index = order[at] as number;
        if (isSettled(index)) continue;
        const isIn: boolean = isRunInside ?? isInside(edges, bands, box, lng[at] as number, lat[at] as number);
        if (!isCut) isRunInside = isIn;
        if (isIn) found(index);
        else if (!isCut) break;
      }
    }
  }
}

/**
 * Cells whose center lies in an outline.
 *
 * @param shape GeoJSON text of a polygon or several; pieces of some dozen corners are filled quickest
 */
export function cellsInside(shape: string, resolution: number): string[] {
  const { type, coordinates } = JSON.parse(shape) as { type: string; coordinates: number[][][] | number[][][][] };
  if (type === 'Polygon') return polygonToCells(coordinates as number[][][], resolution, true);
  if (type !== 'MultiPolygon') return [];
  return (coordinates as number[][][][]).flatMap((rings) => polygonToCells(rings, resolution, true));
}

/** In degrees, a tenth of a millimeter: more than the rounding error of an edge's crossing with a row. */
const SLACK = 1e-9;

/** Columns and rows of a grid, all inclusive. */
type Window = Box;

function windowOf(grid: Grid, bounds: Box, box: Box): Window {
  return {
    west: columnOf(grid, bounds, box.west - SLACK),
    east: columnOf(grid, bounds, box.east + SLACK),
    south: rowOf(grid, bounds, box.south - SLACK),
    north: rowOf(grid, bounds, box.north + SLACK),
  };
}

/** 1 for each cell of the window, row by row, that an edge crosses or touches. */
function cellsOnOutline(edges: Edges, grid: Grid, bounds: Box, window: Window): Uint8Array {
  const width = window.east - window.west + 1;
  const cut = new Uint8Array(width * (window.north - window.south + 1));
  for (let e = 0; e < edges.length; e += 4) {
    const [x1, y1] = [edges[e] as number, edges[e + 1] as number];
    const [x2, y2] = [edges[e + 2] as number, edges[e + 3] as number];
    const [low, high] = [Math.min(y1, y2) - SLACK, Math.max(y1, y2) + SLACK];
    const [west, east] = [Math.min(x1, x2) - SLACK, Math.max(x1, x2) + SLACK];
    const last = rowOf(grid, bounds, high);
    for (let row = rowOf(grid, bounds, low); row <= last; row++) {
      let [from, to] = [west, east];
      if (y1 !== y2 && grid.perLat > 0) {
        // The part of the edge in the row; the first and the last row include everything beyond them.
        const perY = (x2 - x1) / (y2 - y1);
        const bottom = row === 0 ? low : Math.max(low, bounds.south + row / grid.perLat - SLACK);
        const top = row === grid.rows - 1 ? high : Math.min(high, bounds.south + (row + 1) / grid.perLat + SLACK);
        const [atBottom, atTop] = [x1 + (bottom - y1) * perY, x1 + (top - y1) * perY];
        from = Math.max(west, Math.min(atBottom, atTop) - SLACK);
        to = Math.min(east, Math.max(atBottom, atTop) + SLACK);
      }
      const first = (row - window.south) * width - window.west;
      const end = columnOf(grid, bounds, to);
      for (let column = columnOf(grid, bounds, from); column <= end; column++) cut[first + column] = 1;
    }
  }
  return cut;
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

function isInside(edges: Edges, bands: Bands, box: Box, x: number, y: number): boolean {
  if (y < box.south || y > box.north || x < box.west || x > box.east) return false;
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

/** Column of a longitude; outside the grid the nearest. */
function columnOf({ columns, perLng }: Grid, { west }: Box, x: number): number {
  return Math.max(0, Math.min(columns - 1, Math.floor((x - west) * perLng)));
}

function rowOf({ rows, perLat }: Grid, { south }: Box, y: number): number {
  return Math.max(0, Math.min(rows - 1, Math.floor((y - south) * perLat)));
}

/** @param step distance between consecutive points in either list */
function boundsOf(lng: Float64Array, lat: Float64Array, step: number): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < lat.length; i += step) {
    const [x, y] = [lng[i] as number, lat[i] as number];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  return { west, south, east, north };
}
