/** Adds the published patch sets of earlier releases to those of the release being made. */
import { HIDDEN_CODES } from '../../../domain/hidden.ts';
import { isShown } from '../../../domain/protect/code.ts';
import { COUNTED_EACH } from '../../../domain/protect/programs/answers.ts';
import { UNASKED } from '../../../domain/protect/programs/bounds.ts';
import { PLACE_COUNTS } from '../../../domain/statistic.ts';
import type { ReleasedQuestion } from './released.ts';

/** Fields as in ProgramsInput. */
export interface GrowingSets {
  readonly members: number[][];
  readonly shownTo: number[];
  readonly codes: number[];
  readonly floors: number[];
  readonly isDecoy: number[];
  readonly isOlder: number[];
  readonly filings: number[];
  /**
   * Positions of numbers and sides that an earlier release hid by choice: the same question keeps its answer, so they stay hidden.
   * Excludes what a higher floor hid.
   */
  readonly hiddenBefore: number[];
}

/** Positions in PLACE_COUNTS by subject of the question; equipment belongs to the device. */
export const ASKED: Readonly<Record<ReleasedQuestion['about'], readonly number[]>> = {
  home: positionsOf(['home']),
  device: positionsOf(['device', 'equip']),
  lever: positionsOf(['lever']),
};

function positionsOf(kinds: readonly string[]): number[] {
  return PLACE_COUNTS.flatMap(({ kind }, position) => (kinds.includes(kind) ? [position] : []));
}

/**
 * A number published before and again now can no longer be hidden. One hidden by choice in one release and shown in the other
 * reveals itself. Two numbers of one count both stay: their noise differs if a student of the state now distinguishes two
 * statistics that were one. So do two ways in which floors hid a count: *low* by a floor of 25 is known, *low* by one of 10
 * can still be hidden. Questions of lower floors come first, as they bound a count more.
 *
 * @param filings by reading its row of `sortIn`; the first is the release's own levers
 */
export function addOlder(
  sets: GrowingSets,
  questions: readonly ReleasedQuestion[],
  filings: ReadonlyMap<string, number>,
  patchOf: (about: 'home' | 'device', area: number, version: number) => number | undefined,
): GrowingSets {
  const known = new Map(sets.members.map((members, set) => [members.join(), set]));
  const lowestFirst = [...questions].sort((a, b) => a.floor - b.floor);
  for (const { about, areas, versions, reading, shownTo, floor, codes, decoys } of lowestFirst) {
    const table = about === 'device' ? 'device' : 'home';
    const members = areas.map((area, i) => patchOf(table, area, versions[i] as number));
    const own = members.filter((patch) => patch !== undefined).sort((a, b) => a - b);
    if (own.length < members.length) throw new Error('a question rests on a table that is not kept');
    const by = filings.get(reading ?? '') ?? 0;
    const key = by === 0 ? own.join() : `${own.join()} by ${by}`;
    const setNamed = (name: string) => {
      const set = known.get(name) ?? addSet(sets, own, by);
      known.set(name, set);
      sets.shownTo[set] = (sets.shownTo[set] as number) | shownTo;
      return set;
    };
    const set = setNamed(key);
    /** Where another set of the same patches has room for what was said of a count, or says it already. */
    const again = (statistic: number, code: number) => {
      for (let name = `${key} again`; ; name += ' again') {
        const position = setNamed(name) * COUNTED_EACH + statistic;
        const isSaid = sets.codes[position] === code && sets.floors[position] === floor;
        if (isSaid || sets.codes[position] === UNASKED) return position;
      }
    };
    for (const [i, statistic] of ASKED[about].entries()) {
      const position = set * COUNTED_EACH + statistic;
      const [now, before] = [sets.codes[position] as number, codes[i] as number];
      const nowFloor = sets.floors[position] as number;
      const write = (at: number) => {
        sets.codes[at] = before;
        sets.floors[at] = floor;
        sets.isDecoy[at] = decoys[i] as number;
        sets.isOlder[at] = 1;
      };
      const isHiddenMore = floor < nowFloor && before !== HIDDEN_CODES.either;
      if (now === UNASKED || (!isShown(now) && (isShown(before) || isHiddenMore))) write(position);
      else if (now === before && (isShown(now) || floor === nowFloor)) {
        sets.isOlder[position] = 1;
        sets.floors[position] = Math.max(floor, nowFloor);
      } else if (!isShown(before) && isSaidBy(sets, position, floor)) continue;
      else if (before !== HIDDEN_CODES.either || (floor > nowFloor && decoys[i] === 1)) write(again(statistic, before));
      else if (floor <= nowFloor) sets.hiddenBefore.push(position);
    }
  }
  return sets;
}

/** Whether what is known already bounds a count as closely as any way in which so high a floor hides it. */
function isSaidBy(sets: GrowingSets, position: number, floor: number): boolean {
  return (
    sets.isOlder[position] === 1 &&
    sets.codes[position] !== HIDDEN_CODES.either &&
    floor > (sets.floors[position] as number)
  );
}

function addSet(sets: GrowingSets, members: number[], filings: number): number {
  const set = sets.members.push(members) - 1;
  sets.shownTo.push(0);
  sets.filings.push(filings);
  for (let statistic = 0; statistic < COUNTED_EACH; statistic++) {
    sets.codes.push(UNASKED);
    sets.floors.push(0);
    sets.isDecoy.push(0);
    sets.isOlder.push(0);
  }
  return set;
}
