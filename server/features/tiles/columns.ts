/** Parses counts from the database. */
import { HIDDEN_CODES } from '../../domain/hidden.ts';

const COMMA = 44;
const ZERO = 48;
const NINE = 57;
const CODE_OF_LETTER: Record<string, number> = {
  l: HIDDEN_CODES.low,
  h: HIDDEN_CODES.high,
  e: HIDDEN_CODES.either,
};

/**
 * Counts and hidden codes of one row. Parsed by hand: the driver's own array parser takes ten times as long.
 *
 * @param counts array literal, `{12,NULL,30}`
 * @param hidden one letter a statistic
 * @param into one number a statistic
 */
export function readCounts(counts: string, hidden: string, into: Uint32Array): void {
  let at = 1;
  for (let statistic = 0; statistic < into.length; statistic++) {
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
    into[statistic] = isNumber ? value : (CODE_OF_LETTER[hidden[statistic] ?? ''] ?? HIDDEN_CODES.either);
  }
}
