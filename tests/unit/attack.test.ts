import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../scripts/attack/catalog.ts';
import { disclosedBy } from '../../scripts/attack/disclosed.ts';
import { LITERAL, LOOKS, methodFor, rangeOf } from '../../scripts/attack/method.ts';
import { chanceOfSlower } from '../../scripts/attack/probes.ts';
import { solver } from '../../scripts/attack/program.ts';
import { propagate } from '../../scripts/attack/propagate.ts';
import type { System } from '../../scripts/attack/system.ts';

const FLOOR = 10;

/** Everybody falls into three sets without a rest. */
const CATALOG: Catalog = {
  names: ['everybody', 'unserved', 'served', 'partly'],
  setOf: { public: Int32Array.of(1, 2, 3), agency: Int32Array.of(1, 2, 3) },
  nested: [
    [1, 0],
    [2, 0],
    [3, 0],
  ],
  covers: [],
  splits: [{ whole: 0, parts: [1, 2, 3] }],
  local: { sortOf: new Int32Array(0), members: [], domains: [], inside: [] },
};

/** One group, and the bounds of its three sets. */
function oneGroup(students: number, bounds: readonly (readonly [number, number])[]): System {
  return {
    catalog: CATALOG,
    groups: ['a patch'],
    members: [[0]],
    students: [students],
    sums: [],
    least: [Int32Array.of(students, ...bounds.map(([least]) => least))],
    most: [Int32Array.of(students, ...bounds.map(([, most]) => most))],
    isShown: [Uint8Array.of(0, ...bounds.map(([least, most]) => (least === most ? 1 : 0)))],
    numbers: [Int32Array.of(-1, -1, -1, -1)],
    rounded: [Int32Array.of(-1, -1, -1, -1)],
    patchGroups: new Map(),
    looks: 3,
  };
}

describe('an attacker', () => {
  it('finds the one count that was hidden beside two that were shown', () => {
    const system = oneGroup(50, [
      [20, 20],
      [24, 24],
      [0, 9],
    ]);
    propagate(system);
    const { disclosures } = disclosedBy(system, FLOOR);
    expect(disclosures).toContainEqual({ what: 'partly of a patch', least: 6, most: 6 });
  });

  it('finds nothing where noise leaves room for none and for many', () => {
    const system = oneGroup(50, [
      [16, 24],
      [20, 28],
      [0, 13],
    ]);
    propagate(system);
    expect(disclosedBy(system, FLOOR).disclosures).toEqual([]);
  });

  it('learns from one patch about the other of a hex', () => {
    const both = oneGroup(40, [
      [26, 26],
      [0, 40],
      [0, 40],
    ]);
    const one = oneGroup(25, [
      [20, 20],
      [0, 25],
      [0, 25],
    ]);
    const other = oneGroup(15, [
      [0, 9],
      [0, 15],
      [0, 15],
    ]);
    const system: System = {
      ...both,
      groups: ['a hex', 'a patch', 'its neighbor'],
      members: [[0, 1], [0], [1]],
      students: [40, 25, 15],
      sums: [{ whole: 0, parts: [1, 2] }],
      least: [both, one, other].flatMap(({ least }) => least),
      most: [both, one, other].flatMap(({ most }) => most),
      isShown: [both, one, other].flatMap(({ isShown }) => isShown),
      numbers: [both, one, other].flatMap(({ numbers }) => numbers),
      rounded: [both, one, other].flatMap(({ rounded }) => rounded),
    };
    propagate(system);
    expect(disclosedBy(system, FLOOR).disclosures).toContainEqual({
      what: 'unserved of its neighbor',
      least: 6,
      most: 6,
    });
  });

  it('takes two different numbers, one counting among the other, for different students', () => {
    const system = oneGroup(50, [
      [20, 28],
      [20, 28],
      [0, 13],
    ]);
    const nested: System = {
      ...system,
      catalog: { ...CATALOG, nested: [...CATALOG.nested, [1, 2]], covers: [[1, 2]], splits: [] },
      numbers: [Int32Array.of(-1, 24, 25, -1)],
    };
    propagate(nested);
    expect(disclosedBy(nested, FLOOR).disclosures).toContainEqual({
      what: 'served without unserved of a patch',
      least: 1,
      most: 8,
    });
  });

  it('takes a set for inside another where only there is nobody in the one who is not in the other', () => {
    const system = oneGroup(50, [
      [16, 24],
      [20, 28],
      [0, 13],
    ]);
    const none = { starts: Int32Array.of(0), items: new Int32Array(0) };
    const nothing = {
      same: new Int32Array(0),
      within: new Int32Array(0),
      wholes: new Int32Array(0),
      inside: none,
      distinct: 0,
    };
    // By sorts of cell, sets without everybody: the second holds the first.
    const within = {
      ...nothing,
      within: Int32Array.of(1, 0),
      wholes: Int32Array.of(1),
      distinct: 1,
      inside: { starts: Int32Array.of(0, 1), items: Int32Array.of(0) },
    };
    const numbers = [Int32Array.of(-1, 20, 24, -1)];
    const apart: System = {
      ...system,
      catalog: { ...CATALOG, splits: [] },
      numbers,
      most: [Int32Array.of(50, 24, 25, 13)],
    };
    for (const [local, found] of [
      [nothing, 0],
      [within, 1],
    ] as const) {
      const there: System = { ...apart, local: [local] };
      propagate(there);
      expect(disclosedBy(there, FLOOR).disclosures).toHaveLength(found);
    }
  });

  it('knows that somebody is in whatever holds the set somebody is in, and few in whatever lies inside a few', () => {
    const system = oneGroup(50, [
      [1, 20],
      [0, 30],
      [0, 9],
    ]);
    const covers: Catalog['covers'] = [
      [1, 2],
      [2, 3],
    ];
    const nested: System = { ...system, catalog: { ...CATALOG, covers, splits: [] } };
    expect(disclosedBy(system, FLOOR).disclosures).toEqual([]);
    expect(disclosedBy(nested, FLOOR).disclosures.length).toBeGreaterThan(0);
  });

  it('reads a shown number as what it may have been before noise and rounding', () => {
    expect(rangeOf(40, 100, FLOOR, LITERAL)).toEqual([40, 40]);
    expect(rangeOf(40, 100, FLOOR, methodFor('agency'), false)).toEqual([36, 44]);
    expect(rangeOf(40, 100, FLOOR, methodFor('public'), false)).toEqual([34, 46]);
    expect(rangeOf(40, 100, FLOOR, methodFor('agency'), true)).toEqual([36, 57]);
  });

  it('takes a hidden number for none as well as for a few', () => {
    for (const audience of ['agency', 'public'] as const)
      expect(rangeOf(LOOKS.low, 100, FLOOR, methodFor(audience))).toEqual([0, 13]);
    // Few may stand as either, nearly all do not.
    expect(rangeOf(LOOKS.either, 100, FLOOR, methodFor('public'))).toEqual([0, 90]);
    expect(rangeOf(LOOKS.either, 20, FLOOR, methodFor('public'))).toEqual([0, 20]);
  });

  it('asks an integer program for the least and most of a class of cells', async () => {
    const solve = await solver();
    const constraints = [
      { of: [0, 1, 2], least: 20, most: 20 },
      { of: [0, 1], least: 12, most: 14 },
    ];
    expect(solve(3, constraints, [2], 2 * FLOOR)).toMatchObject({ isPossible: true, least: 6, most: 8 });
    expect(solve(3, [...constraints, { of: [2], least: 15, most: 20 }], [2], 0)).toMatchObject({ isPossible: false });
  });

  it('calls time telling only when one kind of answer is always the slower', () => {
    expect(chanceOfSlower([5, 6, 7], [1, 2, 3])).toBe(1);
    expect(chanceOfSlower([1, 2, 3], [1, 2, 3])).toBe(0.5);
  });
});
