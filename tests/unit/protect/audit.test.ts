import { describe, expect, it } from 'vitest';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { auditor } from '../../../server/domain/protect/audit.ts';
import { auditRows } from '../../../server/domain/protect/audit-rows.ts';
import { isShown } from '../../../server/domain/protect/code.ts';
import { nestingOf } from '../../../server/domain/protect/nested.ts';
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
    const audit = auditor(sets, students, 10);
    const hidden = audit({ values, truth, isTaken: new Uint8Array(5) }, new Int32Array(5), new Int32Array(5));
    expect(hidden).toBe(1);
    expect(isShown(values[pair] ?? 0)).toBe(false);
    expect([values[1], values[2], values[state]]).toEqual([40, 50, 110]);
  });

  it('leaves alone what proves nothing', () => {
    const values = Int32Array.of(HIDDEN_CODES.low, 40, 50, 40, 91);
    const before = values.slice();
    const truth = Int32Array.of(2, 40, 49, 42, 91);
    const audit = auditor(sets, students, 10);
    const hidden = audit({ values, truth, isTaken: new Uint8Array(5) }, new Int32Array(5), new Int32Array(5));
    expect(hidden).toBe(0);
    expect(values).toEqual(before);
  });
});

describe('the audit of one row', () => {
  const nothing = nestingOf(3, []);
  const students = Int32Array.of(60);

  it('hides the smallest of the classes that make up a group when they prove a few', () => {
    const codes = Int32Array.of(HIDDEN_CODES.low, 22, 34);
    // By its neighbours the first is at most nine; the others leave it at least one.
    const bounds = { low: Int32Array.of(0, 20, 30), high: Int32Array.of(9, 25, 34) };
    expect(auditRows({ codes, students, nesting: nothing, partitions: [[0, 1, 2]] }, bounds, 10)).toBe(1);
    expect(codes[1]).toBeLessThan(5);
    expect(codes[2]).toBe(34);
  });

  it('hides the inner of two that prove a few between them', () => {
    const nesting = nestingOf(3, [[0], [0, 1], [2]]);
    const codes = Int32Array.of(34, 30, HIDDEN_CODES.low);
    const bounds = { low: Int32Array.of(30, 29, 0), high: Int32Array.of(35, 34, 13) };
    expect(auditRows({ codes, students, nesting, partitions: [] }, bounds, 10)).toBe(1);
    expect(codes[0]).toBe(34);
    expect(codes[1]).toBeLessThan(5);
  });
});
