/** The cell tiles that a view needs. Zooms are the map's (512-pixel tiles). */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Bounds from four numbers of the API, where west exceeds east across 180 degrees: here the east continues beyond 180. */
export function boundsFrom([west = 0, south = 0, east = 0, north = 0]: readonly number[]): Bounds {
  return [west, south, west > east ? east + 360 : east, north];
}

/** The bounds around all; where one lies beyond 180 degrees, the others are taken around the world to it. */
export function around(all: readonly Bounds[]): Bounds {
  const isAcross = all.some(([, , east]) => east > 180);
  const shifted = all.map(([west, south, east, north]): Bounds => {
    const turn = isAcross && east < 0 ? 360 : 0;
    return [west + turn, south, east + turn, north];
  });
  return shifted.reduce(([west, south, east, north], one) => [
    Math.min(west, one[0]),
    Math.min(south, one[1]),
    Math.max(east, one[2]),
    Math.max(north, one[3]),
  ]);
}

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** Switches to finer hexes once they would be about 8 pixels wide: measured on screen, not computed. */
const HALF_STEP = 0.6;

/** Tiles hold res 5 up to zoom 6, 6 at 7, 7 at 8 and 9, 8 from 10; each resolution is read at its lowest zoom. */
export function tileZoomFor(mapZoom: number, finest: number): number {
  const zoom = Math.floor(mapZoom + HALF_STEP);
  if (zoom >= 10 && finest >= 8) return 10;
  if (zoom >= 8) return 8;
  return Math.max(zoom, 3);
}

/** Resolution drawn at a tile zoom; the public sees nothing finer than 7. */
export function levelOf(tileZoom: number, finest: number): number {
  const level = tileZoom <= 6 ? 5 : tileZoom === 7 ? 6 : tileZoom <= 9 ? 7 : 8;
  return Math.min(level, finest);
}

/** A hex belongs to the tile of its center, so its edge may reach in from outside, by half a res-5 hex. */
const RIM_DEGREES = 0.12;

/** Tiles with every hex visible within bounds, nearest to the center first. */
export function tilesFor(bounds: Bounds, z: number): TileAddress[] {
  const [west, south, east, north] = bounds;
  const last = 2 ** z - 1;
  const clamp = (value: number) => Math.min(last, Math.max(0, Math.floor(value)));
  const left = clamp(columnAt(west - RIM_DEGREES, z));
  const right = clamp(columnAt(east + RIM_DEGREES, z));
  const top = clamp(rowAt(north + RIM_DEGREES, z));
  const bottom = clamp(rowAt(south - RIM_DEGREES, z));
  const tiles: TileAddress[] = [];
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) tiles.push({ z, x, y });
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const distance = (tile: TileAddress) => Math.hypot(tile.x - middle.x, tile.y - middle.y);
  return tiles.sort((a, b) => distance(a) - distance(b));
}

/** Bounds in degrees of a window of given pixels around a camera. */
export function boundsAround(
  camera: { lng: number; lat: number; zoom: number },
  width: number,
  height: number,
): Bounds {
  const perPixel = 360 / (512 * 2 ** camera.zoom);
  const lngHalf = (width / 2) * perPixel;
  const latHalf = (height / 2) * perPixel * Math.cos((camera.lat * Math.PI) / 180);
  return [camera.lng - lngHalf, camera.lat - latHalf, camera.lng + lngHalf, camera.lat + latHalf];
}

function columnAt(lng: number, z: number): number {
  return ((lng + 180) / 360) * 2 ** z;
}

function rowAt(lat: number, z: number): number {
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z;
}
