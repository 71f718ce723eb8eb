import area from '@turf/area';
import { multiPolygon } from '@turf/helpers';
import kinks from '@turf/kinks';
import fc from 'fast-check';
import { cellArea, cellsToMultiPolygon, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellFromText } from '../../../server/domain/cell.ts';
import { neighborsOf, outliner, type Polygon, rimOf } from '../../../server/domain/cluster/outline.ts';

const anyCells = fc
  .record({
    // The second crosses an edge of the icosahedron, where cells have more corners; the third is a pentagon.
    center: fc.constantFrom(
      [38.6, -80.6] as const,
      [39.1, -122.3] as const,
      [58.28252559, 11.25] as const,
      [64.7, 10.54] as const,
    ),
    resolution: fc.constantFrom(7, 8),
    radius: fc.integer({ min: 0, max: 8 }),
    keep: fc.array(fc.nat(9), { minLength: 1, maxLength: 100 }),
    share: fc.integer({ min: 3, max: 10 }),
  })
  .map(({ center: [lat, lng], resolution, radius, keep, share }) =>
    gridDisk(latLngToCell(lat, lng, resolution), radius).filter((_, at) => (keep[at % keep.length] ?? 0) < share),
  )
  .filter((cells) => cells.length > 0);

describe('an outline', () => {
  it('has the corners, outer rings and holes that H3 gives it', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const ours = outlineOf(cells);
        const theirs = cellsToMultiPolygon(cells, true) as [number, number][][][];
        expect(shape(ours)).toEqual(shape(theirs));
        expect(theirs.flat(2).every(isCornerOf(ours))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('never crosses itself, and encloses the area of its cells', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const drawn = multiPolygon(
          outlineOf(cells).map((polygon) => polygon.map((ring) => ring.map(([x, y]) => [x, y]))),
        );
        expect(kinks(drawn).features).toEqual([]);
        const ofCells = cells.reduce((sum, cell) => sum + cellArea(cell, 'm2'), 0);
        expect(area(drawn) / ofCells).toBeCloseTo(1, 4);
      }),
      { numRuns: 200 },
    );
  });

  it('of a ring of cells has one hole', () => {
    const inside = gridDisk(latLngToCell(38.6, -80.6, 8), 2);
    const ring = gridDisk(latLngToCell(38.6, -80.6, 8), 4).filter((cell) => !inside.includes(cell));
    const [[outer, hole] = [], ...others] = outlineOf(ring);
    expect(others).toEqual([]);
    expect(outer?.length).toBe(6 * 9 + 1);
    expect(hole?.length).toBe(6 * 5 + 1);
  });
});

function outlineOf(texts: readonly string[]): Polygon[] {
  const cells = BigUint64Array.from(texts, cellFromText).sort();
  const centers = Array.from(cells, (cell) => cellToLatLng(cell.toString(16)));
  const region = {
    cells,
    neighbors: neighborsOf(cells),
    lng: Float64Array.from(centers, ([, lng]) => lng),
    lat: Float64Array.from(centers, ([lat]) => lat),
  };
  const members = Int32Array.from(cells, (_, at) => at);
  return outliner(region)(
    members,
    rimOf(region, members, () => true),
    () => true,
  );
}

/** Numbers of corners of each polygon's rings, whatever their order. */
function shape(polygons: readonly Polygon[]): string[] {
  return polygons
    .map(
      ([outer, ...holes]) =>
        `${outer?.length}: ${holes
          .map((hole) => hole.length)
          .sort()
          .join()}`,
    )
    .sort();
}

/** Two cells give a corner they share with other last digits. */
function isCornerOf(polygons: readonly Polygon[]): (corner: readonly [number, number]) => boolean {
  const corners = polygons.flat(2);
  return ([lng, lat]) => corners.some(([x, y]) => Math.abs(x - lng) < 1e-9 && Math.abs(y - lat) < 1e-9);
}
