/** The hexes in view as vectors: one SVG path per class. Runs in the worker. */
import { outlineOfCells } from '../../../server/domain/drawn-land.ts';
import { CLASSES } from '../lib/scale.ts';
import { type Composition, ringAt } from './composition.ts';
import { closed, frameOf } from './frame.ts';
import type { PrintPicture } from './protocol.ts';
import { type Picture, positionsIn } from './questions.ts';
import type { Bounds } from './tiles.ts';

export function printPicture(pictures: readonly Picture[]): PrintPicture {
  const inside = pictures.map(({ composition, bounds }) => positionsIn(composition, bounds));
  const bounds = extentOf(pictures.map(({ composition }, i) => ({ composition, positions: inside[i] ?? [] })));
  const frame = frameOf(bounds);
  const paths = Array.from({ length: CLASSES }, (): string[] => []);
  pictures.forEach(({ composition, classed }, i) => {
    for (const position of inside[i] ?? []) {
      const path = polygonsAt(composition, position).flatMap((polygon) =>
        polygon.map((ring) => closed(ring.map(([lng, lat]) => frame.at(lng, lat)))),
      );
      paths[classed.classes[position] ?? 0]?.push(...path);
    }
  });
  return { bounds, paths: paths.map((path) => path.join('')) };
}

function polygonsAt(composition: Composition, position: number): [lng: number, lat: number][][][] {
  const land = composition.coarser.get(position);
  return land?.length ? outlineOfCells(land) : [[ringAt(composition, position)]];
}

interface Inside {
  readonly composition: Composition;
  readonly positions: readonly number[];
}

/** The print frame contains only land with hexes. */
function extentOf(all: readonly Inside[]): Bounds {
  let [west, south, east, north] = [180, 85, -180, -85];
  for (const { composition, positions } of all)
    for (const position of positions) {
      const lng = composition.centers[2 * position] ?? 0;
      const lat = composition.centers[2 * position + 1] ?? 0;
      west = Math.min(west, lng);
      east = Math.max(east, lng);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  const margin = 0.05 + (east - west) * 0.03;
  return east >= west ? [west - margin, south - margin, east + margin, north + margin] : [-1, -1, 1, 1];
}
