/** The fields that show who a row belongs to and those that may be changed, under the export's own column names. */
import { FIELDS, type Field, type Mapping, usesOf } from '../../../../server/domain/anonymize/fields.ts';
import { addressOf } from '../../../../server/domain/anonymize/place/place.ts';
import type { ProblemKind } from '../../../../server/domain/anonymize/problems.ts';
import type { Difference, MendColumn } from './protocol.ts';
import { valueAt } from './rereading.ts';

export class RowContext {
  readonly #header: readonly string[];
  readonly #mapping: Mapping;

  constructor(header: readonly string[], mapping: Mapping) {
    this.#header = header;
    this.#mapping = mapping;
  }

  /** @param column where a value is wrong */
  columnsToMend(kind: ProblemKind, column: number | undefined): readonly MendColumn[] {
    if (isAboutValue(kind)) return this.#columns().filter((one) => one.column === column);
    return MENDED_BY[kind].flatMap((field) => this.#columnOf(field));
  }

  /** Number, grade and address, except those to be mended. */
  who(row: readonly string[], mended: readonly MendColumn[]): readonly string[] {
    const shown = new Set(mended.map(({ field }) => field));
    const { address, unit, city } = addressOf(row, this.#mapping);
    const at = (field: Field) => {
      const column = this.#mapping[field];
      return column === undefined || shown.has(field) ? '' : valueAt(row, column);
    };
    const place = [shown.has('address') ? '' : address, unit, city].map((part) => part.trim()).filter(Boolean);
    return [at('student_id'), at('grade_level'), place.join(', ')].filter(Boolean);
  }

  /** Where a row differs from the kept row of the same student. */
  differences(row: readonly string[], kept: readonly string[]): readonly Difference[] {
    return usesOf(this.#mapping)
      .toSorted((a, b) => a.column - b.column)
      .map(({ column }) => ({ name: this.#header[column] ?? '', column }))
      .map(({ name, column }) => ({ name, here: valueAt(row, column), kept: valueAt(kept, column) }))
      .filter(({ here, kept }) => here.toLowerCase() !== kept.toLowerCase());
  }

  #columns(): readonly MendColumn[] {
    return FIELDS.flatMap((field) => this.#columnOf(field)).sort((a, b) => a.column - b.column);
  }

  #columnOf(field: Field): readonly MendColumn[] {
    const column = this.#mapping[field];
    return column === undefined ? [] : [{ column, field, name: this.#header[column] ?? '' }];
  }
}

/** Answers and grades are mended once, for every row with the same value. */
export function isAboutValue(kind: ProblemKind): boolean {
  return kind === 'grade' || kind === 'answer';
}

const PLACES: readonly Field[] = ['latitude', 'longitude', 'point'];

/** Fields that can be changed to mend a problem; none: the row can only be left out. */
const MENDED_BY: Readonly<Record<ProblemKind, readonly Field[]>> = {
  fields: [],
  student_missing: ['student_id'],
  student_exponent: ['student_id'],
  student_date: ['student_id'],
  student_rounded: ['student_id'],
  student_not_number: ['student_id'],
  duplicate: ['student_id'],
  mailing_only: ['address_type'],
  residence: [],
  no_place: PLACES,
  not_found: ['address', ...PLACES],
  point_unreadable: PLACES,
  point_zero: PLACES,
  point_swapped: PLACES,
  point_sign: PLACES,
  outside_country: PLACES,
  outside_state: PLACES,
  other_district: ['district'],
  grade: [],
  answer: [],
};
