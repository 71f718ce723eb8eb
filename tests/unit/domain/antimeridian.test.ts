import fc from 'fast-check';
import { cellArea, cellToBoundary, cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { cellGeometry, type LngLat, turnTo } from '../../../server/domain/antimeridian.ts';

describe('the outline of a cell', () => {
  it.each([
    ['the Aleutians', 52, 8],
    ['Fiji', -17, 7],
    ['the equator', 0, 5],
  ])('is cut at 180 degrees and no smaller for it: %s', (_, lat, resolution) => {
    const cells = gridDisk(latLngToCell(lat, 180, resolution), 2);
    const cut = cells.map((cell) => ({ cell, geometry: cellGeometry(cell) }));
    expect(cut.filter(({ geometry }) => geometry.type === 'MultiPolygon').length).toBeGreaterThan(2);
    for (const { cell, geometry } of cut) {
      const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
      for (const [ring = []] of polygons) {
        expect(ring.at(0)).toEqual(ring.at(-1));
        const lngs = ring.map(([lng]) => lng);
        expect(Math.max(...lngs) - Math.min(...lngs)).toBeLessThan(1);
        expect(lngs.every((lng) => Math.abs(lng) <= 180)).toBe(true);
        expect(areaKm2(ring)).toBeGreaterThan(0);
      }
      const area = polygons.reduce((sum, [ring = []]) => sum + areaKm2(ring), 0);
      expect(area / cellArea(cell, 'km2')).toBeCloseTo(1, 1);
    }
  });

  it('is what H3 gives everywhere else', () => {
    fc.assert(
      fc.property(fc.integer({ min: -85, max: 85 }), fc.integer({ min: -178, max: 178 }), (lat, lng) => {
        const cell = latLngToCell(lat, lng, 6);
        expect(cellGeometry(cell)).toEqual({ type: 'Polygon', coordinates: [cellToBoundary(cell, true)] });
      }),
    );
  });

  it('lies to the east or to the west by the shorter way', () => {
    expect([turnTo(179, -179), turnTo(-179, 179), turnTo(-81, -80)]).toEqual([2, -2, 1]);
    const [, lng] = cellToLatLng(latLngToCell(52, 180, 8));
    expect(Math.abs(turnTo(180, lng))).toBeLessThan(0.02);
  });
});

/** Of a small ring; positive when counterclockwise. */
function areaKm2(ring: readonly LngLat[]): number {
  const kmPerDegree = 111.2;
  let sum = 0;
  for (const [i, [x1, y1]] of ring.slice(0, -1).entries()) {
    const [x2 = 0, y2 = 0] = ring[i + 1] ?? [];
    sum += (x1 * y2 - x2 * y1) / 2;
  }
  return sum * kmPerDegree ** 2 * Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
}
