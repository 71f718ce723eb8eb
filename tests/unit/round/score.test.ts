import { describe, expect, it } from 'vitest';
import { scoreOf, scoreOfChoice } from '../../../server/domain/round/score.ts';

const CRITERIA = [
  { name: 'Price', weight: 60 },
  { name: 'Time', weight: 40 },
];

describe('a score', () => {
  it('is the mean of evaluators for each criterion, and the total is by weight', () => {
    const given = [
      { criterion: 1, points: 80 },
      { criterion: 1, points: 91 },
      { criterion: 2, points: 40 },
    ];
    expect(scoreOf(CRITERIA, given)).toEqual({ means: [85.5, 40], total: 67.3 });
  });

  it('has no total until each criterion has points, and zero points are points', () => {
    expect(scoreOf(CRITERIA, [{ criterion: 1, points: 80 }])).toEqual({ means: [80, null], total: null });
    expect(scoreOf(CRITERIA, [])).toEqual({ means: [null, null], total: null });
    const zeros = [
      { criterion: 1, points: 0 },
      { criterion: 2, points: 0 },
    ];
    expect(scoreOf(CRITERIA, zeros).total).toBe(0);
    expect(scoreOf([], []).total).toBeNull();
  });

  it('of a choice counts each by its students, and is none while one has none', () => {
    const one = { students: 30, total: 80 };
    expect(scoreOfChoice([one, { students: 10, total: 40 }])).toBe(70);
    expect(scoreOfChoice([one, { students: 10, total: null }])).toBeNull();
    expect(scoreOfChoice([])).toBeNull();
  });
});
