import { cellToChildren } from 'h3-js';
import { type Cell, cellFromText, cellToText, parentOf } from '../cell.ts';
import type { Patch } from '../patch.ts';

/** The resolution filings and land are counted by: homes and the FCC's locations are known no finer. */
export const LAND_RESOLUTION = 8;

type LandClaim = Pick<Patch, 'cell' | 'resolution' | 'districts'>;

/**
 * The land of a patch: the hexes of its cell whose middle lies in its district and that no finer patch of the district
 * covers. Where that leaves none (its homes lie on the far side of the district's line) all hexes of its cell stand for it.
 *
 * @param isIn whether a hex's middle lies in a district
 * @returns by patch hexes, ascending, never none
 */
export function landOfPatches(patches: readonly LandClaim[], isIn: (hex: Cell, district: number) => boolean): Cell[][] {
  const finer = patchesByCell(patches);
  return patches.map((patch) => {
    const all = hexesIn(patch.cell);
    const own = all.filter(
      (hex) => patch.districts.some((district) => isIn(hex, district)) && !isTaken(finer, patch, hex),
    );
    return own.length > 0 ? own : all;
  });
}

/** Ascending. */
export function hexesIn(cell: Cell): Cell[] {
  return cellToChildren(cellToText(cell), LAND_RESOLUTION).map(cellFromText);
}

function patchesByCell(patches: readonly LandClaim[]): Map<Cell, LandClaim[]> {
  const byCell = new Map<Cell, LandClaim[]>();
  for (const patch of patches) {
    const there = byCell.get(patch.cell);
    if (there) there.push(patch);
    else byCell.set(patch.cell, [patch]);
  }
  return byCell;
}

function isTaken(byCell: Map<Cell, LandClaim[]>, { resolution, districts }: LandClaim, hex: Cell): boolean {
  for (let finer = resolution + 1; finer <= LAND_RESOLUTION; finer++)
    for (const other of byCell.get(parentOf(hex, finer)) ?? [])
      if (other.districts.some((district) => districts.includes(district))) return true;
  return false;
}
