import { cellToChildren, isPentagon } from 'h3-js';
import { COARSEST_RESOLUTION } from '../audience.ts';
import { type Cell, cellFromText, cellToText, descendantRange, parentOf, resolutionOf } from '../cell.ts';
import type { Patch } from '../patch.ts';

/** The resolution of filings and land: homes and the FCC's locations are known no finer. */
const LAND_RESOLUTION = 8;

type LandClaim = Pick<Patch, 'cell' | 'resolution' | 'districts'>;

/**
 * The land of a patch: the hexes of its cell whose center lies in its district and that no finer patch of the district
 * covers. If there are none (its homes lie across the district's line), all hexes of its cell.
 *
 * @param isIn whether a hex's center lies in a district
 * @returns by patch its hexes, ascending, never empty
 */
export function landOfPatches(patches: readonly LandClaim[], isIn: (hex: Cell, district: number) => boolean): Cell[][] {
  const taken = takenByFiner(patches);
  return patches.map(({ cell, districts }, patch) => {
    const all = hexesIn(cell);
    const own = all.filter((hex) => !taken.get(patch)?.has(hex) && districts.some((district) => isIn(hex, district)));
    return own.length > 0 ? own : all;
  });
}

/** By patch number, the hexes covered by finer patches of one of its districts. */
function takenByFiner(patches: readonly LandClaim[]): Map<number, Set<Cell>> {
  const numbersOf = Map.groupBy(patches.keys(), (patch) => patches[patch]?.cell);
  const taken = new Map<number, Set<Cell>>();
  for (const { cell, resolution, districts } of patches)
    for (let coarser = COARSEST_RESOLUTION; coarser < resolution; coarser++)
      for (const other of numbersOf.get(parentOf(cell, coarser)) ?? []) {
        if (!patches[other]?.districts.some((district) => districts.includes(district))) continue;
        const hexes = taken.get(other) ?? new Set();
        taken.set(other, hexes);
        for (const hex of hexesIn(cell)) hexes.add(hex);
      }
  return taken;
}

/** Ascending. A child's index is the first child's with a digit of 0 to 6; by text this took five times as long. */
export function hexesIn(cell: Cell): Cell[] {
  if (isPentagon(cellToText(cell))) return cellToChildren(cellToText(cell), LAND_RESOLUTION).map(cellFromText);
  let cells = [descendantRange(cell, LAND_RESOLUTION)[0]];
  for (let resolution = resolutionOf(cell) + 1; resolution <= LAND_RESOLUTION; resolution++) {
    const digits = DIGITS.map((digit) => digit << BigInt(3 * (15 - resolution)));
    cells = cells.flatMap((first) => digits.map((digit) => first + digit));
  }
  return cells;
}

const DIGITS = [0n, 1n, 2n, 3n, 4n, 5n, 6n];
