/** What the person who prepares a file should know of hexagons with few homes, before it leaves. */
import type { HomeTable } from './home-table.ts';
import { StudentIndex } from './rows/student-index.ts';

/** Hexagons that hold homes, and those of them with few households. */
export interface SparseHexagons {
  readonly hexagons: number;
  /** With fewer than FEW_HOUSEHOLDS of the file. */
  readonly sparse: number;
  /** Who live in those. */
  readonly students: number;
}

/** With as many nobody who knows a place could still say whose numbers its own would be. */
export const FEW_HOUSEHOLDS = 3;

export function sparseHexagons(table: HomeTable): SparseHexagons {
  const index = new StudentIndex();
  const hexagons = new Map<bigint, { students: number; households: number }>();
  // A household under one number may have homes in several hexagons: it counts in each, and there once.
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
