/** Of several rows of one student in a file of answers the latest counts, by the rules within an export (resubmitted.ts). */
import { latestDayFirst, type Moment, MomentColumn, type Timed } from '../../survey/moment.ts';
import { QUESTIONS, type Question } from '../../survey.ts';
import type { Mapping, Use } from '../fields.ts';
import { ANSWER_COUNT } from '../home-table.ts';
import { readResidence } from '../residence/residence.ts';
import { AnswerReader } from './answers.ts';
import { laterAnswers } from './resubmitted.ts';
import type { UnjoinedKind } from './unjoined.ts';

export interface AnsweredRow extends Timed {
  readonly values: readonly string[];
}

export class AnsweredAgain {
  readonly #uses: readonly Use[];
  readonly #column: number | undefined;
  readonly #times = new MomentColumn();
  readonly #reader: AnswerReader;

  /** @param uses the use of each value @param column of the times; undefined: a student's first row counts */
  constructor(uses: readonly Use[], column: number | undefined) {
    this.#uses = uses;
    this.#column = column;
    const places: Mapping = {};
    for (const question of QUESTIONS) if (uses.includes(question)) places[question] = uses.indexOf(question);
    this.#reader = new AnswerReader(places);
  }

  momentOf(row: readonly string[]): Moment | undefined {
    return this.#column === undefined ? undefined : this.#times.read(row[this.#column] ?? '');
  }

  /** The counting values of a student's rows, after the whole file was read. @param rows in file order, at least one */
  counting(rows: readonly AnsweredRow[]): AnsweredRow {
    const [first] = rows;
    if (first && (rows.length === 1 || this.#column === undefined)) return first;
    return this.#times.inOrder(rows).reduce((earlier, later) => ({ ...later, values: this.#merged(earlier, later) }));
  }

  /** Why the other rows do not count. */
  whyNot(rows: readonly AnsweredRow[]): UnjoinedKind {
    if (this.#column === undefined) return 'again_untimed';
    const other = latestDayFirst(rows);
    return this.#times.isOpen && other !== this.#times.inOrder(rows).at(-1) ? 'again_open' : 'again';
  }

  #merged(earlier: AnsweredRow, later: AnsweredRow): readonly string[] {
    const [before, after] = [this.#codes(earlier), this.#codes(later)];
    const merged = laterAnswers(before, after);
    return later.values.map((value, i) => {
      const use = this.#uses[i] ?? 'grade_level';
      const older = earlier.values[i] ?? '';
      const question = QUESTIONS.indexOf(use as Question);
      if (question >= 0) return value.trim() === '' && merged[question] !== 0 ? older : value;
      // Any of the rows suffices: a student without a fixed residence has no place in another row either.
      return value.trim() === '' || (use !== 'grade_level' && readResidence(older) === 'none') ? older : value;
    });
  }

  #codes({ values }: AnsweredRow): Uint8Array {
    const codes = new Uint8Array(ANSWER_COUNT);
    this.#reader.read(values, codes, 0);
    return codes;
  }
}
