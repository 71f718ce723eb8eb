import { COARSEST_RESOLUTION } from '../../domain/audience.ts';
import { type Cell, parentOf } from '../../domain/cell.ts';
import { FINEST, runsIn } from './home-record.ts';

interface FoundArea {
  readonly area: number;
  readonly cell: Cell;
}

/**
 * The area of a home: the one that has homes in the same cell, else the finest area around it; undefined on land without
 * an area.
 *
 * @param areas of one district
 * @param homes of those areas, as last counted
 */
export function areaFinder(
  areas: readonly FoundArea[],
  homes: readonly { readonly area: number; readonly records: Buffer }[],
): (cell: Cell) => number | undefined {
  const byCell = new Map<Cell, number>();
  for (const { area, records } of homes) for (const { cell } of runsIn(records)) byCell.set(cell, area);
  const byLand = new Map(areas.map(({ cell, area }) => [cell, area]));
  return (cell) => {
    let area = byCell.get(cell);
    for (let resolution = FINEST; area === undefined && resolution >= COARSEST_RESOLUTION; resolution--)
      area = byLand.get(parentOf(cell, resolution));
    if (area !== undefined) byCell.set(cell, area);
    return area;
  };
}
