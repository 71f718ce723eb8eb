import { isPentagon } from 'h3-js';
import { cellToText, descendantRange } from '../../domain/cell.ts';

/** For a hexagon; each of the grid's twelve pentagons, all in the sea, has one fewer. */
export const CHILDREN_A_HEX = 7;

/** The res-9 children of hexes, concatenated. */
export interface Children {
  readonly cells: BigUint64Array;
  /** Of each child, the position of its hex. */
  readonly hexOf: Int32Array;
  /** Of each child, `hex * CHILDREN_A_HEX` and its position within the hex, in `cellToChildren` order. */
  readonly slotOf: Int32Array;
}

/** @param hexes H3 res 8 */
export function childrenOf(hexes: BigUint64Array): Children {
  const cells = new BigUint64Array(hexes.length * CHILDREN_A_HEX);
  const hexOf = new Int32Array(cells.length);
  const slotOf = new Int32Array(cells.length);
  let count = 0;
  for (const [hex, cell] of hexes.entries()) {
    const [first] = descendantRange(cell, 9);
    const left = isPentagon(cellToText(cell)) ? PENTAGON_LEAVES_OUT : undefined;
    for (let digit = 0, place = 0; digit < CHILDREN_A_HEX; digit++) {
      if (digit === left) continue;
      cells[count] = first + BigInt(digit) * DIGIT_9;
      hexOf[count] = hex;
      slotOf[count] = hex * CHILDREN_A_HEX + place;
      place++;
      count++;
    }
  }
  return { cells: cells.subarray(0, count), hexOf: hexOf.subarray(0, count), slotOf: slotOf.subarray(0, count) };
}

/** Increment of the res-9 digit. */
const DIGIT_9 = 1n << 18n;
const PENTAGON_LEAVES_OUT = 1;
