/** The hexes in view as vectors: one SVG path per class. Runs in the worker. */
import { outlineOfCells } from '../../../server/domain/drawn-land.ts';
import { CLASSES } from '../lib/scale.ts';
import { type Composition, ringAt } from './composition.ts';
import { closed, frameOf } from './frame.ts';
import type { PrintPicture } from './protocol.ts';
import { type Picture, positionsIn } from './questions.ts';
import type { Bounds } from './tiles.ts';

export function printPicture(picture: Picture): PrintPicture {
  const { composition, classed } = picture;
  const positions = positionsIn(composition, picture.bounds);
  const bounds = extentOf(composition, positions);
  const frame = frameOf(bounds);
  const paths = Array.from({ length: CLASSES }, (): string[] => []);
  for (const position of positions) {
    const path = polygonsAt(composition, position).flatMap((polygon) =>
      polygon.map((ring) => closed(ring.map(([lng, lat]) => frame.at(lng, lat)))),
    );
    paths[classed.classes[position] ?? 0]?.push(...path);
  }
  return { bounds, paths: paths.map((path) => path.join('')) };
}

function polygonsAt(composition: Composition, position: number): [lng: number, lat: number][][][] {
  const land = composition.coarser.get(position);
  return land?.length ? outlineOfCells(land) : [[ringAt(composition, position)]];
}

/** The print frame contains only land with hexes. */
function extentOf({ centers }: Composition, positions: readonly number[]): Bounds {
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
