import { type Ground, STATE_FIPS } from './ground.ts';
import { toLat, toLng } from './plane.ts';
import type { Town } from './towns.ts';

/**
 * Synthetic schools in the NCES EDGE format: separated by bars, without a header. Each town has an elementary school, the largest
 * town of each county a high school too. Their numbers begin with the district's and end above any that NCES assigns.
 *
 * @param towns largest first
 */
export function schoolLines({ counties }: Ground, towns: readonly Town[]): string[] {
  const numbers = counties.map(() => 90_000);
  return towns.flatMap((town) => {
    const { county, x, y, radiusKm } = town;
    const own = counties[county];
    if (!own) return [];
    const line = (name: string, east: number, north: number) => {
      numbers[county] = (numbers[county] ?? 0) + 1;
      const [lat, lng] = [toLat(y + north * radiusKm), toLng(x + east * radiusKm)].map((degrees) => degrees.toFixed(5));
      return `${[
        `${own.leaId}${numbers[county]}`,
        own.leaId,
        name,
        STATE_FIPS,
        '1 Example Street',
        town.name,
        'WV',
        '',
        STATE_FIPS,
        own.fips,
        `${own.name} County`,
        'N',
        lat,
        lng,
      ].join('|')}\n`;
    };
    const isLargest = towns.find((other) => other.county === county) === town;
    const elementary = line(`${town.name} Example Elementary School`, 0.3, 0.2);
    return isLargest ? [elementary, line(`${town.name} Example High School`, -0.4, -0.1)] : [elementary];
  });
}
