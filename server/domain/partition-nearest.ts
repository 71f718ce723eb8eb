import { cellToLatLng } from 'h3-js';
import { type Cell, cellToText } from './cell.ts';

/**
 * Finds the area with the nearest center to a cell. Ties: the lower cell index, then the earlier area.
 *
 * @throws RangeError when there are no areas
 */
export function nearestAmong<Area extends { readonly cell: Cell }>(areas: readonly Area[]): (from: Cell) => Area {
  // Trigonometry once per area: a sparse district asks for hundreds of cells among its hundreds of patches.
  const centers = areas.map(({ cell }) => unitVector(cell));
  return (from) => {
    const here = unitVector(from);
    let nearest: Area | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, area] of areas.entries()) {
      const there = centers[i] ?? here;
      const distance = (here[0] - there[0]) ** 2 + (here[1] - there[1]) ** 2 + (here[2] - there[2]) ** 2;
      if (distance < least || (distance === least && nearest && area.cell < nearest.cell)) {
        nearest = area;
        least = distance;
      }
    }
    if (!nearest) throw new RangeError('nothing to be near to');
    return nearest;
  };
}

const RADIANS = Math.PI / 180;

/** The center of a cell on the unit sphere: chords sort points like great circles. */
function unitVector(cell: Cell): readonly [x: number, y: number, z: number] {
  const [lat, lng] = cellToLatLng(cellToText(cell));
  const level = Math.cos(lat * RADIANS);
  return [level * Math.cos(lng * RADIANS), level * Math.sin(lng * RADIANS), Math.sin(lat * RADIANS)];
}
