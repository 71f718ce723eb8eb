import { describe, expect, it } from 'vitest';
import { listAt } from '../../../server/domain/lists.ts';
import { classesOf } from '../../../server/domain/protect/classes.ts';
import { EITHER_UNTOLD, isShown } from '../../../server/domain/protect/code.ts';
import { Knowledge } from '../../../server/domain/protect/knowledge.ts';
import { Numbers } from '../../../server/domain/protect/numbers.ts';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';
import type { Rests } from '../../../server/domain/protect/rests.ts';
import { FLOOR, protectStudents, rowsOf, someStudents } from './state.ts';

describe('sums of areas', () => {
  it('are those of each way to divide a set, without what only divides its parts, and of the largest inside it', () => {
    const index = new PatchSetIndex(6);
    const twos = index.addRows(Int32Array.of(0, 0, 1, 1, 2, 2), 3);
    const threes = index.addRows(Int32Array.of(0, 0, 0, 1, 1, 1), 2);
    const [all = -1] = index.addRows(new Int32Array(6), 1);
    const { sums } = index.build();
    const ofWhole = (whole: number) =>
      [...sums.wholes.entries()].filter(([, of]) => of === whole).map(([sum]) => [...listAt(sums.parts, sum)]);
    expect(ofWhole(all)).toEqual([[...twos], [...threes]]);
    expect(ofWhole(threes[0] ?? -1)).toEqual([
      [0, 1, 2],
      [twos[0], 2],
    ]);
    expect(ofWhole(twos[1] ?? -1)).toEqual([[2, 3]]);
    expect(ofWhole(0)).toEqual([]);
  });
});

const PATCHES = 60;
const RELEARNED = 300;

/** Knowledge of a made-up state, and the state; what is published is read as it is at the time. */
function knownOf(seed: number) {
  const state = protectStudents(someStudents(PATCHES, seed), PATCHES);
  const { sets, classes, codes, isTaken, students, local } = state;
  const published = () => ({ codes, isTaken, students, numbers: new Numbers(codes, sets, local) });
  const knowledge = new Knowledge(sets, classes, FLOOR, local);
  return { ...state, published, knowledge };
}

/** Every count lies within the bounds of its class. */
function expectTrue(knowledge: Knowledge, { sets, truth }: Pick<ReturnType<typeof knownOf>, 'sets' | 'truth'>): void {
  for (const [at, count] of truth.entries()) {
    const set = at % sets.count;
    const bound = set * knowledge.width + (at - set) / sets.count;
    expect(knowledge.low[bound]).toBeLessThanOrEqual(count);
    expect(knowledge.high[bound]).toBeGreaterThanOrEqual(count);
  }
}

describe('what is known of true counts', () => {
  it('is never wrong', () => {
    let narrower = 0;
    for (let seed = 0; seed < 30; seed++) {
      const { knowledge, published, ...state } = knownOf(seed);
      knowledge.learn(published());
      expectTrue(knowledge, state);
      const { lowFrom, highFrom } = knowledge;
      for (let at = 0; at < lowFrom.length; at++) if (lowFrom[at] !== 0 || highFrom[at] !== 0) narrower += 1;
    }
    expect(narrower).toBeGreaterThan(1_000);
  });

  it('is never wrong of what one class has more than another inside it, and tells more of the classes', () => {
    let [narrower, told] = [0, 0];
    for (let seed = 0; seed < 30; seed++) {
      const { knowledge, published, ...state } = knownOf(seed);
      const { sets, classes, truth } = state;
      knowledge.learn(published());
      const before = [knowledge.low.slice(), knowledge.high.slice()];
      knowledge.considerRests(published());
      expectTrue(knowledge, state);
      const { bounds, reasons } = knowledge.rests as Rests;
      const { count, restOf, wholes, parts } = classes.rests;
      expect(count).toBeGreaterThan(0);
      for (const [pair, rest] of restOf.entries())
        for (let set = 0; set < sets.count; set++) {
          const trueOf = (own: number) => truth[own * sets.count + set] ?? Number.NaN;
          const more = trueOf(wholes[pair] ?? -1) - trueOf(parts[pair] ?? -1);
          const at = set * bounds.width + rest;
          expect(bounds.low[at]).toBeLessThanOrEqual(more);
          expect(bounds.high[at]).toBeGreaterThanOrEqual(more);
          if (Math.max(bounds.lowFrom[at] ?? 0, bounds.highFrom[at] ?? 0) >= reasons.sums) narrower += 1;
        }
      for (const [at, least] of knowledge.low.entries())
        if (least !== before[0]?.[at] || knowledge.high[at] !== before[1]?.[at]) told += 1;
    }
    expect(narrower).toBeGreaterThan(100);
    expect(told).toBeGreaterThan(0);
  });

  it('is the same, learned again for a few that were hidden or from the start', () => {
    let forgotten = 0;
    for (let seed = 0; seed < RELEARNED; seed++) {
      const { knowledge: again, published, sets, classes, codes, local } = knownOf(seed);
      again.learn(published());
      again.considerRests(published());
      const before = again.low.slice();
      const shown = [...codes.keys()].filter((at) => isShown(codes[at] ?? 0) && at % 7 === seed % 7).slice(0, 5);
      for (const at of shown) codes[at] = EITHER_UNTOLD;
      again.relearn(published(), shown);
      const anew = new Knowledge(sets, classes, FLOOR, local);
      anew.learn(published());
      anew.considerRests(published());
      expect(again.low).toEqual(anew.low);
      expect(again.high).toEqual(anew.high);
      expect(again.rests?.bounds.low).toEqual(anew.rests?.bounds.low);
      expect(again.rests?.bounds.high).toEqual(anew.rests?.bounds.high);
      if (!before.every((least, at) => least === anew.low[at])) forgotten += 1;
    }
    expect(forgotten).toBeGreaterThan(10);
  });

  it('follows through classes and areas until nothing more does', () => {
    const index = new PatchSetIndex(3);
    for (const rowOf of rowsOf(3)) index.addRows(rowOf, 1);
    const sets = index.build();
    expect(sets.count).toBe(5);
    const classes = classesOf(2, [[0], [0, 1], [1]], [{ parts: [0, 1] }]);
    const knowledge = new Knowledge(sets, classes, FLOOR);
    const students = Int32Array.of(40, 40, 40, 80, 120);
    // Of the second class nothing is shown; all that is known of it is what the first leaves.
    const codes = Int32Array.from({ length: 10 }, (_, at) => (at < 3 ? 20 : EITHER_UNTOLD));
    knowledge.learn({ codes, isTaken: new Uint8Array(10), students, numbers: new Numbers(codes, sets) });
    const whole = 4 * knowledge.width;
    expect([knowledge.low[whole], knowledge.high[whole]]).toEqual([48, 72]);
    expect([knowledge.low[whole + 1], knowledge.high[whole + 1]]).toEqual([48, 72]);
  });
});
