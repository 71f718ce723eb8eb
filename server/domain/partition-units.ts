/** What the partition moves about: all homes of a district in one cell, or one finer patch. Never split. */
import { type Cell, parentOf } from './cell.ts';

/** One entry a home, that is a student. */
export interface Homes {
  /** Number of the home's district, in order of LEAID. */
  readonly district: ArrayLike<number>;
  /** Position of the home's cell in `cells`. */
  readonly cellOf: ArrayLike<number>;
  /** Number of the home's household; a household belongs to one district. */
  readonly household: ArrayLike<number>;
  /** Distinct cells, H3 res 9. */
  readonly cells: ArrayLike<Cell>;
}

export interface Unit {
  readonly district: number;
  readonly cell: Cell;
  readonly resolution: number;
  readonly students: number;
  /** Its distinct households, ascending. */
  readonly families: readonly number[];
  /** The number published for a finer patch; undefined for homes, whose families are counted. */
  readonly households?: number;
  readonly districts: readonly number[];
  /** Homes, or the finer patch. */
  readonly members: readonly number[];
}

/** Homes by district and cell of the finest resolution, in the order of both. */
export function gatherUnits(homes: Homes, finest: number): Unit[] {
  const parents: Cell[] = [];
  const positions = new Map<Cell, number>();
  const parentOfCell = Int32Array.from(homes.cells, (cell) => {
    const parent = parentOf(cell, finest);
    let position = positions.get(parent);
    if (position === undefined) {
      position = parents.push(parent) - 1;
      positions.set(parent, position);
    }
    return position;
  });
  const members = new Map<number, number[]>();
  for (let home = 0; home < homes.district.length; home++) {
    const key = (homes.district[home] ?? 0) * parents.length + (parentOfCell[homes.cellOf[home] ?? 0] ?? 0);
    const list = members.get(key);
    if (list) list.push(home);
    else members.set(key, [home]);
  }
  return [...members]
    .map(([key, inside]): Unit => {
      const district = Math.floor(key / parents.length);
      return {
        district,
        cell: parents[key % parents.length] ?? 0n,
        resolution: finest,
        students: inside.length,
        families: distinct(inside.map((home) => homes.household[home] ?? 0)),
        districts: [district],
        members: inside,
      };
    })
    .sort((a, b) => a.district - b.district || (a.cell < b.cell ? -1 : 1));
}

/** Distinct numbers, ascending. @param numbers whole and not negative */
export function distinct(numbers: readonly number[]): number[] {
  // Typed arrays sort numbers without asking which is greater: a third of the time of the partition otherwise.
  const sorted = Uint32Array.from(numbers).sort();
  const once: number[] = [];
  for (const number of sorted) if (number !== once[once.length - 1]) once.push(number);
  return once;
}
