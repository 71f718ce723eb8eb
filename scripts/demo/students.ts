import type { County } from './ground.ts';
import { randomFor } from './seeded.ts';

/** Students per household, one entry per household, for each county. */
export type Families = Uint8Array[];

/** Shares of households with 1, 2, 3 and 4 students: 1.6 students per household. */
const SHARES = [0.56, 0.31, 0.1, 0.03] as const;

/** Splits the state's students over its counties by residents, exactly, and then into households. */
export function familiesOf(counties: readonly County[], students: number, seed: number): Families {
  return splitByResidents(counties, students).map((quota, county) => {
    const random = randomFor(seed, `families ${counties[county]?.fips}`);
    const families: number[] = [];
    for (let left = quota; left > 0; ) {
      let draw = random.next();
      let size = 1;
      for (const share of SHARES.slice(0, 3)) {
        if (draw < share) break;
        draw -= share;
        size++;
      }
      families.push(Math.min(left, size));
      left -= Math.min(left, size);
    }
    return Uint8Array.from(families);
  });
}

/** Largest remainders, so that the parts add up. */
function splitByResidents(counties: readonly County[], students: number): number[] {
  const residents = counties.reduce((sum, county) => sum + county.residents, 0);
  const shares = counties.map((county) => (students * county.residents) / residents);
  const quotas = shares.map(Math.floor);
  const left = students - quotas.reduce((sum, quota) => sum + quota, 0);
  shares
    .map((share, county) => ({ county, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.county - b.county)
    .slice(0, left)
    .forEach(({ county }) => {
      quotas[county] = (quotas[county] ?? 0) + 1;
    });
  return quotas;
}
