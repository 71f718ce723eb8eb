import type { Cell } from '../../domain/cell.ts';
import { partition } from '../../domain/partition.ts';
import type { Floors, Patch } from '../../domain/patch.ts';
import { cellOf, FINEST, householdOf } from './home-record.ts';
import { type Change, landsOf } from './lands.ts';

/** The patches that a district's homes on land without areas will form; none where they are under the floors. */
export function patchesOfNewLand(homes: readonly Buffer[], floors: Floors): readonly Patch[] {
  const cells: Cell[] = [];
  const positions = new Map<Cell, number>();
  const households = new Map<string, number>();
  const cellOfHome = homes.map((home) => {
    const cell = cellOf(home);
    const position = positions.get(cell) ?? cells.push(cell) - 1;
    positions.set(cell, position);
    return position;
  });
  const household = homes.map((home) => {
    const key = householdOf(home);
    const number = households.get(key) ?? households.size;
    households.set(key, number);
    return number;
  });
  const district = homes.map(() => 0);
  return partition({ district, cellOf: cellOfHome, household, cells }, { finest: FINEST, floors }).patches;
}

/** What the totals of hexes and of the state gain. */
export function gainOf(leaId: string, homes: readonly Buffer[], floors: Floors): Change['parts'] {
  const patches = patchesOfNewLand(homes, floors);
  const lands = landsOf(patches.map(({ cell, resolution }) => ({ cell, resolution, leaIds: [leaId], places: [] })));
  return patches.map(({ students, households }, i) => ({ students, households, lands: lands[i] ?? [] }));
}
