/** How the fields are laid out for a person, and what is said of each choice. */
import { type Field, type Mapping, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import { QUESTIONS } from '../../../../server/domain/survey.ts';
import type { Column, Opened } from './protocol.ts';

export interface FieldGroup {
  readonly title: string;
  readonly note: string;
  readonly fields: readonly Field[];
  /** Shown folded where none of its fields is chosen: few exports have them. */
  readonly isRare?: true;
}

export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Who',
    note: 'The student number is needed, so that a student is counted once and recognized next year.',
    fields: ['student_id', 'household_id', 'district'],
  },
  {
    title: 'Where',
    note: 'Either coordinates or the street address are needed. With both, coordinates tell the place, and the address who lives together.',
    fields: [
      'latitude',
      'longitude',
      'point',
      'address',
      'house_number',
      'unit',
      'city',
      'state',
      'zip',
      'address_type',
    ],
  },
  {
    title: 'Where the street is in parts',
    note: 'Where number, street, type and direction stand in columns of their own, they are put together into one address. Choose the column of street names as the street address above.',
    fields: [
      'number_prefix',
      'number_suffix',
      'street_modifier',
      'street_direction',
      'street_pretype',
      'street_separator',
      'street_type',
      'street_postdirection',
      'street_postmodifier',
      'unit_type',
    ],
    isRare: true,
  },
  { title: 'Grade', note: 'If your export has it.', fields: ['grade_level'] },
  {
    title: 'What families answered',
    note: 'As many as your export has. A question without a column counts as not answered.',
    fields: [...QUESTIONS, 'answered_at'],
  },
];

/** By what was guessed, so that a table does not fold under the hands of who chooses in it. */
export function isFolded({ fields, isRare }: FieldGroup, { mapping }: Opened): boolean {
  return isRare === true && fields.every((field) => mapping[field] === undefined);
}

export function unreadColumns(columns: readonly Column[], mapping: Mapping): readonly Column[] {
  const read = new Set(usesOf(mapping).map(({ column }) => column));
  return columns.filter((_, column) => !read.has(column));
}

/** What the choice of a field rests on, in words; empty when nothing is chosen. */
export function basisOf(field: Field, mapping: Mapping, opened: Opened, isRemembered: boolean): string {
  const column = mapping[field];
  if (column === undefined) return '';
  if (column === opened.mapping[field] && !isRemembered)
    return opened.by[field] === 'values' ? 'Guessed from its values' : 'Guessed from its name';
  return isRemembered ? 'As last time' : 'Chosen by you';
}
