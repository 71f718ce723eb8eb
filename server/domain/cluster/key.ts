/**
 * Cells of one resolution up to 8 as small numbers: base cell and digits, 31 bits at resolution 8. Keys ascend as the cells do,
 * and the parent's key is the key without its last octal digit.
 */
export function keysOfCells(cells: BigUint64Array, resolution: number): Int32Array {
  const words = new Uint32Array(cells.buffer, cells.byteOffset, 2 * cells.length);
  const size = 2 ** (3 * (15 - resolution));
  const keys = new Int32Array(cells.length);
  for (let at = 0; at < keys.length; at++)
    keys[at] = Math.floor((((words[2 * at + 1] ?? 0) & 0xfffff) * 2 ** 32 + (words[2 * at] ?? 0)) / size);
  return keys;
}
