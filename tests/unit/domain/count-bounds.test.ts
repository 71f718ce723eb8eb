import { describe, expect, it } from 'vitest';
import { boundsOf, rankAmong } from '../../../server/domain/count-bounds.ts';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { hiddenCode } from '../../../server/domain/protect/code.ts';
import { roundedForPublic } from '../../../server/domain/protect/round.ts';

const exactly = (count: number) => ({ least: count, most: count });

describe('what a hidden count may be', () => {
  it('is a range that holds every number it may stand for', () => {
    expect(boundsOf(40, undefined, 100, 10)).toEqual(exactly(40));
    expect(boundsOf(null, 'low', 100, 10)).toEqual({ least: 0, most: 13 });
    expect(boundsOf(null, 'high', 100, 10)).toEqual({ least: 87, most: 100 });
    expect(boundsOf(null, 'either', 16, 10)).toEqual({ least: 0, most: 16 });
  });
});

describe('what a hidden count may be, taken from every true count and every noise', () => {
  const NOISES = [-4, -3, -2, -1, 0, 1, 2, 3, 4];
  const floor = 10;

  it.each([13, 20, 23, 24, 26, 27, 28, 29, 31, 33, 50, 51, 52, 53, 54])('is in its range: of %i students', (group) => {
    const nobody = { least: group, most: 0 };
    const met = { low: nobody, high: nobody };
    for (let own = 0; own <= group; own++)
      for (const noisy of NOISES.map((noise) => own + noise)) {
        const isFar = Math.min(own, noisy) >= floor && group - Math.max(own, noisy) >= floor;
        const code = roundedForPublic(isFar ? noisy : hiddenCode(own, noisy, group, floor), group, floor);
        for (const side of ['low', 'high'] as const)
          if (code === HIDDEN_CODES[side])
            met[side] = { least: Math.min(met[side].least, own), most: Math.max(met[side].most, own) };
      }
    for (const side of ['low', 'high'] as const) {
      const said = boundsOf(null, side, group, floor);
      expect([side, said.least <= met[side].least, said.most >= met[side].most]).toEqual([side, true, true]);
    }
  });
});

describe('what *few* and *nearly all* name of up to 22 students', () => {
  it('is a half, widened by the noise', () => {
    expect(boundsOf(null, 'low', 13, 10)).toEqual({ least: 0, most: 10 });
    expect(boundsOf(null, 'high', 13, 10)).toEqual({ least: 3, most: 13 });
    expect(boundsOf(null, 'low', 22, 10)).toEqual({ least: 0, most: 14 });
    expect(boundsOf(null, 'high', 22, 10)).toEqual({ least: 7, most: 22 });
  });
});

describe('a rank', () => {
  it('is one place where nobody has the same number, and a range where somebody has', () => {
    expect(rankAmong(exactly(50), [exactly(70), exactly(20)])).toEqual({ from: 2, to: 2 });
    expect(rankAmong(exactly(50), [exactly(70), exactly(60), exactly(50), exactly(50)])).toEqual({ from: 3, to: 5 });
  });

  it('takes those into account whose number is hidden', () => {
    const few = { least: 0, most: 13 };
    expect(rankAmong(exactly(50), [few, few])).toEqual({ from: 1, to: 1 });
    expect(rankAmong(exactly(12), [few, few, exactly(30)])).toEqual({ from: 2, to: 4 });
  });
});
