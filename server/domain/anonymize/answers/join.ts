/**
 * Joins form answers to the rows of a student export by student number. The result is one table, so that everything done
 * with an export works for both files; answers follow the export's own columns.
 */

import type { Mapping, Use } from '../fields.ts';
import type { RowNote } from '../notes.ts';
import type { RowProblem } from '../problems.ts';
import { isFault } from '../rows/student-number.ts';
import { type AnswerSheet, joinNumber } from './answer-sheet.ts';
import type { Unjoined } from './unjoined.ts';

export interface ExportTable {
  readonly names: readonly string[];
  readonly mapping: Mapping;
}

/** For lookups: answers come from another line of another file. */
interface Placed {
  readonly file?: 'answers' | 'export';
}
export type PlacedProblem = RowProblem & Placed;
export type PlacedNote = RowNote & Placed;

export class Join {
  /** Of the joined table. */
  readonly names: readonly string[];
  readonly mapping: Mapping;
  /** Number of columns from the answers. */
  readonly added: number;
  /** Students with answers, each once. */
  get joined(): number {
    return this.#joined.size;
  }
  readonly #own: ExportTable;
  readonly #sheet: AnswerSheet;
  readonly #mended: (line: number) => string | undefined;
  readonly #joined = new Set<string>();
  readonly #unanswered = new Map<string, number>();
  readonly #answerLines = new Map<number, number>();

  /** @param mended the student number that a person wrote for a line of the export */
  constructor(own: ExportTable, sheet: AnswerSheet, mended: (line: number) => string | undefined = () => undefined) {
    this.#own = own;
    this.#sheet = sheet;
    this.#mended = mended;
    this.added = sheet.uses.length;
    this.names = [...own.names, ...sheet.names];
    this.mapping = { ...own.mapping };
    for (const [i, use] of sheet.uses.entries()) {
      const column = own.names.length + i;
      if (isOfResidence(use)) this.mapping.homeless = [...(this.mapping.homeless ?? []), column];
      else this.mapping[use] = column;
    }
  }

  /** @param line physical line of the export, from 1 */
  row(fields: readonly string[], line: number): readonly string[] {
    const { names, mapping } = this.#own;
    let { length } = fields;
    while (length > names.length && (fields[length - 1] ?? '').trim() === '') length--;
    const answered = this.#answersOf(fields, line);
    const values = this.#sheet.uses.map((use, i) => {
      const column = isOfResidence(use) ? undefined : mapping[use];
      const own = column === undefined ? '' : (fields[column] ?? '');
      return answered ? chosen(use, own, answered.values[i] ?? '') : own;
    });
    return [...fields.slice(0, length), ...values];
  }

  /** Answers without a student, then students without an answer, by line. Call after the last row. */
  get unjoined(): readonly Unjoined[] {
    const students = [...this.#unanswered.values()].sort((a, b) => a - b);
    return [
      ...this.#sheet.unjoined,
      ...students.map((line): Unjoined => ({ file: 'export', line, kind: 'unanswered' })),
    ];
  }

  placed<Found extends RowProblem | RowNote>(all: readonly Found[]): readonly (Found & Placed)[] {
    return all.map((found) => {
      const line = (found.column ?? 0) < this.#own.names.length ? undefined : this.#answerLines.get(found.line);
      return line === undefined ? { ...found, file: 'export' } : { ...found, line, file: 'answers' };
    });
  }

  #answersOf(fields: readonly string[], line: number) {
    const number = joinNumber(this.#mended(line) ?? fields[this.#own.mapping.student_id ?? -1] ?? '');
    if (isFault(number)) return undefined;
    const answered = this.#sheet.take(number);
    if (answered) {
      this.#joined.add(number);
      this.#answerLines.set(line, answered.line);
    } else if (!this.#unanswered.has(number)) this.#unanswered.set(number, line);
    return answered;
  }
}

/**
 * The form takes precedence in everything it asks, even its blanks: a mix of both files could contradict itself. The grade is
 * the school's, if it has one. Residence is read from both: one column that says "shelter" suffices, whatever the school knows.
 */
function chosen(use: Use, own: string, answered: string): string {
  return use === 'grade_level' && own.trim() !== '' ? own : answered;
}

function isOfResidence(use: Use): use is 'address_type' | 'homeless' {
  return use === 'address_type' || use === 'homeless';
}
