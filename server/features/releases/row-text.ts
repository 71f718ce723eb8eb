import { HIDDEN_CODES, HIDDEN_LETTERS, type Hidden } from '../../domain/hidden.ts';
import { EITHER_MOSTLY, EITHER_UNTOLD } from '../../domain/protect/code.ts';

/** A row of counts as the tables hold it. */
export interface RowText {
  /** PostgreSQL array literal; NULL = hidden. */
  readonly counts: string;
  /** One letter a statistic. */
  readonly hidden: string;
}

const LETTER_OF_CODE = new Map<number, string>([
  ...Object.entries(HIDDEN_CODES).map(([hidden, code]) => [code, HIDDEN_LETTERS[hidden as Hidden]] as const),
  ...[EITHER_MOSTLY, EITHER_UNTOLD].map((code) => [code, HIDDEN_LETTERS.either] as const),
]);

/** @param codes published counts, or codes of hidden ones */
export function rowText(codes: Int32Array): RowText {
  let literal = '';
  let letters = '';
  for (const code of codes) {
    const letter = LETTER_OF_CODE.get(code);
    literal += letter ? ',NULL' : `,${code}`;
    letters += letter ?? '.';
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
