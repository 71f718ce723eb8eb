/** Where things lie on a brief's map: Web Mercator, fitted around a place. Lengths are in units of the drawing. */
import { KM_A_MILE } from '../../../domain/miles.ts';
import type { Bounds } from './types.ts';

export const WIDTH = 560;
export const HEIGHT = 372;
/** Room for the legend below. */
export const LEGEND_HEIGHT = 54;
const MARGIN = 16;

/** In units of the drawing for a mile: closer than this, outlines of all clusters run into each other. */
export const ROOM_FOR_CLUSTERS = 6;

const EARTH_KM = 6371.0088;

export interface Frame {
  /** Of degrees, on the drawing. */
  point(lng: number, lat: number): readonly [x: number, y: number];
  /** Units of the drawing that a mile takes in its middle. */
  readonly unitsPerMile: number;
  /** Whole extent in degrees; east may exceed 180. */
  readonly bounds: Bounds;
}

/** @param bounds west, south, east, north; west exceeds east across 180 degrees */
export function frameAround(bounds: Bounds): Frame {
  const [west, south, askedEast, north] = bounds;
  const east = askedEast < west ? askedEast + 360 : askedEast;
  const [left, right] = [(west * Math.PI) / 180, (east * Math.PI) / 180];
  const [top, bottom] = [mercator(north), mercator(south)];
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max(right - left, 1e-6),
    (HEIGHT - 2 * MARGIN) / Math.max(top - bottom, 1e-6),
  );
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const point = (lng: number, lat: number) => {
    const x = ((lng < west - 180 ? lng + 360 : lng) * Math.PI) / 180;
    return [WIDTH / 2 + (x - middleX) * scale, HEIGHT / 2 - (mercator(lat) - middleY) * scale] as const;
  };
  const reach = { x: WIDTH / 2 / scale, y: HEIGHT / 2 / scale };
  return {
    point,
    unitsPerMile: (scale / EARTH_KM / Math.cos(latitude(middleY))) * KM_A_MILE,
    bounds: [
      degrees(middleX - reach.x),
      degrees(latitude(middleY - reach.y)),
      degrees(middleX + reach.x),
      degrees(latitude(middleY + reach.y)),
    ],
  };
}

function mercator(lat: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
}

function latitude(y: number): number {
  return 2 * Math.atan(Math.exp(y)) - Math.PI / 2;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

/** Largest round number of miles that takes no more than so many units. */
export function scaleBarMiles({ unitsPerMile }: Pick<Frame, 'unitsPerMile'>, atMost = 105): number {
  const fits = [1, 2, 5, 10, 20, 50, 100, 200, 500].filter((miles) => miles * unitsPerMile <= atMost);
  return fits.at(-1) ?? 1;
}
