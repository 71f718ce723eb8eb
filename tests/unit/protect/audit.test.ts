import { describe, expect, it } from 'vitest';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { audit } from '../../../server/domain/protect/audit.ts';
import { classesOf, type Partition } from '../../../server/domain/protect/classes.ts';
import { EITHER_EVEN_SO, EITHER_MOSTLY, EITHER_UNTOLD, isShown } from '../../../server/domain/protect/code.ts';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';

const { low, high, either } = HIDDEN_CODES;

/** Three patches, the first two of them in a hex, in a state. */
function threePatches() {
  const index = new PatchSetIndex(3);
  index.addRows(Int32Array.of(0, 0, -1), 1);
  index.addRows(Int32Array.of(0, 0, 0), 1);
  return index.build();
}

describe('the audit of areas', () => {
  const sets = threePatches();
  const students = Int32Array.of(40, 100, 100, 140, 240);
  const alone = classesOf(1, [[0], []], []);
  const audited = (codes: number[], truth: number[], taken: number[] = []) => ({
    codes: Int32Array.from(codes),
    truth: Int32Array.from(truth),
    isTaken: Uint8Array.from(codes, (_, set) => (taken.includes(set) ? 1 : 0)),
    students,
  });

  it('hides the smallest number that proves a few, and only that', () => {
    // The hex's number differs from its second patch's, so the first has somebody; and it is so near that those are few.
    const given = audited([low, 40, 50, 41, 96], [6, 38, 48, 44, 92]);
    expect(audit(sets, alone, given, 10)).toBe(1);
    expect(isShown(given.codes[1] ?? 0)).toBe(false);
    expect([given.codes[0], ...given.codes.slice(2)]).toEqual([low, 50, 41, 96]);
  });

  it('leaves alone what proves nothing', () => {
    const given = audited([low, 40, 50, 40, 91], [2, 40, 49, 42, 91], [3]);
    const before = given.codes.slice();
    expect(audit(sets, alone, given, 10)).toBe(0);
    expect(given.codes).toEqual(before);
  });
});

describe('the audit of kinds', () => {
  const sets = new PatchSetIndex(1).build();
  const audited = (all: number, codes: number[], truth: number[]) => ({
    codes: Int32Array.from(codes),
    truth: Int32Array.from(truth),
    isTaken: new Uint8Array(codes.length),
    students: Int32Array.of(all),
  });
  const separate = (count: number, partitions: Partition[]) =>
    classesOf(
      count,
      Array.from({ length: count }, (_, own) => [own]),
      partitions,
    );

  it('hides one of the classes that make up a group when they prove a few', () => {
    // By one division the first is at least one, by the other at most nine.
    const given = audited(60, [low, 25, 22, 19, 40], [6, 27, 27, 15, 39]);
    const classes = separate(5, [{ parts: [0, 1, 2] }, { parts: [0, 3, 4] }]);
    expect(audit(sets, classes, given, 10)).toBeGreaterThan(0);
    expect([...given.codes.slice(1)].some((code) => !isShown(code))).toBe(true);
  });

  const nested = classesOf(2, [[0], [0, 1]], []);

  it('leaves two nested counts alone whose difference may reach the floor', () => {
    const given = audited(60, [32, 30], [33, 29]);
    expect(audit(sets, nested, given, 10)).toBe(0);
    expect([...given.codes]).toEqual([32, 30]);
  });

  it('hides one of two that differ and prove a few between them', () => {
    const given = audited(60, [31, 30], [33, 29]);
    expect(audit(sets, nested, given, 10)).toBe(1);
    expect(given.codes.filter(isShown)).toHaveLength(1);
  });

  it('says no more which half a hidden count is in where that proves a few', () => {
    // Of eleven at least two by the noise of one half, and at most nine by that of the other.
    const given = audited(11, [EITHER_MOSTLY, EITHER_MOSTLY], [6, 5]);
    expect(audit(sets, separate(2, [{ parts: [0, 1] }]), given, 10)).toBe(0);
    expect([...given.codes]).toContain(EITHER_UNTOLD);
  });

  it('says no more that a count is nearly all where that proves a few, first of one that is not', () => {
    // Of 29 16 to 19 in all, and 10 to 13 of one kind, so three to nine of the others.
    const classes = classesOf(4, [[0], [0, 1], [0, 2], [3]], [{ parts: [2, 3] }]);
    const given = audited(29, [either, high, either, high], [19, 19, 11, 18]);
    expect(audit(sets, classes, given, 10)).toBe(0);
    expect([...given.codes]).toContain(EITHER_UNTOLD);
    expect([...given.codes]).not.toContain(EITHER_EVEN_SO);
  });

  it('in the last resort says of a few that they may be any number', () => {
    const classes = separate(5, [{ parts: [0, 1] }, { parts: [0, 2, 3, 4] }]);
    const given = audited(15, [either, low, high, high, high], [6, 9, 3, 3, 3]);
    expect(audit(sets, classes, given, 10)).toBe(0);
    expect([...given.codes]).toContain(EITHER_EVEN_SO);
  });
});
