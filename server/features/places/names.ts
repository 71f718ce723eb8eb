/** Names of places, and how to distinguish equal ones. */
import { countyName } from '../../domain/county-name.ts';
import type { PlaceKind } from './kinds.ts';

interface Written {
  readonly kind: PlaceKind;
  readonly id: string;
  /** NAME, NAMELSAD and LSAD of the Census; empty where the file has none. */
  readonly short: string;
  readonly full: string;
  readonly designation: string;
  /** The area around the place. */
  readonly county: string;
  readonly city: string;
}

/**
 * A place's short name, then longer ones to distinguish it from others. The full name comes first if the
 * short one says too little: a district's bare number, and a county that is not called County ("Acadia Parish", "Fairfax city").
 *
 * @returns nothing where the place has no name
 */
export function namesOf({ kind, id, short, full, designation, county, city }: Written): string[] {
  const longer = full || designated(short, designation);
  if (short === '' && longer === '') return [];
  const first = short === '' || saysTooLittle(kind, short, longer) ? longer || short : short;
  const within = [county && countyName(county), city].filter((place) => /\p{L}/u.test(place));
  const others = [longer, kind === 'county' ? countyName(short || longer, id) : ''].filter((name) => name !== '');
  return [...new Set([first, ...others, ...within.map((place) => `${first} (${place})`)])];
}

function saysTooLittle(kind: PlaceKind, short: string, longer: string): boolean {
  if (longer === '') return false;
  if (kind === 'tribal') return true;
  return kind === 'county' ? longer !== `${short} County` : !/\p{L}{2}/u.test(short);
}

function designated(short: string, designation: string): string {
  const word = DESIGNATIONS[designation] ?? (/^\p{L}[\p{L} ]+$/u.test(designation) ? designation : '');
  return short === '' || word === '' || short.endsWith(word) ? '' : `${short} ${word}`;
}

/** Legal and statistical area descriptions of the Census that follow a name, by code. */
const DESIGNATIONS: Readonly<Record<string, string>> = {
  '03': 'City and Borough',
  '04': 'Borough',
  '05': 'Census Area',
  '06': 'County',
  12: 'Municipality',
  13: 'Municipio',
  15: 'Parish',
  21: 'borough',
  25: 'city',
  37: 'municipality',
  43: 'town',
  44: 'township',
  47: 'village',
  57: 'CDP',
};

export interface NamedPlace {
  readonly id: string;
  readonly stateFips: string;
  readonly name: string;
  /** The name without any distinguishing addition; places are grouped by it. */
  readonly shortName: string;
  /** Longer names, best first. */
  readonly longerNames: readonly string[];
}

/**
 * New names for places that share their short name within the state: the first of their longer names in which
 * all of them differ, at last with the identifier, so that all names are distinct.
 *
 * @param kept places whose names stay
 * @returns by identifier
 */
export function toldApart(
  places: readonly NamedPlace[],
  kept: readonly { readonly stateFips: string; readonly name: string }[],
): Map<string, string> {
  const groups = new Map<string, NamedPlace[]>();
  for (const place of places) {
    const key = keyOf(place.stateFips, place.shortName);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  }
  const taken = countOf(kept.map(({ stateFips, name }) => keyOf(stateFips, name)));
  for (const { stateFips, name } of places) increase(taken, keyOf(stateFips, name), 1);
  const renamed = new Map<string, string>();
  for (const [key, group] of groups) {
    const isAlone = group.every(({ stateFips, name }) => taken.get(keyOf(stateFips, name)) === 1);
    if (group.length === 1 && isAlone) continue;
    for (const { stateFips, name } of group) increase(taken, keyOf(stateFips, name), -1);
    for (const [{ id, stateFips, name: before }, name] of distinctNames(key, group, taken)) {
      increase(taken, keyOf(stateFips, name), 1);
      if (name !== before) renamed.set(id, name);
    }
  }
  return renamed;
}

function distinctNames(
  shared: string,
  group: readonly NamedPlace[],
  taken: ReadonlyMap<string, number>,
): (readonly [place: NamedPlace, name: string])[] {
  const most = Math.max(1, ...group.map(({ longerNames }) => longerNames.length));
  for (let at = 0; at < most; at++) {
    const names = group.map((place) => [place, place.longerNames[at] ?? place.name] as const);
    const keys = names.map(([{ stateFips }, name]) => keyOf(stateFips, name));
    const areFree = keys.every((key) => key !== shared && !taken.get(key));
    if (areFree && new Set(keys).size === group.length) return names;
  }
  return group.map((place) => [place, `${place.name} (${place.id})`] as const);
}

function keyOf(stateFips: string, name: string): string {
  return `${stateFips} ${name.toLowerCase().replace(/\s+/g, ' ')}`;
}

function countOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) increase(counts, key, 1);
  return counts;
}

function increase(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
