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
      { whole: count, parts: [2, 3] },
    ]);
  });

  it('leave a rest of each that holds them, one where the same students are left', () => {
    const { rests } = classesOf(4, [[0, 1], [0, 1, 2, 3], [0, 2], []], []);
    // Without the second the first leaves the third kind, as the third without the fourth does.
    expect(rests).toMatchObject({
      count: 3,
      restOf: Int32Array.of(0, 0, 1, 1, 2),
      wholes: Int32Array.of(0, 2, 0, 1, 0),
      parts: Int32Array.of(1, 3, 2, 3, 3),
    });
  });

  it('leave no rest where a class counts just those: they make up the whole', () => {
    const { rests, splits } = classesOf(3, [[0, 1], [0, 2], []], []);
    expect(rests.count).toBe(0);
    expect(splits).toEqual([{ whole: 0, parts: [1, 2] }]);
  });

  it('are a family with their rests and with whom they do not count, each inside the next larger ones', () => {
    const { rests } = classesOf(4, [[0, 1], [0, 1, 2], [0], [3]], [{ parts: [0, 3] }]);
    const inside = [...rests.family.parts].map((part, pair) => [part, rests.family.wholes[pair]]);
    // Numbered after the four classes and those not in each: what the first has more than the second, and than the third, and so on.
    expect(rests.count).toBe(3);
    expect(inside).toContainEqual([8, 9]);
    expect(inside).toContainEqual([2, 1]);
    expect(inside).not.toContainEqual([2, 0]);
  });
});
