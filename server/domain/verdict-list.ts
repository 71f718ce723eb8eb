/**
 * What public filings say of the hexes around a district, small enough to load with a page that can fetch nothing later. Anybody may
 * read the same of each hex by itself (`/api/v1/cells/{h3}`).
 */
import { type Cell, cellToText, parentOf } from './cell.ts';
import { SORTS, type Sort, VERDICT_OF_SORT } from './lever.ts';
import type { VerdictTier } from './speed.ts';
import type { Verdict } from './verdict.ts';

export interface VerdictList {
  readonly leaId: string;
  readonly release: { readonly name: string; readonly synthetic: boolean };
  readonly tier: VerdictTier;
  /** By hex of resolution 4: a digit for each of its 2,401 places of resolution 8, in the order of indexes; positions in SORTS. */
  readonly sorts: Readonly<Record<string, string>>;
}

/** Resolution of the keys of a list. */
export const LIST_RESOLUTION = 4;

const DIGITS_BELOW = [5, 6, 7, 8];
const PLACES = 7 ** DIGITS_BELOW.length;
const UNCLEAR = SORTS.indexOf('unclear');

/** Position of a res-8 cell within its res-4 parent. */
function placeWithin(cell: Cell): number {
  return DIGITS_BELOW.reduce(
    (place, resolution) => place * 7 + Number((cell >> BigInt(3 * (15 - resolution))) & 7n),
    0,
  );
}

/**
 * @param parents H3 res 4
 * @param cells H3 res 8, those of which anything is known
 * @param sorts of the cells, positions in SORTS
 */
export function listOfSorts(
  parents: readonly Cell[],
  cells: ArrayLike<Cell>,
  sorts: ArrayLike<number>,
): VerdictList['sorts'] {
  const digits = new Map(parents.map((parent) => [parent, new Array<number>(PLACES).fill(UNCLEAR)]));
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? 0n;
    const own = digits.get(parentOf(cell, LIST_RESOLUTION));
    if (own) own[placeWithin(cell)] = sorts[at] ?? UNCLEAR;
  }
  return Object.fromEntries(Array.from(digits, ([parent, own]) => [cellToText(parent), own.join('')]));
}

/** @param cell H3 res 8 @returns the verdict as far as levers distinguish it; of a hex outside of the list, `partly` */
export function verdictIn({ sorts }: VerdictList, cell: Cell): Verdict {
  const digit = sorts[cellToText(parentOf(cell, LIST_RESOLUTION))]?.[placeWithin(cell)];
  const sort: Sort = SORTS[digit === undefined ? UNCLEAR : Number(digit)] ?? 'unclear';
  return VERDICT_OF_SORT[sort];
}
