import { describe, expect, it } from 'vitest';
import { EITHER_UNTOLD, isShown } from '../../../server/domain/protect/code.ts';
import { NOISE_DEVIATION } from '../../../server/domain/protect/noise.ts';
import { ROUNDING, roundedForPublic } from '../../../server/domain/protect/round.ts';
import { FLOOR, protectStudents, randomFor, STATISTICS, someStudents } from './state.ts';

const PATCHES = 60;
const states = Array.from({ length: 40 }, (_, seed) => protectStudents(someStudents(PATCHES, seed), PATCHES));

/** Every published pair of which one counts among the other, in area or in kind. */
function* nestedPairs({ sets, codes }: (typeof states)[number]) {
  for (let statistic = 0; statistic < STATISTICS; statistic++)
    for (let outer = 0; outer < sets.count; outer++) {
      const at = statistic * sets.count + outer;
      for (let i = sets.inside.starts[outer] ?? 0; i < (sets.inside.starts[outer + 1] ?? 0); i++)
        yield [at, statistic * sets.count + (sets.inside.items[i] ?? 0)] as const;
      if (statistic === 0) yield [at, sets.count + outer] as const;
    }
  if (codes.length === 0) throw new Error('nothing to compare');
}

describe('a published count', () => {
  it('is at least the floor and leaves as many, truly and as published', () => {
    for (const { codes, truth, students, sets } of states)
      for (const [at, code] of codes.entries()) {
        if (!isShown(code)) {
          expect(code).toBeLessThanOrEqual(EITHER_UNTOLD);
          continue;
        }
        const all = students[at % sets.count] ?? 0;
        for (const count of [code, truth[at] ?? 0, all - code, all - (truth[at] ?? 0)])
          expect(count).toBeGreaterThanOrEqual(FLOOR);
      }
  });

  it('is the same as any other of which it counts the same students', () => {
    const students = someStudents(PATCHES, 7).map((student) => (student.patch % 2 ? { ...student, in: [] } : student));
    const { codes, sets, rows } = protectStudents(students, PATCHES);
    for (let statistic = 0; statistic < STATISTICS; statistic++)
      for (let pair = 0; pair < PATCHES / 2; pair++) {
        const alone = codes[statistic * sets.count + 2 * pair] ?? 0;
        const together = codes[statistic * sets.count + (rows[0]?.[pair] ?? 0)] ?? 0;
        if (isShown(alone) && isShown(together)) expect(together).toBe(alone);
      }
  });

  it('does not change when students come in another order', () => {
    const students = someStudents(PATCHES, 3);
    expect(protectStudents(students.toReversed(), PATCHES).codes).toEqual(protectStudents(students, PATCHES).codes);
  });

  it('is hardly more or less than the truth over many', () => {
    let [errors, shown] = [0, 0];
    for (const { codes, truth } of states)
      for (const [at, code] of codes.entries())
        if (isShown(code) && (truth[at] ?? 0) > 40) {
          errors += code - (truth[at] ?? 0);
          shown += 1;
        }
    expect(shown).toBeGreaterThan(1_000);
    expect(Math.abs(errors / shown)).toBeLessThan(1.5);
  });
});

describe('two published counts of which one counts among the other', () => {
  it('are equal, or differ by enough to prove no group under the floor', () => {
    let met = 0;
    for (const state of states)
      for (const [outer, inner] of nestedPairs(state)) {
        const [more, fewer] = [state.codes[outer] ?? 0, state.codes[inner] ?? 0];
        if (!isShown(more) || !isShown(fewer)) continue;
        met += 1;
        const difference = more - fewer;
        if (difference !== 0 && difference + 2 * NOISE_DEVIATION < FLOOR) expect.fail(`they differ by ${difference}`);
      }
    expect(met).toBeGreaterThan(2_000);
  });
});

describe('what the public is shown', () => {
  it('is the nearest five, where the floor is met on both sides', () => {
    expect([10, 12, 13, 47].map((count) => roundedForPublic(count, 100, FLOOR))).toEqual([10, 10, 15, 45]);
    const random = randomFor(1);
    for (let i = 0; i < 1_000; i++) {
      const group = 20 + Math.floor(random() * 100);
      const shown = roundedForPublic(FLOOR + Math.floor(random() * (group - 2 * FLOOR + 1)), group, FLOOR);
      if (!isShown(shown)) continue;
      expect(shown % ROUNDING).toBe(0);
      expect(shown).toBeGreaterThanOrEqual(FLOOR);
      expect(group - shown).toBeGreaterThanOrEqual(FLOOR);
    }
  });

  it('never puts a larger count below a smaller', () => {
    for (let count = FLOOR; count < 80; count++)
      expect(roundedForPublic(count + 1, 1_000, FLOOR)).toBeGreaterThanOrEqual(roundedForPublic(count, 1_000, FLOOR));
  });
});
