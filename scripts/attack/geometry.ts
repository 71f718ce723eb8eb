import { cellToChildren } from 'h3-js';
import { type Cell, cellFromText, cellToText } from '../../server/domain/cell.ts';

export function childrenOf(cell: Cell, resolution: number): Cell[] {
  return cellToChildren(cellToText(cell), resolution).map(cellFromText);
}
