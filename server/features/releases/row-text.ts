import { HIDDEN_LETTERS, hiding } from '../../domain/hidden.ts';
import type { Group } from './distinct-rows.ts';

/** A row of counts as the tables hold it. */
export interface RowText {
  /** PostgreSQL array literal; NULL = hidden. */
  readonly counts: string;
  /** One letter a statistic. */
  readonly hidden: string;
}

/**
 * Writes true counts as what may be published.
 *
 * @param statistics counts in a row
 * @param floor students: no smaller count is shown, nor one that leaves fewer of its group
 */
export function rowText({ counts, from, students }: Group, statistics: number, floor: number): RowText {
  let literal = '';
  let letters = '';
  for (let i = from; i < from + statistics; i++) {
    const count = counts[i] as number;
    const hidden = hiding(count, students, floor);
    literal += hidden ? ',NULL' : `,${count}`;
    letters += hidden ? HIDDEN_LETTERS[hidden] : '.';
  }
  return { counts: `{${literal.slice(1)}}`, hidden: letters };
}

/** The row of a place that has no patch of its own: nothing shown, and nothing said of why. */
export function emptyRow(statistics: number): RowText {
  return {
    counts: `{${new Array(statistics).fill('NULL').join()}}`,
    hidden: HIDDEN_LETTERS.low.repeat(statistics),
  };
}
