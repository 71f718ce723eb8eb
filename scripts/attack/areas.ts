/** Areas that programs are made of: random hexes, whole counties with the hexes across their borders, senate districts, the state. */
import { cellToParent, getResolution } from 'h3-js';
import { randomFrom } from './search.ts';
import { landOf, type System, type Unit } from './system.ts';

/** How many areas of each kind are tried. */
export interface Areas {
  readonly hexes6: number;
  readonly hexes5: number;
  readonly counties: number;
  readonly senates: number;
  /** Up to so many patches the state is one more area. */
  readonly state: number;
  readonly seed: number;
}

/** Positions of the units of an area. */
export type Units = readonly number[];

export function areasOf(system: System, wanted: Areas): [what: string, Units[]][] {
  const areas: [string, Units[]][] = [
    ['random res-6 hexes', hexes(system, 6, wanted.seed).slice(0, wanted.hexes6)],
    ['random res-5 hexes', hexes(system, 5, wanted.seed).slice(0, wanted.hexes5)],
    ['counties and the hexes across their borders', places(system, 'county', true).slice(0, wanted.counties)],
    ['senate districts', places(system, 'senate_district', false).slice(0, wanted.senates)],
    ['the whole state', system.units.length <= wanted.state ? [[...system.units.keys()]] : []],
  ];
  return areas.filter(([, units]) => units.length > 0);
}

/** Hexes of a resolution with at least two patches, in random order. */
function hexes({ units }: System, resolution: number, seed: number): Units[] {
  const fine = units.filter(({ h3 }) => getResolution(h3) >= resolution);
  const inside = Map.groupBy(fine, ({ h3 }) => cellToParent(h3, resolution));
  const several = [...inside.values()].filter((found) => found.length > 1);
  return shuffled(several, seed).map((found) => found.map(({ position }) => position));
}

/** Places of a kind, the smallest first. @param withStraddling with every hex that lies across their borders */
function places({ sets, holders }: System, kind: string, withStraddling: boolean): Units[] {
  const across = (own: Units) =>
    [...new Set(own.flatMap((unit) => holders[unit] ?? []))].flatMap((at) => {
      const { name, units } = sets[at] ?? { name: '', units: [] };
      return withStraddling && name.startsWith('hex ') ? units : [];
    });
  return sets
    .filter(({ name }) => name.startsWith(`${kind} `))
    .map(({ units }) => [...new Set([...units, ...across(units)])].sort((a, b) => a - b))
    .filter((units) => units.length > 1)
    .sort((a, b) => a.length - b.length);
}

/** Districts with students in an area, where there are several, and its land. */
export function sharedBy({ units: all }: System, units: Units): { districts: string[]; land: ReadonlySet<string> } {
  const own = units.map((unit) => all[unit] as Unit);
  const districts = [...new Set(own.flatMap(({ leaIds }) => leaIds))];
  return { districts: districts.length > 1 ? districts : [], land: new Set(own.map(landOf)) };
}

export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = randomFrom(seed);
  const drawn = items.map((item) => [random(), item] as const);
  return drawn.sort(([one], [other]) => one - other).map(([, item]) => item);
}
