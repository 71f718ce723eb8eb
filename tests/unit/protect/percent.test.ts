import { describe, expect, it } from 'vitest';
import { atMostPercent, codedPercent, PERCENT_RANGES } from '../../../server/domain/protect/percent.ts';

describe('a percentage', () => {
  it.each([
    [300, 0, { percent: 1, bound: 'most' }],
    [300, 300, { percent: 99, bound: 'least' }],
    [299, 1, { percent: 2, bound: 'most' }],
    [99, 99, { percent: 95, bound: 'least' }],
    [39, 2, { percent: 10, bound: 'most' }],
    [19, 12, { percent: 63 }],
    [10, 10, { percent: 80, bound: 'least' }],
    [1000, 500, { percent: 50 }],
  ])('of %i, %i of them, is coded by the size of the group', (group, part, expected) => {
    expect(codedPercent(part, group)).toEqual(expected);
  });

  it('of fewer than ten is not shown', () => {
    expect(codedPercent(4, 9)).toBeUndefined();
  });

  it('has a range for every size, narrower the fewer there are', () => {
    const margins = PERCENT_RANGES.map(({ lowest, highest }) => [lowest, 100 - highest]);
    expect(margins).toEqual([1, 2, 5, 10, 20].map((margin) => [margin, margin]));
  });
});

describe('a percentage that is bounded from above', () => {
  it('proves no part of one to nine', () => {
    for (let group = 10; group < 1_500; group += 7) {
      const parts = new Map<number, number[]>();
      for (let part = 0; part <= group; part++) {
        const percent = atMostPercent(part, group, 10);
        expect(part).toBeLessThanOrEqual((percent * group) / 100);
        parts.set(percent, [...(parts.get(percent) ?? []), part]);
      }
      for (const possible of parts.values())
        expect(
          possible.some((part) => part === 0 || part >= 10),
          `${possible} of ${group}`,
        ).toBe(true);
    }
  });
});
