/** Mercator projection into a frame of given size, for print: needs no map library. */
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
