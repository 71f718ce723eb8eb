/** Hexagons with few homes: what the preparer should know before the file leaves. */
import type { HomeTable } from './home-table.ts';
import { StudentIndex } from './rows/student-index.ts';

/** Hexagons with homes, and those with few households. */
export interface SparseHexagons {
  readonly hexagons: number;
  /** With fewer than FEW_HOUSEHOLDS in the file. */
  readonly sparse: number;
  /** Students in those. */
  readonly students: number;
}

/** With this many, not even somebody who knows a place could tell whose numbers its own would be. */
export const FEW_HOUSEHOLDS = 3;

export function sparseHexagons(table: HomeTable): SparseHexagons {
  const index = new StudentIndex();
  const hexagons = new Map<bigint, { students: number; households: number }>();
  // A household number may have homes in several hexagons: it counts once in each.
  const elsewhere = new Set<string>();
  for (let slot = 0; slot < table.count; slot++) {
    const cell = table.cells[slot] ?? 0n;
    if (cell === 0n) continue;
    const first = index.add(table.households, slot);
    const hexagon = hexagons.get(cell) ?? { students: 0, households: 0 };
    hexagon.students++;
    if (first === slot) hexagon.households++;
    else if (table.cells[first] !== cell && !elsewhere.has(`${first} ${cell}`)) {
      elsewhere.add(`${first} ${cell}`);
      hexagon.households++;
    }
    hexagons.set(cell, hexagon);
  }
  const sparse = [...hexagons.values()].filter(({ households }) => households < FEW_HOUSEHOLDS);
  return {
    hexagons: hexagons.size,
    sparse: sparse.length,
    students: sparse.reduce((sum, { students }) => sum + students, 0),
  };
}
