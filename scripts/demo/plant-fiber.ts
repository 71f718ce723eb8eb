import { aClaim, type Claim } from './claims.ts';
import { CHARACTERS, type Character } from './regions.ts';
import type { Scene } from './scene.ts';
import { chance, hashText, smoothNoise } from './seeded.ts';

/**
 * Fiber: cooperatives reach most hollows of their counties, the telephone company and a city builder only parts of
 * towns and a few subsidized roads. Whole hollows are built or not, and what is built by December stays built.
 */
export function fiberPlant({ ground, towns, settlement, seed: root }: Scene): Claim[] {
  const seed = hashText('fiber', root);
  const cooperative: Partial<Record<Character, Claim>> = {
    redbud: aClaim('redbud', 50, 1000, 1000),
    threeForks: aClaim('threeForks', 50, 1000, 1000),
    greensward: aClaim('greensward', 50, 2000, 2000),
  };
  const lantern = aClaim('lantern', 50, 1000, 1000);
  const ironweed = aClaim('ironweed', 50, 5000, 5000);
  const power = aClaim('cutBank', 0, 50, 25);
  const powerTown = towns.findIndex((town) => ground.counties[town.county]?.fips === '54067');

  for (let at = 0; at < settlement.count; at++) {
    const county = ground.counties[settlement.county[at] ?? 0];
    if (county === undefined) continue;
    const line = settlement.line[at] ?? -1;
    const town = settlement.town[at] ?? 0;
    const population = towns[town]?.population ?? 0;
    const x = settlement.x[at] ?? 0;
    const y = settlement.y[at] ?? 0;
    const claim = cooperative[county.character] ?? lantern;
    const builtWhen =
      line >= 0
        ? 0.7 * chance(seed, line) + 0.3 * smoothNoise(seed, x / 4, y / 4)
        : smoothNoise(seed, x / 1.6, y / 1.6);
    const inTown = cooperative[county.character] === undefined ? (population > 8000 ? 0.42 : 0.06) : 0.55;
    for (const vintage of [0, 1] as const) {
      const share = CHARACTERS[county.character].fiber[vintage];
      const reaches = line >= 0 ? builtWhen < share : builtWhen < Math.max(inTown + 0.08 * vintage, share);
      if (reaches) claim.locations[vintage].add(at);
    }
    if (line < 0 && population > 20_000 && smoothNoise(seed + 1, x / 1.5, y / 1.5) < 0.4) {
      if (smoothNoise(seed + 1, x / 1.5, y / 1.5) < 0.33) ironweed.locations[0].add(at);
      ironweed.locations[1].add(at);
    }
    if (town === powerTown && (settlement.townEdgeKm[at] ?? 0) < 2.5)
      for (const vintage of [0, 1] as const) power.locations[vintage].add(at);
  }
  return [...Object.values(cooperative), lantern, ironweed, power];
}
