import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNT_SIZE, countStudents } from '../../../server/domain/counts.ts';
import { LEVERS } from '../../../server/domain/lever.ts';
import { countPosition, PLACE_COUNT_KEYS } from '../../../server/domain/statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../../server/domain/survey.ts';

const PATCHES = 4;
const student = fc.record({
  patch: fc.nat({ max: PATCHES - 1 }),
  home: fc.nat({ max: HOME_STATUSES.length - 1 }),
  device: fc.nat({ max: DEVICE_STATUSES.length - 1 }),
  sort: fc.nat({ max: 3 }),
});
type Student = { patch: number; home: number; device: number; sort: number };
const someStudents = fc.array(student, { maxLength: 60 });

function count(students: Student[]) {
  return countStudents(
    {
      recordKey: students.map((_, at) => at + 1),
      homeStatus: students.map(({ home }) => home),
      deviceStatus: students.map(({ device }) => device),
      sort: students.map(({ sort }) => sort),
    },
    Int32Array.from(students, ({ patch }) => patch),
    PATCHES,
  );
}

/** Whom each key counts, in the words of the README and by no table of ours. */
function isCounted(key: string, { home, device, sort }: Student): boolean {
  const [answer, owned] = [HOME_STATUSES[home], DEVICE_STATUSES[device]];
  switch (key) {
    case 'equip':
      return owned === 'none' || owned === 'shared' || owned === 'unsuitable';
    case 'lever.build':
      return answer !== 'connected' && sort === 2;
    case 'lever.upgrade':
      return answer !== 'connected' && sort === 1;
    case 'lever.check':
      return answer !== 'connected' && sort === 3;
    case 'lever.connect':
      return answer !== 'connected' && answer !== 'unanswered' && sort === 0;
    case 'lever.ask':
      return answer === 'unanswered' && sort === 0;
    default:
      return key === `home.${answer}` || key === `device.${owned}`;
  }
}

describe('the counts of a patch', () => {
  it('agree with counting one student and one rule at a time, and go with the sums of their record keys', () => {
    fc.assert(
      fc.property(someStudents, (students) => {
        const { counts, keys, groupKeys } = count(students);
        for (let patch = 0; patch < PATCHES; patch++) {
          const own = [...students.entries()].filter(([, each]) => each.patch === patch);
          expect(groupKeys[patch]).toBe(own.reduce((sum, [at]) => sum + at + 1, 0));
          for (const [position, key] of PLACE_COUNT_KEYS.entries()) {
            const counted = own.filter(([, each]) => isCounted(key, each));
            expect(counts[patch * COUNT_SIZE + position]).toBe(counted.length);
            expect(keys[patch * COUNT_SIZE + position]).toBe(counted.reduce((sum, [at]) => sum + at + 1, 0));
          }
        }
      }),
    );
  });

  it('that are equal for every student of the state are one statistic', () => {
    fc.assert(
      fc.property(someStudents, (students) => {
        const { sameAs } = count(students);
        for (const [one, key] of PLACE_COUNT_KEYS.entries())
          for (const [other, otherKey] of PLACE_COUNT_KEYS.entries()) {
            const isSame = students.every((each) => isCounted(key, each) === isCounted(otherKey, each));
            const isEmpty = !students.some((each) => isCounted(key, each));
            expect(sameAs[one] === sameAs[other]).toBe(one === other || (isSame && !isEmpty));
          }
      }),
    );
  });

  it('where nobody answered one half only have one number of unanswered', () => {
    const { sameAs } = count([
      { patch: 0, home: 6, device: 4, sort: 0 },
      { patch: 1, home: 0, device: 0, sort: 2 },
      { patch: 1, home: 1, device: 1, sort: 2 },
    ]);
    const unanswered = countPosition({ kind: 'home', status: 'unanswered' });
    expect(sameAs[countPosition({ kind: 'device', status: 'unanswered' })]).toBe(unanswered);
    expect(LEVERS).toContain('ask');
  });
});
