import { latLngToCell } from 'h3-js';
import type { Ground } from './ground.ts';
import { toLat, toLng } from './plane.ts';
import type { Settlement } from './settlement.ts';

/** The res-9 cells along a line, from its fork to its end, every STEP_KM. */
interface Corridor {
  level: number;
  cells: string[];
  /** Position in `Settlement.cells`, -1 where nobody lives. */
  numbers: Int32Array;
  county: Int8Array;
}

export function corridorsOf(ground: Ground, { lines, cells: settled }: Settlement): Corridor[] {
  const numberOf = new Map(settled.map((cell, number) => [cell, number]));
  return lines.map(({ level, points }) => {
    const cells: string[] = [];
    const numbers = new Int32Array(points.length / 2);
    const county = new Int8Array(points.length / 2);
    for (let at = 0; at < numbers.length; at++) {
      const lng = toLng(points[2 * at] ?? 0);
      const lat = toLat(points[2 * at + 1] ?? 0);
      const cell = latLngToCell(lat, lng, 9);
      cells.push(cell);
      numbers[at] = numberOf.get(cell) ?? -1;
      county[at] = ground.countyAt(lng, lat);
    }
    return { level, cells, numbers, county };
  });
}

/** Largest gap of empty ground that wire crosses, in steps of the line. */
const LONGEST_GAP = 12;

/**
 * Course of the wire between the cells it serves: along the line, and in a hollow from its fork on.
 *
 * @param covered one flag a settled cell
 * @returns cells to draw in addition to the covered ones, by county
 */
export function cellsBetween(corridors: readonly Corridor[], covered: Uint8Array, counties: number): string[][] {
  const found: string[][] = Array.from({ length: counties }, () => []);
  for (const { level, cells, numbers, county } of corridors) {
    let last = level === 0 ? Number.NEGATIVE_INFINITY : 0;
    for (let at = 0; at < numbers.length; at++) {
      if (!covered[numbers[at] ?? -1]) continue;
      if (at - last <= LONGEST_GAP)
        for (let between = last; between < at; between++) found[county[between] ?? -1]?.push(cells[between] ?? '');
      last = at;
    }
  }
  return found;
}
