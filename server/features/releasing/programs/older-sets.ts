/** Sets of patches of earlier releases, with what was published of them, put beside those of the release that is made. */
import { HIDDEN_CODES } from '../../../domain/hidden.ts';
import { isShown } from '../../../domain/protect/code.ts';
import { COUNTED_EACH } from '../../../domain/protect/programs/answers.ts';
import { UNASKED } from '../../../domain/protect/programs/bounds.ts';
import { PLACE_COUNTS } from '../../../domain/statistic.ts';
import type { ReleasedQuestion } from './released.ts';

/** As ProgramsInput has them. */
export interface GrowingSets {
  readonly members: number[][];
  readonly shownTo: number[];
  readonly codes: number[];
  readonly floors: number[];
  readonly isDecoy: number[];
  readonly isOlder: number[];
  readonly filings: number[];
  /**
   * Positions of numbers, and of sides, that a release hid by choice: the same question has one answer, so they stay hidden. What a
   * higher floor hid is not among them.
   */
  readonly hiddenBefore: number[];
}

/** Positions in PLACE_COUNTS, by what a question is about; equipment is about the device. */
export const ASKED: Readonly<Record<ReleasedQuestion['about'], readonly number[]>> = {
  home: positionsOf(['home']),
  device: positionsOf(['device', 'equip']),
  lever: positionsOf(['lever']),
};

function positionsOf(kinds: readonly string[]): number[] {
  return PLACE_COUNTS.flatMap(({ kind }, position) => (kinds.includes(kind) ? [position] : []));
}

/**
 * A number that was published before and is published again is one that can no longer be hidden; one hidden by choice then and
 * shown now, or the other way round, is the number. Two numbers of one count both stay: its noise is another where a student of the
 * state tells two statistics apart that were one.
 *
 * @param filings by reading its row of `sortIn`, that of the release's own levers being the first
 */
export function addOlder(
  sets: GrowingSets,
  questions: readonly ReleasedQuestion[],
  filings: ReadonlyMap<string, number>,
  patchOf: (about: 'home' | 'device', area: number, version: number) => number | undefined,
): GrowingSets {
  const known = new Map(sets.members.map((members, set) => [members.join(), set]));
  for (const { about, areas, versions, reading, shownTo, floor, codes, decoys } of questions) {
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
    for (const [i, statistic] of ASKED[about].entries()) {
      const position = set * COUNTED_EACH + statistic;
      const [now, before] = [sets.codes[position] as number, codes[i] as number];
      const saysMore = floor < (sets.floors[position] as number) && before !== HIDDEN_CODES.either;
      if (isShown(before) && isShown(now) && now !== before) {
        const again = setNamed(`${key} again`) * COUNTED_EACH + statistic;
        sets.codes[again] = before;
        sets.floors[again] = floor;
        sets.isOlder[again] = 1;
      } else if (isShown(before) || now === UNASKED || saysMore) {
        sets.codes[position] = before;
        sets.floors[position] = floor;
        sets.isDecoy[position] = decoys[i] as number;
        sets.isOlder[position] = 1;
      } else if (now === before) sets.isOlder[position] = 1;
      else if (before === HIDDEN_CODES.either && floor <= (sets.floors[position] as number))
        sets.hiddenBefore.push(position);
    }
  }
  return sets;
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
