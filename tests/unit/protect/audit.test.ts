import { describe, expect, it } from 'vitest';
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { audit } from '../../../server/domain/protect/audit.ts';
import { classesOf, type Partition } from '../../../server/domain/protect/classes.ts';
import { EITHER_MOSTLY, EITHER_UNTOLD, isShown } from '../../../server/domain/protect/code.ts';
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
  const audited = (codes: number[], taken: number[] = []) => ({
    codes: Int32Array.from(codes),
    isTaken: Uint8Array.from(codes, (_, set) => (taken.includes(set) ? 1 : 0)),
    students,
  });

  it('hides the smallest number that proves a few, and only that', () => {
    // The hex's number differs from its second patch's, so the first has somebody; and it is so near that those are few.
    const given = audited([low, 40, 50, 41, 96]);
    expect(audit(sets, alone, given, 10)).toBe(1);
    expect(isShown(given.codes[1] ?? 0)).toBe(false);
    expect([given.codes[0], ...given.codes.slice(2)]).toEqual([low, 50, 41, 96]);
  });

  it('leaves alone what proves nothing', () => {
    const given = audited([low, 40, 50, 40, 91], [3]);
    const before = given.codes.slice();
    expect(audit(sets, alone, given, 10)).toBe(0);
    expect(given.codes).toEqual(before);
  });
});

describe('the audit of kinds', () => {
  const sets = new PatchSetIndex(1).build();
  const audited = (all: number, codes: number[]) => ({
    codes: Int32Array.from(codes),
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
    const given = audited(60, [low, 25, 22, 19, 40]);
    const classes = separate(5, [{ parts: [0, 1, 2] }, { parts: [0, 3, 4] }]);
    expect(audit(sets, classes, given, 10)).toBeGreaterThan(0);
    expect([...given.codes.slice(1)].some((code) => !isShown(code))).toBe(true);
  });

  const nested = classesOf(2, [[0], [0, 1]], []);

  it('leaves two nested counts alone whose difference may reach the floor', () => {
    const given = audited(60, [32, 30]);
    expect(audit(sets, nested, given, 10)).toBe(0);
    expect([...given.codes]).toEqual([32, 30]);
  });

  it('hides one of two that differ and prove a few between them', () => {
    const given = audited(60, [31, 30]);
    expect(audit(sets, nested, given, 10)).toBe(1);
    expect(given.codes.filter(isShown)).toHaveLength(1);
  });

  it('says no more which half a hidden count is in where that proves a few', () => {
    // Of eleven at least two by the noise of one half, and at most nine by that of the other.
    const given = audited(11, [EITHER_MOSTLY, EITHER_MOSTLY]);
    expect(audit(sets, separate(2, [{ parts: [0, 1] }]), given, 10)).toBe(0);
    expect([...given.codes]).toContain(EITHER_UNTOLD);
  });

  it('goes on to say of a large group that nearly all are counted, and no more of its parts which half', () => {
    const index = new PatchSetIndex(2);
    index.addRows(Int32Array.of(0, 0), 1);
    // Of thirteen at most ten by the half, and at least four by what the other leaves of both: three to nine are not counted.
    const given = {
      codes: Int32Array.of(either, either, high),
      isTaken: new Uint8Array(3),
      students: Int32Array.of(13, 15, 28),
    };
    expect(audit(index.build(), separate(1, []), given, 10)).toBe(0);
    expect(given.codes[2]).toBe(high);
    expect([...given.codes]).toContain(EITHER_UNTOLD);
  });

  it('says no more that hidden ones are nearly all where that proves a few', () => {
    // Of fifteen at least two by the one division, as the other is few; and by the other at most nine.
    const classes = separate(5, [{ parts: [0, 1] }, { parts: [0, 2, 3, 4] }]);
    const given = audited(15, [either, low, high, high, high]);
    expect(audit(sets, classes, given, 10)).toBe(0);
    expect([...given.codes]).toContain(EITHER_UNTOLD);
  });

  it('hides a number where what one class has more than another lies inside what others have, of which there are few', () => {
    // The first has at most eight more than the second. The third differs from the fourth, so somebody of it is not in that; and
    // whoever is not is in the first and not in the second.
    const kinds = [[0, 1, 2, 3], [0, 1], [0, 2], [0], []];
    const given = audited(300, [100, 100, 60, 58]);
    expect(audit(sets, classesOf(4, kinds, []), given, 10)).toBeGreaterThan(0);
    const apart = audited(300, [100, 100, 58, 58]);
    expect(audit(sets, classesOf(4, kinds, []), apart, 10)).toBe(0);
  });

  it('hides more where several that are hidden are a few together', () => {
    // Of a hundred at least two are neither of the first two classes; and of the next two there are at most four each.
    const classes = separate(8, [{ parts: [0, 1, 2, 3] }, { parts: [2, 4, 5] }, { parts: [3, 6, 7] }]);
    const given = audited(100, [45, 45, low, low, 52, 52, 52, 52]);
    expect(audit(sets, classes, given, 10)).toBe(1);
    expect(given.codes.filter(isShown)).toHaveLength(5);
  });

  it('hides more where several areas of which no number is shown hold a few together', () => {
    const index = new PatchSetIndex(4);
    index.addRows(Int32Array.of(0, 0, 0, 0), 1);
    const areas = index.build();
    // Of the third and the fourth there are at most four each, by what else is shown there; by the state's at least two.
    const silent = EITHER_UNTOLD;
    const first = [45, 45, low, low, 104];
    const other = [silent, silent, 52, 52, silent];
    const classes = classesOf(3, [[0], [1], [2]], [{ parts: [0, 1, 2] }]);
    const given = {
      codes: Int32Array.of(...first, ...other, ...other),
      isTaken: new Uint8Array(15),
      students: Int32Array.of(100, 100, 100, 100, 400),
    };
    expect(audit(areas, classes, given, 10)).toBeGreaterThan(0);
  });

  it('hides one of two nested counts that prove a few between them in an area only by what other areas hold', () => {
    const index = new PatchSetIndex(2);
    index.addRows(Int32Array.of(0, 0), 1);
    const areas = index.build();
    const silent = EITHER_UNTOLD;
    // In the first patch two or more are in the first class alone, by its numbers there perhaps eighteen; in both at most eight.
    const given = {
      codes: Int32Array.of(30, silent, 90, 20, silent, 90),
      isTaken: new Uint8Array(6),
      students: Int32Array.of(100, 100, 200),
    };
    expect(audit(areas, nested, given, 10)).toBeGreaterThan(0);
    expect([...given.codes].filter((code) => code >= 10).length).toBeLessThan(4);
  });
});
