/** Reads the row of a student with a home: place and household, grade and answers. */
import { type Phrase, phrase } from '../../messages/phrase.ts';
import { isDamaged } from '../../spreadsheet.ts';
import { likelyAnswer } from '../../survey/answer.ts';
import { GradeColumn } from '../../survey/grade-column.ts';
import { GRADES, type Grade } from '../../survey/grades.ts';
import { AnswerReader } from '../answers/answers.ts';
import type { Mapping } from '../fields.ts';
import { ANSWER_COUNT, type HomeTable } from '../home-table.ts';
import type { DistrictKey } from '../key-file.ts';
import { type Place, type PlaceFault, type PlaceOptions, PlaceReader } from '../place/place.ts';
import { likeness, type Mend, type ProblemKind } from '../problems.ts';
import { KEY_BYTES, type Pseudonym } from '../pseudonym.ts';
import type { Ledger } from './ledger.ts';

export interface HomeReaderOptions extends PlaceOptions {
  readonly key: DistrictKey;
  readonly mapping: Mapping;
}

export class HomeReader {
  readonly #table: HomeTable;
  readonly #ledger: Ledger;
  readonly #mapping: Mapping;
  readonly #pseudonym: Pseudonym;
  readonly #places: PlaceReader;
  readonly #grades: GradeColumn;
  readonly #answers: AnswerReader;
  #household = { text: '', slot: -1 };

  constructor(options: HomeReaderOptions, pseudonym: Pseudonym, table: HomeTable, ledger: Ledger) {
    this.#mapping = options.mapping;
    this.#pseudonym = pseudonym;
    this.#table = table;
    this.#ledger = ledger;
    this.#places = new PlaceReader(options.mapping, options);
    this.#grades = new GradeColumn(options.key.leaId);
    this.#answers = new AnswerReader(options.mapping);
  }

  placeOf(row: readonly string[], line: number): Place | PlaceFault {
    return this.#places.read(this.#withoutDamage(row, line));
  }

  /** Writes the row into the slot after the last. @param student slot of the student's first row, perhaps this one */
  write({ household, cell }: Place, row: readonly string[], line: number, student: number): void {
    const { count: slot, cells, grades } = this.#table;
    this.#keyHousehold(household, slot);
    cells[slot] = cell;
    grades[slot] = this.#gradeOf(row, line, student);
    this.writeAnswers(row, line);
  }

  /** Writes the answers alone into the slot after the last. */
  writeAnswers(row: readonly string[], line: number): void {
    const { answers, count } = this.#table;
    const { unread, several } = this.#answers.read(row, answers, count * ANSWER_COUNT);
    for (const { column, question } of unread) {
      const text = row[column] ?? '';
      const value = likelyAnswer(question, text);
      const more = value === undefined ? {} : { suggestion: [{ line, column, value }] };
      this.#ledger.wrong(line, 'answer', column, likeness(text), more);
    }
    for (const { column, question } of several) this.#ledger.note({ line, kind: 'several', column, field: question });
  }

  wrongPlace(row: readonly string[], line: number, { fault, meant }: PlaceFault): void {
    const { latitude, longitude, point, address } = this.#mapping;
    const inOneColumn = latitude === undefined || longitude === undefined;
    const column = fault === 'not_found' ? address : inOneColumn ? (point ?? address) : latitude;
    const suggestion: Mend[] | undefined =
      meant === undefined
        ? undefined
        : inOneColumn
          ? [{ line, column: point ?? 0, value: `${meant.latitude}, ${meant.longitude}` }]
          : [
              { line, column: latitude, value: String(meant.latitude) },
              { line, column: longitude, value: String(meant.longitude) },
            ];
    this.#ledger.wrong(line, PLACE_PROBLEMS[fault], column, likeness(row[column ?? -1] ?? ''), { suggestion });
  }

  /** Clears grades that the whole column makes doubtful. Call once, after the last row. */
  askDoubtfulGrades(): void {
    const { lines, grades } = this.#table;
    for (const { slot, line, likely } of this.#grades.doubtful()) {
      if (lines[slot] !== line) continue;
      grades[slot] = 0;
      this.#wrongGrade(line, phrase('found.doubtful-grade'), likely);
    }
  }

  /** Drops numbers that a spreadsheet changed: they form no household. */
  #withoutDamage(row: readonly string[], line: number): readonly string[] {
    let read = row;
    for (const field of ['house_number', 'household_id'] as const) {
      const column = this.#mapping[field];
      if (column === undefined || !isDamaged(row[column] ?? '')) continue;
      this.#ledger.note({ line, kind: 'damaged', column, field });
      read = read.with(column, '');
    }
    return read;
  }

  /** Siblings are adjacent in most exports: caches the previous household's key. */
  #keyHousehold(household: string, slot: number): void {
    const { households } = this.#table;
    const { text, slot: known } = this.#household;
    if (text === household && known < slot)
      households.copyWithin(slot * KEY_BYTES, known * KEY_BYTES, (known + 1) * KEY_BYTES);
    else this.#pseudonym('household', household, households, slot * KEY_BYTES);
    this.#household = { text: household, slot };
  }

  /** Position in GRADES from 1; 0 = not given. */
  #gradeOf(row: readonly string[], line: number, slot: number): number {
    const text = row[this.#mapping.grade_level ?? -1] ?? '';
    const grade = this.#grades.read(text, { slot, line });
    if (grade === null) return 0;
    if (grade !== undefined) return GRADES.indexOf(grade) + 1;
    this.#wrongGrade(line, likeness(text), this.#grades.likely(text));
    return 0;
  }

  #wrongGrade(line: number, found: Phrase, likely: Grade | undefined): void {
    const column = this.#mapping.grade_level ?? -1;
    const suggestion = likely && [{ line, column, value: likely }];
    this.#ledger.wrong(line, 'grade', column, found, { suggestion });
  }
}

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
