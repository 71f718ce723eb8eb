import { describe, expect, it } from 'vitest';
import { frameAround } from '../../../web/src/map/frame.ts';

const square = (west: number, south: number, side: number) => ({
  coordinates: [
    [
      [
        [west, south],
        [west + side, south],
        [west + side, south + side],
        [west, south + side],
        [west, south],
      ],
    ],
  ],
});

describe('a frame around shapes', () => {
  it('has a margin, and shapes where they are', () => {
    const frame = frameAround([square(-81, 38, 0.5), square(-80, 38, 0.5)]);
    const [left] = frame.at(-81, 38);
    const [right] = frame.at(-79.5, 38);
    expect(left).toBeGreaterThan(0);
    expect(right).toBeLessThan(frame.width);
    expect(right - left).toBeGreaterThan(frame.width / 2);
  });

  it('goes on across 180 degrees, with what is west of the line to the right', () => {
    const frame = frameAround([square(178, 51, 1), square(-179, 51, 1)]);
    const [attu] = frame.at(178, 51);
    const [line] = frame.at(180, 51);
    const [adak] = frame.at(-178, 51);
    expect(attu).toBeGreaterThan(0);
    expect(attu).toBeLessThan(line);
    expect(line).toBeLessThan(adak);
    expect(adak).toBeLessThan(frame.width);
    expect(line - attu).toBeCloseTo(adak - line, 5);
    expect(adak - attu).toBeGreaterThan(frame.width / 2);
    expect(frame.height).toBeGreaterThan(100);
  });
});
