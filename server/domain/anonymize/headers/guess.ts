/** Guesses a mapping, by names, then by values. */
import { hasTimeOfDay, readMoment } from '../../survey/moment.ts';
import { QUESTIONS } from '../../survey.ts';
import { FIELDS, type Field, type Mapping, usesOf } from '../fields.ts';
import { namesNoFixedResidence } from '../residence/residence.ts';
import { bareName, fieldOfName, type NamedField } from './column-names.ts';
import { wordsOf } from './header-text.ts';
import { isNamedForElse, isNeutralForAddress, isNeutralForPoint, isOfForm } from './place-names.ts';
import { takeStreetParts } from './street-guess.ts';

export interface Guess {
  readonly mapping: Mapping;
  /** The basis of each guess. */
  readonly by: Partial<Record<Field, 'name' | 'values'>>;
}

/**
 * @param header names of the columns
 * @param samples some rows, examined here and never stored
 */
export function guessMapping(header: readonly string[], samples: readonly (readonly string[])[]): Guess {
  const mapping: Mapping = {};
  const by: Guess['by'] = {};
  const named = namesIn(header);
  for (const field of FIELDS) {
    const best = named
      .filter((candidate) => candidate.field === field)
      .sort((a, b) => a.rank - b.rank || a.column - b.column)[0];
    if (!best) continue;
    mapping[field] = best.column;
    by[field] = 'name';
  }
  const homeless = residenceColumns(named, mapping.address_type);
  const take = (field: Field, column: number) => {
    mapping[field] = column;
    by[field] = 'values';
  };
  takeStreetParts(header, samples, mapping, by);
  leaveOtherTimes(header, samples, mapping, by);
  const columns = header.map((name, column) => ({ name, column, values: samples.map((row) => row[column] ?? '') }));
  const free = () => {
    const taken = new Set([...usesOf(mapping).map(({ column }) => column), ...homeless]);
    return columns.filter(({ column }) => !taken.has(column));
  };
  if (!hasPoint(mapping))
    for (const { name, column, values } of free()) {
      // A form's "Location" and "GPS" are where a phone was; "Location (latitude)" may be any place's.
      const isDoubtful = /\b(?:gps|location)\b/.test(wordsOf(name));
      if (isDoubtful ? isOfForm(header) || !isLocationOrGps(name) : isNamedForElse(name) || !isNeutralForPoint(name))
        continue;
      const shape = coordinateShape(values);
      if (shape !== undefined && mapping[shape] === undefined) take(shape, column);
    }
  if (mapping.student_id === undefined) {
    const numbers = free().find(({ name, values }) => !OTHER_NUMBERS.test(bareName(name)) && areStudentNumbers(values));
    if (numbers) take('student_id', numbers.column);
  }
  if (mapping.address === undefined) {
    const streets = free().find(
      ({ name, values }) => isNeutralForAddress(name) && !isNamedForElse(name) && areStreets(values),
    );
    if (streets) take('address', streets.column);
  }
  for (const { name, column, values } of free()) {
    if (/school|enrol|employ|birth/.test(bareName(name)) || !areAddressTypes(values)) continue;
    if (mapping.address_type === undefined) take('address_type', column);
    else homeless.push(column);
  }
  if (homeless.length > 0) mapping.homeless = homeless;
  if (mapping.point !== undefined && mapping.latitude !== undefined && mapping.longitude !== undefined) {
    delete mapping.point;
    delete by.point;
  }
  return { mapping, by };
}

/** Columns about homelessness, and columns of residence besides the address type. */
function residenceColumns(named: ReturnType<typeof namesIn>, addressType: number | undefined): number[] {
  return named
    .filter(({ field, rank, column }) =>
      field === 'address_type' ? column !== addressType && rank < ONLY_IF_ALONE : field === 'homeless',
    )
    .map(({ column }) => column);
}

/** "Type" alone may be the type of anything. */
const ONLY_IF_ALONE = 2;

/** Number of distinct fields a line names: several in a header, hardly any in a row of data. */
export function fieldsNamed(line: readonly string[]): number {
  return new Set(namesIn(line).map(({ field }) => field)).size;
}

/** A single letter names a column only as "x" beside "y", once each: alone it is a tick or an answer. */
function namesIn(line: readonly string[]): (NamedField & { readonly column: number })[] {
  const letters = line.map(bareName).filter((bare) => bare.length === 1);
  const isPair =
    letters.filter((letter) => letter === 'x').length === 1 && letters.filter((y) => y === 'y').length === 1;
  return line.flatMap((text, column) => {
    const known = fieldOfName(text);
    return known && (isPair || bareName(text).length > 1) ? [{ ...known, column }] : [];
  });
}

function isLocationOrGps(name: string): boolean {
  return wordsOf(name) === 'location' || isNeutralForPoint(name);
}

function hasPoint(mapping: Mapping): boolean {
  return mapping.point !== undefined || (mapping.latitude !== undefined && mapping.longitude !== undefined);
}

/** Whether a column's values look like latitudes or longitudes of the United States, or both in one. */
function coordinateShape(values: readonly string[]): 'latitude' | 'longitude' | 'point' | undefined {
  if (most(values, (value) => /^-?\d{1,3}\.\d{3,}\s*[,; ]\s*-?\d{1,3}\.\d{3,}$|^POINT\s*\(/i.test(value)))
    return 'point';
  const isDecimal = (value: string) => /^-?\d{1,3}\.\d{3,}$/.test(value);
  if (most(values, (value) => isDecimal(value) && Number(value) > 13 && Number(value) < 72)) return 'latitude';
  if (most(values, (value) => isDecimal(value) && Number(value) < -64 && Number(value) > -180)) return 'longitude';
  return undefined;
}

/** Unique numbers that do not identify a student, such as another system's. */
const OTHER_NUMBERS =
  /phone|tel|cell|mobile|ssn|social|birth|dob|date|mail|zip|postal|bus|locker|lunch|pin|lat|lon|school|teacher/;

/** Few samples prove nothing: even a column of ages may differ in five rows. */
const LEAST_NUMBERS = 20;

function areStudentNumbers(values: readonly string[]): boolean {
  const present = presentOf(values);
  return (
    present.length >= LEAST_NUMBERS &&
    new Set(present).size >= present.length * 0.95 &&
    most(values, (value) => /^[A-Za-z]{0,3}\d{4,12}$/.test(value))
  );
}

function areStreets(values: readonly string[]): boolean {
  return most(values, (value) => /^\d+[A-Za-z]?(?:-\d+)? +\S*[A-Za-z]/.test(value));
}

/** Few, repeated values, some of them places without a fixed residence. */
function areAddressTypes(values: readonly string[]): boolean {
  const different = new Set(presentOf(values).map((value) => value.toLowerCase()));
  return (
    different.size <= MOST_ADDRESS_TYPES &&
    [...different].every((value) => value.length <= LONGEST_ADDRESS_TYPE) &&
    [...different].some(namesNoFixedResidence)
  );
}

const MOST_ADDRESS_TYPES = 12;
const LONGEST_ADDRESS_TYPE = 60;

function presentOf(values: readonly string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

const LEAST_PRESENT = 3;

function most(values: readonly string[], test: (value: string) => boolean): boolean {
  const present = presentOf(values);
  return present.length >= LEAST_PRESENT && present.filter(test).length > present.length * 0.8;
}

/** A date of enrollment or moving is not a time of answering: requires answers, and times of day if the name is ambiguous. */
function leaveOtherTimes(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  mapping: Mapping,
  by: Guess['by'],
): void {
  const { answered_at: column } = mapping;
  if (column === undefined) return;
  const values = presentOf(samples.map((row) => row[column] ?? ''));
  const isSure = fieldOfName(header[column] ?? '')?.rank === 0;
  const isTime = (value: string) => readMoment(value) !== undefined && (isSure || hasTimeOfDay(value));
  const isAsked = QUESTIONS.some((question) => mapping[question] !== undefined);
  if (isAsked && values.filter(isTime).length > values.length * 0.8) return;
  delete mapping.answered_at;
  delete by.answered_at;
}
