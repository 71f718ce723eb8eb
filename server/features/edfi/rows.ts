/** Students as rows of a table, the anonymizer's input. */
import type { Field, Mapping } from '../../domain/anonymize/index.ts';
import { QUESTIONS } from '../../domain/survey.ts';
import type { Student } from './students.ts';

/** Fields in column order, after those that only keep a row from looking like a footer. */
const FIELDS: readonly Field[] = [
  'student_id',
  'address',
  'unit',
  'city',
  'state',
  'zip',
  'latitude',
  'longitude',
  'address_type',
  'grade_level',
  ...QUESTIONS,
];
const UNREAD = ['document', 'resource'] as const;

/** The API's name of a column, for reports. */
const NAMES: Partial<Record<Field, string>> = {
  student_id: 'studentUniqueId',
  address: 'streetNumberName',
  unit: 'apartmentRoomSuiteNumber',
  zip: 'postalCode',
  address_type: 'addressTypeDescriptor',
  grade_level: 'entryGradeLevelDescriptor',
};

export const WIDTH = UNREAD.length + FIELDS.length;

export const MAPPING: Mapping = Object.fromEntries(FIELDS.map((field, i) => [field, UNREAD.length + i]));

/** @param column as in a RowProblem */
export function columnName(column: number | undefined): string {
  const field = column === undefined ? undefined : FIELDS[column - UNREAD.length];
  return field === undefined ? '' : (NAMES[field] ?? field);
}

export function rowOf({ line, studentId, home, grade, answers }: Student): string[] {
  return [
    String(line),
    'ed-fi',
    studentId,
    home?.address ?? '',
    home?.unit ?? '',
    home?.city ?? '',
    home?.state ?? '',
    home?.zip ?? '',
    home?.latitude ?? '',
    home?.longitude ?? '',
    home?.addressType ?? '',
    grade,
    ...QUESTIONS.map((question) => answers[question] ?? ''),
  ];
}
