/** Mercator projection into a frame of given size, for print: needs no map library. */
import type { MultiPolygon } from 'geojson';
import type { Bounds } from './tiles.ts';

const FRAME_WIDTH = 1000;

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly at: (lng: number, lat: number) => readonly [x: number, y: number];
}

export function frameOf([west, south, east, north]: Bounds): Frame {
  const scale = FRAME_WIDTH / (east - west);
  const top = northing(north);
  return {
    width: FRAME_WIDTH,
    height: Math.round((top - northing(south)) * scale),
    at: (lng, lat) => [(lng - west) * scale, (top - northing(lat)) * scale],
  };
}

/** East of bounds that lie across 180 degrees comes what is west of the line. */
export function acrossTheLine(frame: Frame, [west]: Bounds): Frame {
  return { ...frame, at: (lng, lat) => frame.at(lng < west - 1 ? lng + 360 : lng, lat) };
}

/** Of the picture's width. */
const MARGIN = 0.25;

/** Around shapes of which each is cut at 180 degrees: with a margin, and never narrower than it is high. */
export function frameAround(shapes: readonly Pick<MultiPolygon, 'coordinates'>[]): Frame {
  const points = shapes.flatMap(({ coordinates }) => coordinates.flat(2));
  const isAcross = points.some(([lng = 0]) => lng > 90) && points.some(([lng = 0]) => lng < -90);
  const [west, south, east, north] = points.reduce<Bounds>(
    ([least, lowest, most, highest], [lng = 0, lat = 0]) => {
      const onward = isAcross && lng < 0 ? lng + 360 : lng;
      return [Math.min(least, onward), Math.min(lowest, lat), Math.max(most, onward), Math.max(highest, lat)];
    },
    [360, 90, -180, -90],
  );
  const side = Math.max(east - west, 1.6 * (north - south), 0.02);
  const [middle, half] = [(west + east) / 2, (side * (1 + MARGIN)) / 2];
  const tall = ((north - south) * MARGIN) / 2 + 0.01;
  const bounds: Bounds = [middle - half, south - tall, middle + half, north + tall];
  return isAcross ? acrossTheLine(frameOf(bounds), bounds) : frameOf(bounds);
}

/** SVG path of a GeoJSON Polygon or MultiPolygon. */
export function pathOf(frame: Frame, geometry: { type: string; coordinates: unknown } | undefined): string {
  if (!geometry) return '';
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
  ) as [number, number][][][]; // GeoJSON says so of these two types
  return polygons
    .flatMap((rings) => rings.map((ring) => closed(ring.map(([lng, lat]) => frame.at(lng, lat)))))
    .join('');
}

export function closed(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
}

/** Mercator's northing in degrees of longitude. */
function northing(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}
