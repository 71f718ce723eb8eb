/** Areas that programs are made of: random hexes, whole counties with the hexes across their borders, senate districts, the state. */
import { hexOf } from './published.ts';
import { randomFrom } from './search.ts';
import type { System } from './system.ts';

/** Positions of the units of an area. */
export type Units = readonly number[];

/** Hexes of a resolution with at least two patches, in random order. */
export function hexes({ units }: System, resolution: number, seed = 1): Units[] {
  const inside = new Map<string, number[]>();
  for (const [unit, { h3 }] of units.entries()) {
    const hex = hexOf({ h3 }, resolution);
    if (hex) inside.set(hex, [...(inside.get(hex) ?? []), unit]);
  }
  return shuffled(
    [...inside.values()].filter((found) => found.length > 1),
    seed,
  );
}

/** Places of a kind, the smallest first. @param withStraddling with every hex that lies across their borders */
export function places(system: System, kind: string, withStraddling: boolean): Units[] {
  const own = system.sets.filter(({ names }) => names.some((name) => name.startsWith(`${kind} `)));
  return own
    .map(({ units }) => (withStraddling ? withHexesAcross(system, units) : units))
    .filter((units) => units.length > 1)
    .sort((a, b) => a.length - b.length);
}

function withHexesAcross({ sets, holders }: System, units: Units): Units {
  const own = new Set(units);
  const all = new Set(units);
  for (const at of new Set(units.flatMap((unit) => holders[unit] ?? []))) {
    const set = sets[at];
    if (set?.names.some((name) => name.startsWith('hex ')) && set.units.some((unit) => !own.has(unit)))
      for (const unit of set.units) all.add(unit);
  }
  return [...all].sort((a, b) => a - b);
}

export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomFrom(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
