/**
 * H3 indexes. A cell is a `bigint` in tables and typed arrays, and 15-character text at every boundary (JSON, MVT, CSV),
 * never a JS number, which cannot hold 64 bits. Parents are computed by bit operations (300 M/s against 1 M/s by text).
 */
export type Cell = bigint;

/** Resolution of homes' cells: about 180 acres, 0.7 km2. */
export const HOME_RESOLUTION = 8;

const RESOLUTION_SHIFT = 52n;
const RESOLUTION_MASK = 0xfn << RESOLUTION_SHIFT;

/** Other programs' notations of an index: in capitals, with a 0x prefix, with the zero that makes 16 digits. */
export const WRITTEN_CELL = '(?:0[xX])?0?([0-9a-fA-F]{15})';

const WRITTEN = new RegExp(`^\\s*${WRITTEN_CELL}\\s*$`);

/** Our 15-character text of a cell, from any notation; undefined if the text is none. Does not check that the grid has the cell. */
export function cellAsWritten(text: string): string | undefined {
  return WRITTEN.exec(text)?.[1]?.toLowerCase();
}

/** The cell of its 15-character text. @throws RangeError when the text is no H3 cell index */
export function cellFromText(text: string): Cell {
  if (!/^[0-9a-f]{15}$/i.test(text)) throw new RangeError('not an H3 cell: expected 15 hexadecimal characters');
  return BigInt(`0x${text}`);
}

export function cellToText(cell: Cell): string {
  return cell.toString(16);
}

export function resolutionOf(cell: Cell): number {
  return Number((cell & RESOLUTION_MASK) >> RESOLUTION_SHIFT);
}

/** @param resolution at most the cell's own */
export function parentOf(cell: Cell, resolution: number): Cell {
  const unused = BigInt(3 * (15 - resolution));
  return (cell & ~RESOLUTION_MASK) | (BigInt(resolution) << RESOLUTION_SHIFT) | ((1n << unused) - 1n);
}

/** First and last possible descendant at a resolution: the descendants of a cell are a contiguous range of indexes. */
export function descendantRange(cell: Cell, resolution: number): [first: Cell, last: Cell] {
  const own = BigInt(3 * (15 - resolutionOf(cell)));
  const theirs = BigInt(3 * (15 - resolution));
  const tail = (1n << theirs) - 1n;
  const base = (cell & ~RESOLUTION_MASK & ~((1n << own) - 1n)) | (BigInt(resolution) << RESOLUTION_SHIFT) | tail;
  return [base, base | (((1n << own) - 1n) & ~tail)];
}

/** First key column of every growing table: the res-4 parent, so that joins from res 8 to res 5 stay in one shard. */
export function shardOf(cell: Cell): bigint {
  return parentOf(cell, 4);
}
