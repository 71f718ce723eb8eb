/** Typed columns from what the database sends. */
import type { CountColumn } from '../../domain/cell-tile.ts';
import { HIDDEN_CODES } from '../../domain/hidden.ts';

/** The same values in the narrowest unsigned type that holds them. */
export function narrowest(values: Uint32Array): CountColumn {
  let every = 0;
  for (const value of values) every |= value;
  if (every >>> 16 !== 0) return values;
  return every >>> 8 !== 0 ? Uint16Array.from(values) : Uint8Array.from(values);
}

const COMMA = 44;
const ZERO = 48;
const NINE = 57;
const CODE_OF_LETTER: Record<string, number> = {
  l: HIDDEN_CODES.low,
  h: HIDDEN_CODES.high,
  e: HIDDEN_CODES.either,
};

/**
 * Columns of counts from rows of array text. Read by hand: the driver's own array parser takes ten times as long for the
 * 233 counts of a row.
 */
export class CountsWriter {
  readonly #columns: Uint32Array[];

  constructor(rows: number, statistics: number) {
    this.#columns = Array.from({ length: statistics }, () => new Uint32Array(rows));
  }

  /**
   * @param counts array literal, `{12,NULL,30}`
   * @param hidden one letter a statistic
   */
  write(row: number, counts: string, hidden: string): void {
    let at = 1;
    for (let statistic = 0; statistic < this.#columns.length; statistic++) {
      let value = 0;
      let isNumber = false;
      for (; at < counts.length; at++) {
        const code = counts.charCodeAt(at);
        if (code >= ZERO && code <= NINE) {
          value = value * 10 + code - ZERO;
          isNumber = true;
        } else if (code === COMMA) break;
      }
      at++;
      const column = this.#columns[statistic];
      if (column) column[row] = isNumber ? value : (CODE_OF_LETTER[hidden[statistic] ?? ''] ?? HIDDEN_CODES.either);
    }
  }

  column(statistic: number): CountColumn {
    return narrowest(this.#columns[statistic] ?? new Uint32Array());
  }
}
