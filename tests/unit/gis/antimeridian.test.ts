import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withinTheEarth } from '../../../server/platform/gis/antimeridian.ts';
import type { Polygon, Ring } from '../../../server/platform/gis/geometry.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const cut = (...rings: Ring[]) =>
  withinTheEarth({ type: 'Polygon', coordinates: rings }) as { type: string; coordinates: Polygon[] };
const area = (ring: Ring) =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ((ring[i]?.[0] ?? 0) * y - x * (ring[i]?.[1] ?? 0)) / 2, 0);
const extent = (ring: Ring) => [Math.min(...ring.map(([lng = 0]) => lng)), Math.max(...ring.map(([lng = 0]) => lng))];

describe('an outline across 180 degrees', () => {
  it('is the same object when it needs no cut', () => {
    for (const ring of [box(-81, 38, -80, 39), box(-180, 51, -170, 52), box(170, 51, 180, 52)]) {
      const geometry = { type: 'Polygon', coordinates: [ring] };
      expect(withinTheEarth(geometry)).toBe(geometry);
    }
  });

  it.each([
    ['that goes on to the east', box(172.4, 51.3, 184, 53.1)],
    ['that goes on to the west', box(-187.6, 51.3, -176, 53.1)],
    ['whose corners are within', box(172.4, 51.3, -176, 53.1)],
  ])('%s is cut in two there', (_, ring) => {
    const { type, coordinates } = cut(ring);
    expect(type).toBe('MultiPolygon');
    const extents = coordinates.map(([outer = []]) => extent(outer).map((lng) => Math.round(lng * 10) / 10));
    expect(extents.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))).toEqual([
      [-180, -176],
      [172.4, 180],
    ]);
  });

  it('keeps its holes, each on its side, and one across the line on both', () => {
    const { coordinates } = cut(box(172, 51, -172, 55), box(174, 52, 176, 53), box(179, 53, -179, 54));
    expect(coordinates.map((rings) => rings.length)).toEqual([3, 2]);
    const holes = coordinates.flatMap((rings) => rings.slice(1).map(extent));
    expect(holes).toEqual([
      [174, 176],
      [179, 180],
      [-180, -179],
    ]);
  });

  it('loses no area, however it lies', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -530, max: 500, noNaN: true }),
        fc.double({ min: 0.1, max: 40, noNaN: true }),
        (west, width) => {
          fc.pre(west + width <= 540);
          const { coordinates, type } = cut(box(west, 50, west + width, 60));
          const parts = type === 'Polygon' ? [coordinates as unknown as Polygon] : coordinates;
          const total = parts.reduce((sum, [outer = []]) => sum + Math.abs(area(outer)), 0);
          expect(total).toBeCloseTo(width * 10, 6);
          for (const [outer = []] of parts)
            for (const [lng = 0] of outer) expect(Math.abs(lng)).toBeLessThanOrEqual(180);
        },
      ),
    );
  });

  it('is returned unchanged where a number is no longitude', () => {
    const geometry = { type: 'Polygon', coordinates: [box(-9_000_000, 1, -8_999_000, 2)] };
    expect(withinTheEarth(geometry)).toBe(geometry);
  });

  it('has points and lines brought back too', () => {
    expect(withinTheEarth({ type: 'Point', coordinates: [210, 61] })).toEqual({
      type: 'Point',
      coordinates: [-150, 61],
    });
  });
});
