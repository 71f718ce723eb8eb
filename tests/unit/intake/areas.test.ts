import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { type PublishedPatch, Releases } from './releases.ts';
import { type Child, FLOORS, recordsOf } from './town.ts';

const OWN = '5400240';
const north = latLngToCell(38.6, -81.1, 8);
const south = latLngToCell(38.2, -81.1, 8);
const west = latLngToCell(38.2, -82.9, 8);

/** Two to a household: 2 and 3, 4 and 5... */
const living = (cell: string, from: number, to: number, leaId = OWN): Child[] =>
  Array.from({ length: to - from }, (_, i) => ({
    student: from + i,
    household: (from + i) >> 1,
    leaId,
    cell,
    home: 0,
    device: 0,
  }));
const sent = (...children: Child[][]) =>
  [...Map.groupBy(children.flat(), ({ leaId }) => leaId)].map(([leaId, own]) => ({ leaId, records: recordsOf(own) }));

/** What a release says of homes after it released 30 in the north and 30 in the south. */
function nextOf(...children: Child[][]): { before: Said[]; now: Said[] } {
  const releases = new Releases();
  const before = releases.make(sent(living(north, 0, 30), living(south, 100, 130)), FLOORS);
  return { before: before.map(said), now: releases.make(sent(...children), FLOORS).map(said) };
}
interface Said {
  area: number;
  students: number[];
  home: (number | undefined)[];
  device: (number | undefined)[];
  versions: [number, number];
}
const said = ({ area, home, device, homeVersion, deviceVersion }: PublishedPatch): Said => {
  const students = [...home.keys()].sort((a, b) => a - b);
  return {
    area,
    students,
    home: students.map((student) => home.get(student)),
    device: students.map((student) => device.get(student)),
    versions: [homeVersion, deviceVersion],
  };
};

describe('homes of the next release', () => {
  it('are those of the last when one student moved', () => {
    const { before, now } = nextOf(living(north, 1, 30), living(south, 0, 1), living(south, 100, 130));
    expect(now).toEqual(before);
  });

  it('are those of the last when nine came, went or answered otherwise', () => {
    const north9 = living(north, 0, 30).map((child, i) => (i < 9 ? { ...child, home: 3, device: 2 } : child));
    const { before, now } = nextOf(north9, living(south, 104, 135));
    expect(now).toEqual(before);
  });

  it('are new in the one table where ten answered otherwise', () => {
    const ten = living(north, 0, 30).map((child, i) =>
      i < 10 ? { ...child, home: 3 } : { ...child, device: +(i < 19) },
    );
    const { before, now } = nextOf(ten, living(south, 100, 130));
    const [first, second] = now;
    expect(first).toEqual({ ...before[0], home: ten.map(({ home }) => home), versions: [2, 1] });
    expect(second).toEqual(before[1]);
  });

  it('are the new ones where ten are gone, and five households', () => {
    const { before, now } = nextOf(living(north, 0, 30), living(south, 110, 130));
    expect(now[0]).toEqual(before[0]);
    expect(now[1]).toMatchObject({ area: before[1]?.area, versions: [2, 2] });
    expect(now[1]?.students).toEqual(living(south, 110, 130).map(({ student }) => student));
  });

  it('swap newcomers for leavers where the totals would come too near', () => {
    const { before, now } = nextOf(living(north, 0, 30), living(south, 106, 138));
    expect(now[1]?.students).toHaveLength(30);
    const stayed = before[1]?.students.filter((student) => now[1]?.students.includes(student));
    expect(stayed).toHaveLength(24);
    expect(now[1]?.versions).toEqual([2, 2]);
  });

  it('do not drip: changes are counted from when an area was last taken anew', () => {
    const releases = new Releases();
    const first = releases.make(sent(living(north, 0, 30)), FLOORS).map(said);
    for (let gone = 1; gone < 10; gone++)
      expect(releases.make(sent(living(north, gone, 30)), FLOORS).map(said)).toEqual(first);
    expect(releases.make(sent(living(north, 10, 30)), FLOORS).map(said)).not.toEqual(first);
  });

  it('have no area of fewer than the floors: its last homes stay, and go with the last of them', () => {
    const { before, now } = nextOf(living(north, 0, 9), living(south, 100, 130));
    expect(now).toEqual(before);
    expect(nextOf(living(south, 100, 130)).now).toHaveLength(1);
  });

  it('lie in new areas on land that no area has, and count to the nearest where they are few', () => {
    const both = [living(north, 0, 30), living(south, 100, 130)];
    const { before, now } = nextOf(...both, living(west, 200, 220));
    expect(now.map(({ area }) => area).sort()).toEqual([1, 2, 3]);
    expect(now.filter(({ area }) => area < 3)).toEqual(before);
    expect(nextOf(...both, living(west, 200, 209)).now).toEqual(before);
  });

  it('are counted when a district is new, even a small one beside its neighbor', () => {
    const both = [living(north, 0, 30), living(south, 100, 130)];
    const { now } = nextOf(...both, living(west, 200, 230, '5400270'));
    expect(now.map(({ students }) => students.length)).toEqual([30, 30, 30]);
    const few = nextOf(...both, living(south, 200, 204, '5400270'));
    expect(few.now).toEqual(few.before);
  });

  it('are compared with those of the year before when a district was left out of a release', () => {
    const releases = new Releases();
    const other = living(west, 200, 230, '5400270');
    const first = releases.make(sent(living(north, 0, 30), other), FLOORS).map(said);
    expect(releases.make(sent(other), FLOORS)).toHaveLength(1);
    expect(releases.make(sent(living(north, 1, 31), other), FLOORS).map(said)).toEqual(first);
  });

  it('keep no student of a district that took all back, and stay clear of its earlier totals when it sends again', () => {
    const releases = new Releases();
    const other = living(west, 200, 230, '5400270');
    releases.make(sent(living(north, 0, 30), other), FLOORS);
    releases.make(sent(other), FLOORS);
    releases.forget(OWN);
    const [again] = releases.make(sent(living(north, 0, 31), other), FLOORS);
    expect(again).toMatchObject({ area: 1, students: 30, households: 15 });
  });

  it('are larger areas where floors are higher', () => {
    const releases = new Releases();
    const near = latLngToCell(38.61, -81.12, 8);
    releases.make(sent(living(north, 0, 20), living(near, 100, 120)), FLOORS);
    const larger = releases.make(sent(living(north, 0, 20), living(near, 100, 120)), { students: 30, households: 5 });
    expect(larger.map(({ students }) => students)).toEqual([40]);
  });
});

describe('three releases', () => {
  it('publish the same in the first and the third, when the second moved twelve students', () => {
    const releases = new Releases();
    const homes = [living(north, 0, 40), living(south, 100, 140)];
    const moved = homes.flat().map((child) => (child.student < 12 ? { ...child, cell: south } : child));
    const first = releases.make(sent(...homes), FLOORS);
    const second = releases.make(sent(moved), FLOORS);
    expect(second.map(({ students }) => students)).toEqual([28, 52]);
    const third = releases.make(sent(...homes), FLOORS);
    const content = (patches: readonly PublishedPatch[]) => patches.map(said).map(({ versions: _, ...own }) => own);
    expect(content(third)).toEqual(content(first));
  });
});
