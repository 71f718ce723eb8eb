/**
 * A patch is the smallest area we publish: an H3 cell, or the remainder of one, in one district. Source of the floors: most
 * states use a minimum of 10 students, several also a minimum of households; no state goes below 5.
 */
import { type Cell, parentOf } from './cell.ts';

export interface Floors {
  readonly students: number;
  readonly households: number;
}

export const DEFAULT_FLOORS: Floors = { students: 10, households: 5 };
export const LOWEST_FLOORS: Floors = { students: 5, households: 3 };

export interface Patch {
  readonly cell: Cell;
  /** 5 to 8. */
  readonly resolution: number;
  /** True when finer patches of the same district lie inside the cell. */
  readonly rest: boolean;
  /** Districts, ascending. Several if a district under the floor is published only together with a neighbor. */
  readonly districts: readonly number[];
  readonly students: number;
  /** Sum of the distinct households of its finest patches: a household across two of them counts in both. */
  readonly households: number;
}

/** Why floors are invalid, in words; undefined if they are valid. */
export function floorsFault(floors: Floors): string | undefined {
  if (!Number.isInteger(floors.students) || floors.students < LOWEST_FLOORS.students)
    return `The smallest area published must hold a whole number of at least ${LOWEST_FLOORS.students} students.`;
  if (!Number.isInteger(floors.households) || floors.households < LOWEST_FLOORS.households)
    return `The smallest area published must hold a whole number of at least ${LOWEST_FLOORS.households} households.`;
  return undefined;
}

export function meetsFloors(group: { students: number; households: number }, floors: Floors): boolean {
  return group.students >= floors.students && group.households >= floors.households;
}

/** A hex at one level of the map: the sum of whole patches, of any district, inside it. */
export interface Hex {
  readonly cell: Cell;
  readonly resolution: number;
  /** True when other hexes of the same level lie inside this one. */
  readonly rest: boolean;
}

export interface HexLevel {
  /** Ascending by cell index. */
  readonly hexes: readonly Hex[];
  /** Position of each patch's hex. */
  readonly hexOf: Int32Array;
}

/** The hex of every patch: its cell's parent at the level, or its own cell if that is coarser, to be drawn beneath. */
export function hexesAt(patches: readonly { cell: Cell; resolution: number }[], level: number): HexLevel {
  const resolutions = new Map<Cell, number>();
  const cells = patches.map(({ cell, resolution }) => {
    const drawn = resolution > level ? parentOf(cell, level) : cell;
    resolutions.set(drawn, Math.min(resolution, level));
    return drawn;
  });
  const holders = ancestorsOf([...resolutions].map(([cell, resolution]) => ({ cell, resolution })));
  const hexes = [...resolutions]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cell, resolution]) => ({ cell, resolution, rest: holders.has(cell) }));
  const positions = new Map(hexes.map(({ cell }, position) => [cell, position]));
  return { hexes, hexOf: Int32Array.from(cells, (cell) => positions.get(cell) ?? -1) };
}

/** All strict ancestors of these cells, down to resolution 5. */
export function ancestorsOf(areas: readonly { cell: Cell; resolution: number }[]): Set<Cell> {
  const ancestors = new Set<Cell>();
  for (const { cell, resolution } of areas)
    for (let coarser = resolution - 1; coarser >= 5; coarser--) ancestors.add(parentOf(cell, coarser));
  return ancestors;
}
