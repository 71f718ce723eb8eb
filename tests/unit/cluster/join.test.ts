import fc from 'fast-check';
import { cellToChildren, cellToParent, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText, cellToText, resolutionOf } from '../../../server/domain/cell.ts';
import { publishedAffected } from '../../../server/domain/cluster/affected.ts';
import { footprintOf } from '../../../server/domain/cluster/footprint.ts';
import { CLUSTER_LIMITS, groupPatches } from '../../../server/domain/cluster/group.ts';
import { identify } from '../../../server/domain/cluster/identity.ts';
import { linksOf } from '../../../server/domain/cluster/links.ts';
import { namesFor } from '../../../server/domain/cluster/naming.ts';
import type { ClusterPatch } from '../../../server/domain/cluster/patch.ts';
import { codedShare, rankParts } from '../../../server/domain/cluster/rank.ts';
import { listAt } from '../../../server/domain/lists.ts';

const UNSERVED_FCC = { of: 'unserved', source: 'fcc' } as const;
const center = latLngToCell(38.6, -80.6, 8);

function aPatch(text: string, given: Partial<ClusterPatch> & { unserved?: number } = {}): ClusterPatch {
  const cell = cellFromText(text);
  const students = given.students ?? 20;
  const count = given.unserved ?? students;
  const counts = { fcc: count, puc: count, agreed: count };
  return {
    patch: 0,
    cell,
    resolution: resolutionOf(cell),
    rest: false,
    leaIds: ['5400030'],
    students,
    households: 8,
    affected: { unserved: counts, underserved: counts },
    contradicted: 0,
    needs: -1,
    ...given,
  };
}

describe('the land of patches', () => {
  it('of a rest is what the finer patches of its district leave', () => {
    const parent = cellToParent(center, 7);
    const footprint = footprintOf([aPatch(center), aPatch(parent, { rest: true })], 8);
    const rest = Array.from(listAt(footprint.cellsOf, 1), (at) => cellToText(footprint.cells[at] ?? 0n));
    expect(rest.sort()).toEqual(
      cellToChildren(parent, 8)
        .filter((cell) => cell !== center)
        .sort(),
    );
  });

  it('of two districts in one cell is the same cell', () => {
    const footprint = footprintOf([aPatch(center), aPatch(center, { leaIds: ['5400060'] })], 8);
    expect([...listAt(footprint.patchesAt, 0)]).toEqual([0, 1]);
  });

  it('is never empty, even where finer patches took every cell', () => {
    const parent = cellToParent(center, 7);
    const children = cellToChildren(parent, 8).map((cell) => aPatch(cell));
    const footprint = footprintOf([...children, aPatch(parent, { rest: true })], 8);
    expect(listAt(footprint.cellsOf, children.length)).toHaveLength(7);
  });
});

describe('links', () => {
  const across = gridDisk(center, 2).at(-1) ?? '';

  it('reach over as many cells as the gap allows', () => {
    const footprint = footprintOf([aPatch(center), aPatch(across)], 8);
    expect(linksOf(footprint, 0)).toEqual([]);
    expect(linksOf(footprint, 1)).toEqual([{ one: 0, other: 1, touches: false }]);
  });
});

describe('joining', () => {
  const anyPatches = fc
    .array(
      fc.record({
        at: fc.nat(126),
        up: fc.constantFrom(0, 0, 0, 1, 2, 3),
        students: fc.integer({ min: 10, max: 900 }),
        district: fc.constantFrom('5400030', '5400060'),
      }),
      { minLength: 1, maxLength: 80 },
    )
    .map((drawn) => {
      const cells = gridDisk(center, 6);
      const distinct = new Map(
        drawn.map(({ at, up, students, district }) => {
          const cell = cellToParent(cells[at] ?? center, 8 - up);
          return [`${cell} ${district}`, { cell, students, district }];
        }),
      );
      return [...distinct.values()]
        .sort((a, b) => (a.district + a.cell < b.district + b.cell ? -1 : 1))
        .map(({ cell, students, district }, patch) => aPatch(cell, { patch, students, leaIds: [district] }));
    });

  it('puts every patch in one cluster, within the limits unless it is one patch', () => {
    fc.assert(
      fc.property(anyPatches, (patches) => {
        const { groups, members } = joined(patches);
        expect(groups.flat().sort((a, b) => a - b)).toEqual([...patches.keys()]);
        for (const group of groups.filter(({ length }) => length > 1)) {
          const students = group.reduce((sum, at) => sum + (members[at]?.patch.students ?? 0), 0);
          expect(students).toBeLessThanOrEqual(CLUSTER_LIMITS.students * CLUSTER_LIMITS.stretch);
        }
      }),
    );
  });

  it('keeps to what hangs together', () => {
    const far = latLngToCell(39.4, -79.2, 8);
    const patches = [...gridDisk(center, 1), far].map((cell, patch) => aPatch(cell, { patch }));
    expect(joined(patches).groups.map(({ length }) => length)).toEqual([7, 1]);
  });

  it('cuts what is too large along the thinnest seam', () => {
    // Two dense hills in a row of cells, each nearly a whole cluster, with a thin saddle between.
    const row = Array.from({ length: 9 }, (_, i) => latLngToCell(38.6, -80.6 + 0.0106 * i, 8));
    const students = [600, 600, 600, 500, 15, 500, 600, 600, 600];
    const distinct = [...new Set(row)];
    const patches = distinct.map((cell, patch) => aPatch(cell, { patch, students: students[patch] ?? 20 }));
    const groups = joined(patches).groups;
    expect(groups).toHaveLength(2);
    expect(groups.some((group) => group.includes(3) && group.includes(5))).toBe(false);
  });
});

function joined(patches: readonly ClusterPatch[]) {
  const footprint = footprintOf(patches, 8);
  const members = patches.map((patch, at) => ({ patch, areaKm2: 0.74 * listAt(footprint.cellsOf, at).length }));
  return { members, footprint, groups: groupPatches(members, linksOf(footprint, 1)) };
}

describe('a published count of affected students', () => {
  it('is hidden when all but fewer than ten are affected', () => {
    expect(publishedAffected([aPatch(center, { students: 40, unserved: 38 })], UNSERVED_FCC, 10)).toBeNull();
  });

  it('is the sum of what is published of its patches, so that it tells no more', () => {
    const patches = [40, 20, 35].map((unserved) => aPatch(center, { students: 60, unserved }));
    expect(publishedAffected(patches, UNSERVED_FCC, 10)).toBe(95);
  });
});

describe('the id of a cluster', () => {
  const cells = gridDisk(center, 3);
  const groupsOf = (patches: readonly ClusterPatch[], groups: number[][]) => ({
    patches,
    groups,
    footprint: footprintOf(patches, 8),
    heaviest: groups.map(([first = 0]) => patches[first]?.cell ?? 0n),
  });
  const before = cells.map((cell, patch) => aPatch(cell, { patch }));

  it('stays when most of the students do', () => {
    const first = groupsOf(before, [[...before.keys()]]);
    const ids = identify(first);
    const grown = before.map((patch, at) => ({ ...patch, students: 20 + (at % 7) }));
    const later = groupsOf(grown, [[...grown.keys()].slice(8)]);
    expect(identify(later, { ...first, ids })).toEqual(ids);
  });

  it('stays with the greater part when a cluster is cut, and the other part gets a new one', () => {
    const first = groupsOf(before, [[...before.keys()]]);
    const ids = identify(first);
    const [small, large] = identify(groupsOf(before, [[0, 1, 2], [...before.keys()].slice(3)]), { ...first, ids });
    expect(large).toBe(ids[0]);
    expect(small).not.toBe(ids[0]);
  });

  it('is new where nobody lived in a cluster before', () => {
    const first = groupsOf(before, [[0, 1]]);
    const ids = identify(first);
    expect(identify(groupsOf(before, [[20, 21]]), { ...first, ids })).not.toEqual(ids);
  });

  it('is no other cluster of the same set has', () => {
    const each = groupsOf(
      before,
      before.map((_, at) => [at]),
    );
    const ids = identify(each);
    expect(new Set(ids).size).toBe(before.length);
    for (const id of ids) expect(id).toMatch(/^c[a-z0-9]{7}$/);
  });
});

describe('the rank', () => {
  const given = { students: 300, areaKm2: 100, distanceKm: 2, answered: 200, needs: 120 };

  it('rises with students, density, nearness and need', () => {
    const { score } = rankParts(given);
    expect(rankParts({ ...given, students: 400, areaKm2: 134 }).score).toBeGreaterThan(score);
    expect(rankParts({ ...given, areaKm2: 50 }).score).toBeGreaterThan(score);
    expect(rankParts({ ...given, distanceKm: 1 }).score).toBeGreaterThan(score);
    expect(rankParts({ ...given, needs: 160 }).score).toBeGreaterThan(score);
  });

  it('shows a share of need that no count can be worked out of', () => {
    expect(codedShare(0, 12)).toBe(0.2);
    expect(codedShare(12, 12)).toBe(0.8);
    expect(codedShare(3, 9)).toBeNull();
    expect(codedShare(121, 200)).toBe(codedShare(120, 200));
  });

  it('neither favors nor punishes who was not asked', () => {
    expect(rankParts({ ...given, answered: 0, needs: 0 }).needShare).toBeNull();
  });
});

describe('the name of a cluster', () => {
  const clay = { name: 'Clay', west: -81.3, south: 38.3, east: -80.8, north: 38.7 };
  const towns = [{ name: 'Ivydale', lng: -81.03, lat: 38.53 }];

  it('says side, county and nearest town', () => {
    expect(namesFor([{ lng: -81.05, lat: 38.65, county: clay }], towns)).toEqual([
      'Northern Clay County, near Ivydale',
    ]);
  });

  it('is told apart from a neighbor by distance and direction, and in the end by number', () => {
    const point = { lng: -81.05, lat: 38.65, county: clay };
    expect(namesFor([point, point, point], towns)).toEqual([
      'Northern Clay County, near Ivydale',
      'Northern Clay County, 8 miles north of Ivydale',
      'Northern Clay County, 8 miles north of Ivydale (2)',
    ]);
  });
});
