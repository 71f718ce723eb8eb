/** Distances between hexes, against every pair of them. */
import fc from 'fast-check';
import { cellToLatLng, greatCircleDistance, gridDisk, latLngToCell, UNITS } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { hexIndex, milesBetween } from '../../../server/features/room/near.ts';

const KM_A_MILE = 1.609344;
const EARTHS_DIFFER = 0.002;

function nearestOfAll(own: readonly string[], others: readonly string[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const one of own)
    for (const other of others)
      least = Math.min(least, greatCircleDistance(cellToLatLng(one), cellToLatLng(other), UNITS.km) / KM_A_MILE);
  return least;
}

const place = fc.record({
  lat: fc.double({ min: 20, max: 70, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const step = fc.double({ min: -1.5, max: 1.5, noNaN: true });

describe('miles between hexes', () => {
  it('are those of the nearest pair, wherever they are, also across 180 degrees', () => {
    fc.assert(
      fc.property(place, step, step, fc.integer({ min: 1, max: 60 }), ({ lat, lng }, north, east, within) => {
        const own = gridDisk(latLngToCell(lat, lng, 8), 2);
        const others = gridDisk(latLngToCell(lat + north, ((lng + east + 540) % 360) - 180, 8), 1);
        const least = nearestOfAll(own, others);
        const found = milesBetween(hexIndex(own), others, within);
        if (Math.abs(least - within) <= within * EARTHS_DIFFER) return;
        if (least > within) expect(found).toBeUndefined();
        else expect(Math.abs((found ?? Number.NaN) - least)).toBeLessThanOrEqual(least * EARTHS_DIFFER + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('are none where a hex belongs to both', () => {
    const own = gridDisk(latLngToCell(38.6, -80.9, 8), 3);
    expect(milesBetween(hexIndex(own), own.slice(0, 1), 5)).toBe(0);
  });
});
