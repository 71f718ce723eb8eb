import { describe, expect, it } from 'vitest';
import { listAt, listsOf } from '../../../server/domain/lists.ts';
import { audit } from '../../../server/domain/protect/audit.ts';
import { classesOf } from '../../../server/domain/protect/classes.ts';
import { EITHER_UNTOLD, isShown } from '../../../server/domain/protect/code.ts';
import { localClasses } from '../../../server/domain/protect/local.ts';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';

/** Two patches, each with a sort of cell of its own, and both. */
function twoPatches() {
  const index = new PatchSetIndex(2);
  const [both = -1] = index.addRows(Int32Array.of(0, 0), 1);
  return { sets: index.build(), both };
}
const livedIn = { sortsOf: listsOf([[0], [1]]), kindsEach: 3 };

describe('classes where only some sorts of cell are', () => {
  const { sets, both } = twoPatches();

  it('count the same students though elsewhere they differ', () => {
    const classes = classesOf(3, [[0, 1, 2], [2], [], [0, 2], [1], []], []);
    const local = localClasses(sets, classes, livedIn);
    expect([...(local[0]?.same ?? [])]).toEqual([0, 1]);
    expect([...(local[1]?.same ?? [])]).toEqual([0, 2]);
    expect([...(local[both]?.same ?? [])]).toEqual([]);
  });

  it('lie inside one another though elsewhere they do not', () => {
    const classes = classesOf(2, [[0, 1], [1], [], [1], [0], []], []);
    const [first, second] = localClasses(sets, classes, livedIn);
    expect([...(first?.wholes ?? [])]).toEqual([1]);
    expect([...listAt(first?.inside ?? listsOf([]), 0)]).toEqual([0]);
    expect([...(first?.within ?? [])]).toEqual([1, 0]);
    expect([...(second?.wholes ?? [])]).toEqual([]);
  });

  it('hold what others that are the same there hold, which around it may be more', () => {
    // In the first patch the first two are the same, and hold the third.
    const classes = classesOf(3, [[0, 1, 2], [0, 1], [], [0], [1], [2]], []);
    const [first] = localClasses(sets, classes, livedIn);
    expect([...(first?.same ?? [])]).toEqual([0, 1]);
    expect([...(first?.wholes ?? [])]).toEqual([0, 1]);
    expect(first?.distinct).toBe(1);
    expect([0, 1].map((w) => [...listAt(first?.inside ?? listsOf([]), w)])).toEqual([[2], [2]]);
  });

  it('that count nobody or everybody there are nothing to one another', () => {
    const classes = classesOf(3, [[0, 2], [0, 2], [0, 2], [1, 2], [0, 1, 2], [2]], [{ parts: [2] }]);
    const [first] = localClasses(sets, classes, livedIn);
    expect([...(first?.same ?? []), ...(first?.within ?? [])]).toEqual([]);
  });
});

describe('the audit where only some sorts of cell are', () => {
  const { sets } = twoPatches();
  const given = (codes: number[]) => ({
    codes: Int32Array.from(codes),
    isTaken: new Uint8Array(codes.length),
    students: Int32Array.of(60, 60, 120),
  });

  it('hides one of two numbers of which one counts among the other only there, and which prove a few', () => {
    const classes = classesOf(2, [[0, 1], [1], [], [1], [0], []], []);
    const codes = [30, EITHER_UNTOLD, EITHER_UNTOLD, 31, EITHER_UNTOLD, EITHER_UNTOLD];
    const everywhere = given(codes);
    expect(audit(sets, classes, everywhere, 10)).toBe(0);
    const there = given(codes);
    expect(audit(sets, classes, there, 10, localClasses(sets, classes, livedIn))).toBe(1);
    expect([...there.codes].filter(isShown)).toHaveLength(1);
  });

  it('hides with a number all that are shown of the same students', () => {
    // In the first patch the first two count the same students, and a third counts among them.
    const classes = classesOf(3, [[0, 1], [0, 1, 2], [], [0, 2], [1], []], []);
    const local = localClasses(sets, classes, livedIn);
    const silent = [EITHER_UNTOLD, EITHER_UNTOLD];
    const there = given([30, ...silent, 30, ...silent, 29, ...silent]);
    expect(audit(sets, classes, there, 10, local)).toBeGreaterThan(0);
    expect([isShown(there.codes[0] ?? 0), isShown(there.codes[3] ?? 0)]).toEqual(
      isShown(there.codes[6] ?? 0) ? [false, false] : [true, true],
    );
  });
});
