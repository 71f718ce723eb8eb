import { describe, expect, it } from 'vitest';
import { hiddenCode } from '../../../server/domain/protect/code.ts';
import { boundsForAll, boundsForDistrict } from '../../../server/domain/protect/programs/bounds.ts';
import { FLOOR, forPublic, published } from './enumerate.ts';

const NOISE = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/** By what is read of a group, the least and most that the count can be. */
function readIn(students: number, read: (code: number) => number): Map<number, [number, number]> {
  const found = new Map<number, [number, number]>();
  for (let own = 0; own <= students; own++)
    for (const noise of NOISE) {
      const told = read(published(own, noise, students));
      const [least, most] = found.get(told) ?? [own, own];
      found.set(told, [Math.min(least, own), Math.max(most, own)]);
    }
  return found;
}

describe('what a number says', () => {
  const sizes = Array.from({ length: 60 }, (_, i) => i + 10);

  it('bounds the truth exactly as trying every count with every noise does', () => {
    for (const students of sizes)
      for (const isRounded of [false, true]) {
        const all = readIn(students, (code) => (isRounded ? forPublic(code, students) : code));
        for (let own = 0; own <= students; own++)
          for (const noise of NOISE) {
            const code = published(own, noise, students);
            const of = { code, students, isRounded, isHiddenByChoice: false, isDecoy: false, truth: own };
            const read = isRounded ? forPublic(code, students) : code;
            expect({ students, code, isRounded, bounds: boundsForAll(of, FLOOR) }).toEqual({
              students,
              code,
              isRounded,
              bounds: all.get(read),
            });
            if (isRounded) expect(boundsForDistrict(of, FLOOR)).toEqual(all.get(read));
          }
      }
  });

  it('leaves room for the floor however a count of a small group is hidden', () => {
    for (const students of sizes.filter((size) => size <= 22))
      for (const [code, [least, most]] of readIn(students, (told) => told))
        if (code < FLOOR)
          expect({ students, code, isOpen: most >= FLOOR || least === 0 }).toMatchObject({ isOpen: true });
  });

  it('is nothing where the programs hid that a count is few, and the floors where they hid a number', () => {
    const of = { students: 60, isRounded: false, isHiddenByChoice: true, isDecoy: false, truth: 12 };
    expect(boundsForAll({ ...of, code: 13 }, FLOOR)).toEqual([10, 50]);
    expect(boundsForAll({ ...of, code: 0 }, FLOOR)).toEqual([0, 60]);
    expect(boundsForDistrict({ ...of, code: 13 }, FLOOR)).toEqual([0, 60]);
  });

  it('bounds a decoy for whoever recognizes it, and not for a district', () => {
    const of = { students: 60, code: 2, isRounded: false, isHiddenByChoice: false, isDecoy: true, truth: 4 };
    expect(boundsForAll(of, FLOOR)).toEqual([0, 13]);
    expect(boundsForAll({ ...of, truth: 58 }, FLOOR)).toEqual([47, 60]);
    expect(boundsForDistrict(of, FLOOR)).toEqual([0, 60]);
  });

  it('is hidden by the same rule as the attacker of these tests has it', () => {
    for (const students of sizes)
      for (let own = 0; own <= students; own++)
        for (const noise of NOISE) {
          const code = published(own, noise, students);
          if (code < FLOOR) expect(hiddenCode(own, own + noise, students, FLOOR)).toBe(code);
        }
  });
});
