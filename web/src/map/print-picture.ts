/** The hexes in view as vectors: one SVG path per class, coarser hexes first within it. Runs in the worker. */
import { CLASSES } from '../lib/scale.ts';
import type { Composition } from './composition.ts';
import { closed, frameOf } from './frame.ts';
import { CORNERS } from './outlines.ts';
import type { PrintPicture } from './protocol.ts';
import { type Picture, positionsIn } from './questions.ts';
import type { Bounds } from './tiles.ts';

export function printPicture(picture: Picture): PrintPicture {
  const { composition, classed } = picture;
  const positions = positionsIn(composition, picture.bounds);
  const bounds = extentOf(composition, positions);
  const frame = frameOf(bounds);
  const paths = Array.from({ length: CLASSES }, (): string[] => []);
  const { centers, corners } = composition.outlines;
  for (const position of positions) {
    const ring = Array.from({ length: CORNERS }, (_, corner) => {
      const at = CORNERS * 2 * position + 2 * corner;
      return frame.at(
        (centers[2 * position] ?? 0) + (corners[at] ?? 0),
        (centers[2 * position + 1] ?? 0) + (corners[at + 1] ?? 0),
      );
    });
    paths[classed.classes[position] ?? 0]?.push(closed(ring));
  }
  return { bounds, paths: paths.map((path) => path.join('')) };
}

/** The print frame contains only land with hexes. */
function extentOf({ outlines: { centers } }: Composition, positions: readonly number[]): Bounds {
  let [west, south, east, north] = [180, 85, -180, -85];
  for (const position of positions) {
    const lng = centers[2 * position] ?? 0;
    const lat = centers[2 * position + 1] ?? 0;
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const margin = 0.05 + (east - west) * 0.03;
  return positions.length > 0 ? [west - margin, south - margin, east + margin, north + margin] : [-1, -1, 1, 1];
}
