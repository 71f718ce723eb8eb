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
    const hidden = audit({ values, truth, isTaken: new Uint8Array(5) });
    expect(hidden).toBe(1);
    expect(isShown(values[pair] ?? 0)).toBe(false);
    expect([values[1], values[2], values[state]]).toEqual([40, 50, 110]);
  });

  it('leaves alone what proves nothing', () => {
    const values = Int32Array.of(HIDDEN_CODES.low, 40, 50, 40, 91);
    const before = values.slice();
    const truth = Int32Array.of(2, 40, 49, 42, 91);
    const audit = auditor(sets, students, 10);
    const hidden = audit({ values, truth, isTaken: new Uint8Array(5) });
    expect(hidden).toBe(0);
    expect(values).toEqual(before);
  });
});

describe('the audit of areas and kinds together', () => {
  const alone = new PatchSetIndex(1).build();
  const students = Int32Array.of(60);
  const audited = (codes: number[], truth: number[], partitions: number[][], kinds: number[][]) => ({
    codes: Int32Array.from(codes),
    truth: Int32Array.from(truth),
    isTaken: new Uint8Array(codes.length),
    students,
    nesting: nestingOf(codes.length, kinds),
    partitions,
  });

  it('hides one of the classes that make up a group when they prove a few', () => {
    // By one division the first is at least one, by the other at most nine.
    const rows = audited(
      [HIDDEN_CODES.low, 25, 22, 19, 40],
      [6, 27, 27, 15, 39],
      [
        [0, 1, 2],
        [0, 3, 4],
      ],
      [],
    );
    expect(auditRows(alone, rows, 10)).toBeGreaterThan(0);
    expect([...rows.codes.slice(1)].some((code) => !isShown(code))).toBe(true);
  });

  it('leaves two nested counts alone whose difference may reach the floor', () => {
    const rows = audited([36, 30], [35, 29], [], [[0], [0, 1]]);
    expect(auditRows(alone, rows, 10)).toBe(0);
    expect([...rows.codes]).toEqual([36, 30]);
  });

  it('hides one of two where areas around them may tell a little more of what lies between', () => {
    const rows = audited([34, 30], [33, 29], [], [[0], [0, 1]]);
    expect(auditRows(alone, rows, 10)).toBe(1);
  });

  it('hides one of two that differ and prove a few between them', () => {
    const rows = audited([31, 30], [33, 29], [], [[0], [0, 1]]);
    expect(auditRows(alone, rows, 10)).toBe(1);
    expect(rows.codes.filter(isShown)).toHaveLength(1);
  });
});
