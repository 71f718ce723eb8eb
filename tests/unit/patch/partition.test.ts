import fc from 'fast-check';
import { latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText, parentOf } from '../../../server/domain/cell.ts';
import { coarsen, type Partition, partition } from '../../../server/domain/partition.ts';
import { DEFAULT_FLOORS, floorsFault, meetsFloors } from '../../../server/domain/patch.ts';
import { type Home, homesOf, someHomes } from './homes.ts';

const floors = fc.constantFrom(DEFAULT_FLOORS, { students: 5, households: 3 }, { students: 30, households: 12 });

/** What a patch is, by its homes and not by its number. */
function contents(homes: readonly Home[], { patches, patchOf }: Partition): string[] {
  const members: string[][] = patches.map(() => []);
  patchOf.forEach((patch, home) => {
    const { district, cell, household } = homes[home] as Home;
    members[patch]?.push(`${district} ${cell.toString(16)} ${household}`);
  });
  return patches.map(
    ({ cell, resolution, rest, districts, students, households }, patch) =>
      `${cell.toString(16)} ${resolution} ${rest} ${districts} ${students} ${households}: ${members[patch]?.sort().join()}`,
  );
}

describe('land that was a patch of an earlier release', () => {
  it('stays one that nobody joins, whatever others do', () => {
    fc.assert(
      fc.property(someHomes, fc.infiniteStream(fc.boolean()), (list, stays) => {
        const options = { finest: 8, floors: DEFAULT_FLOORS };
        const before = partition(homesOf(list), options);
        const isKept = before.patches.map(() => stays.next().value === true);
        const now = list.filter((_, home) => isKept[before.patchOf[home] ?? -1] || home % 3 > 0);
        const areaOf = list
          .flatMap((home, at) => (now.includes(home) ? [before.patchOf[at] ?? -1] : []))
          .map((area) => (isKept[area] ? area : -1));
        const after = partition({ ...homesOf(now), areaOf, areas: new Map(before.patches.entries()) }, options);
        for (const area of before.patches.keys()) {
          if (!isKept[area]) continue;
          const holders = new Set(after.patchOf.filter((_, home) => areaOf[home] === area));
          expect(holders.size).toBe(1);
          const [patch] = holders;
          expect(new Set(areaOf.filter((_, home) => after.patchOf[home] === patch))).toEqual(new Set([area]));
        }
      }),
    );
  });

  it('gives, all together, the same partition', () => {
    fc.assert(
      fc.property(someHomes, (list) => {
        const options = { finest: 8, floors: DEFAULT_FLOORS };
        const before = partition(homesOf(list), options);
        const given = { ...homesOf(list), areaOf: before.patchOf, areas: new Map(before.patches.entries()) };
        expect(contents(list, partition(given, options))).toEqual(contents(list, before));
      }),
    );
  });
});

describe('the partition of homes into patches', () => {
  it('puts every home in exactly one patch, and keeps the totals', () => {
    fc.assert(
      fc.property(someHomes, floors, (list, floor) => {
        const { patches, patchOf } = partition(homesOf(list), { finest: 8, floors: floor });
        if (patches.length === 0) return;
        const students = patches.map(() => 0);
        for (const patch of patchOf) students[patch] = (students[patch] ?? 0) + 1;
        expect([...patchOf].every((patch) => patch >= 0 && patch < patches.length)).toBe(true);
        expect(patches.map((patch) => patch.students)).toEqual(students);
        expect(students.reduce((a, b) => a + b, 0)).toBe(list.length);
      }),
    );
  });

  it('makes no patch under the floors, households counted once a patch', () => {
    fc.assert(
      fc.property(someHomes, floors, (list, floor) => {
        const { patches, patchOf } = partition(homesOf(list), { finest: 8, floors: floor });
        const households = patches.map(() => new Set<number>());
        for (const [home, patch] of patchOf.entries()) households[patch]?.add(list[home]?.household ?? -1);
        for (const [i, patch] of patches.entries()) {
          expect(patch.households).toBe(households[i]?.size);
          expect(meetsFloors(patch, floor)).toBe(true);
        }
      }),
    );
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(
        someHomes.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
        ),
        floors,
        ([list, shuffled], floor) => {
          const options = { finest: 8, floors: floor };
          const [one, other] = [partition(homesOf(list), options), partition(homesOf(shuffled), options)];
          expect(contents(shuffled, other)).toEqual(contents(list, one));
        },
      ),
    );
  });

  it('nests: a coarser audience sees unions of the finer patches, none under its floors', () => {
    fc.assert(
      fc.property(someHomes, floors, floors, (list, fineFloors, coarseFloors) => {
        const homes = homesOf(list);
        const finer = partition(homes, { finest: 8, floors: fineFloors });
        const coarser = coarsen(finer, homes, { finest: 7, floors: coarseFloors });
        if (coarser.patches.length === 0) {
          const all = { students: list.length, households: new Set(list.map((home) => home.household)).size };
          expect(finer.patches.length > 0 && meetsFloors(all, coarseFloors)).toBe(false);
          return;
        }
        expect(coarser.patchOf).toHaveLength(finer.patches.length);
        const students = coarser.patches.map(() => 0);
        const households = coarser.patches.map(() => 0);
        finer.patches.forEach((patch, i) => {
          const into = coarser.patchOf[i] ?? -1;
          students[into] = (students[into] ?? 0) + patch.students;
          households[into] = (households[into] ?? 0) + patch.households;
        });
        expect(coarser.patches.map((patch) => patch.students)).toEqual(students);
        expect(coarser.patches.map((patch) => patch.households)).toEqual(households);
        const families = coarser.patches.map(() => new Set<number>());
        for (const [home, patch] of finer.patchOf.entries())
          families[coarser.patchOf[patch] ?? -1]?.add(list[home]?.household ?? -1);
        for (const [i, patch] of coarser.patches.entries()) {
          expect(patch.resolution).toBeLessThanOrEqual(7);
          expect(meetsFloors({ students: patch.students, households: families[i]?.size ?? 0 }, coarseFloors)).toBe(
            true,
          );
        }
      }),
    );
  });

  it('gives each district its own patches, one a cell, unless the district is under the floors', () => {
    fc.assert(
      fc.property(someHomes, (list) => {
        const { patches } = partition(homesOf(list), { finest: 8, floors: DEFAULT_FLOORS });
        const keys = patches.map((patch) => `${patch.districts[0]} ${patch.cell}`);
        expect(new Set(keys).size).toBe(keys.length);
        for (const district of new Set(list.map((home) => home.district))) {
          const own = list.filter((home) => home.district === district);
          const isSmall = !meetsFloors(
            { students: own.length, households: new Set(own.map((home) => home.household)).size },
            DEFAULT_FLOORS,
          );
          const holding = patches.filter((patch) => patch.districts.includes(district));
          if (isSmall && patches.length > 0) expect(holding).toHaveLength(1);
          if (!isSmall) expect(holding.some((patch) => patch.districts.some((other) => other === district))).toBe(true);
        }
      }),
    );
  });

  it('calls a patch the rest of its cell exactly when finer patches of the district lie inside', () => {
    fc.assert(
      fc.property(someHomes, (list) => {
        const oneDistrict = list.map((home) => ({ ...home, district: 0 }));
        const { patches } = partition(homesOf(oneDistrict), { finest: 8, floors: DEFAULT_FLOORS });
        for (const patch of patches)
          expect(patch.rest).toBe(
            patches.some((o) => o.resolution > patch.resolution && parentOf(o.cell, patch.resolution) === patch.cell),
          );
      }),
    );
  });
});

const lewisburg = cellFromText(latLngToCell(37.8018, -80.4456, 9));
const ronceverte = cellFromText(latLngToCell(37.7499, -80.4628, 9));
const farAway = cellFromText(latLngToCell(39.63, -79.95, 9));
const village = (district: number, cell: bigint, families: number, from = 0): Home[] =>
  Array.from({ length: families * 2 }, (_, i) => ({ district, cell, household: from + (i >> 1) }));

describe('a district under the floors', () => {
  it('is published only together with the nearest patch of a neighbor, which says so', () => {
    const homes = homesOf([
      ...village(0, farAway, 8),
      ...village(1, lewisburg, 8, 20),
      ...village(2, ronceverte, 2, 40),
    ]);
    const { patches } = partition(homes, { finest: 8, floors: DEFAULT_FLOORS });
    expect(patches.map(({ districts, students }) => ({ districts, students }))).toEqual([
      { districts: [0], students: 16 },
      { districts: [1, 2], students: 20 },
    ]);
  });

  it('makes one patch with the others when all are, and none when even that is too few', () => {
    const two = homesOf([...village(0, lewisburg, 3), ...village(1, farAway, 4, 10)]);
    expect(partition(two, { finest: 8, floors: DEFAULT_FLOORS }).patches).toMatchObject([
      { districts: [0, 1], students: 14, households: 7, resolution: 5, cell: parentOf(farAway, 5) },
    ]);
    const few = partition(homesOf(village(0, lewisburg, 4)), { finest: 8, floors: DEFAULT_FLOORS });
    expect(few.patches).toEqual([]);
    expect(coarsen(few, homesOf(village(0, lewisburg, 4)), { finest: 7, floors: DEFAULT_FLOORS }).patches).toEqual([]);
  });

  it('needs households as well as students: one crowded home is no patch', () => {
    const crowded = homesOf(Array.from({ length: 20 }, () => ({ district: 0, cell: lewisburg, household: 1 })));
    expect(partition(crowded, { finest: 8, floors: DEFAULT_FLOORS }).patches).toEqual([]);
  });
});

describe('a district of scattered farms', () => {
  it('is one patch where most of its students are, when no cell reaches the floors', () => {
    const homes = homesOf([...village(0, lewisburg, 3), ...village(0, farAway, 4, 10)]);
    expect(partition(homes, { finest: 8, floors: DEFAULT_FLOORS }).patches).toMatchObject([
      { cell: parentOf(farAway, 5), resolution: 5, rest: false, districts: [0], students: 14 },
    ]);
  });

  it('lends its last homes to the nearest patch of its own', () => {
    const homes = homesOf([
      ...village(0, lewisburg, 8),
      ...village(0, ronceverte, 8, 20),
      ...village(0, farAway, 1, 40),
    ]);
    const { patches } = partition(homes, { finest: 8, floors: DEFAULT_FLOORS });
    expect(patches.find((patch) => patch.students === 18)?.cell).toBe(parentOf(lewisburg, 8));
  });
});

describe('floors', () => {
  it('may be raised, and lowered no further than 5 students in 3 households', () => {
    expect(floorsFault({ students: 5, households: 3 })).toBeUndefined();
    expect(floorsFault({ students: 50, households: 20 })).toBeUndefined();
    expect(floorsFault({ students: 4, households: 3 })).toContain('at least 5 students');
    expect(floorsFault({ students: 10, households: 2 })).toContain('at least 3 households');
    expect(floorsFault({ students: 10.5, households: 5 })).toContain('whole number');
  });
});
