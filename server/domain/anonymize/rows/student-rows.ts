/** Which lines of an export are rows of the district's students, and of whom; the others are counted or reported, and left out. */
import { phrase } from '../../messages/phrase.ts';
import { hasLostRoom, isDamaged, isRounded } from '../../spreadsheet.ts';
import { plainSigns } from '../../typography.ts';
import type { Mapping } from '../fields.ts';
import type { DistrictKey } from '../key-file.ts';
import { likeness, type Mend } from '../problems.ts';
import type { Ledger } from './ledger.ts';
import { BlankLines, isStray } from './stray.ts';
import { isFault, readStudentNumber } from './student-number.ts';

export interface StudentRow {
  /** Normalized, so that every export of the same system agrees. */
  readonly number: string;
  readonly row: readonly string[];
  /** Physical line of the file; the first is 1. */
  readonly line: number;
}

export interface StudentRowsOptions {
  readonly key: DistrictKey;
  readonly mapping: Mapping;
  /** Number of columns of the header. */
  readonly width: number;
  /** How many of them were joined from another file. @default 0 */
  readonly joined?: number;
  /** The names of the columns and their physical line: from there on blank lines are counted. */
  readonly header?: { readonly line: number; readonly names: readonly string[] };
  readonly mends?: readonly Mend[];
  /** Physical lines the person leaves out. */
  readonly leaveOut?: ReadonlySet<number>;
}

export class StudentRows {
  readonly #options: StudentRowsOptions;
  readonly #ledger: Ledger;
  readonly #blankLines = new BlankLines();
  readonly #mends: ReadonlyMap<number, readonly Mend[]>;
  readonly #held: StudentRow[] = [];
  #hasLongNumbers = false;

  constructor(options: StudentRowsOptions, ledger: Ledger) {
    this.#options = options;
    this.#ledger = ledger;
    this.#mends = Map.groupBy(options.mends ?? [], ({ line }) => line);
    if (options.header) this.#blankLines.before(options.header.names, options.header.line);
  }

  /** @returns undefined for a line that is not a student's row, is unusable, or waits for `held` */
  read(given: readonly string[], line: number): StudentRow | undefined {
    const { counts } = this.#ledger;
    const row = this.#mended(given, line);
    counts.blankLines += this.#blankLines.before(given, line);
    if (isStray(row, this.#options.mapping.student_id)) {
      if (row.every((value) => value.trim() === '')) counts.blankLines++;
      else counts.strayLines++;
      return undefined;
    }
    counts.rows++;
    if (this.#options.leaveOut?.has(line)) {
      counts.leftOut++;
      return undefined;
    }
    if (this.#isMisshapen(row, line) || this.#isOfOtherDistrict(row, line)) return undefined;
    const number = this.#numberOf(row, line);
    return number === undefined || this.#isHeld({ number, row, line }) ? undefined : { number, row, line };
  }

  /** The held rows whose numbers were not rounded, judged by others of their length. Call once, after the last row. */
  held(): readonly StudentRow[] {
    if (this.#hasLongNumbers) return this.#held;
    for (const { number, line } of this.#held)
      this.#ledger.wrong(line, 'student_rounded', this.#options.mapping.student_id, likeness(number));
    return [];
  }

  #mended(row: readonly string[], line: number): readonly string[] {
    const mends = this.#mends.get(line);
    let { length } = row;
    // Spreadsheets write separators for empty columns beyond the last.
    while (length > this.#options.width && (row[length - 1] ?? '').trim() === '') length--;
    if (!mends) return length === row.length ? row : row.slice(0, length);
    const copy = row.slice(0, length);
    for (const { column, value } of mends) copy[column] = value;
    return copy;
  }

  #isMisshapen({ length }: readonly string[], line: number): boolean {
    const { width, joined = 0 } = this.#options;
    if (length === width) return false;
    this.#ledger.wrong(
      line,
      'fields',
      undefined,
      phrase('found.width', { valueCount: length - joined, columnCount: width - joined }),
    );
    return true;
  }

  #isOfOtherDistrict(row: readonly string[], line: number): boolean {
    const { mapping, key } = this.#options;
    const text = plainSigns(row[mapping.district ?? -1] ?? '').trim();
    const leaId = /^'?(\d{6,7})(?:\.0+)?$/.exec(text)?.[1]?.padStart(7, '0');
    if (leaId === key.leaId || (leaId === undefined && !isDamaged(text))) return false;
    this.#ledger.wrong(line, 'other_district', mapping.district, likeness(text));
    return true;
  }

  #numberOf(row: readonly string[], line: number): string | undefined {
    const column = this.#options.mapping.student_id ?? -1;
    const text = row[column] ?? '';
    const read = readStudentNumber(text);
    if (!isFault(read)) return read;
    this.#ledger.wrong(line, `student_${read}`, column, likeness(read === 'missing' ? '' : text));
    return undefined;
  }

  /** A possibly rounded number waits until all others of its length are known. */
  #isHeld(row: StudentRow): boolean {
    const isHeld = isRounded(row.number);
    if (isHeld) this.#held.push(row);
    else if (hasLostRoom(row.number)) this.#hasLongNumbers = true;
    return isHeld;
  }
}
