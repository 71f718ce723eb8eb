import fc from 'fast-check';
import { cellToChildren, gridDisk, gridDistance, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText, cellToText } from '../../../server/domain/cell.ts';
import { affectedByHex, type ClusterView, tallyOf } from '../../../server/domain/cluster/estimate.ts';
import { CLUSTER_LIMITS, groupHexes } from '../../../server/domain/cluster/group.ts';
import { identify } from '../../../server/domain/cluster/identity.ts';
import { readingOf } from '../../../server/domain/cluster/measure.ts';
import { namesFor } from '../../../server/domain/cluster/naming.ts';
import type { ClusterPatch } from '../../../server/domain/cluster/patch.ts';
import { codedShare, rankParts } from '../../../server/domain/cluster/rank.ts';
import { listsOf } from '../../../server/domain/lists.ts';
import { VERDICT_TIERS } from '../../../server/domain/speed.ts';
import { PROFILES } from '../../../server/domain/technology.ts';
import type { Verdict } from '../../../server/domain/verdict.ts';

const center = latLngToCell(38.6, -80.6, 8);

interface Hex {
  cell: string;
  students: number;
  district?: string;
}

/** Clusters of hexes, as the texts of their cells. */
function joined(given: readonly Hex[]): string[][] {
  const hexes = given.toSorted((a, b) => (a.cell < b.cell ? -1 : 1));
  const groups = groupHexes({
    cells: BigUint64Array.from(hexes, ({ cell }) => cellFromText(cell)),
    students: hexes.map(({ students }) => students),
    areaKm2: hexes.map(() => 0.74),
    density: hexes.map(({ students }) => students / 0.74),
    leaIds: hexes.map(({ district = '5400030' }) => [district]),
  });
  return groups.map((group) => group.map((at) => hexes[at]?.cell ?? ''));
}

describe('joining', () => {
  const anyHexes = fc
    .array(
      fc.record({
        at: fc.nat(168),
        students: fc.double({ min: 0, max: 900, noNaN: true }),
        district: fc.constantFrom('5400030', '5400060'),
      }),
      { minLength: 1, maxLength: 120 },
    )
    .map((drawn) => {
      const cells = gridDisk(center, 7);
      return [...new Map(drawn.map(({ at, ...hex }) => [at, { cell: cells[at] ?? center, ...hex }])).values()];
    });

  it('puts every hex in one cluster, within the limits unless it is one hex', () => {
    fc.assert(
      fc.property(anyHexes, (hexes) => {
        const groups = joined(hexes);
        expect(groups.flat().sort()).toEqual(hexes.map(({ cell }) => cell).sort());
        const studentsOf = new Map(hexes.map(({ cell, students }) => [cell, students]));
        for (const group of groups.filter(({ length }) => length > 1)) {
          const students = group.reduce((sum, cell) => sum + (studentsOf.get(cell) ?? 0), 0);
          expect(students).toBeLessThanOrEqual(CLUSTER_LIMITS.students * CLUSTER_LIMITS.stretch);
        }
      }),
    );
  });

  it('joins exactly what hangs together over one hex, where the limits leave room', () => {
    fc.assert(
      fc.property(anyHexes, (hexes) => {
        const groups = joined(hexes.map((hex) => ({ ...hex, students: 1 })));
        expect(groups.map((group) => group.sort()).sort()).toEqual(hangingTogether(hexes.map(({ cell }) => cell)));
      }),
    );
  });

  it('cuts what is too large along the thinnest seam', () => {
    // Two dense hills in a row of cells, each nearly a whole cluster, with a thin saddle between.
    const row = [...new Set(Array.from({ length: 9 }, (_, i) => latLngToCell(38.6, -80.6 + 0.0106 * i, 8)))];
    const students = [600, 600, 600, 500, 15, 500, 600, 600, 600];
    const groups = joined(row.map((cell, at) => ({ cell, students: students[at] ?? 20 })));
    expect(groups).toHaveLength(2);
    expect(groups.some((group) => group.includes(row[3] ?? '') && group.includes(row[5] ?? ''))).toBe(false);
  });
});

/** By grid distance alone, pair by pair. */
function hangingTogether(cells: readonly string[]): string[][] {
  const left = new Set(cells);
  const groups: string[][] = [];
  for (const first of cells) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const cell of group)
      for (const other of left)
        if (gridDistance(cell, other) <= 2) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group.sort());
  }
  return groups.sort();
}

/** Verdicts of hexes at every profile and tier alike: those of the FCC, and of the commission for each child. */
function says(hexes: readonly { fcc: Verdict; puc: readonly Verdict[]; locations: number }[]) {
  const comboOf = (fcc: Verdict, puc: Verdict) =>
    Array.from({ length: PROFILES.length * VERDICT_TIERS.length }, () => ({
      fcc,
      puc,
      agreed: fcc === puc ? fcc : ('partly' as const),
    }));
  const children = hexes.flatMap(({ fcc, puc }) => puc.map((verdict) => comboOf(fcc, verdict)));
  return {
    locations: hexes.map(({ locations }) => locations),
    hexes: {
      combos: hexes.map(({ fcc, puc }) => comboOf(fcc, puc[0] ?? 'unknown')),
      comboOf: Int32Array.from(hexes.keys()),
    },
    children: { combos: children, comboOf: Int32Array.from(children.keys()) },
  };
}

describe('the estimate of a cluster', () => {
  const all = (verdict: Verdict) => new Array<Verdict>(7).fill(verdict);
  const patch = (students: number): ClusterPatch => ({
    patch: 0,
    leaIds: ['5400030'],
    students,
    households: 5,
    answered: 0,
    needs: 0,
  });
  const verdicts = says([
    { fcc: 'unserved', puc: all('unserved'), locations: 30 },
    { fcc: 'unserved', puc: [...all('unserved').slice(0, 4), 'served', 'served', 'served'], locations: 7 },
    { fcc: 'served', puc: all('unserved'), locations: 63 },
    { fcc: 'underserved', puc: all('underserved'), locations: 0 },
  ]);
  const view: ClusterView = {
    patches: [patch(100), patch(30)],
    hexesOf: listsOf([
      [0, 1, 2, 3],
      [0, 1],
    ]),
    reading: readingOf(verdicts, '100_20'),
  };

  it('is exact students times the share of locations that lies in it and has the verdict', () => {
    const [tally] = tallyOf(view, 'unserved', Int32Array.of(0, 0, 0, 0), 1);
    // Of 100 locations 37 by the FCC, 97 by the commission, 34 by both; of 37 all, 34 and 34.
    expect(tally?.estimated).toEqual({ fcc: 37 + 30, puc: Math.round(97 + 27.57), agreed: Math.round(34 + 27.57) });
    expect(tally?.whole).toEqual([0, 1]);
  });

  it('leaves out what lies elsewhere, and counts as whole what has all its locations inside', () => {
    const [first, second] = tallyOf(view, 'unserved', Int32Array.of(0, 0, 1, -1), 2);
    expect(first).toEqual({ estimated: { fcc: 67, puc: 34 + 28, agreed: 34 + 28 }, whole: [1] });
    expect(second).toEqual({ estimated: { fcc: 0, puc: 63, agreed: 0 }, whole: [] });
  });

  it('goes by area where a patch has no location, as where nobody filed with the FCC', () => {
    const silent = { ...view, patches: [patch(40)], hexesOf: listsOf([[3]]) };
    expect(tallyOf(silent, 'underserved', Int32Array.of(-1, -1, -1, 0), 1)[0]?.estimated.agreed).toBe(40);
    expect(tallyOf(silent, 'unserved', Int32Array.of(-1, -1, -1, 0), 1)[0]?.estimated.agreed).toBe(0);
    const byArea = { ...view, reading: readingOf({ ...verdicts, locations: undefined }, '100_20') };
    expect(tallyOf(byArea, 'unserved', Int32Array.of(0, -1, -1, -1), 1)[0]?.estimated.agreed).toBe(25 + 15);
  });

  it('is spread over its hexes, and adds up', () => {
    const students = affectedByHex(view, 'unserved');
    expect(students.reduce((sum, some) => sum + some, 0)).toBeCloseTo(34 + 27.57, 1);
    expect(students[0]).toBeCloseTo(30 + (30 * 30) / 37, 9);
  });
});

describe('the id of a cluster', () => {
  const cells = gridDisk(center, 3).map(cellFromText);
  const land = (own: readonly bigint[]) => ({ cells: own, heaviest: own[0] ?? 0n });
  const [id = ''] = identify([land(cells)], []);
  const before = [{ id, cells }];

  it('stays when most of the hexes do', () => {
    expect(identify([land(cells.slice(8))], before)).toEqual([id]);
    const grown = [...cells, ...cellToChildren(cellToText(cells[0] ?? 0n), 9).map(cellFromText)];
    expect(identify([land(grown)], before)).toEqual([id]);
  });

  it('stays with the greater part when a cluster is cut, and the other part gets a new one', () => {
    const [small, large] = identify([land(cells.slice(0, 3)), land(cells.slice(3))], before);
    expect(large).toBe(id);
    expect(small).not.toBe(id);
  });

  it('is that of the greater where two merged', () => {
    const parts = [
      { id: 'small', cells: cells.slice(0, 9) },
      { id: 'large', cells: cells.slice(9) },
    ];
    expect(identify([land(cells)], parts)).toEqual(['large']);
  });

  it('is new where no cluster was, and follows from the land alone', () => {
    const elsewhere = land(gridDisk(latLngToCell(39.2, -79.6, 8), 1).map(cellFromText));
    expect(identify([elsewhere], before)).not.toEqual([id]);
    expect(identify([elsewhere], before)).toEqual(identify([elsewhere], []));
  });

  it('is unique among the clusters of a set', () => {
    const ids = identify(
      cells.map((cell) => land([cell])),
      [],
    );
    expect(new Set(ids).size).toBe(cells.length);
    for (const one of ids) expect(one).toMatch(/^c[a-z0-9]{7}$/);
  });
});

describe('the rank', () => {
  const given = { estimated: 300, areaKm2: 100, distanceKm: 2, answered: 200, needs: 120 };

  it('rises with students, density, nearness and need', () => {
    const { score } = rankParts(given);
    expect(rankParts({ ...given, estimated: 400, areaKm2: 134 }).score).toBeGreaterThan(score);
    expect(rankParts({ ...given, areaKm2: 50 }).score).toBeGreaterThan(score);
    expect(rankParts({ ...given, distanceKm: 1 }).score).toBeGreaterThan(score);
    expect(rankParts({ ...given, needs: 160 }).score).toBeGreaterThan(score);
  });

  it('shows a share of need that reveals no count', () => {
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
