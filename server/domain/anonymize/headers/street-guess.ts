/** Finds the columns of an address in parts, by their names, their values and their neighbors. */

import type { Field, Mapping } from '../fields.ts';
import { PART_NAMES, partText, STREET_NAMES, STREET_PARTS, type StreetPart } from '../place/street-parts.ts';
import { isStreetDirection, isStreetType } from '../place/street-words.ts';
import { bareName, ownNames } from './column-names.ts';

type Basis = Partial<Record<Field, 'name' | 'values'>>;
type Samples = readonly (readonly string[])[];
type Part = Exclude<StreetPart, 'address'> | 'unit_type';

const PARTS: readonly Part[] = [...STREET_PARTS.filter((part) => part !== 'address'), 'unit_type'];

/**
 * A street without its number would merge a whole street into one household, so both are needed: a column of streets counts only
 * with a column of house numbers, and these only if the street stands alone; types and directions then belong to it. If the address
 * column is complete, no parts are read.
 */
export function takeStreetParts(header: readonly string[], samples: Samples, mapping: Mapping, by: Basis): void {
  const names = header.map((name) => partNames(bareName(name)));
  takeStreetName(names, mapping, by);
  takePlainNumber(names, samples, mapping, by);
  if (mapping.house_number === undefined || !isStreetAlone(names, samples, mapping)) {
    for (const part of PARTS) if (part !== 'unit_type') forget(part, mapping, by);
    return;
  }
  for (const [column, ownNames] of names.entries()) {
    if (mapping.address_type !== column && Object.values(mapping).includes(column)) continue;
    const part = namedPart(ownNames, mapping) ?? doubtfulPart(ownNames, column, valuesOf(samples, column), mapping);
    if (part === undefined || mapping[part] !== undefined) continue;
    if (mapping.address_type === column) forget('address_type', mapping, by);
    mapping[part] = column;
    by[part] = 'name';
  }
}

/** A name without the words for owner, street and text: "streetprefixcode", "prefix". */
function partNames(bare: string): readonly string[] {
  const own = ownNames(bare).flatMap((name) => [name, name.replace(/(?:text|code|cd|desc|abbr|abrv)$/, '')]);
  return [...new Set(own.flatMap((name) => [name, name.replace(/^(?:street|str|st|situs|calle)(?=.)/, '')]))];
}

const KNOWN_PARTS = (Object.entries(PART_NAMES) as [Part, string][]).map(
  ([part, names]) => [part, new Set(names.split(/\s+/))] as const,
);

function namedPart(names: readonly string[], mapping: Mapping): Part | undefined {
  return KNOWN_PARTS.find(([part, known]) => mapping[part] === undefined && names.some((name) => known.has(name)))?.[0];
}

function forget(field: Field, mapping: Mapping, by: Basis): void {
  delete mapping[field];
  delete by[field];
}

function valuesOf(samples: Samples, column: number): string[] {
  return samples.map((row) => partText(row[column] ?? '')).filter((value) => value !== '');
}

const STREETS = new Set(STREET_NAMES.split(' '));

function takeStreetName(names: readonly (readonly string[])[], mapping: Mapping, by: Basis): void {
  if (mapping.address !== undefined || mapping.house_number === undefined) return;
  const street = names.findIndex((own) => own.some((name) => STREETS.has(name)));
  if (street < 0) return;
  mapping.address = street;
  by.address = 'name';
}

/** A column "Number" or "No" before a column of streets holds house numbers, unless it is the student's number. */
function takePlainNumber(names: readonly (readonly string[])[], samples: Samples, mapping: Mapping, by: Basis): void {
  const { address = names.findIndex((own) => own.some((name) => STREETS.has(name))), student_id } = mapping;
  if (mapping.house_number !== undefined || !names[address]?.some((name) => STREETS.has(name))) return;
  const column = names.findIndex(
    (own, at) =>
      at !== student_id && at < address && address - at <= NEIGHBORS && own.some((name) => NUMBERS.has(name)),
  );
  if (column < 0 || !valuesOf(samples, column).every((value) => /^\d+[A-Za-z]?(?:\.0+)?$/.test(value))) return;
  mapping.house_number = column;
  by.house_number = 'name';
  mapping.address ??= address;
  by.address ??= 'name';
}

const NUMBERS = new Set('number num no nbr hse house numero'.split(' '));
/** House number, direction and type may come between. */
const NEIGHBORS = 3;

function isStreetAlone(names: readonly (readonly string[])[], samples: Samples, mapping: Mapping): boolean {
  const { address, house_number: number } = mapping;
  if (address === undefined || number === undefined || !names[address]?.some((name) => STREETS.has(name))) return false;
  const rows = samples.filter((row) => (row[address] ?? '').trim() !== '' && (row[number] ?? '').trim() !== '');
  const whole = rows.filter((row) => (row[address] ?? '').trim().startsWith(`${(row[number] ?? '').trim()} `));
  return rows.length === 0 || whole.length * 2 < rows.length;
}

/**
 * The part in a column with an ambiguous name: "Type" may be that of the address, and "Prefix" a person's title. Its values
 * decide; without values, its position among the parts.
 */
function doubtfulPart(
  names: readonly string[],
  column: number,
  values: readonly string[],
  mapping: Mapping,
): Part | undefined {
  const { house_number: number = -1, address = -1 } = mapping;
  const isBefore = column > number && column < address;
  const isAfter = column > address && column <= address + NEIGHBORS;
  const most = (test: (value: string) => boolean) => values.filter(test).length > values.length * 0.8;
  const is = (known: ReadonlySet<string>) => names.some((name) => known.has(name));
  if (is(TYPES) && (most(isStreetType) || (values.length === 0 && isAfter))) return 'street_type';
  if (is(PREFIXES) && (most(isStreetDirection) || (values.length === 0 && isBefore))) return 'street_direction';
  if (is(DIRECTIONS) && (most(isStreetDirection) || values.length === 0))
    return isAfterName(names, column, mapping) ? 'street_postdirection' : 'street_direction';
  return is(SUFFIXES) && most(isStreetDirection) ? 'street_postdirection' : undefined;
}

/** Infinite Campus calls the direction after the street `address.dir`; any other stands where it is spoken. */
function isAfterName(names: readonly string[], column: number, mapping: Mapping): boolean {
  if (mapping.street_postdirection !== undefined) return false;
  return mapping.street_direction !== undefined || names.includes('addressdir') || column > (mapping.address ?? -1);
}

const TYPES = new Set('type suffix sfx suf tag tipo sufijo'.split(' '));
const PREFIXES = new Set('prefix pre pfx prefixdirectional prefijo direccionprefijo prefijodireccion'.split(' '));
const DIRECTIONS = new Set('dir direction orientacion streetdir streetdirection stdir stdirection'.split(' '));
const SUFFIXES = new Set('suffix suf sfx post sufijo direccionsufijo sufijodireccion'.split(' '));
