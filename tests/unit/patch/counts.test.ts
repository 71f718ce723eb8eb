import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStudents, STATISTIC_COUNT, sumRows } from '../../../server/domain/counts.ts';
import { leverFor } from '../../../server/domain/lever.ts';
import { VERDICT_TIERS } from '../../../server/domain/speed.ts';
import { STATISTICS, statisticPosition } from '../../../server/domain/statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../../server/domain/survey.ts';
import { PROFILES } from '../../../server/domain/technology.ts';
import { agreedVerdict, FILERS, VERDICTS_AT_TIER } from '../../../server/domain/verdict.ts';
import { COMBO_SIZE, type VerdictCombo } from '../../../server/domain/verdict-cells.ts';

const combo: fc.Arbitrary<VerdictCombo> = fc.tuple(
  ...Array.from({ length: COMBO_SIZE }, (_, at) => {
    const verdict = fc.constantFrom(...VERDICTS_AT_TIER[VERDICT_TIERS[at % VERDICT_TIERS.length] ?? '100_20']);
    return fc
      .record({ fcc: verdict, puc: verdict, filers: fc.subarray([...FILERS]) })
      .map(({ fcc, puc, filers }) => ({ fcc, puc, agreed: agreedVerdict(fcc, puc, filers) }));
  }),
);
const student = fc.record({
  cell: fc.nat({ max: 2 }),
  patch: fc.nat({ max: 3 }),
  home: fc.nat({ max: HOME_STATUSES.length - 1 }),
  device: fc.nat({ max: DEVICE_STATUSES.length - 1 }),
});

function count(combos: VerdictCombo[], students: { cell: number; patch: number; home: number; device: number }[]) {
  return countStudents(
    {
      cellOf: students.map((s) => s.cell),
      recordKey: students.map((_, student) => student + 1),
      homeStatus: students.map((s) => s.home),
      deviceStatus: students.map((s) => s.device),
    },
    { combos, comboOf: Int32Array.from(combos.keys()) },
    Int32Array.from(students, (s) => s.patch),
    4,
  );
}

const three = fc.array(combo, { minLength: 3, maxLength: 3 });

describe('the counts of a patch', () => {
  it('go with the sum of the record keys of whom they count', () => {
    fc.assert(
      fc.property(three, fc.array(student, { maxLength: 60 }), (combos, students) => {
        const { keys } = count(combos, students);
        for (const status of HOME_STATUSES.keys()) {
          const at = statisticPosition({ kind: 'home', status: HOME_STATUSES[status] ?? 'other' });
          for (let patch = 0; patch < 4; patch++) {
            const expected = students.map((s, i) => (s.patch === patch && s.home === status ? i + 1 : 0));
            expect(keys[patch * STATISTIC_COUNT + at]).toBe(expected.reduce((sum, key) => sum + key, 0));
          }
        }
      }),
    );
  });

  it('agree with counting one student and one rule at a time', () => {
    fc.assert(
      fc.property(three, fc.array(student, { maxLength: 60 }), (combos, students) => {
        const { counts } = count(combos, students);
        for (const statistic of STATISTICS) {
          if (statistic.kind !== 'lever') continue;
          const { profile, source, tier, lever } = statistic;
          const at = PROFILES.indexOf(profile) * VERDICT_TIERS.length + VERDICT_TIERS.indexOf(tier);
          for (let patch = 0; patch < 4; patch++) {
            const expected = students.filter((s) => {
              const verdict = combos[s.cell]?.[at]?.[source] ?? 'unknown';
              return s.patch === patch && leverFor(verdict, HOME_STATUSES[s.home] ?? 'other') === lever;
            });
            expect(counts[patch * STATISTIC_COUNT + statisticPosition(statistic)]).toBe(expected.length);
          }
        }
      }),
    );
  });

  it('hold each student once among the verdicts of a profile, source and tier, the home statuses and the device statuses', () => {
    fc.assert(
      fc.property(three, fc.array(student, { maxLength: 60 }), (combos, students) => {
        const { counts } = count(combos, students);
        const sums = new Map<string, number>();
        STATISTICS.forEach((statistic, position) => {
          if (statistic.kind === 'lever' || statistic.kind === 'disputed' || statistic.kind === 'equip') return;
          const axis =
            statistic.kind === 'verdict'
              ? `${statistic.profile} ${statistic.source} ${statistic.tier}`
              : statistic.kind;
          for (let patch = 0; patch < 4; patch++)
            sums.set(axis, (sums.get(axis) ?? 0) + (counts[patch * STATISTIC_COUNT + position] ?? 0));
        });
        expect([...new Set(sums.values())]).toEqual([students.length]);
        expect(sums.size).toBe(4 * 3 * 2 + 2);
      }),
    );
  });
});

it('sums rows into fewer, leaving out what belongs nowhere', () => {
  const counts = new Int32Array(3 * STATISTIC_COUNT);
  counts[0] = 1;
  counts[STATISTIC_COUNT] = 10;
  counts[2 * STATISTIC_COUNT] = 100;
  const sums = sumRows(counts, Int32Array.of(1, -1, 1), 2);
  expect([sums[0], sums[STATISTIC_COUNT]]).toEqual([0, 101]);
});
