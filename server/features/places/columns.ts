/** Which column of a file of places holds what. */
import { Refusal } from '../../platform/problem.ts';
import type { PlaceKind } from './kinds.ts';

export interface PlaceColumns {
  readonly id: string;
  readonly name: string;
  readonly state: string | undefined;
  readonly population: string | undefined;
}

/** Names in TIGER/Line, NCES EDGE, us-atlas and GeoNames files, without case and punctuation, best first. */
const IDS = ['geoid', 'geoid20', 'geoid10', 'geoid24', 'geoidfq', 'geoidfq20', 'id', 'fips', 'code'];
const OWN_IDS: Partial<Record<PlaceKind, readonly string[]>> = {
  school_district: ['leaid'],
  town: ['id', 'geonameid'],
};
const NAMES = ['name', 'namelsad', 'name20', 'namelsad20', 'name10', 'namelsad10', 'label', 'district'];
const STATES = ['statefp', 'statefp20', 'statefp10', 'state', 'statefips', 'opstfips', 'stfip'];
const POPULATIONS = ['population', 'pop', 'pop2020', 'totalpop'];

/** @throws Refusal when a column asked for is missing, or none looks like an identifier or a name */
export function placeColumns(
  kind: PlaceKind,
  fields: readonly string[],
  asked: { idColumn?: string | undefined; nameColumn?: string | undefined },
): PlaceColumns {
  const id = column(fields, asked.idColumn, [...(OWN_IDS[kind] ?? []), ...IDS]);
  const name = column(fields, asked.nameColumn, NAMES);
  if (id === undefined) throw missing('identifiers', '--id-column', fields);
  if (name === undefined) throw missing('names', '--name-column', fields);
  return { id, name, state: column(fields, undefined, STATES), population: column(fields, undefined, POPULATIONS) };
}

function column(fields: readonly string[], asked: string | undefined, aliases: readonly string[]): string | undefined {
  if (asked !== undefined) {
    const found = fields.find((field) => field.toLowerCase() === asked.toLowerCase());
    if (found !== undefined) return found;
    throw new Refusal('places.columns', 400, `The file has no column "${asked}". It has ${fields.join(', ')}.`);
  }
  for (const alias of aliases) {
    const found = fields.find((field) => field.toLowerCase().replace(/[^a-z0-9]/g, '') === alias);
    if (found !== undefined) return found;
  }
  return undefined;
}

function missing(what: string, flag: string, fields: readonly string[]): Refusal {
  return new Refusal(
    'places.columns',
    400,
    `No column looks like ${what}. The file has ${fields.join(', ')}; name the right one with ${flag}.`,
  );
}
