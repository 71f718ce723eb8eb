import { cellArea, cellToLatLng } from 'h3-js';
import { cellToText, parentOf } from '../../domain/cell.ts';
import { keysOfCells } from '../../domain/cluster/key.ts';

/** Position and size of cells, computed lazily, since most cells of a state lie in no cluster. */
export interface Land {
  readonly cells: BigUint64Array;
  /** Degrees, by position; valid after `locate` of that position. */
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  locate(position: number): void;
  areaKm2(position: number): number;
}

/** @param resolution of the cells, 5 to 8 */
export function landOf(cells: BigUint64Array, resolution: number): Land {
  const lng = new Float64Array(cells.length).fill(Number.NaN);
  const lat = new Float64Array(cells.length).fill(Number.NaN);
  // The size of neighboring cells differs far below the last digit shown: one in 7^3 is measured.
  const groups = keysOfCells(cells, 5);
  const areas = new Map<number, number>();
  return {
    cells,
    lng,
    lat,
    locate: (position) => {
      if (!Number.isNaN(lat[position])) return;
      const [y, x] = cellToLatLng(cellToText(cells[position] ?? 0n));
      lat[position] = y;
      lng[position] = x;
    },
    areaKm2: (position) => {
      const group = groups[position] ?? 0;
      let area = areas.get(group);
      if (area === undefined) {
        area = cellArea(cellToText(parentOf(cells[position] ?? 0n, 5)), 'km2') / 7 ** (resolution - 5);
        areas.set(group, area);
      }
      return area;
    },
  };
}
