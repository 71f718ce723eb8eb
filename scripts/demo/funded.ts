/** Made-up land that made-up awards of real programs pay for: hexes about the middle of some counties. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cellsToMultiPolygon, gridDisk, latLngToCell } from 'h3-js';
import type { Ground } from './ground.ts';

/** Every so many counties one award, in turn. */
const EVERY = 6;

const AWARDS = [
  {
    Program: 'BEAD',
    Awardee: 'Greensward Fiber Cooperative',
    Technology: 50,
    Max_Down: 1000,
    Max_Up: 1000,
    Due_Date: '2029-06-30',
    reach: 2,
  },
  {
    Program: 'RDOF',
    Awardee: 'Highgap Communications, LLC',
    Technology: 50,
    Max_Down: 1000,
    Max_Up: 500,
    Due_Date: '2028-12-31',
    reach: 1,
  },
  {
    Program: 'State award 2025',
    Awardee: 'Redbud Electric Cooperative',
    Technology: 71,
    Max_Down: 100,
    Max_Up: 20,
    Due_Date: '2027-10-01',
    reach: 1,
  },
] as const;

export function writeFunded(folder: string, { counties }: Ground): void {
  const features = counties
    .filter((_, at) => at % EVERY === 2)
    .map(({ bounds: [west = 0, south = 0, east = 0, north = 0] }, at) => {
      const { reach, ...properties } = AWARDS[at % AWARDS.length] ?? AWARDS[0];
      const hexes = gridDisk(latLngToCell((south + north) / 2, (west + east) / 2, 6), reach);
      const coordinates = cellsToMultiPolygon(hexes, true);
      return { type: 'Feature', properties, geometry: { type: 'MultiPolygon', coordinates } };
    });
  writeFileSync(join(folder, 'funded.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
}
