/**
 * Turns rows of a district's export into what may leave it: pseudonyms for the student and the household, a res-9 cell for
 * the place, standard codes for the answers. Nothing else of a row is kept. The same code runs in the browser and on
 * the command line.
 */

import { hasLostRoom, isDamaged, isRounded } from '../spreadsheet.ts';
import { likelyAnswer } from '../survey/answer.ts';
import { GRADES, type Grade } from '../survey/grade.ts';
import { GradeColumn } from '../survey/grade-column.ts';
import type { Moment } from '../survey/moment.ts';
import { plainSigns } from '../typography.ts';
import { AnswerReader } from './answers.ts';
import type { Bounds } from './bounds.ts';
import { noCounts } from './counts.ts';
import { AnonymizeError } from './error.ts';
import { type Mapping, mappingFaults, tellsResidence, usesOf } from './fields.ts';
import { ANSWER_COUNT, HomeTable } from './home-table.ts';
import type { DistrictKey } from './key-file.ts';
import type { RowNote } from './notes.ts';
import { type OnePlace, PointCounts } from './one-place.ts';
import { type Locate, type PlaceFault, PlaceReader } from './place.ts';
import { KEPT_WITHOUT, likeness, type Mend, type ProblemKind, type RowProblem } from './problems.ts';
import { KEY_BYTES, type Pseudonym, pseudonymsWith } from './pseudonym.ts';
import type { ResidenceValue, SaidResidences } from './residence-values.ts';
import { Resubmissions } from './resubmitted.ts';
import { RowResidences } from './row-residence.ts';
import { BlankLines, isStray } from './stray.ts';
import { StudentIndex } from './student-index.ts';
import { isFault, readStudentNumber } from './student-number.ts';

export interface AnonymizerOptions {
  readonly key: DistrictKey;
  readonly mapping: Mapping;
  /** Number of columns of the header. */
  readonly width: number;
  /** How many of them were joined from another file. @default 0 */
  readonly joined?: number;
  /** The line of names as it stands in the file, and its physical number: from there on blank lines are counted. */
  readonly header?: { readonly line: number; readonly names: readonly string[] };
  /** Names of all columns, joined ones too. @default those of the header */
  readonly names?: readonly string[];
  /** Of the state; points outside are problems. */
  readonly bounds?: Bounds | undefined;
  readonly locate?: Locate | undefined;
  readonly mends?: readonly Mend[];
  /** What the person said that address types mean. */
  readonly residences?: SaidResidences;
  /** YYYY-MM-DD: homelessness that ended before counts no more; without it nothing has ended. */
  readonly today?: string | undefined;
  /** Physical lines the person leaves out. */
  readonly leaveOut?: ReadonlySet<number>;
}

export class Anonymizer {
  readonly table = new HomeTable();
  readonly problems: RowProblem[] = [];
  /** What was read and should be known; nothing of it costs a row or an answer. */
  readonly notes: RowNote[] = [];
  readonly counts = noCounts();
  readonly #options: AnonymizerOptions;
  readonly #pseudonym: Pseudonym;
  readonly #index = new StudentIndex();
  readonly #answers: AnswerReader;
  readonly #places: PlaceReader;
  readonly #blankLines = new BlankLines();
  readonly #residences: RowResidences;
  readonly #points = new PointCounts();
  readonly #grades: GradeColumn;
  #household = { text: '', slot: -1 };
  readonly #held: { readonly number: string; readonly row: readonly string[]; readonly line: number }[] = [];
  #hasLongNumbers = false;
  /** Where a column tells when each row was answered. */
  readonly #resubmissions: Resubmissions | undefined;
  readonly #placeless: { readonly row: readonly string[]; readonly line: number; readonly student: Uint8Array }[] = [];
  readonly #mends = new Map<number, Mend[]>();
  /** Rows of mailing addresses, until it is known whether the student has another. */
  readonly #mailing: { readonly line: number; readonly student: Uint8Array }[] = [];

  /** @throws AnonymizeError mapping.incomplete */
  constructor(options: AnonymizerOptions) {
    const faults = mappingFaults(options.mapping);
    if (faults.length > 0) throw new AnonymizeError('mapping.incomplete', faults.join(' '));
    this.#options = options;
    this.#pseudonym = pseudonymsWith(options.key.secret, options.key.leaId);
    this.#answers = new AnswerReader(options.mapping);
    this.#grades = new GradeColumn(options.key.leaId);
    this.#resubmissions = options.mapping.answered_at === undefined ? undefined : new Resubmissions();
    const { header, names = header?.names, residences: said, today } = options;
    this.#residences = new RowResidences(options.mapping, { names, said, today });
    this.#places = new PlaceReader(options.mapping, options);
    if (options.header) this.#blankLines.before(options.header.names, options.header.line);
    for (const mend of options.mends ?? []) this.#mends.set(mend.line, [...(this.#mends.get(mend.line) ?? []), mend]);
  }

  /** @param line physical line of the file, the first being 1 */
  add(given: readonly string[], line: number): void {
    const row = this.#mended(given, line);
    this.counts.blankLines += this.#blankLines.before(given, line);
    if (isStray(row, this.#options.mapping.student_id)) {
      if (row.every((value) => value.trim() === '')) this.counts.blankLines++;
      else this.counts.strayLines++;
      return;
    }
    this.counts.rows++;
    if (this.#options.leaveOut?.has(line)) {
      this.counts.leftOut++;
      return;
    }
    if (row.length !== this.#options.width) {
      const { width, joined = 0 } = this.#options;
      this.#wrong(line, 'fields', undefined, `${row.length - joined} values instead of ${width - joined}`);
      return;
    }
    if (this.#isOfOtherDistrict(row, line)) return;
    const number = this.#studentNumber(row, line);
    if (number === undefined || this.#isHeld(number, row, line)) return;
    this.#addStudent(number, row, line);
  }

  #addStudent(number: string, row: readonly string[], line: number): void {
    const { table } = this;
    this.#pseudonym('student', number, table.students, table.count * KEY_BYTES);
    const { kind, column } = this.#residences.read(row);
    if (kind === undefined) {
      this.#wrong(line, 'residence', column, likeness(this.#value(row, column)));
      return;
    }
    if (kind === 'mailing') {
      const at = table.count * KEY_BYTES;
      this.#mailing.push({ line, student: table.students.slice(at, at + KEY_BYTES) });
      return;
    }
    if (kind === 'none') this.#keepWithoutResidence(line);
    else this.#keepAtHome(row, line);
  }

  /** To be called once, after the last row. */
  finish(): void {
    const { table, counts } = this;
    this.#readHeld();
    for (const { line, student } of this.#mailing) {
      table.students.set(student, table.count * KEY_BYTES);
      if (this.#index.add(table.students, table.count) !== table.count) {
        counts.mailing++;
        continue;
      }
      // The slot is taken in the index so that a second mailing row of the student is the same problem once.
      table.lines[table.count] = line;
      this.#wrong(line, 'mailing_only', this.#options.mapping.address_type);
    }
    this.#settleResubmissions();
    this.#askDoubtfulGrades();
    counts.students = table.count;
    for (let slot = 0; slot < table.count; slot++) {
      if (table.cells[slot] === 0n) counts.noFixedResidence++;
      else if (hasAnswer(table.answers, slot)) counts.withAnswers++;
    }
    this.problems.sort((a, b) => a.line - b.line);
    this.notes.sort((a, b) => a.line - b.line);
  }

  /** What the rows say of residence came to; nothing where no column tells it. */
  get residences(): readonly ResidenceValue[] {
    return tellsResidence(this.#options.mapping) ? this.#residences.values : [];
  }

  /** Set where half of the students stand in so few points that somebody must say that they live there. */
  get onePlace(): OnePlace | undefined {
    return this.#points.onePlace;
  }

  #keepWithoutResidence(line: number): void {
    const { table } = this;
    table.leavePlace(table.count);
    this.#keepOnce(line);
  }

  #keepAtHome(row: readonly string[], line: number): void {
    const { table } = this;
    const slot = table.count;
    const place = this.#places.read(this.#withoutDamage(row, line));
    if ('fault' in place) {
      if (place.fault === 'missing' && this.#resubmissions)
        this.#placeless.push({ row, line, student: this.#studentAt(slot) });
      else this.#wrongPlace(row, line, place);
      return;
    }
    this.#keyHousehold(place.household, slot);
    table.cells[slot] = place.cell;
    table.grades[slot] = this.#grade(row, line, this.#index.find(table.students, slot) ?? slot);
    this.#readAnswers(row, line, slot);
    const moment = this.#momentOf(row);
    if (!this.#keepOnce(line, moment)) return;
    this.#points.add(place.point);
    if (place.quality !== undefined) this.counts.located[place.quality] = (this.counts.located[place.quality] ?? 0) + 1;
  }

  #readAnswers(row: readonly string[], line: number, slot: number): void {
    const { unread, several } = this.#answers.read(row, this.table.answers, slot * ANSWER_COUNT);
    for (const { column, question } of unread) {
      const text = row[column] ?? '';
      const value = likelyAnswer(question, text);
      const more = value === undefined ? {} : { suggestion: [{ line, column, value }] };
      this.#wrong(line, 'answer', column, likeness(text), more);
    }
    for (const { column, question } of several) this.notes.push({ line, kind: 'several', column, field: question });
  }

  #momentOf(row: readonly string[]): Moment | undefined {
    return this.#resubmissions?.read(this.#value(row, this.#options.mapping.answered_at));
  }

  #studentAt(slot: number): Uint8Array {
    return this.table.students.slice(slot * KEY_BYTES, (slot + 1) * KEY_BYTES);
  }

  /** Rows without a place give answers to a student whose home another row gives. */
  #settlePlaceless(): void {
    const { table } = this;
    const slot = table.count;
    for (const { row, line, student } of this.#placeless) {
      table.students.set(student, slot * KEY_BYTES);
      const known = this.#index.find(table.students, slot);
      if (known === undefined || table.cells[known] === 0n) {
        this.#wrongPlace(row, line, { fault: 'missing', meant: undefined });
        continue;
      }
      this.#readAnswers(row, line, slot);
      this.#resubmissions?.again(table, known, slot, line, this.#momentOf(row), false);
      this.counts.resubmitted++;
    }
  }

  /** Lets the latest answers of each student count, once every row was read. */
  #settleResubmissions(): void {
    if (!this.#resubmissions) return;
    this.#settlePlaceless();
    const { sameTime, withoutTime, openOrder } = this.#resubmissions.settle(this.table);
    const { student_id, answered_at: column } = this.#options.mapping;
    for (const { line, keptLine } of sameTime)
      this.#wrong(line, 'duplicate', student_id, `the same student at the same time as on line ${keptLine}`, {
        keptLine,
      });
    for (const line of withoutTime) this.notes.push({ line, kind: 'no_time', column, field: 'answered_at' });
    this.counts.openDates = openOrder;
  }

  /** Siblings follow each other in most exports: the key of the household before is at hand. */
  #keyHousehold(household: string, slot: number): void {
    const { households } = this.table;
    const { text, slot: known } = this.#household;
    if (text === household && known < slot)
      households.copyWithin(slot * KEY_BYTES, known * KEY_BYTES, (known + 1) * KEY_BYTES);
    else this.#pseudonym('household', household, households, slot * KEY_BYTES);
    this.#household = { text: household, slot };
  }

  /** @returns whether the student is new */
  #keepOnce(line: number, moment?: Moment): boolean {
    const { table } = this;
    const slot = table.count;
    const first = this.#index.add(table.students, slot);
    if (first === slot) {
      table.lines[slot] = line;
      this.#resubmissions?.first(slot, moment);
      table.keep();
      return true;
    }
    if (this.#isNewSubmission(first, slot)) {
      this.#resubmissions?.again(table, first, slot, line, moment);
      this.counts.resubmitted++;
    } else if (table.same(first, slot)) this.counts.repeated++;
    // Whichever row says so: a student without a fixed residence has no place in another row either.
    else if (table.cells[slot] === 0n) {
      table.leavePlace(first);
      this.counts.repeated++;
    } else {
      const keptLine = table.lines[first];
      const found = `the same student as on line ${keptLine}`;
      this.#wrong(line, 'duplicate', this.#options.mapping.student_id, found, { keptLine });
    }
    return false;
  }

  /** Both rows give a home, and times may tell which is the later one. */
  #isNewSubmission(first: number, slot: number): boolean {
    const { cells } = this.table;
    return this.#resubmissions !== undefined && cells[first] !== 0n && cells[slot] !== 0n;
  }

  #studentNumber(row: readonly string[], line: number): string | undefined {
    const column = this.#options.mapping.student_id ?? -1;
    const text = row[column] ?? '';
    const read = readStudentNumber(text);
    if (!isFault(read)) return read;
    this.#wrong(line, `student_${read}`, column, read === 'missing' ? 'nothing' : likeness(text));
    return undefined;
  }

  /** A number that a spreadsheet may have rounded waits until the others of its length are known. */
  #isHeld(number: string, row: readonly string[], line: number): boolean {
    const isHeld = isRounded(number);
    if (isHeld) this.#held.push({ number, row, line });
    else if (hasLostRoom(number)) this.#hasLongNumbers = true;
    return isHeld;
  }

  #readHeld(): void {
    const { student_id: column } = this.#options.mapping;
    for (const { number, row, line } of this.#held)
      if (this.#hasLongNumbers) this.#addStudent(number, row, line);
      else this.#wrong(line, 'student_rounded', column, likeness(number));
  }

  /** A row without the numbers that a spreadsheet changed: of them no household is made. */
  #withoutDamage(row: readonly string[], line: number): readonly string[] {
    let read = row;
    for (const field of ['house_number', 'household_id'] as const) {
      const column = this.#options.mapping[field];
      if (column === undefined || !isDamaged(row[column] ?? '')) continue;
      this.notes.push({ line, kind: 'damaged', column, field });
      read = read.with(column, '');
    }
    return read;
  }

  #isOfOtherDistrict(row: readonly string[], line: number): boolean {
    const { mapping, key } = this.#options;
    const text = plainSigns(this.#value(row, mapping.district)).trim();
    const leaId = /^'?(\d{6,7})(?:\.0+)?$/.exec(text)?.[1]?.padStart(7, '0');
    if (leaId === key.leaId || (leaId === undefined && !isDamaged(text))) return false;
    this.#wrong(line, 'other_district', mapping.district, likeness(text));
    return true;
  }

  /** Place in GRADES from 1; 0 = not given. */
  #grade(row: readonly string[], line: number, slot: number): number {
    const { grade_level: column } = this.#options.mapping;
    const text = this.#value(row, column);
    const grade = this.#grades.read(text, { slot, line });
    if (grade === null) return 0;
    if (grade !== undefined) return GRADES.indexOf(grade) + 1;
    this.#wrongGrade(line, likeness(text), this.#grades.likely(text));
    return 0;
  }

  #wrongGrade(line: number, found: string, likely: Grade | undefined): void {
    const column = this.#options.mapping.grade_level ?? -1;
    const suggestion = likely && [{ line, column, value: likely }];
    this.#wrong(line, 'grade', column, found, { suggestion });
  }

  /** What the whole column made doubtful of its grades: they are left open. */
  #askDoubtfulGrades(): void {
    for (const { slot, line, likely } of this.#grades.doubtful()) {
      if (this.table.lines[slot] !== line) continue;
      this.table.grades[slot] = 0;
      this.#wrongGrade(line, 'a number that the other grades of the column make doubtful', likely);
    }
  }

  #wrongPlace(row: readonly string[], line: number, { fault, meant }: PlaceFault): void {
    const { mapping } = this.#options;
    const { latitude, longitude, point } = mapping;
    const inOneColumn = latitude === undefined || longitude === undefined;
    const column = fault === 'not_found' ? mapping.address : inOneColumn ? (point ?? mapping.address) : latitude;
    const suggestion: Mend[] | undefined =
      meant === undefined
        ? undefined
        : inOneColumn
          ? [{ line, column: point ?? 0, value: `${meant.latitude}, ${meant.longitude}` }]
          : [
              { line, column: latitude, value: String(meant.latitude) },
              { line, column: longitude, value: String(meant.longitude) },
            ];
    this.#wrong(line, PLACE_PROBLEMS[fault], column, likeness(row[column ?? -1] ?? ''), { suggestion });
  }

  #wrong(line: number, kind: ProblemKind, column: number | undefined, found = '', more: MoreOfProblem = {}): void {
    const { mapping } = this.#options;
    const field = usesOf(mapping).find((use) => use.column === column)?.use;
    this.problems.push({ line, kind, column, field, found, suggestion: more.suggestion, keptLine: more.keptLine });
    if (!KEPT_WITHOUT.has(kind)) this.counts.badRows++;
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

  #value(row: readonly string[], column: number | undefined): string {
    return column === undefined ? '' : (row[column] ?? '');
  }
}

type MoreOfProblem = Partial<Pick<RowProblem, 'suggestion' | 'keptLine'>>;

const PLACE_PROBLEMS: Record<PlaceFault['fault'], ProblemKind> = {
  missing: 'no_place',
  not_found: 'not_found',
  unreadable: 'point_unreadable',
  zero: 'point_zero',
  swapped: 'point_swapped',
  sign: 'point_sign',
  outside_country: 'outside_country',
  outside_state: 'outside_state',
};

function hasAnswer(answers: Uint8Array, slot: number): boolean {
  for (let at = slot * ANSWER_COUNT; at < (slot + 1) * ANSWER_COUNT; at++) if (answers[at] !== 0) return true;
  return false;
}
