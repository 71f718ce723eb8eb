/** The fields that a column of a district's export can be. All other columns are never read. */
import { type Phrase, phrase } from '../messages/phrase.ts';
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

/** Use of a column: a field, or a mark of homelessness, which several columns may carry. */
export type Use = Field | 'homeless';

/** Column of each field, from 0; the file lacks fields that are not there. */
export interface Mapping extends Partial<Record<Field, number>> {
  /**
   * Columns that mark homelessness besides the address type: a flag, a nighttime residence, days of a program. A student has no
   * place if any of them says so.
   */
  homeless?: readonly number[];
}

/** Every column in use, with its use; in the order of FIELDS, then those of homelessness. */
export function usesOf(mapping: Mapping): readonly { readonly use: Use; readonly column: number }[] {
  const fields = FIELDS.flatMap((use) => {
    const column = mapping[use];
    return column === undefined ? [] : [{ use, column }];
  });
  return [...fields, ...(mapping.homeless ?? []).map((column) => ({ use: 'homeless' as const, column }))];
}

/** Whether any column marks students without a fixed residence. */
export function tellsResidence({ address_type: type, homeless = [] }: Mapping): boolean {
  return type !== undefined || homeless.length > 0;
}

/** What a mapping still lacks; empty if it is usable. */
export function mappingFaults(mapping: Mapping): Phrase[] {
  const faults: Phrase[] = [];
  if (mapping.student_id === undefined) faults.push(phrase('mapping.no-number'));
  const hasPoint = mapping.point !== undefined || (mapping.latitude !== undefined && mapping.longitude !== undefined);
  if (!hasPoint && (mapping.latitude !== undefined || mapping.longitude !== undefined))
    faults.push(phrase('mapping.half-point'));
  else if (!hasPoint && mapping.address === undefined) faults.push(phrase('mapping.no-home'));
  if (mapping.address === undefined && STREET_PARTS.some((part) => mapping[part] !== undefined))
    faults.push(phrase('mapping.parts'));
  const fieldsOf = new Map<number, Use[]>();
  for (const { use, column } of usesOf(mapping)) fieldsOf.set(column, [...(fieldsOf.get(column) ?? []), use]);
  for (const uses of fieldsOf.values()) if (uses.length > 1) faults.push(phrase('mapping.several', { uses }));
  return faults;
}
