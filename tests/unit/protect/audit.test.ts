import { describe, expect, it } from 'vitest';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { auditor } from '../../../server/domain/protect/audit.ts';
import { isShown } from '../../../server/domain/protect/code.ts';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';

/** Three patches in two hexes in a state; patch 0's few could be worked out from both sides. */
function threePatches() {
  const index = new PatchSetIndex(3);
  const [pair = -1] = index.addRows(Int32Array.of(0, 0, -1), 1);
  const [state = -1] = index.addRows(Int32Array.of(0, 0, 0), 1);
  return { sets: index.build(), pair, state };
}

describe('the audit', () => {
  const { sets, pair, state } = threePatches();
  const students = Int32Array.of(40, 100, 100, 140, 240);

  it('hides the smallest number that proves a few, and only that', () => {
    const values = Int32Array.of(HIDDEN_CODES.low, 40, 50, 40, 110);
    const truth = Int32Array.of(9, 41, 46, 50, 96);
    // Equal values say that the pair has few more than patch 1, and the state says that it has some.
    expect([pair, state]).toEqual([3, 4]);
    const hidden = auditor(sets, students, 10)({ values, truth, isTaken: new Uint8Array(5) });
    expect(hidden).toBe(1);
    expect(isShown(values[pair] ?? 0)).toBe(false);
    expect([values[1], values[2], values[state]]).toEqual([40, 50, 110]);
  });

  it('leaves alone what proves nothing', () => {
    const values = Int32Array.of(HIDDEN_CODES.low, 40, 50, 40, 91);
    const before = values.slice();
    const hidden = auditor(
      sets,
      students,
      10,
    )({
      values,
      truth: Int32Array.of(2, 40, 49, 42, 91),
      isTaken: new Uint8Array(5),
    });
    expect(hidden).toBe(0);
    expect(values).toEqual(before);
  });
});
