import type { Question } from '../../domain/survey.ts';
import { csvHeader } from '../../platform/csv/write.ts';

/** The district's own columns beside the answers; the anonymizer turns them into keys and a cell, and keeps none of them. */
export const OWN_COLUMNS = [
  'student_id',
  'grade_level',
  'address',
  'unit',
  'city',
  'state',
  'zip',
  'address_type',
  'latitude',
  'longitude',
] as const;

export function templateColumns(questions: readonly Question[]): string[] {
  return [...OWN_COLUMNS, ...questions];
}

/** The header alone: an example row would sooner or later be sent as a student. */
export function templateCsv(questions: readonly Question[]): string {
  return csvHeader(templateColumns(questions));
}
