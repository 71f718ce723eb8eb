/** The unit of the partition: all homes of a district in one cell, or one finer patch. Never split. */
import { type Cell, parentOf } from './cell.ts';

/** One entry per home, that is, per student. */
export interface Homes {
  /** Number of the home's district, in order of LEAID. */
  readonly district: ArrayLike<number>;
  readonly cellOf: ArrayLike<number>;
  /** Number of the home's household; a household belongs to one district. */
  readonly household: ArrayLike<number>;
  /** Distinct cells, H3 res 8. */
  readonly cells: ArrayLike<Cell>;
  /** By home, the earlier release's area that counts it, or -1. @default none does */
  readonly areaOf?: ArrayLike<number>;
  /** Those areas. */
  readonly areas?: ReadonlyMap<number, KeptArea>;
}

/** Land that was a patch of an earlier release: it stays a patch, whoever lives there now. */
export interface KeptArea {
  readonly cell: Cell;
  readonly resolution: number;
}

export interface Unit {
  readonly district: number;
  readonly cell: Cell;
  readonly resolution: number;
  readonly students: number;
  /** Its distinct households, ascending. */
  readonly families: readonly number[];
  /** The published number of a finer patch; undefined for homes, whose households are counted. */
  readonly households?: number;
  readonly districts: readonly number[];
  /** Homes, or the finer patch. */
  readonly members: readonly number[];
  /** True for an area of an earlier release, which nothing may join. */
  readonly isKept?: true;
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
  const inAreas = new Map<number, number[]>();
  for (let home = 0; home < homes.district.length; home++) {
    const area = homes.areaOf?.[home] ?? -1;
    if (area >= 0) {
      const list = inAreas.get(area);
      if (list) list.push(home);
      else inAreas.set(area, [home]);
      continue;
    }
    const key = (homes.district[home] ?? 0) * parents.length + (parentOfCell[homes.cellOf[home] ?? 0] ?? 0);
    const list = members.get(key);
    if (list) list.push(home);
    else members.set(key, [home]);
  }
  const free = [...members].map(([key, inside]): Unit => {
    const district = Math.floor(key / parents.length);
    const cell = parents[key % parents.length] ?? 0n;
    return { ...unitOf(homes, inside), district, cell, resolution: finest, districts: [district] };
  });
  const kept = [...inAreas].map(([area, inside]): Unit => {
    const districts = distinct(inside.map((home) => homes.district[home] ?? 0));
    const { cell, resolution } = homes.areas?.get(area) ?? { cell: 0n, resolution: finest };
    return { ...unitOf(homes, inside), district: districts[0] ?? 0, cell, resolution, districts, isKept: true };
  });
  return [...free, ...kept].sort((a, b) => a.district - b.district || (a.cell < b.cell ? -1 : 1));
}

function unitOf(homes: Homes, members: readonly number[]): Pick<Unit, 'students' | 'families' | 'members'> {
  const families = distinct(members.map((home) => homes.household[home] ?? 0));
  return { students: members.length, families, members };
}

/** Distinct numbers, ascending. @param numbers whole and not negative */
export function distinct(numbers: readonly number[]): number[] {
  // Typed arrays sort without a compare function; otherwise this takes a third of the partition's time.
  const sorted = Uint32Array.from(numbers).sort();
  const once: number[] = [];
  for (const number of sorted) if (number !== once[once.length - 1]) once.push(number);
  return once;
}
