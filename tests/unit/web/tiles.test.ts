import { describe, expect, test } from 'vitest';
import { around, levelOf, tilesFor, tileZoomFor } from '../../../web/src/map/tiles.ts';

describe('the tiles of a view', () => {
  test('cover West Virginia from afar with a handful', () => {
    const tiles = tilesFor([-82.7, 37.2, -77.7, 40.7], 7);
    expect(tiles.length).toBeLessThan(10);
    expect(tiles).toContainEqual({ z: 7, x: 35, y: 49 });
  });

  test('begin with the one in the middle', () => {
    const [first] = tilesFor([-82.7, 37.2, -77.7, 40.7], 10);
    const middle = { x: ((-80.2 + 180) / 360) * 1024, y: 395 };
    expect(Math.abs((first?.x ?? 0) - middle.x)).toBeLessThan(2);
    expect(Math.abs((first?.y ?? 0) - middle.y)).toBeLessThan(12);
  });

  test('reach beyond the window, as a coarse hex is filed where its center is', () => {
    const edge = (35 / 128) * 360 - 180;
    expect(tilesFor([edge + 0.01, 38, edge + 1, 39], 7).some((tile) => tile.x === 34)).toBe(true);
  });

  test('hold hexes of one level, finer the closer, and none finer than the audience is shown', () => {
    const levels = [5, 6.6, 7.5, 9, 9.5, 12].map((zoom) => levelOf(tileZoomFor(zoom, 8), 8));
    expect(levels).toEqual([5, 6, 7, 7, 8, 8]);
    expect([5, 9.5, 13].map((zoom) => levelOf(tileZoomFor(zoom, 7), 7))).toEqual([5, 7, 7]);
  });
});

describe('the bounds of several states', () => {
  test('hold them all, on the same side of 180 degrees', () => {
    expect(around([[-82, 37, -77, 40]])).toEqual([-82, 37, -77, 40]);
    expect(
      around([
        [-82, 37, -77, 40],
        [-83, 36, -75, 39],
      ]),
    ).toEqual([-83, 36, -75, 40]);
    expect(
      around([
        [170, 50, 230, 71],
        [-124, 45, -117, 49],
      ]),
    ).toEqual([170, 45, 243, 71]);
  });
});
