import { describe, expect, it } from 'vitest';
import { cellFromText } from '../../../server/domain/cell.ts';
import { listAt } from '../../../server/domain/lists.ts';
import { PatchSetIndex } from '../../../server/domain/protect/patch-sets.ts';
import { UNASKED } from '../../../server/domain/protect/programs/bounds.ts';
import type { ProgramsInput } from '../../../server/domain/protect/programs/input.ts';
import {
  type KeptPatch,
  NOTHING_RELEASED,
  type ReleaseToProve,
  releasedBy,
  releaseInput,
} from '../../../server/features/releasing/programs/index.ts';

const EACH = 17;
const CELLS = ['882a9d28e7fffff', '882a9d28e3fffff'].map(cellFromText);

/** Two patches of 20, each one cell, and both together as a place; every number is 10. */
function release(kept: readonly (KeptPatch | undefined)[], answer: number, sort = 0): ReleaseToProve {
  const index = new PatchSetIndex(2);
  index.addRows(Int32Array.from([0, 1]), 2, { reader: 3 });
  index.addRows(new Int32Array(2), 1, { reader: 3, hasLevers: true });
  const sets = index.build();
  const homes = Array.from({ length: 40 }, (_, home) => ({ patch: home < 20 ? 0 : 1, isFirst: home % 20 < 10 }));
  return {
    floor: 10,
    sets,
    made: { codes: new Int32Array(3 * EACH).fill(10), isDecoy: new Uint8Array(3 * EACH), statistics: EACH },
    sameAs: Int32Array.from({ length: EACH }, (_, statistic) => statistic),
    patches: CELLS.map((cell) => ({ cell, districts: [0] })),
    kept,
    leaIds: ['5400030'],
    homes: {
      patchOf: Int32Array.from(homes, ({ patch }) => patch),
      district: new Uint16Array(40),
      cells: BigUint64Array.from(homes, ({ patch }) => CELLS[patch] ?? 0n),
      sort: new Uint8Array(40).fill(sort),
      homeStatus: Uint8Array.from(homes, ({ patch, isFirst }) => (isFirst ? 0 : patch === 0 ? answer : 6)),
      deviceStatus: new Uint8Array(40),
    },
  };
}

const AREAS: readonly KeptPatch[] = [
  { area: 7, homeVersion: 1, deviceVersion: 1 },
  { area: 9, homeVersion: 1, deviceVersion: 1 },
];
const first = release([undefined, undefined], 1);
const before = releasedBy(first, AREAS, first.made.codes);

/** What is said of statistic 7 of the first patch: code, floor, and 1 where it was published before. */
function toldOfFirst({ sets: { count, members }, codes, floors, isOlder }: ProgramsInput): number[][] {
  return Array.from({ length: count }, (_, set) => ({ set, at: set * EACH + 7 }))
    .filter(({ set, at }) => listAt(members, set).join() === '0' && codes[at] !== UNASKED)
    .map(({ at }) => [codes[at] ?? 0, floors[at] ?? 0, isOlder[at] ?? 0]);
}

describe('what releases published before', () => {
  it('adds no bound to the first release', () => {
    const { input } = releaseInput(first, NOTHING_RELEASED);
    expect(input.sets.count).toBe(3);
    expect(input.isOlder.includes(1)).toBe(false);
  });

  it('asks the same question where nothing changed, and its numbers can no longer be hidden', () => {
    const { input } = releaseInput(release(AREAS, 1), before);
    expect(input.sets.count).toBe(3);
    expect([...input.isOlder].filter((_, at) => at % EACH < 12 || at >= 2 * EACH)).not.toContain(0);
    expect(input.hex5.length).toBe(2);
  });

  it('counts a patch that was taken anew beside what it held, and others once', () => {
    const now = release([{ area: 7, homeVersion: 0, deviceVersion: 1 }, AREAS[1]], 2);
    const { input } = releaseInput(now, before);
    expect(input.hex5.length).toBe(3);
    const older = [...input.students.patch.keys()].filter((row) => input.students.patch[row] === 2);
    expect(older.map((row) => [input.students.answer[row], input.students.students[row]])).toEqual([
      [0, 10],
      [1, 10],
    ]);
    const held = Array.from({ length: input.sets.count }, (_, set) => [
      ...input.sets.members.items.subarray(input.sets.members.starts[set], input.sets.members.starts[set + 1]),
    ]);
    expect(held).toContainEqual([1, 2]);
    expect(held).toContainEqual([2]);
    const together = held.findIndex((members) => members.join() === '1,2');
    expect(input.codes[together * EACH]).toBe(10);
    expect(input.codes[together * EACH + 7]).toBe(-1);
  });

  it('holds both numbers of a count that was published with another noise', () => {
    const now = release(AREAS, 1);
    now.made.codes[7] = 12;
    const { input } = releaseInput(now, before);
    expect(toldOfFirst(input)).toEqual([
      [12, 10, 0],
      [10, 10, 1],
    ]);
  });

  it.each([
    ['low now', 0],
    ['shown now', 12],
  ])('holds what a higher floor hid, and can still hide the same count: %s', (_, code) => {
    const higher = { ...release([undefined, undefined], 1), floor: 25 };
    const low = higher.made.codes.fill(0);
    const now = release(AREAS, 1);
    now.made.codes[7] = code;
    const { input } = releaseInput(now, releasedBy(higher, AREAS, low));
    expect(toldOfFirst(input)).toEqual([
      [code, 10, 0],
      [0, 25, 1],
    ]);
  });

  it('says once what several releases said of a count', () => {
    const now = release(AREAS, 1);
    now.made.codes[7] = 12;
    const other = release([undefined, undefined], 1);
    other.made.codes[8] = 13;
    const { questions } = releasedBy(other, AREAS, other.made.codes);
    const { input } = releaseInput(now, { ...before, questions: [...before.questions, ...questions] });
    expect(toldOfFirst(input)).toEqual([
      [12, 10, 0],
      [10, 10, 1],
    ]);
  });

  it('keeps levers of other filings apart', () => {
    const { input } = releaseInput(release(AREAS, 1, 2), before);
    const place = [2, 3].map((set) => ({ now: input.codes[set * EACH], lever: input.codes[set * EACH + 12] }));
    expect(place).toEqual([
      { now: 10, lever: 10 },
      { now: -1, lever: 10 },
    ]);
    expect(input.filings[2]).not.toBe(input.filings[3]);
    const kind = input.students.kind[0] ?? 0;
    expect([input.sortIn[kind], input.sortIn[input.kinds + kind]]).toEqual([2, 0]);
  });
});
