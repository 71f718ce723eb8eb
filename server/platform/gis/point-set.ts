/** Points in a grid over their bounds: a polygon then tests single points only in cells that its outline crosses. */
export interface PointSet {
  /** Each point's position in the input, cell by cell. */
  readonly order: Uint32Array;
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly grid: Grid;
  readonly bounds: Box;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Columns per degree of longitude, and rows per degree of latitude. */
  readonly perLng: number;
  readonly perLat: number;
  /** Row by row from the southwest: the points of cell c are from `starts[c]` to `starts[c + 1]`. */
  readonly starts: Uint32Array;
}

export interface Box {
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

/** Column of a longitude; outside the grid the nearest. */
export function columnOf({ columns, perLng }: Grid, { west }: Box, x: number): number {
  return Math.max(0, Math.min(columns - 1, Math.floor((x - west) * perLng)));
}

export function rowOf({ rows, perLat }: Grid, { south }: Box, y: number): number {
  return Math.max(0, Math.min(rows - 1, Math.floor((y - south) * perLat)));
}

/** @param step distance between consecutive points in either list */
export function boundsOf(lng: Float64Array, lat: Float64Array, step: number): Box {
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
