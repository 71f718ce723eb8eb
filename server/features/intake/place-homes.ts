/** Assigns each home to the area of its land. */
import type { Cell } from '../../domain/cell.ts';
import { nearestAmong } from '../../domain/partition-nearest.ts';
import type { Floors } from '../../domain/patch.ts';
import { areaFinder } from './area-finder.ts';
import type { Roster } from './area-options.ts';
import { cellOf, recordsIn, runsIn } from './home-record.ts';
import type { DistrictHomes, KeptArea, KeptHomes } from './homes.ts';
import { patchesOfNewLand } from './new-land.ts';

type Rosters = Map<number, Map<string, Buffer[]>>;

/**
 * The areas' former homes, without districts that sent nothing or took back their file. Where such a district has fewer
 * students than the floor in a neighbor's area, they stay until that area is recounted.
 */
export function rostersBefore(
  kept: readonly KeptHomes[],
  sent: readonly DistrictHomes[],
  floors: Floors,
): ReadonlyMap<number, Roster> {
  const present = new Set(sent.map(({ leaId }) => leaId));
  const active = new Set(kept.filter(({ leaId }) => present.has(leaId)).map(({ area }) => area));
  const rosters: Rosters = new Map();
  for (const { area, leaId, records } of kept) {
    const homes = [...recordsIn(records)];
    if (present.has(leaId) || (active.has(area) && homes.length < floors.students)) add(rosters, area, leaId, homes);
  }
  return rosters;
}

export interface PlacedHomes {
  readonly now: ReadonlyMap<number, Roster>;
  /** By LEAID, homes that will form areas on land without any. */
  readonly newLand: ReadonlyMap<string, readonly Buffer[]>;
}

/** Homes on new land count to the nearest area while they are under the floors. */
export function placed(
  sent: readonly DistrictHomes[],
  areas: readonly KeptArea[],
  kept: readonly KeptHomes[],
  floors: Floors,
): PlacedHomes {
  const areasOf = Map.groupBy(
    areas.flatMap((area) => area.leaIds.map((leaId) => ({ leaId, area }))),
    ({ leaId }) => leaId,
  );
  const open = new Set(areas.map(({ area }) => area));
  const keptOf = Map.groupBy(
    kept.filter(({ area }) => open.has(area)),
    ({ leaId }) => leaId,
  );
  const now: Rosters = new Map();
  const newLand = new Map<string, readonly Buffer[]>();
  for (const { leaId, records } of sent) {
    const own = areasOf.get(leaId)?.map(({ area }) => area) ?? [];
    const find = areaFinder(own, keptOf.get(leaId) ?? []);
    const elsewhere: Buffer[] = [];
    for (const { cell, homes } of runsIn(records)) {
      const area = find(cell);
      if (area === undefined) elsewhere.push(...homes);
      else add(now, area, leaId, homes);
    }
    const isLand = areas.length === 0 || patchesOfNewLand(elsewhere, floors).length > 0;
    if (isLand) newLand.set(leaId, elsewhere);
    else for (const [area, homes] of nearest(own.length > 0 ? own : areas, elsewhere)) add(now, area, leaId, homes);
  }
  return { now, newLand };
}

function nearest(areas: readonly KeptArea[], homes: readonly Buffer[]): Map<number, Buffer[]> {
  const find = nearestAmong(areas);
  const found = new Map<Cell, number>();
  return Map.groupBy(homes, (home) => {
    const cell = cellOf(home);
    const area = found.get(cell) ?? find(cell).area;
    found.set(cell, area);
    return area;
  });
}

function add(rosters: Rosters, area: number, leaId: string, homes: readonly Buffer[]): void {
  const roster = rosters.get(area) ?? new Map<string, Buffer[]>();
  rosters.set(area, roster);
  const own = roster.get(leaId);
  if (own) for (const home of homes) own.push(home);
  else roster.set(leaId, [...homes]);
}
