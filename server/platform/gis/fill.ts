/** Cells whose center lies in an outline. */
import { polygonToCells } from 'h3-js';

/** @param shape GeoJSON text of a polygon or several; pieces of some dozen corners are filled quickest */
export function cellsInside(shape: string, resolution: number): string[] {
  const { type, coordinates } = JSON.parse(shape) as { type: string; coordinates: number[][][] | number[][][][] };
  if (type === 'Polygon') return polygonToCells(coordinates as number[][][], resolution, true);
  if (type !== 'MultiPolygon') return [];
  return (coordinates as number[][][][]).flatMap((rings) => polygonToCells(rings, resolution, true));
}
