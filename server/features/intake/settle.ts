/**
 * Homes as a release counts them beside earlier ones: comparing releases must not reveal one student's move or changed
 * answer. Areas are permanent land. A release recounts an area's students only when at least the floor of them came, went or
 * answered otherwise since the last recount, and only if the totals of every land that contains the area then equal each
 * total ever published or are far from it. Filings are not held back: they are public.
 */
import { type Floors, meetsFloors } from '../../domain/patch.ts';
import { all, compared, type Roster, type TakenArea, takenInPart, takenWhole } from './area-options.ts';
import { RECORD_BYTES, type Size, sizeOf } from './home-record.ts';
import type { DistrictHomes, Kept, KeptArea, Settled, SettledHomes } from './homes.ts';
import { type Change, changesToMake, landsOf, ownLand } from './lands.ts';
import { gainOf } from './new-land.ts';
import { placed, rostersBefore } from './place-homes.ts';

/** @returns what the release counts; unchanged where nothing can be recounted */
export function settle(sent: readonly DistrictHomes[], kept: Kept, floors: Floors): Settled {
  const before = rostersBefore(kept.homes, sent, floors);
  const rosterOf = ({ area }: KeptArea): Roster => before.get(area) ?? new Map();
  const sizes = new Map(kept.areas.map((area) => [area, sizeOf(all(rosterOf(area)))]));
  const sizeBefore = (area: KeptArea): Size => sizes.get(area) ?? { students: 0, households: 0 };
  const isArea = (area: KeptArea) => sizeBefore(area).students === 0 || meetsFloors(sizeBefore(area), floors);
  const [areas, dissolved] = [kept.areas.filter(isArea), kept.areas.filter((area) => !isArea(area))];
  const { now, newLand } = placed(sent, areas, kept.homes, floors);

  const lands = landsOf(areas);
  const totals = new Map<string, Size>();
  const changes = new Map<KeptArea | string, Change>();
  const counted = new Map<KeptArea, TakenArea>();
  const whole = new Map<KeptArea, Roster>();
  for (const [i, area] of areas.entries()) {
    const earlier = kept.totals.get(ownLand(area.area)) ?? [];
    const size = sizeBefore(area);
    addTo(totals, { lands: lands[i] ?? [], ...size });
    const homes = compared({ before: rosterOf(area), now: now.get(area.area) ?? new Map() });
    counted.set(area, takenInPart(homes, floors));
    const taken = takenWhole(homes, earlier, floors);
    if (!taken) continue;
    whole.set(area, taken);
    const { students, households } = sizeOf(all(taken));
    const more = { students: students - size.students, households: households - size.households };
    changes.set(area, { parts: [{ lands: lands[i] ?? [], ...more }], rank: 0 });
  }
  // New land of a district with areas can wait. A new district's cannot, nor can land that raised floors dissolve.
  const canWait = new Set(areas.flatMap(({ leaIds }) => leaIds));
  for (const { leaIds } of dissolved) for (const leaId of leaIds) canWait.delete(leaId);
  for (const [leaId, homes] of areas.length > 0 ? newLand : []) {
    const parts = gainOf(leaId, homes, floors);
    if (canWait.has(leaId)) changes.set(leaId, { parts, rank: 1 });
    else for (const part of parts) addTo(totals, part);
  }
  const made = changesToMake([...changes.values()], totals, kept.totals, floors);
  const isMade = (what: KeptArea | string) => {
    const change = changes.get(what);
    return change !== undefined && made.has(change);
  };

  for (const [area, roster] of whole)
    if (isMade(area)) counted.set(area, { roster, isHomeNew: true, isDeviceNew: true });
  const free = new Map([...newLand].filter(([leaId]) => !changes.has(leaId) || isMade(leaId)));
  return { ...written(counted, free), dissolved: dissolved.map(({ area }) => area) };
}

function addTo(totals: Map<string, Size>, { lands, students, households }: Change['parts'][number]): void {
  for (const land of lands) {
    const sum = totals.get(land) ?? { students: 0, households: 0 };
    totals.set(land, { students: sum.students + students, households: sum.households + households });
  }
}

function written(
  counted: ReadonlyMap<KeptArea, TakenArea>,
  newLand: ReadonlyMap<string, readonly Buffer[]>,
): Pick<Settled, 'districts' | 'areas'> {
  const areas = new Map<number, KeptArea>();
  const parts: { leaId: string; area: number; homes: readonly Buffer[] }[] = [];
  for (const [area, { roster, isHomeNew, isDeviceNew }] of counted) {
    if (all(roster).length === 0) continue;
    const versions = {
      homeVersion: isHomeNew ? 0 : area.homeVersion,
      deviceVersion: isDeviceNew ? 0 : area.deviceVersion,
    };
    areas.set(area.area, { ...area, ...versions });
    for (const [leaId, homes] of roster) parts.push({ leaId, area: area.area, homes });
  }
  for (const [leaId, homes] of newLand) parts.push({ leaId, area: -1, homes });
  const inDistricts = Map.groupBy(
    parts.filter(({ homes }) => homes.length > 0),
    ({ leaId }) => leaId,
  );
  const districts = [...inDistricts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([leaId, own]): SettledHomes => {
      const records = Buffer.concat(own.flatMap(({ homes }) => homes));
      const areaOf = new Int32Array(records.length / RECORD_BYTES);
      let at = 0;
      for (const { area, homes } of own) {
        areaOf.fill(area, at, at + homes.length);
        at += homes.length;
      }
      return { leaId, records, areaOf };
    });
  return { districts, areas };
}
