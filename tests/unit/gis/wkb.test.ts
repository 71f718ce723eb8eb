import { describe, expect, it } from 'vitest';
import { multiPolygonEwkb, pointEwkb, toSixDecimals } from '../../../server/platform/gis/wkb.ts';

/** As PostGIS prints `ST_AsHEXEWKB(geom, 'NDR')` of the same text. */
const POINT_1_2 = '0101000020E6100000000000000000F03F0000000000000040';
const ONE_TRIANGLE =
  '0106000020E6100000010000000103000000010000000400000000000000000000000000000000000000000000000000F03F00000000000000000000000000000000000000000000F03F00000000000000000000000000000000';

describe('EWKB written for the database', () => {
  it('of a point is what PostGIS writes of it', () => {
    expect(pointEwkb({ lng: 1, lat: 2 }).toUpperCase()).toBe(POINT_1_2);
  });

  it('of a multipolygon is what PostGIS writes of it', () => {
    const ring = [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(multiPolygonEwkb([[ring]]).toUpperCase()).toBe(ONE_TRIANGLE);
  });

  it('keeps every digit unless six decimals are asked for', () => {
    const point = { lng: 1.0000004, lat: 1.9999996 };
    expect(pointEwkb(point).toUpperCase()).not.toBe(POINT_1_2);
    expect(pointEwkb(point, toSixDecimals).toUpperCase()).toBe(POINT_1_2);
  });
});
