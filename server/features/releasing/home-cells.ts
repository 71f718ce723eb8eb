/** The distinct cells of homes, and the position of each home's cell among them. */
export interface HomeCells {
  /** In order of first appearance. */
  readonly cells: BigUint64Array;
  readonly cellOf: Int32Array;
}

/** @param cells one per home; neighbors in the array are often equal, as homes are sorted by district and cell */
export function distinctCells(cells: BigUint64Array): HomeCells {
  const distinct: bigint[] = [];
  const positions = new Map<bigint, number>();
  let last: bigint | undefined;
  let position = 0;
  const cellOf = new Int32Array(cells.length);
  for (const [home, cell] of cells.entries()) {
    if (cell !== last) {
      last = cell;
      position = positions.get(cell) ?? distinct.length;
      if (position === distinct.length) {
        positions.set(cell, position);
        distinct.push(cell);
      }
    }
    cellOf[home] = position;
  }
  return { cells: BigUint64Array.from(distinct), cellOf };
}
