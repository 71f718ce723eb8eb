import center from '@turf/center';
import { aClaim, type Claim, VINTAGES } from './claims.ts';
import type { County } from './ground.ts';
import type { ProviderKey } from './providers.ts';
import { CHARACTERS } from './regions.ts';
import type { Scene } from './scene.ts';
import { chance, hashText } from './seeded.ts';

/**
 * Cable: one system per town, along the roads out of it and the first hollows. Small systems never upgraded their upload
 * channels, so they sell less than 100/20; some are rebuilt by June 2026.
 */
export function cablePlant({ ground, towns, settlement, seed: root }: Scene): Claim[] {
  const seed = hashText('cable', root);
  const modern: Partial<Record<ProviderKey, Claim>> = {
    larkspur: aClaim('larkspur', 40, 1200, 35),
    highgap: aClaim('highgap', 40, 1000, 40),
    dovetail: aClaim('dovetail', 40, 940, 35),
    switchback: aClaim('switchback', 40, 500, 50),
  };
  const dated = aClaim('switchback', 40, 150, 10);
  const second = aClaim('dovetail', 40, 600, 25);
  const systems = towns.map((town, index) => {
    const county = ground.counties[town.county];
    if (county === undefined) throw new RangeError(`town ${town.id} is in no county`);
    const { cableKm, smallTownCable } = CHARACTERS[county.character];
    const wired = town.population >= 3000 || chance(seed, index) < smallTownCable;
    const small = town.population < 2600;
    const isOld =
      small && ['coalfield', 'heartland', 'valley'].includes(county.character) && chance(seed, index, 1) < 0.6;
    return {
      reachKm: wired ? cableKm * (0.6 + 0.8 * chance(seed, index, 2)) * (town.population > 8000 ? 1.4 : 1) : -1,
      owner: isOld ? ('switchback' as const) : ownerOf(county),
      // By June 2026 one system in six has been extended.
      growth: [1, chance(seed, index, 9) < 0.16 ? 1.5 : 1] as const,
      rebuiltIn: isOld ? (chance(seed, index, 3) < 0.25 ? 1 : 2) : 0,
      overbuilt: ownerOf(county) !== 'dovetail' && town.population > 24_000 && chance(seed, index, 4) < 0.7,
    };
  });

  for (let at = 0; at < settlement.count; at++) {
    const system = systems[settlement.town[at] ?? 0];
    if (system === undefined || system.reachKm < 0) continue;
    const edgeKm = settlement.townEdgeKm[at] ?? 0;
    const line = settlement.line[at] ?? -1;
    if (line >= 0) {
      // Houses far up the drive are not passed, even on a street with cable.
      if (chance(seed, line, 5) < 0.12 || chance(seed, at, 8) < 0.05) continue;
    } else if (chance(seed, settlement.cell[at] ?? 0, 6) < 0.02) continue;
    const reachKm = line < 0 ? Number.POSITIVE_INFINITY : system.reachKm * (FORKS[settlement.level[at] ?? 0] ?? 0);
    for (const vintage of VINTAGES) {
      if (edgeKm > reachKm * system.growth[vintage]) continue;
      const claim = vintage >= system.rebuiltIn ? modern[system.owner] : dated;
      claim?.locations[vintage].add(at);
    }
    if (system.overbuilt && line < 0 && chance(seed, settlement.cell[at] ?? 0, 7) < 0.6)
      for (const locations of second.locations) locations.add(at);
  }
  return [...Object.values(modern), dated, second];
}

/** Share of its reach that a system keeps along roads, hollows and their forks. */
const FORKS = [1.25, 0.8, 0.45, 0.3] as const;

/** Franchises divided the state: south and west, north, east. */
function ownerOf({ outline }: County): 'larkspur' | 'highgap' | 'dovetail' {
  const [lng = 0, lat = 0] = center(outline).geometry.coordinates;
  if (lng > -79.6) return 'dovetail';
  return lat > 38.95 ? 'highgap' : 'larkspur';
}
