import fc from 'fast-check';
import { cellToBoundary, cellToLatLng, getPentagons, getRes0Cells, gridDisk, gridDistance, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText } from '../../../server/domain/cell.ts';
import { components } from '../../../server/domain/cluster/components.ts';
import { neighborPairs } from '../../../server/domain/cluster/lattice.ts';

/** Places where H3's own coordinates change: pentagons, corners of base cells, edges of the icosahedron's faces. */
const AWKWARD_POINTS: readonly [lat: number, lng: number][] = [
  ...getPentagons(5).map((cell) => cellToLatLng(cell) as [number, number]),
  ...getRes0Cells().flatMap((cell) => cellToBoundary(cell) as [number, number][]),
];

const anyCells = fc
  .record({
    center: fc.oneof(
      fc.constantFrom(...AWKWARD_POINTS),
      fc.tuple(fc.double({ min: -85, max: 85, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true })),
    ),
    resolution: fc.integer({ min: 3, max: 9 }),
    radius: fc.integer({ min: 2, max: 14 }),
    keep: fc.array(fc.nat(9), { minLength: 1, maxLength: 200 }),
    share: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ center: [lat, lng], resolution, radius, keep, share }) =>
    gridDisk(latLngToCell(lat, lng, resolution), radius).filter((_, at) => (keep[at % keep.length] ?? 0) < share),
  );

describe('components', () => {
  it('are those that gridDisk finds, across pentagons and the borders of base cells, at every gap', () => {
    fc.assert(
      fc.property(anyCells, fc.integer({ min: 0, max: 2 }), (cells, gap) => {
        expect(setsOf(cells, components(packed(cells), gap))).toEqual(bruteForce(cells, gap));
      }),
      { numRuns: 500 },
    );
  });

  it('do not depend on the order of the cells', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const reversed = cells.toReversed();
        expect(setsOf(cells, components(packed(cells), 1))).toEqual(setsOf(reversed, components(packed(reversed), 1)));
      }),
    );
  });

  it('follow base cell borders right around the earth', () => {
    const world = getPentagons(0).flatMap((pentagon) => gridDisk(pentagon, 1));
    const cells = [...new Set(world)].flatMap((cell) => gridDisk(latLngToCell(...cellToLatLng(cell), 3), 1));
    const distinct = [...new Set(cells)];
    for (const gap of [0, 1, 2])
      expect(setsOf(distinct, components(packed(distinct), gap))).toEqual(bruteForce(distinct, gap));
  });

  it('of no cells are none', () => {
    expect(components(new BigUint64Array(), 1)).toHaveLength(0);
  });

  it('refuse a gap that the border test was not made for', () => {
    expect(() => components(new BigUint64Array(), 3)).toThrow(RangeError);
  });
});

describe('pairs of neighbors', () => {
  it('are met once, with their grid distance', () => {
    const cells = gridDisk(latLngToCell(38.6, -80.6, 8), 5);
    const met = new Set<string>();
    neighborPairs(packed(cells), 3, (one, other, distance) => {
      const key = [one, other].sort((a, b) => a - b).join();
      expect(met.has(key)).toBe(false);
      met.add(key);
      expect(gridDistance(cells[one] ?? '', cells[other] ?? '')).toBe(distance);
    });
    expect(met.size).toBe(
      cells.flatMap((cell) => gridDisk(cell, 3).filter((near) => near > cell && cells.includes(near))).length,
    );
  });
});

function packed(cells: readonly string[]): BigUint64Array {
  return BigUint64Array.from(cells, cellFromText);
}

function setsOf(cells: readonly string[], labels: Int32Array): string[] {
  const sets = Map.groupBy(cells, (_, at) => labels[at]);
  return [...sets.values()].map((members) => members.toSorted().join()).sort();
}

function bruteForce(cells: readonly string[], gap: number): string[] {
  const left = new Set(cells);
  const sets: string[] = [];
  for (const start of cells) {
    if (!left.delete(start)) continue;
    const members = [start];
    for (const cell of members) for (const near of gridDisk(cell, gap + 1)) if (left.delete(near)) members.push(near);
    sets.push(members.sort().join());
  }
  return sets.sort();
}
