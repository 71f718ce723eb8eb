/** Published numbers in the form of the HTTP API. */
import { type Static, Type } from 'typebox';

const HiddenWord = Type.Union([Type.Literal('low'), Type.Literal('high'), Type.Literal('either')], {
  description: 'low: few or none; high: nearly all; either: not said. Few is under the floor, or little above it.',
});

export const Counts = Type.Object({
  students: Type.Union([Type.Integer(), Type.Null()]),
  households: Type.Union([Type.Integer(), Type.Null()]),
  counts: Type.Record(Type.String(), Type.Union([Type.Integer(), Type.Null()]), {
    description:
      'Students by what families answered; null = hidden, never zero. Of places also by lever, in one reading.',
  }),
  hidden: Type.Record(Type.String(), HiddenWord, { description: 'How each hidden count is hidden.' }),
  estimates: Type.Record(Type.String(), Type.Integer(), {
    description:
      'Students as computed from published numbers and filings, by share of locations: no count of children. Under 10 it reads "fewer than 10" on pages.',
  }),
});
export type Counts = Static<typeof Counts>;

/** A row of `published` with counts. */
export interface CountsRow {
  students: number | null;
  households: number | null;
  counts: (number | null)[];
  hidden: string;
}
