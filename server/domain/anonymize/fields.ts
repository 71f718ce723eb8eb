/** What a column of a district's export can be to the anonymizer. Every column that is none of these is never read. */
import { QUESTION_NAMES } from '../survey/question-name.ts';
import { QUESTIONS, type Question } from '../survey.ts';
import { STREET_PARTS } from './place/street-parts.ts';

export const PLACE_FIELDS = ['latitude', 'longitude', 'point'] as const;
export const ADDRESS_FIELDS = [...STREET_PARTS, 'unit_type', 'unit', 'city', 'state', 'zip'] as const;
const OTHER_FIELDS = ['student_id', 'household_id', 'district', 'address_type', 'grade_level', 'answered_at'] as const;

export type OwnField = (typeof OTHER_FIELDS)[number] | (typeof PLACE_FIELDS)[number] | (typeof ADDRESS_FIELDS)[number];
export type Field = OwnField | Question;

const OWN_FIELDS: readonly OwnField[] = [
  'student_id',
  ...STREET_PARTS,
  'unit_type',
  'unit',
  'city',
  'state',
  'zip',
  'latitude',
  'longitude',
  'point',
  'address_type',
  'household_id',
  'grade_level',
  'district',
  'answered_at',
];
export const FIELDS: readonly Field[] = [...OWN_FIELDS, ...QUESTIONS];

/** What a column can be used for: a field, or to tell of homelessness, for which there may be several columns. */
export type Use = Field | 'homeless';

export interface FieldWords {
  readonly name: string;
  readonly becomes: string;
}

const PART_OF_ADDRESS = 'part of the address, which becomes part of a household pseudonym; it stays here';

/** What a person reads, and what becomes of the column. */
export const FIELD_WORDS: Readonly<Record<Use, FieldWords>> = {
  student_id: { name: 'Student number', becomes: 'a pseudonym; the number itself stays here' },
  address: { name: 'Street address', becomes: 'part of a household pseudonym; the address itself stays here' },
  house_number: {
    name: 'House number, where the street stands alone',
    becomes: 'part of a household pseudonym; the number itself stays here',
  },
  number_prefix: { name: 'Before the house number (N6W2)', becomes: PART_OF_ADDRESS },
  number_suffix: { name: 'After the house number (B, 1/2)', becomes: PART_OF_ADDRESS },
  street_modifier: { name: 'Before the street name: a word such as Old', becomes: PART_OF_ADDRESS },
  street_direction: { name: 'Before the street name: direction', becomes: PART_OF_ADDRESS },
  street_pretype: { name: 'Before the street name: type (County Road)', becomes: PART_OF_ADDRESS },
  street_separator: { name: 'Before the street name: words between (of the)', becomes: PART_OF_ADDRESS },
  street_type: { name: 'After the street name: type (St, Rd)', becomes: PART_OF_ADDRESS },
  street_postdirection: { name: 'After the street name: direction', becomes: PART_OF_ADDRESS },
  street_postmodifier: { name: 'After the street name: a word such as Extension', becomes: PART_OF_ADDRESS },
  unit_type: { name: 'Kind of unit (Apt, Lot)', becomes: PART_OF_ADDRESS },
  unit: { name: 'Apartment or unit', becomes: 'part of a household pseudonym; the unit itself stays here' },
  city: { name: 'City', becomes: 'part of a household pseudonym; the city itself stays here' },
  state: { name: 'State of the address', becomes: 'used to match the address; it stays here' },
  zip: { name: 'ZIP code', becomes: 'part of a household pseudonym; the ZIP code itself stays here' },
  latitude: { name: 'Latitude', becomes: 'a hexagon of about 180 acres; the coordinate itself stays here' },
  longitude: { name: 'Longitude', becomes: 'a hexagon of about 180 acres; the coordinate itself stays here' },
  point: {
    name: 'Latitude and longitude in one column',
    becomes: 'a hexagon of about 180 acres; the point itself stays here',
  },
  address_type: {
    name: 'Type of address',
    becomes: 'tells students with no fixed residence, who are counted without a place; the type itself stays here',
  },
  homeless: {
    name: 'Homelessness',
    becomes: 'tells students with no fixed residence, who are counted without a place; what it says stays here',
  },
  household_id: { name: 'Household number', becomes: 'a household pseudonym; the number itself stays here' },
  grade_level: { name: 'Grade', becomes: 'a grade code' },
  answered_at: {
    name: 'When it was answered',
    becomes: 'tells which answers of a student are the latest; the time itself stays here',
  },
  district: { name: 'District (LEAID)', becomes: 'the district, to leave out rows of others' },
  ...(Object.fromEntries(
    QUESTIONS.map((question) => [
      question,
      { name: QUESTION_NAMES[question], becomes: 'the standard code of the answer' },
    ]),
  ) as Record<Question, FieldWords>),
};

/** Column of each field, from 0; a field that is not there is not in the file. */
export interface Mapping extends Partial<Record<Field, number>> {
  /**
   * Columns that tell of homelessness beside the type of address: a flag, a residence at night, days of a program. A student is
   * without a place when any says so.
   */
  homeless?: readonly number[];
}

/** Every column that is read, with what for; in the order of FIELDS, those of homelessness after them. */
export function usesOf(mapping: Mapping): readonly { readonly use: Use; readonly column: number }[] {
  const fields = FIELDS.flatMap((use) => {
    const column = mapping[use];
    return column === undefined ? [] : [{ use, column }];
  });
  return [...fields, ...(mapping.homeless ?? []).map((column) => ({ use: 'homeless' as const, column }))];
}

/** Whether any column tells of students with no fixed residence. */
export function tellsResidence({ address_type: type, homeless = [] }: Mapping): boolean {
  return type !== undefined || homeless.length > 0;
}

/** What is still missing before a mapping can be used, in words; empty when it can. */
export function mappingFaults(mapping: Mapping): string[] {
  const faults: string[] = [];
  if (mapping.student_id === undefined) faults.push('Choose the column of student numbers.');
  const hasPoint = mapping.point !== undefined || (mapping.latitude !== undefined && mapping.longitude !== undefined);
  if (!hasPoint && (mapping.latitude !== undefined || mapping.longitude !== undefined))
    faults.push('Choose both the latitude and the longitude, or neither.');
  else if (!hasPoint && mapping.address === undefined)
    faults.push('Choose where a home is: latitude and longitude, or the street address.');
  if (mapping.address === undefined && STREET_PARTS.some((part) => mapping[part] !== undefined))
    faults.push('Choose the column of streets that the house numbers and other parts belong to, or none of the parts.');
  const fieldsOf = new Map<number, Use[]>();
  for (const { use, column } of usesOf(mapping)) fieldsOf.set(column, [...(fieldsOf.get(column) ?? []), use]);
  for (const fields of fieldsOf.values())
    if (fields.length > 1)
      faults.push(
        `One column is chosen for several things: ${fields.map((field) => FIELD_WORDS[field].name).join(', ')}. Keep one.`,
      );
  return faults;
}
