/** Maps the columns of a file of places. */
import { type Refusal, refusal } from '../../platform/problem.ts';
import { COLUMN_NAMES as NAMES, plainName } from './column-names.ts';
import type { PlaceKind } from './kinds.ts';

export interface PlaceColumns {
  /** Null: the features' own ids, which GeoJSON stores outside the properties. */
  readonly id: string | null;
  /** Identifiers lack their state, as in COUNTYFP: always, or where they are that short. */
  readonly part?: 'always' | 'where short';
  readonly name: string;
  /** Distinguishes places of one name: "Fairfax city" from "Fairfax", or the county or city around a place. */
  readonly fullName?: string;
  /** Census class: 06 is a county, 25 an independent city. */
  readonly designation?: string;
  readonly county?: string;
  readonly city?: string;
  readonly state: string | undefined;
  readonly population: string | undefined;
}

export interface ColumnsAsked {
  readonly idColumn?: string | undefined;
  readonly nameColumn?: string | undefined;
  /** Columns that hold states. @default all named so */
  readonly stateColumns?: readonly string[];
  /** Features carry identifiers of their own. */
  readonly ownIds?: boolean;
}

/** @throws Refusal when a requested column is missing, or none looks like an identifier or a name */
export function placeColumns(kind: PlaceKind, fields: readonly string[], asked: ColumnsAsked): PlaceColumns {
  const identifier = identifiers(kind, fields, asked);
  const name = called(fields, asked.nameColumn) ?? column(fields, [...NAMES.name, ...NAMES.nameOf[kind]]);
  if (name === undefined) throw missing('names', '--name-column', fields);
  const fullName = column(fields, NAMES.fullName);
  const designation = column(fields, ['lsad']);
  const county = column(fields, NAMES.countyName);
  const city = column(fields, NAMES.city);
  const [state] = asked.stateColumns ?? stateColumns(fields);
  return {
    ...identifier,
    name,
    ...(fullName && fullName !== name ? { fullName } : {}),
    ...(designation ? { designation } : {}),
    ...(county && county !== name && kind !== 'county' ? { county } : {}),
    ...(city && city !== name && kind !== 'town' ? { city } : {}),
    state,
    population: column(fields, NAMES.population),
  };
}

/** Columns with a state's name, best first. */
export function stateColumns(fields: readonly string[]): string[] {
  return [...new Set(NAMES.state.flatMap((alias) => named(fields, alias)))];
}

function identifiers(
  kind: PlaceKind,
  fields: readonly string[],
  asked: ColumnsAsked,
): Pick<PlaceColumns, 'id' | 'part'> {
  const short = LONE_NUMBERS.includes(kind) ? ({ part: 'where short' } as const) : {};
  const chosen = called(fields, asked.idColumn);
  if (chosen !== undefined) return isPart(kind, chosen) ? { id: chosen, part: 'always' } : { id: chosen, ...short };
  // The GEOID or FIPS code in a school's row identifies the area around it.
  const whole = column(fields, kind === 'school' ? NAMES.idOf[kind] : [...NAMES.idOf[kind], ...NAMES.id]);
  if (whole !== undefined) return { id: whole, ...short };
  const alone = column(fields, NAMES.partOf[kind]);
  if (alone !== undefined) return { id: alone, part: 'always' };
  // A column "id" may be a mere row number, which must not become a district's identifier.
  const loose = column(fields, NAMES.looseId);
  if (loose !== undefined) return { id: loose };
  if (asked.ownIds) return { id: null };
  throw missing('identifiers', '--id-column', fields);
}

/** Kinds whose full identifiers are longer than any part after the state. */
const LONE_NUMBERS: readonly PlaceKind[] = ['county', 'senate_district', 'house_district', 'congressional_district'];

function isPart(kind: PlaceKind, field: string): boolean {
  return NAMES.partOf[kind].includes(plainName(field));
}

function called(fields: readonly string[], asked: string | undefined): string | undefined {
  if (asked === undefined) return undefined;
  const found = fields.find((field) => field.toLowerCase() === asked.toLowerCase());
  if (found !== undefined) return found;
  throw refusal('places.columns', 400, { asked, fields });
}

function column(fields: readonly string[], aliases: readonly string[]): string | undefined {
  return aliases.flatMap((alias) => named(fields, alias))[0];
}

/** Of GEOID, GEOID10 and GEOID20: the one without a year, else the newest. */
function named(fields: readonly string[], alias: string): string[] {
  return fields.filter((field) => isNamed(field, alias)).sort((a, b) => yearOf(a) - yearOf(b));
}

function isNamed(field: string, alias: string): boolean {
  const name = plainName(field);
  // A Shapefile cuts names to ten letters.
  return name === alias || (field.length === 10 && name.length >= 8 && alias.startsWith(name));
}

function yearOf(field: string): number {
  const digits = /\d+$/.exec(field)?.[0];
  return digits === undefined ? Number.NEGATIVE_INFINITY : -Number(digits);
}

function missing(what: string, flag: string, fields: readonly string[]): Refusal {
  return refusal('places.columns/missing', 400, { what, flag, fields });
}
