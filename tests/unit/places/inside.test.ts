import { describe, expect, it } from 'vitest';
import { multiPolygonHex, polygonsOf } from '../../../server/platform/gis/geometry.ts';
import { edgesOfWkb, forPointsInside, pointSet } from '../../../server/platform/gis/inside.ts';

const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

/** WKB as the database gives it: the EWKB that was written, without its reference system. */
function wkbOf(polygons: number[][][][]): Buffer {
  const ewkb = Buffer.from(multiPolygonHex(polygons), 'hex');
  const wkb = Buffer.concat([ewkb.subarray(0, 5), ewkb.subarray(9)]);
  wkb.writeUInt32LE(6, 1);
  return wkb;
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

  it('are in order of latitude to the last bit, however close together', () => {
    const step = Number.EPSILON * 64;
    const lat = Float64Array.from({ length: 3000 }, (_, i) =>
      i % 3 === 0 ? ((i * 7919) % 180) - 90 : 38.5 + ((i * 104_729) % 997) * step,
    );
    const set = pointSet(new Float64Array(lat.length), lat);
    expect([...set.lat]).toEqual([...lat].sort((a, b) => a - b));
    expect(new Set(set.order).size).toBe(lat.length);
    expect([...set.order].map((i) => lat[i])).toEqual([...set.lat]);
    expect(pointSet(new Float64Array(1), Float64Array.of(-90)).order).toEqual(Uint32Array.of(0));
    expect(pointSet(new Float64Array(0), new Float64Array(0)).order).toEqual(new Uint32Array(0));
  });

  it('are not asked again when they are settled', () => {
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
    expect(shape).toMatchObject({
      vertices: 5,
      notes: ['a ring left open was closed', 'a ring of fewer than three corners was left out'],
    });
  });

  it.each([
    [null, 'it has no geometry'],
    [{ type: 'MultiLineString', coordinates: [] }, 'it is a line, and areas are wanted'],
    [{ type: 'Point', coordinates: [0, 0] }, 'it is a point, and areas are wanted'],
    [{ type: 'MultiPolygon', coordinates: [] }, 'it has no area'],
    [{ type: 'Polygon', coordinates: [square(500_000, 0, 1)] }, 'it has coordinates outside the earth'],
  ])('is refused when there is no area on the earth in it: %j', (geometry, refused) => {
    expect(polygonsOf(geometry)).toEqual({ refused });
  });
});
