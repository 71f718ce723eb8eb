/** Reads the grades of one export; the meaning of a number depends on the state and on the rest of the column. */
import { likelyGrade, readGrade } from './grade.ts';
import type { Grade } from './grades.ts';

export interface RowAt {
  readonly slot: number;
  readonly line: number;
}

export interface DoubtfulGrade extends RowAt {
  readonly likely: Grade;
}

/**
 * States whose systems number grades below 1 differently from PowerSchool's own list (-2, -1 and 0 for PK3, PK4 and K). Sources:
 * PowerSchool's state reporting guides for Connecticut and Virginia; Aeries, which is California's, "Define Student Grade Levels".
 * There a person is asked about these numbers.
 */
const COUNTED_OTHERWISE: Readonly<Record<string, Readonly<Record<string, Grade>>>> = {
  '06': { '-1': 'TK', '-2': 'PR' },
  '09': { '-1': 'KG', '-2': 'KG' },
  51: { '-1': 'KG' },
};

const MOST_REMEMBERED = 1_000;

export class GradeColumn {
  readonly #otherwise: Readonly<Record<string, Grade>>;
  readonly #known = new Map<string, Grade | null>();
  readonly #zeros: RowAt[] = [];
  readonly #tens: RowAt[] = [];
  #namesKindergarten = false;
  #countsInTens = false;

  /** @param leaId of the district; its first two digits are the state */
  constructor(leaId: string) {
    this.#otherwise = COUNTED_OTHERWISE[leaId.slice(0, 2)] ?? {};
  }

  /** @returns null for a blank value, undefined for an unknown one */
  read(text: string, { slot, line }: RowAt): Grade | null | undefined {
    const grade = this.#meaning(text);
    if (grade === 'KG' && ZERO.test(text)) this.#zeros.push({ slot, line });
    else if (grade === 'KG') this.#namesKindergarten = true;
    else if (grade === '10' && TEN.test(text)) this.#tens.push({ slot, line });
    else if (grade === undefined && OTHER_TENS.test(text)) this.#countsInTens = true;
    return grade;
  }

  /** The likely grade of an unknown value. */
  likely(text: string): Grade | undefined {
    return this.#otherwise[text.trim()] ?? likelyGrade(text);
  }

  /**
   * Grades that the rest of the column makes doubtful: 0 beside a kindergarten in letters, as a spreadsheet's lookup of a blank
   * yields 0; and 10 beside 20 and 120, as Colorado writes the first grade as 010.
   */
  doubtful(): readonly DoubtfulGrade[] {
    return [
      ...(this.#namesKindergarten ? this.#zeros : []).map((row): DoubtfulGrade => ({ ...row, likely: 'KG' })),
      ...(this.#countsInTens ? this.#tens : []).map((row): DoubtfulGrade => ({ ...row, likely: '01' })),
    ];
  }

  #meaning(text: string): Grade | null | undefined {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const grade = Object.hasOwn(this.#otherwise, text.trim()) ? undefined : readGrade(text);
    if (grade !== undefined && this.#known.size < MOST_REMEMBERED) this.#known.set(text, grade);
    return grade;
  }
}

const ZERO = /^\s*0(?:\.0+)?\s*$/;
const TEN = /^\s*10(?:\.0+)?\s*$/;
const OTHER_TENS = /^\s*0?(?:[2-9]0|1[12]0)\s*$/;
