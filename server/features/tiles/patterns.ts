/** Patterned statistics of a table of cells, as `domain/cell-tile.ts` describes them. */
import { FIRST_VALUE, MOST_VALUES } from '../../domain/cell-tile.ts';

export interface Patterns {
  /** Statistics a pattern speaks of, in order. */
  readonly keys: readonly string[];
  /** `keys.length` bytes a pattern, one pattern after the other. */
  readonly bytes: Uint8Array;
  readonly ofRow: Uint32Array;
  /** The i-th different number of each row; 0 where it has fewer. */
  readonly values: readonly Uint32Array[];
}

export interface PatternsWriter {
  /** @param counts of a row by statistic: hidden codes, or counts */
  add(counts: Uint32Array): void;
  finish(): Patterns;
}

/**
 * @param rows how many will be added
 * @param positions of the patterned statistics among all
 */
export function patternsWriter(rows: number, keys: readonly string[], positions: readonly number[]): PatternsWriter {
  const numbers = new Map<string, number>();
  const patterns: Uint8Array[] = [];
  const ofRow = new Uint32Array(rows);
  const values: Uint32Array[] = [];
  const different: number[] = [];
  let row = 0;
  return {
    add(counts) {
      const pattern = new Uint8Array(positions.length);
      different.length = 0;
      for (let i = 0; i < positions.length; i++) {
        const count = counts[positions[i] ?? 0] ?? 0;
        if (count < FIRST_VALUE) {
          pattern[i] = count;
          continue;
        }
        let place = different.indexOf(count);
        if (place < 0) place = different.push(count) - 1;
        if (place >= MOST_VALUES) throw new RangeError(`more than ${MOST_VALUES} different counts in one cell`);
        pattern[i] = FIRST_VALUE + place;
      }
      const name = String.fromCharCode(...pattern);
      let number = numbers.get(name);
      if (number === undefined) {
        number = patterns.push(pattern) - 1;
        numbers.set(name, number);
      }
      ofRow[row] = number;
      different.forEach((count, place) => {
        const column = values[place] ?? new Uint32Array(rows);
        values[place] = column;
        column[row] = count;
      });
      row++;
    },
    finish() {
      const bytes = new Uint8Array(patterns.length * positions.length);
      patterns.forEach((pattern, i) => {
        bytes.set(pattern, i * positions.length);
      });
      return { keys, bytes, ofRow, values };
    },
  };
}
