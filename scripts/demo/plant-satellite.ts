import { aClaim, type Claim } from './claims.ts';
import type { Scene } from './scene.ts';
import { chance, hashText } from './seeded.ts';

/** Satellite: nearly every location, so that its files name nearly every location there is. */
export function satellitePlant({ settlement, seed: root }: Scene): Claim[] {
  const seed = hashText('satellite', root);
  const claims = {
    farview: aClaim('farview', 60, 100, 5, false),
    polarArc: aClaim('polarArc', 60, 50, 5, false),
    lowfield: aClaim('lowfield', 61, 150, 20),
    lowfieldShaded: aClaim('lowfield', 61, 80, 10),
  };
  for (let at = 0; at < settlement.count; at++) {
    const cell = settlement.cell[at] ?? 0;
    const draw = chance(seed, at);
    for (const vintage of [0, 1] as const) {
      if (draw < 0.985) claims.farview.locations[vintage].add(at);
      if (chance(seed, cell, 1) < 0.2) claims.polarArc.locations[vintage].add(at);
      if (draw > 0.99) continue;
      const shaded = chance(seed, cell, 2) < (vintage === 0 ? 0.3 : 0.18);
      (shaded ? claims.lowfieldShaded : claims.lowfield).locations[vintage].add(at);
    }
  }
  return Object.values(claims);
}
