/** The hexes in view as vectors: one SVG path a class, coarser hexes first within it. Runs in the worker. */
import { CLASSES } from '../lib/scale.ts';
import { CORNERS } from './outlines.ts';
import type { PrintPicture } from './protocol.ts';
import { type Picture, positionsIn } from './questions.ts';

const WIDTH = 1000;

export const NOTHING_TO_PRINT: PrintPicture = { width: WIDTH, height: WIDTH, paths: [] };

export function printPicture(picture: Picture): PrintPicture {
  const { composition, classed, bounds } = picture;
  const [west, south, east, north] = bounds;
  const scale = WIDTH / (east - west);
  const top = mercator(north);
  const paths = Array.from({ length: CLASSES }, (): string[] => []);
  const { centres, corners } = composition.outlines;
  for (const position of positionsIn(composition, bounds)) {
    const points: string[] = [];
    for (let corner = 0; corner < CORNERS; corner++) {
      const at = CORNERS * 2 * position + 2 * corner;
      const x = ((centres[2 * position] ?? 0) + (corners[at] ?? 0) - west) * scale;
      const y = (top - mercator((centres[2 * position + 1] ?? 0) + (corners[at + 1] ?? 0))) * scale;
      points.push(`${x.toFixed(1)} ${y.toFixed(1)}`);
    }
    paths[classed.classes[position] ?? 0]?.push(`M${points.join('L')}Z`);
  }
  return { width: WIDTH, height: Math.round((top - mercator(south)) * scale), paths: paths.map((path) => path.join('')) };
}

/** Mercator's northing in degrees of longitude. */
function mercator(lat: number): number {
  return (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;
}
