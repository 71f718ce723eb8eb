/** Weights of the combinations of verdicts on a patch's land. */
import { type Lists, listAt } from '../lists.ts';

/** Res-9 cells in a res-8 hex; a pentagon has one fewer. */
const CHILDREN = 7;

export interface LandVerdicts {
  /** FCC locations by hex of the land; undefined without an FCC filing: a hex then weighs by area. */
  readonly locations: ArrayLike<number> | undefined;
  /** By hex and child (hex x 7 + child), a combination of verdicts; -1 = a pentagon lacks this child. */
  readonly comboOf: ArrayLike<number>;
}

export interface WeighedLand {
  readonly combos: readonly number[];
  /** By combination: FCC locations times the sevenths of hexes that have it. Above 0. */
  readonly weights: readonly number[];
}

/**
 * @param hexesOf by patch its hexes
 * @returns by patch; if its land has no location, every hex weighs the same
 */
export function weighLands(hexesOf: Lists, verdicts: LandVerdicts): WeighedLand[] {
  return Array.from({ length: hexesOf.starts.length - 1 }, (_, patch) => {
    const hexes = listAt(hexesOf, patch);
    const counted = weighed(hexes, verdicts, (hex) => verdicts.locations?.[hex] ?? 1);
    return counted.combos.length > 0 ? counted : weighed(hexes, verdicts, () => 1);
  });
}

function weighed(hexes: Int32Array, { comboOf }: LandVerdicts, weightOf: (hex: number) => number): WeighedLand {
  const weights = new Map<number, number>();
  for (const hex of hexes) {
    const weight = weightOf(hex);
    if (weight === 0) continue;
    for (let child = 0; child < CHILDREN; child++) {
      const combo = comboOf[hex * CHILDREN + child] ?? -1;
      if (combo >= 0) weights.set(combo, (weights.get(combo) ?? 0) + weight);
    }
  }
  const combos = [...weights.keys()].sort((a, b) => a - b);
  return { combos, weights: combos.map((combo) => weights.get(combo) ?? 0) };
}
