import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isShown } from '../../../server/domain/protect/code.ts';
import { NOISE_DEVIATION } from '../../../server/domain/protect/noise.ts';
import { PatchSetIndex, READERS } from '../../../server/domain/protect/patch-sets.ts';
import { codesFor, hideByChoice, protect } from '../../../server/domain/protect/protect.ts';
import { keyedBy } from '../../../server/features/releasing/keyed.ts';

const FLOOR = 10;
const PATCHES = 12;
const STATISTICS = 3;
const keyed = keyedBy(Buffer.alloc(32, 1));
const staff = { reader: READERS.staff };

/** Patches in pairs and all together; of each patch the counts of three statistics, and students beside them. */
const state = fc.array(
  fc.record({ counts: fc.array(fc.nat({ max: 40 }), { minLength: 3, maxLength: 3 }), others: fc.nat({ max: 20 }) }),
  { minLength: PATCHES, maxLength: PATCHES },
);
type State = { counts: number[]; others: number }[];

function protectState(patches: State, sameAs = [0, 1, 2]) {
  const index = new PatchSetIndex(PATCHES);
  const pairs = index.addRows(
    Int32Array.from(patches, (_, at) => at >> 1),
    PATCHES / 2,
    { reader: READERS.public, hasLevers: true },
  );
  index.addRows(new Int32Array(PATCHES), 1, staff);
  const sets = index.build();
  const counts = Int32Array.from(patches.flatMap((patch) => patch.counts));
  const truths = {
    counts,
    keys: counts.map((count, at) => Math.imul(count + 1, 0x9e3779b1) ^ at),
    groupKeys: Int32Array.from(patches, (_, at) => Math.imul(at + 1, 0x85ebca6b)),
    sameAs: Int32Array.from(sameAs),
  };
  const students = patches.map((patch) => Math.max(...patch.counts) + patch.others);
  return { sets, pairs, truths, made: protect(sets, truths, students, FLOOR, keyed) };
}

describe('a shown count', () => {
  it('and what it leaves are at least the floor, truly and as published, and off by the noise at most', () => {
    fc.assert(
      fc.property(state, (patches) => {
        const { sets, made } = protectState(patches);
        for (const [at, code] of made.codes.entries()) {
          const all = made.students[Math.floor(at / STATISTICS)] ?? 0;
          const own = made.truth[at] ?? 0;
          if (!isShown(code)) continue;
          for (const count of [code, own, all - code, all - own]) expect(count).toBeGreaterThanOrEqual(FLOOR);
          expect(Math.abs(code - own)).toBeLessThanOrEqual(NOISE_DEVIATION);
        }
        for (let set = 0; set < sets.count; set++)
          for (const code of codesFor(made, set, STATISTICS, { isPublic: true, floor: FLOOR }))
            if (isShown(code)) expect(code % 5).toBe(0);
      }),
    );
  });

  it('is one number where two statistics are one', () => {
    fc.assert(
      fc.property(state, (patches) => {
        const twice = patches.map((patch) => ({ ...patch, counts: [patch.counts[0] ?? 0, 1, patch.counts[0] ?? 0] }));
        const { truths, sets } = protectState(twice, [0, 1, 0]);
        const students = twice.map((patch) => Math.max(...patch.counts) + patch.others);
        const keys = truths.keys.map((key, at) => (at % STATISTICS === 2 ? (truths.keys[at - 2] ?? 0) : key));
        const { codes } = protect(sets, { ...truths, keys }, students, FLOOR, keyed);
        for (let at = 0; at < codes.length; at += STATISTICS) expect(codes[at + 2]).toBe(codes[at]);
      }),
      { numRuns: 20 },
    );
  });

  it('hidden by choice reads as one that a floor hides without a side, under each of its names', () => {
    const patches = Array.from({ length: PATCHES }, () => ({ counts: [20, 15, 20], others: 30 }));
    const { truths, made, sets } = protectState(patches, [0, 1, 0]);
    const of = (set: number) => codesFor(made, set, STATISTICS, { isPublic: false, floor: FLOOR });
    expect([...of(0)].every(isShown)).toBe(true);
    hideByChoice(made, truths.sameAs, [0]);
    expect([...of(0)].map(isShown)).toEqual([false, true, false]);
    expect(of(0)[0]).toBe(2);
    expect([...of(sets.count - 1)].every(isShown)).toBe(true);
  });
});

it('a patch of two districts shows no count, nor does what is just that patch', () => {
  const patches = Array.from({ length: PATCHES }, () => ({ counts: [20, 15, 20], others: 30 }));
  const index = new PatchSetIndex(PATCHES);
  const own = Int32Array.from(patches.keys());
  index.addRows(own, PATCHES, { ...staff, isTotalOnly: (patch) => patch === 3 });
  const [hex = -1] = index.addRows(
    own.map((patch) => (patch === 3 ? 0 : -1)),
    1,
    staff,
  );
  const { truths } = protectState(patches);
  const made = protect(
    index.build(),
    truths,
    patches.map(() => 50),
    FLOOR,
    keyed,
  );
  const isAnyShown = (set: number) => codesFor(made, set, STATISTICS, { isPublic: false, floor: FLOOR }).some(isShown);
  expect([isAnyShown(2), isAnyShown(3), isAnyShown(hex)]).toEqual([true, false, false]);
});

it('a set of patches knows who reads it and whether levers are counted in it', () => {
  const { sets, pairs } = protectState(Array.from({ length: PATCHES }, () => ({ counts: [20, 15, 20], others: 30 })));
  const [pair = 0] = pairs;
  expect([sets.shownTo[0], sets.shownTo[pair], sets.shownTo[sets.count - 1]]).toEqual([0, 2, 1]);
  expect([sets.hasLevers[0], sets.hasLevers[pair]]).toEqual([0, 1]);
});
