/** What can be wrong with a row of an export, in words. No text here or made here repeats a value of the file. */
import type { Use } from './fields.ts';

export const PROBLEMS = {
  fields: {
    name: 'Wrong number of values',
    advice: 'Look for a stray separator or a missing quotation mark in this line.',
  },
  student_missing: { name: 'No student number', advice: 'Write the student’s number, or leave the row out.' },
  student_exponent: {
    name: 'Student number turned into an exponent',
    advice: 'A spreadsheet shortened the number (1.23E+08). Write it out, or export again with the column as text.',
  },
  student_date: {
    name: 'Student number turned into a date',
    advice: 'A spreadsheet took the number for a date. Write the number, or export again with the column as text.',
  },
  student_rounded: {
    name: 'Student number rounded by a spreadsheet',
    advice:
      'A spreadsheet keeps fifteen digits and writes zeros for the rest, as in every long number of this column. Export again with the column as text.',
  },
  student_not_number: {
    name: 'Not a student number',
    advice: 'It is a formula or has no digit. Write the student’s number, choose another column, or leave the row out.',
  },
  duplicate: {
    name: 'Student repeated, with other details',
    advice: 'The first row is kept. Leave this one out, or correct the student number.',
  },
  mailing_only: {
    name: 'Only a mailing address',
    advice: 'Say so if the student lives there: the address is then taken for the home. Or leave the row out.',
  },
  residence: {
    name: 'Type of address or of homelessness that is not known',
    advice:
      'Say whether the students of this code have a home or are counted without a place: on the page beside the code, in the command by --residence CODE=none or CODE=home, or COLUMN:CODE=none where columns differ.',
  },
  no_place: {
    name: 'No place for the home',
    advice: 'Write latitude and longitude, choose a file of address points, or leave the row out.',
  },
  not_found: {
    name: 'Address not found among the address points',
    advice: 'Correct the address, write latitude and longitude, or leave the row out.',
  },
  point_unreadable: {
    name: 'Coordinates that cannot be read',
    advice: 'Write degrees with a decimal point, such as 38.3512.',
  },
  point_zero: {
    name: 'Coordinates of zero',
    advice: 'Zero stands for “not known” here. Write the place, or leave the row out.',
  },
  point_swapped: { name: 'Latitude and longitude swapped', advice: 'Accept the swap, or write both again.' },
  point_sign: {
    name: 'Longitude without its minus sign',
    advice: 'Accept the minus sign, or write the longitude again.',
  },
  outside_country: {
    name: 'Coordinates outside the United States',
    advice: 'Write the place again, or leave the row out.',
  },
  outside_state: { name: 'Coordinates in another state', advice: 'Write the place again, or leave the row out.' },
  other_district: {
    name: 'Row of another district',
    advice: 'Leave it out: each district sends its own students. If the student is yours, write your own number.',
  },
  grade: {
    name: 'Grade that is not known',
    advice: 'Accept the suggestion or choose a grade, or leave it empty; the row is kept without it.',
  },
  answer: {
    name: 'Answer that is not known',
    advice: 'Choose one of the answers, or leave it empty; the row is kept without it.',
  },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

/** Rows are kept without the answer for these; for all others they are left out. */
export const KEPT_WITHOUT: ReadonlySet<ProblemKind> = new Set(['grade', 'answer']);

/** One value to be read in place of what the file holds. It stays on the district's computer. */
export interface Mend {
  /** Physical line of the file; the first is 1. */
  readonly line: number;
  readonly column: number;
  readonly value: string;
}

export interface RowProblem {
  readonly line: number;
  readonly kind: ProblemKind;
  /** The column to look at; undefined when it is the row as a whole. */
  readonly column: number | undefined;
  readonly field: Use | undefined;
  /** What the value is like, without the value. */
  readonly found: string;
  /** The line that is kept of the same student, where this one says otherwise. */
  readonly keptLine?: number | undefined;
  /** Values that were most likely meant: identifying, so for the person's own screen and nothing else. */
  readonly suggestion: readonly Mend[] | undefined;
}

/** What a value is like, without the value: "a number of 9 digits". */
export function likeness(text: string): string {
  const value = text.trim();
  if (value === '') return 'nothing';
  if (/^-?\d+$/.test(value)) return `a number of ${value.replace('-', '').length} digits`;
  if (/^-?\d+[.,]\d+$/.test(value)) return 'a decimal number';
  if (/\d/.test(value) && /[A-Za-z]/.test(value)) return `letters and digits, ${value.length} characters`;
  return `text of ${value.length} characters`;
}
