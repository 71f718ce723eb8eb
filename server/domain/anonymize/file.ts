/** The anonymised file: the one thing that leaves a district. The same bytes wherever it is written. */
import { cellToText } from '../cell.ts';
import { GRADES } from '../survey/grade.ts';
import { QUESTIONS, SURVEY_CODES } from '../survey.ts';
import { ANSWER_COUNT, type HomeTable } from './home-table.ts';
import { hexOf, KEY_BYTES } from './pseudonym.ts';

export const FILE_COLUMNS = [
  'lea_id',
  'student_key',
  'household_key',
  'cell',
  'residence',
  'grade_level',
  ...QUESTIONS,
] as const;

/** Written in `residence` for a student who has no fixed one; nothing but district and student key stands beside it. */
export const NO_RESIDENCE = 'none';

const LINES_AT_ONCE = 8_192;

/** CSV (RFC 4180 but for `\n`), UTF-8 without a mark, in order of student key. No value needs quotes: all are codes. */
export function* fileTexts(leaId: string, table: HomeTable): Generator<string> {
  yield `${FILE_COLUMNS.join(',')}\n`;
  const order = table.order();
  for (let from = 0; from < order.length; from += LINES_AT_ONCE) {
    let text = '';
    for (const slot of order.subarray(from, from + LINES_AT_ONCE)) text += lineOf(leaId, table, slot);
    yield text;
  }
}

/** The first lines of what leaves, as a table. */
export function filePreview(leaId: string, table: HomeTable, rows: number): string[][] {
  return [...table.order().subarray(0, rows)].map((slot) => lineOf(leaId, table, slot).trimEnd().split(','));
}

function lineOf(leaId: string, table: HomeTable, slot: number): string {
  const student = hexOf(table.students, slot * KEY_BYTES, (slot + 1) * KEY_BYTES);
  const cell = table.cells[slot] ?? 0n;
  if (cell === 0n) return `${leaId},${student},,,${NO_RESIDENCE},${','.repeat(ANSWER_COUNT)}\n`;
  const household = hexOf(table.households, slot * KEY_BYTES, (slot + 1) * KEY_BYTES);
  let line = `${leaId},${student},${household},${cellToText(cell)},,${GRADES[(table.grades[slot] ?? 0) - 1] ?? ''}`;
  for (let q = 0; q < ANSWER_COUNT; q++)
    line += `,${CODE_TEXTS[q]?.[table.answers[slot * ANSWER_COUNT + q] ?? 0] ?? ''}`;
  return `${line}\n`;
}

const CODE_TEXTS = QUESTIONS.map((question) => ['', ...SURVEY_CODES[question].map(String)]);
