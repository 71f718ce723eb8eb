import { neighborPairs } from './lattice.ts';
import { UnionFind } from './union.ts';

/**
 * Connected components of cells, bridging up to `gap` missing cells between two.
 *
 * @param cells distinct, of one resolution
 * @param gap 0 to 2 cells
 * @returns for each cell, the position of the first cell of its component
 */
export function components(cells: BigUint64Array, gap: number): Int32Array {
  const sets = new UnionFind(cells.length);
  neighborPairs(cells, gap + 1, (one, other) => {
    sets.join(one, other);
  });
  const firsts = new Int32Array(cells.length);
  for (let at = 0; at < firsts.length; at++) firsts[at] = sets.find(at);
  return firsts;
}
