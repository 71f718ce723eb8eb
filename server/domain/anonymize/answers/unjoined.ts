/** What of two files does not fit together. No value of a row is in it. */

/** Why a line is joined to none of the other file, in words. */
export const UNJOINED = {
  student_missing: 'No student number',
  student_exponent: 'Student number turned into an exponent by a spreadsheet',
  student_date: 'Student number turned into a date by a spreadsheet',
  student_not_number: 'Not a student number, such as a name',
  fields: 'Wrong number of values',
  unknown: 'No student of this number in the export',
  again: 'The student answered more than once, and a later row counts',
  again_untimed: 'The student answered more than once, and no column tells when: the first row counts',
  again_open:
    'The student answered more than once, and the times do not tell whether month or day comes first: month first was taken',
  unanswered: 'No answer in the answers file',
} as const;
export type UnjoinedKind = keyof typeof UNJOINED;

export interface Unjoined {
  readonly file: 'answers' | 'export';
  /** Physical line, from 1. */
  readonly line: number;
  readonly kind: UnjoinedKind;
}
