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
 * Writes rows of true counts as what may be published.
 *
 * A release of a state has some 60,000 rows of 233 counts, most of them hidden, so the text is laid into one buffer
 * digit by digit: gluing strings took ten times as long.
 *
 * @param statistics counts in a row
 * @param floor students: no smaller count is shown, nor one that leaves fewer of its group
 */
export function rowWriter(statistics: number, floor: number): (group: Group) => RowText {
  const text = new Uint8Array(statistics * (MOST_DIGITS + 1) + 2);
  const view = Buffer.from(text.buffer);
  const letters = Buffer.alloc(statistics);
  text[0] = OPEN;
  return ({ counts, from, students }) => {
    let at = 1;
    for (let i = 0; i < statistics; i++) {
      const count = counts[from + i] as number;
      const hidden = hiding(count, students, floor);
      letters[i] = hidden === undefined ? DOT : LETTERS[hidden];
      if (i > 0) text[at++] = COMMA;
      if (hidden === undefined) at = writeDigits(text, at, count);
      else for (let c = 0; c < NULL.length; c++) text[at++] = NULL[c] as number;
    }
    text[at++] = CLOSE;
    return { counts: view.toString('latin1', 0, at), hidden: letters.toString('latin1') };
  };
}

/** The row of a place that has no patch of its own: nothing shown, and nothing said of why. */
export function emptyRow(statistics: number): RowText {
  return {
    counts: `{${new Array(statistics).fill('NULL').join()}}`,
    hidden: HIDDEN_LETTERS.low.repeat(statistics),
  };
}

const MOST_DIGITS = 10;
const [OPEN, CLOSE, COMMA, ZERO, DOT] = [0x7b, 0x7d, 0x2c, 0x30, 0x2e];
const NULL = Buffer.from('NULL');
const LETTERS = {
  low: HIDDEN_LETTERS.low.charCodeAt(0),
  high: HIDDEN_LETTERS.high.charCodeAt(0),
  either: HIDDEN_LETTERS.either.charCodeAt(0),
};

/** @param count at least 1: zero is never shown. @returns position after the last digit */
function writeDigits(text: Uint8Array, at: number, count: number): number {
  let end = at;
  for (let rest = count; rest > 0; rest = Math.trunc(rest / 10)) end++;
  for (let rest = count, digit = end - 1; digit >= at; rest = Math.trunc(rest / 10), digit--)
    text[digit] = ZERO + (rest % 10);
  return end;
}
