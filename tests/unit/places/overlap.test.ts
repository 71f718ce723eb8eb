import { describe, expect, it } from 'vitest';
import { type Ground, sharedGround } from '../../../server/features/places/overlap.ts';
import { multiPolygonEwkb } from '../../../server/platform/gis/wkb.ts';

function aGround(id: string, west: number, side: number, more: Partial<Ground> = {}): Ground {
  const [east, south, north] = [west + side, 38, 38 + side];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  // Without its SRID, EWKB is WKB.
  const ewkb = Buffer.from(multiPolygonEwkb([[ring]]), 'hex');
  const wkb = Buffer.concat([ewkb.subarray(0, 5), ewkb.subarray(9)]);
  wkb.writeUInt32LE(6, 1);
  return {
    id,
    name: id,
    stateFips: '54',
    level: null,
    changed: true,
    inFile: true,
    wkb,
    lng: west + side / 2,
    lat: south + side / 2,
    ...more,
  };
}

const pairs = (...grounds: Ground[]) => sharedGround(grounds).map(({ one, other }) => `${one.id} ${other.id}`);

describe('places on the same ground', () => {
  it('are found by the share of the smaller one, whichever comes first', () => {
    const [found] = sharedGround([aGround('2', -80, 0.1), aGround('1', -80, 1)]);
    expect([found?.one.id, found?.other.id, found?.share]).toEqual(['1', '2', 1]);
    const [half] = sharedGround([aGround('1', -80, 1), aGround('2', -79.5, 1)]);
    expect(half?.share).toBeCloseTo(0.5, 1);
  });

  it('are not neighbors, not even with a sliver', () => {
    expect(pairs(aGround('1', -80, 1), aGround('2', -79, 1))).toEqual([]);
    expect(pairs(aGround('1', -80, 1), aGround('2', -79.1, 1))).toEqual([]);
  });

  it('are not elementary and secondary districts, but two of one level', () => {
    const lower = aGround('1', -80, 1, { level: 'elementary' });
    expect(pairs(lower, aGround('2', -80, 1, { level: 'secondary' }))).toEqual([]);
    expect(pairs(lower, aGround('2', -80, 1, { level: 'elementary' }))).toEqual(['1 2']);
    expect(pairs(lower, aGround('2', -80, 1, { level: 'unified' }))).toEqual(['1 2']);
    expect(pairs(lower, aGround('2', -80, 1))).toEqual(['1 2']);
  });

  it('are not of two states', () => {
    expect(pairs(aGround('1', -80, 1), aGround('2', -80, 1, { stateFips: '51' }))).toEqual([]);
  });
});
