/**
 * Lands with published totals, each a union of whole areas: the area, hexes of every level, the public's patches,
 * places, the state. A land's totals in two releases are equal or differ by at least both floors:
 * comparing them must not reveal that one student, or one household, came or went.
 */
import { COARSEST_RESOLUTION, FINEST_RESOLUTION } from '../../domain/audience.ts';
import { type Cell, parentOf } from '../../domain/cell.ts';
import { districtsTogether } from '../../domain/partition.ts';
import type { Floors } from '../../domain/patch.ts';
import { FINEST, type Size } from './home-record.ts';

export interface AreaLand {
  readonly cell: Cell;
  readonly resolution: number;
  /** Districts with homes in it, ascending. */
  readonly leaIds: readonly string[];
  /** Keys of the places that count it. */
  readonly places: readonly string[];
}

export function ownLand(area: number): string {
  return `area ${area}`;
}

/** Keys of the lands that contain each area, besides its own. Hexes as `hexesAt` draws them. */
export function landsOf(areas: readonly AreaLand[]): string[][] {
  const groups = groupsOf(areas);
  return areas.map(({ cell, resolution, places }, i) => {
    const lands = ['state', ...places];
    for (let level = COARSEST_RESOLUTION; level <= FINEST; level++)
      lands.push(`hex ${level} ${drawnAt(cell, resolution, level)}`);
    lands.push(`district ${groups[i]}`, `public ${groups[i]} ${drawnAt(cell, resolution, FINEST_RESOLUTION.public)}`);
    return lands;
  });
}

function drawnAt(cell: Cell, resolution: number, level: number): Cell {
  return resolution > level ? parentOf(cell, level) : cell;
}

/** By area, the first of the districts published together with its own. */
function groupsOf(areas: readonly AreaLand[]): string[] {
  const leaIds = [...new Set(areas.flatMap((area) => area.leaIds))].sort();
  const positions = new Map(leaIds.map((leaId, i) => [leaId, i]));
  const districts = areas.map((area) => area.leaIds.map((leaId) => positions.get(leaId) ?? -1));
  const together = districtsTogether(districts.map((own) => ({ districts: own })));
  return districts.map(([first]) => leaIds[together.get(first ?? -1) ?? -1] ?? '');
}

export function isApart(now: Size, earlier: readonly Size[], floors: Floors): boolean {
  return earlier.every((then) => {
    const students = Math.abs(now.students - then.students);
    const households = Math.abs(now.households - then.households);
    return (students === 0 && households === 0) || (students >= floors.students && households >= floors.households);
  });
}

/** How a change affects the totals of some lands. */
export interface Change {
  readonly parts: readonly (Size & { readonly lands: readonly string[] })[];
  /** Higher ranks are held back only where no lower one is left. */
  readonly rank: number;
}

/**
 * Which changes to make. Starts from all; then, from the smallest land whose totals come too near to earlier ones, holds
 * back its smallest change until the land is unchanged or far enough away.
 *
 * @param totals of lands before any change
 * @param earlier totals ever published, by land
 */
export function changesToMake<C extends Change>(
  changes: readonly C[],
  totals: ReadonlyMap<string, Size>,
  earlier: ReadonlyMap<string, readonly Size[]>,
  floors: Floors,
): Set<C> {
  const made = new Set(changes);
  const now = new Map<string, { students: number; households: number }>();
  const waiting = new Map<string, C[]>();
  const add = ({ parts }: C, sign: 1 | -1) => {
    for (const { lands, students, households } of parts)
      for (const land of lands) {
        const sum = now.get(land) ?? { students: 0, households: 0, ...totals.get(land) };
        sum.students += sign * students;
        sum.households += sign * households;
        now.set(land, sum);
      }
  };
  const leastFirst = changes.toSorted((a, b) => a.rank - b.rank || amount(a) - amount(b));
  for (const change of leastFirst) {
    add(change, 1);
    for (const land of new Set(change.parts.flatMap(({ lands }) => lands))) {
      const list = waiting.get(land);
      if (list) list.push(change);
      else waiting.set(land, [change]);
    }
  }
  const isNear = (land: string) =>
    !isApart(now.get(land) ?? { students: 0, households: 0 }, earlier.get(land) ?? [], floors);
  for (let isDone = false; !isDone; ) {
    isDone = true;
    const near = [...waiting.keys()].filter(isNear);
    for (const land of near.sort((a, b) => (now.get(a)?.students ?? 0) - (now.get(b)?.students ?? 0))) {
      const own = waiting.get(land) ?? [];
      while (own.length > 0 && isNear(land)) {
        const least = own.shift();
        if (!least || !made.delete(least)) continue;
        add(least, -1);
        isDone = false;
      }
    }
  }
  return made;
}

function amount({ parts }: Change): number {
  return parts.reduce((sum, { students, households }) => sum + Math.abs(students) + Math.abs(households), 0);
}
