/** A separate file of form answers, by student number. */
import { QUESTIONS } from '../../survey.ts';
import { plainSigns } from '../../typography.ts';
import { type Mapping, type Use, usesOf } from '../fields.ts';
import { fieldsNamed } from '../headers/guess.ts';
import { isFault, readStudentNumber, type StudentNumberFault } from '../rows/student-number.ts';
import { AnsweredAgain, type AnsweredRow } from './answered-again.ts';
import type { Unjoined } from './unjoined.ts';

export interface AnswersTable {
  readonly names: readonly string[];
  readonly mapping: Mapping;
}

export class AnswerSheet {
  /** The file's columns about a student, without the number; `values` are in this order. */
  readonly uses: readonly Use[];
  /** Names of their columns. */
  readonly names: readonly string[];
  /** Rows that hold an answer. */
  rows = 0;
  readonly #columns: readonly number[];
  readonly #width: number;
  readonly #number: number;
  readonly #byNumber = new Map<string, AnsweredRow[]>();
  readonly #again: AnsweredAgain;
  readonly #taken = new Set<string>();
  readonly #apart: Unjoined[] = [];
  readonly #known = new Map<string, string>();

  /** @param table a mapping without `answersFaults` */
  constructor({ names, mapping }: AnswersTable) {
    const read = usesOf(mapping).filter(({ use }) => USED.has(use));
    this.uses = read.map(({ use }) => use);
    this.#columns = read.map(({ column }) => column);
    this.names = this.#columns.map((column) => names[column] ?? '');
    this.#width = names.length;
    this.#number = mapping.student_id ?? -1;
    this.#again = new AnsweredAgain(this.uses, mapping.answered_at);
  }

  /** @param line physical line of the file, from 1 */
  add(row: readonly string[], line: number): void {
    const values = this.#columns.map((column) => this.#kept(row[column] ?? ''));
    if (!this.#saysAnything(values) || isOfForm(row)) return;
    this.rows++;
    if (row.slice(this.#width).some((value) => value.trim() !== '') || row.length < this.#width) {
      this.#apart.push({ file: 'answers', line, kind: 'fields' });
      return;
    }
    const number = joinNumber(row[this.#number] ?? '');
    if (isFault(number)) this.#apart.push({ file: 'answers', line, kind: `student_${number}` });
    else this.#keep(number, { line, values, moment: this.#again.momentOf(row) });
  }

  /** The counting values of a student, now marked as joined. @param number as `joinNumber` reads it */
  take(number: string): AnsweredRow | undefined {
    const rows = this.#byNumber.get(number);
    if (!rows) return undefined;
    this.#taken.add(number);
    return this.#again.counting(rows);
  }

  /** Answers of no student, and those that do not count, by line. Call after every student was looked up. */
  get unjoined(): Unjoined[] {
    const others = [...this.#byNumber].flatMap(([number, rows]) => this.#unjoinedOf(number, rows));
    return [...this.#apart, ...others].sort((a, b) => a.line - b.line);
  }

  #unjoinedOf(number: string, rows: readonly AnsweredRow[]): Unjoined[] {
    const isTaken = this.#taken.has(number);
    if (isTaken && rows.length === 1) return [];
    const kind = isTaken ? this.#again.whyNot(rows) : 'unknown';
    const counting = isTaken ? this.#again.counting(rows).line : undefined;
    return rows.filter(({ line }) => line !== counting).map(({ line }) => ({ file: 'answers', line, kind }));
  }

  #keep(number: string, row: AnsweredRow): void {
    const before = this.#byNumber.get(number);
    if (before) before.push(row);
    else this.#byNumber.set(number, [row]);
  }

  #saysAnything(values: readonly string[]): boolean {
    return values.some((value, i) => value.trim() !== '' && ANSWERS.has(this.uses[i] ?? 'student_id'));
  }

  /** Answers repeat and have few values: stores each once. Removes line ends, which would count as lines of the export. */
  #kept(value: string): string {
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const kept = value.replace(/\s*[\r\n]+\s*/g, '; ');
    if (this.#known.size < MOST_REMEMBERED) this.#known.set(value, kept);
    return kept;
  }
}

/** A form's row is an answer by these columns: its time or a grade alone are none. */
const ANSWERS: ReadonlySet<Use> = new Set<Use>([...QUESTIONS, 'address_type', 'homeless']);
/** The columns joined from a form. */
const USED: ReadonlySet<Use> = new Set<Use>([...ANSWERS, 'grade_level']);

const MOST_REMEMBERED = 10_000;

/**
 * Normalizes a student number as families type it and systems write it: drops words around it ("ID: 1234", "# 1234") and signs
 * between letters and digits ("AB-1234"). Keeps signs between digits: "1234 5" may be a number and a grade.
 */
export function joinNumber(text: string): string | StudentNumberFault {
  const read = readStudentNumber(text);
  if (isFault(read) && read !== 'not_number') return read;
  const bare = (isFault(read) ? plainSigns(text).trim().toUpperCase() : read)
    .replace(WRAPPED, '$1')
    .replace(LABEL, '')
    .replace(/(?<=[A-Z])[\s.-]+(?=\d)|(?<=\d)[\s.-]+(?=[A-Z]$)/g, '');
  return bare === read ? read : readStudentNumber(bare);
}

/** "(1234)", '"1234"', "1234.": signs around all of it. */
const WRAPPED = /^[("']*(.*?)[)"'.,;]*$/;
const LABEL =
  /^(?:(?:MY|THE)\s+)?(?:(?:STUDENT|STU|PUPIL|SCHOOL|LUNCH|CHILD)(?:'?S)?[\s.:#-]*)?(?:ID|NUMBER|NUM|NO|NBR|N[UÚ]MERO|N[°º])?[\s.:#-]*(?:IS\s+)?(?=\d)/;

/** Extra lines of forms: a repeated header, and the import identifiers of Qualtrics. */
function isOfForm(row: readonly string[]): boolean {
  return (
    row.some((value) => /^\s*\{"ImportId"/.test(value)) ||
    (fieldsNamed(row) >= 3 && !row.some((value) => /\d{3}/.test(value)))
  );
}
