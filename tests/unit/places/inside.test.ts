import { describe, expect, it } from 'vitest';
import { polygonsOf } from '../../../server/platform/gis/geometry.ts';
import { forPointsInside, pointSet } from '../../../server/platform/gis/inside.ts';
import { edgesOfWkb, multiPolygonEwkb } from '../../../server/platform/gis/wkb.ts';
import { told } from '../../support/told.ts';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** WKB as the database gives it: the EWKB that was written, without its reference system. */
function wkbOf(polygons: number[][][][]): Buffer {
  const ewkb = Buffer.from(multiPolygonEwkb(polygons), 'hex');
  const wkb = Buffer.concat([ewkb.subarray(0, 5), ewkb.subarray(9)]);
  wkb.writeUInt32LE(6, 1);
  return wkb;
}

const random = (() => {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
})();

/** A ring that goes in and out about its middle. */
function star(x: number, y: number, radius: number): number[][] {
  const corners = 3 + Math.floor(random() * 60);
  const ring = Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    const reach = radius * (0.2 + 0.8 * random());
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  return [...ring, ring[0] ?? []];
}

function isEnclosed(rings: number[][][], x: number, y: number): boolean {
  const crossed = rings.flatMap((ring) =>
    ring.slice(1).filter(([x2 = 0, y2 = 0], i) => {
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      return y1 > y !== y2 > y && x < x1 + ((x2 - x1) * (y - y1)) / (y2 - y1);
    }),
  );
  return crossed.length % 2 === 1;
}

describe('points in polygons', () => {
  it('are found under the position they were given, islands and holes respected', () => {
    const withHole = [square(0, 0, 10), square(4, 4, 2)];
    const island = [square(20, 20, 1)];
    const points = [
      [5, 9],
      [5, 5],
      [20.5, 20.5],
      [15, 15],
      [1, 1],
      [-1, 5],
    ];
    const found: number[] = [];
    const set = pointSet(
      Float64Array.from(points, ([x]) => x ?? 0),
      Float64Array.from(points, ([, y]) => y ?? 0),
    );
    forPointsInside(set, edgesOfWkb(wkbOf([withHole, island])), (i) => found.push(i));
    expect(found.sort()).toEqual([0, 2, 4]);
  });

  it.each([
    ['all over', 4000, () => [random() * 12 - 1, random() * 12 - 1]],
    ['on one parallel', 500, (i: number) => [i / 40, 5.5]],
    ['on one meridian', 500, (i: number) => [4.5, i / 40]],
    ['with one of them far away', 500, (i: number) => (i === 0 ? [170, -80] : [random() * 10, random() * 10])],
    ['on the corners of a grid', 400, (i: number) => [(i % 20) / 2, Math.floor(i / 20) / 2]],
    ['alone', 1, () => [5, 3]],
  ] as const)('are those that a ray from them meets an odd number of sides of: %s', (_, count, at) => {
    const points = Array.from({ length: count }, (_, i) => at(i));
    const set = pointSet(
      Float64Array.from(points, ([x]) => x ?? 0),
      Float64Array.from(points, ([, y]) => y ?? 0),
    );
    expect([...set.order].sort((one, other) => one - other)).toEqual([...points.keys()]);
    for (let shape = 0; shape < 20; shape++) {
      const polygons = [[star(5, 5, 4.5), star(5, 5, 0.8)], [star(1, 9, 0.9)], [square(shape / 2, 0.5, 0.5)]];
      const found: number[] = [];
      forPointsInside(set, edgesOfWkb(wkbOf(polygons)), (i) => found.push(i));
      const wanted = [...points.keys()].filter((i) =>
        isEnclosed(polygons.flat(), points[i]?.[0] ?? 0, points[i]?.[1] ?? 0),
      );
      expect(found.sort((one, other) => one - other)).toEqual(wanted);
    }
  });

  it('are none where no point is given', () => {
    const found: number[] = [];
    forPointsInside(pointSet(new Float64Array(0), new Float64Array(0)), edgesOfWkb(wkbOf([[square(0, 0, 1)]])), (i) =>
      found.push(i),
    );
    expect(found).toEqual([]);
  });

  it('are not tested again once found', () => {
    const set = pointSet(Float64Array.of(1, 2), Float64Array.of(1, 2));
    const found: number[] = [];
    forPointsInside(
      set,
      edgesOfWkb(wkbOf([[square(0, 0, 10)]])),
      (i) => found.push(i),
      (i) => i === 0,
    );
    expect(found).toEqual([1]);
  });
});

describe('a geometry on its way in', () => {
  it('has open rings closed and rings of two corners left out, and says so', () => {
    const open = square(0, 0, 1).slice(0, 4);
    const shape = polygonsOf({
      type: 'Polygon',
      coordinates: [
        open,
        [
          [0.1, 0.1],
          [0.2, 0.2],
        ],
      ],
    });
    expect(shape).toMatchObject({ vertices: 5 });
    expect('notes' in shape && shape.notes.map(told)).toEqual([
      'a ring left open was closed',
      'a ring of fewer than three corners was left out',
    ]);
  });

  it.each([
    [null, 'it has no geometry'],
    [{ type: 'MultiLineString', coordinates: [] }, 'it is a line, and areas are wanted'],
    [{ type: 'Point', coordinates: [0, 0] }, 'it is a point, and areas are wanted'],
    [{ type: 'MultiPolygon', coordinates: [] }, 'it has no area'],
    [{ type: 'Polygon', coordinates: [square(500_000, 0, 1)] }, 'it has coordinates outside the earth'],
  ])('is refused when there is no area on the earth in it: %j', (geometry, refused) => {
    const shape = polygonsOf(geometry);
    expect('refused' in shape && told(shape.refused)).toBe(refused);
  });
});
