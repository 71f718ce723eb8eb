/** A release's options for one area: keep its students, swap some, or take the whole roster as sent. */
import type { Floors } from '../../domain/patch.ts';
import { meetsFloors } from '../../domain/patch.ts';
import {
  DEVICE_AT,
  HOME_AT,
  householdOf,
  type Size,
  sizeOf,
  statusesIn,
  studentOf,
  withStatuses,
} from './home-record.ts';
import { isApart } from './lands.ts';
import { swapOf } from './swap.ts';

/** Homes by LEAID. */
export type Roster = ReadonlyMap<string, readonly Buffer[]>;

export interface AreaHomes {
  /** As last released, without districts that left; empty where the area has none. */
  readonly before: Roster;
  /** As sent now, on the land of the area. */
  readonly now: Roster;
}

export interface ComparedArea extends AreaHomes {
  /** `now` by student key. */
  readonly sent: ReadonlyMap<string, Buffer>;
  /** Students who came or went. */
  readonly changed: number;
}

export function compared({ before, now }: AreaHomes): ComparedArea {
  const sent = new Map(all(now).map((home) => [studentOf(home), home]));
  let [stayed, were] = [0, 0];
  for (const homes of before.values())
    for (const home of homes) {
      were += 1;
      if (sent.has(studentOf(home))) stayed += 1;
    }
  return { before, now, sent, changed: sent.size + were - 2 * stayed };
}

/** Which tables are recounted. */
export interface TakenArea {
  readonly roster: Roster;
  readonly isHomeNew: boolean;
  readonly isDeviceNew: boolean;
}

/**
 * The roster as sent, where at least the floor of students came or went and its totals may stand beside all earlier ones.
 * Where no earlier roster is kept, the largest allowed part of it.
 *
 * @param earlier totals ever published for the area
 */
export function takenWhole(
  { before, now, changed }: ComparedArea,
  earlier: readonly Size[],
  floors: Floors,
): Roster | undefined {
  if (changed < floors.students) return undefined;
  const size = sizeOf(all(now));
  const isAllowed = (of: Size) => (of.students === 0 || meetsFloors(of, floors)) && isApart(of, earlier, floors);
  if (before.size === 0 && size.students > 0) return trimmed(now, isAllowed);
  return isAllowed(size) ? now : undefined;
}

/** Swaps newcomers for leavers; keeps the roster where fewer than the floor of students can be swapped. */
export function takenInPart({ before, now, sent, changed }: ComparedArea, floors: Floors): TakenArea {
  const mayBe = changed >= floors.students ? [...before] : [];
  const swaps = new Map(mayBe.map(([leaId, homes]) => [leaId, swapOf(homes, now.get(leaId) ?? [])]));
  const swapped = [...swaps.values()].reduce((sum, { leave, come }) => sum + leave.length + come.length, 0);
  if (swapped >= floors.students) {
    const roster = new Map(
      [...before].map(([leaId, homes]) => {
        const { leave, come } = swaps.get(leaId) ?? { leave: [], come: [] };
        const left = new Set(leave);
        return [leaId, [...homes.filter((home) => !left.has(home)), ...come]];
      }),
    );
    return { roster: answersOf(roster, sent, { home: true, device: true }), isHomeNew: true, isDeviceNew: true };
  }
  const other = { home: 0, device: 0 };
  for (const home of all(before)) {
    const answers = sent.get(studentOf(home));
    if (answers && answers[HOME_AT] !== home[HOME_AT]) other.home += 1;
    if (answers && answers[DEVICE_AT] !== home[DEVICE_AT]) other.device += 1;
  }
  const isNew = { home: other.home >= floors.students, device: other.device >= floors.students };
  return { roster: answersOf(before, sent, isNew), isHomeNew: isNew.home, isDeviceNew: isNew.device };
}

export function all(roster: Roster): Buffer[] {
  return [...roster.values()].flat();
}

/** Statuses as sent in the recounted tables; a student who was not sent keeps the old ones. */
function answersOf(
  roster: Roster,
  sent: ReadonlyMap<string, Buffer>,
  isNew: { readonly home: boolean; readonly device: boolean },
): Roster {
  if (!isNew.home && !isNew.device) return roster;
  const answered = (home: Buffer) => {
    const own = statusesIn(home);
    const now = statusesIn(sent.get(studentOf(home)) ?? home);
    return withStatuses(home, { home: (isNew.home ? now : own).home, device: (isNew.device ? now : own).device });
  };
  return new Map([...roster].map(([leaId, homes]) => [leaId, homes.map(answered)]));
}

/** The largest roster with allowed totals: drops the smallest households, and in the others all children but one. */
function trimmed(now: Roster, isAllowed: (size: Size) => boolean): Roster | undefined {
  const homes = all(now);
  const families = [...Map.groupBy(homes, householdOf).values()].sort((a, b) => a.length - b.length);
  for (let left = 0; left < homes.length; left++)
    for (let without = 0, students = 0; students <= left && without < families.length; without++) {
      const others = left - students;
      const kept = families.length - without;
      if (others <= homes.length - students - kept && isAllowed({ students: homes.length - left, households: kept })) {
        const out = new Set(families.slice(0, without).flat());
        const siblings = families.slice(without).flatMap((family) => family.slice(1));
        for (const home of siblings.slice(0, others)) out.add(home);
        return new Map([...now].map(([leaId, own]) => [leaId, own.filter((home) => !out.has(home))]));
      }
      students += families[without]?.length ?? 0;
    }
  return undefined;
}
