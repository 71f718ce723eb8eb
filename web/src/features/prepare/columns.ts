/** Layout of the fields, and the explanation of each choice. */
import { type Field, type Mapping, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import { QUESTIONS } from '../../../../server/domain/survey.ts';
import type { Messages } from './messages.ts';
import type { Column, Opened } from './protocol.ts';

export interface FieldGroup {
  /** Key of its words. */
  readonly key: keyof Messages['columns']['groups'];
  readonly fields: readonly Field[];
  /** Folded while none of its fields is chosen: few exports have them. */
  readonly isRare?: true;
}

export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    key: 'who',
    fields: ['student_id', 'household_id', 'district'],
  },
  {
    key: 'where',
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
    key: 'parts',
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
  { key: 'grade', fields: ['grade_level'] },
  {
    key: 'answered',
    fields: [...QUESTIONS, 'answered_at'],
  },
];

/** Depends on the guesses, not the choices, so that a table does not fold while somebody chooses in it. */
export function isFolded({ fields, isRare }: FieldGroup, { mapping }: Opened): boolean {
  return isRare === true && fields.every((field) => mapping[field] === undefined);
}

/** Each with its position among all. */
export function unreadColumns(
  columns: readonly Column[],
  mapping: Mapping,
): readonly { readonly column: Column; readonly at: number }[] {
  const read = new Set(usesOf(mapping).map(({ column }) => column));
  return columns.map((column, at) => ({ column, at })).filter(({ at }) => !read.has(at));
}

export type Basis = keyof Messages['columns']['basis'];

/** The basis of a field's choice; undefined when nothing is chosen. */
export function basisOf(field: Field, mapping: Mapping, opened: Opened, isRemembered: boolean): Basis | undefined {
  const column = mapping[field];
  if (column === undefined) return undefined;
  if (isRemembered) return 'remembered';
  return column === opened.mapping[field] ? (opened.by[field] ?? 'name') : 'chosen';
}

/** Its name in the file, or its position. */
export function nameOf({ columns }: Messages, { name, isNameless }: Column, at: number): string {
  return isNameless ? columns.nameless({ columnNumber: at + 1 }) : name;
}
