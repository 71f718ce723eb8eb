import { describe, expect, it } from 'vitest';
import { listAt } from '../../../server/domain/lists.ts';
import { classesOf } from '../../../server/domain/protect/classes.ts';

describe('classes of statistics', () => {
  const kinds = [[0], [0, 1], [0, 1, 2], [3, 2, 0], [4], [0, 1]];

  it('lie inside one another as the kinds of students there can be say', () => {
    const { inside, within, order } = classesOf(5, kinds, []);
    expect([0, 1, 2, 4].map((own) => [...listAt(inside, own)])).toEqual([[1, 2, 3], [], [3], []]);
    expect([...listAt(within, 0)]).toEqual([1, 2]);
    expect(order.indexOf(3)).toBeLessThan(order.indexOf(2));
    expect(order.indexOf(2)).toBeLessThan(order.indexOf(0));
  });

  it('hold all statistics that count the same students, and none that can count nobody', () => {
    const { count, classOf, statisticOf } = classesOf(4, [[0, 2], [1], [1, 0, 2]], []);
    expect(count).toBe(2);
    expect([...classOf]).toEqual([0, 1, 0, -1]);
    expect([...statisticOf]).toEqual([0, 1]);
  });

  it('make up a whole, each division once, without those that can count nobody', () => {
    const { splits, count } = classesOf(
      5,
      [[0, 3], [1, 3], [2]],
      [{ parts: [0, 1, 2, 4] }, { parts: [2, 1, 0] }, { whole: 3, parts: [0, 1] }, { whole: 4, parts: [0, 1] }],
    );
    expect(splits).toEqual([
      { whole: count, parts: [0, 1, 2] },
      { whole: 3, parts: [0, 1] },
    ]);
  });
});
