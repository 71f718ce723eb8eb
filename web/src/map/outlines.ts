/** True outlines of cells as flat arrays: h3-js makes about half a million per second, so never on the page's thread. */

import { cellToBoundary, cellToLatLng } from 'h3-js';
import { turnTo } from '../../../server/domain/antimeridian.ts';

export interface Outlines {
  /** lng, lat */
  readonly centers: Float32Array;
  /** Offsets from the center to six corners in degrees: lng, lat in turn. */
  readonly corners: Float32Array;
}

export const CORNERS = 6;

export function outlinesOf(cells: BigUint64Array): Outlines {
  const centers = new Float32Array(cells.length * 2);
  const corners = new Float32Array(cells.length * CORNERS * 2);
  for (let i = 0; i < cells.length; i++) {
    const text = (cells[i] ?? 0n).toString(16);
    const [lat, lng] = cellToLatLng(text);
    centers[2 * i] = lng;
    centers[2 * i + 1] = lat;
    const ring = cellToBoundary(text);
    for (let corner = 0; corner < CORNERS; corner++) {
      // A pentagon has five corners, and a cell on an icosahedron edge up to two more: both keep six here, and none is on land.
      const point = ring[Math.min(corner, ring.length - 1)] ?? [lat, lng];
      corners[CORNERS * 2 * i + 2 * corner] = turnTo(lng, point[1]);
      corners[CORNERS * 2 * i + 2 * corner + 1] = point[0] - lat;
    }
  }
  return { centers, corners };
}
