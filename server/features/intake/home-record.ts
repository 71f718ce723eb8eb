/** One home as it travels from the database in one run with others: cell, household key, student key, answers. */
import type { Cell } from '../../domain/cell.ts';

export const RECORD_BYTES = 42;
export const HOUSEHOLD_AT = 8;
export const STUDENT_AT = 24;
export const ANSWERS_AT = 40;

/** Of a record that begins at the buffer's first byte. */
export function cellOf(record: Buffer): Cell {
  return record.readBigInt64BE(0);
}

/** The student's key as a text to look up by. */
export function studentOf(record: Buffer): string {
  return record.toString('latin1', STUDENT_AT, ANSWERS_AT);
}
