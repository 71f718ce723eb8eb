/** Outlines as hard to draw as real ones, made by arithmetic: shores, islands, lakes, necks, slivers, a border at 180 degrees. */
import type { Feature, Position } from 'geojson';

/** Around a place, within about a fifth of a degree of it. */
export function spikyOutlines([lng, lat]: readonly [number, number]): Feature[] {
  const random = numbers(7);
  const at = (x: number, y: number): Position => [lng + x, lat + y];
  const star = (x: number, y: number, radius: number, points: number, roughness: number): Position[] => {
    const ring = Array.from({ length: points }, (_, i) => {
      const angle = (2 * Math.PI * i) / points;
      const away = radius * (1 - roughness * random());
      return at(x + away * Math.cos(angle), y + away * Math.sin(angle));
    });
    return [...ring, ring[0] ?? []];
  };
  const lake = (...of: Parameters<typeof star>) => star(...of).reverse();
  const square = (x: number, y: number, size: number) => [
    at(x, y),
    at(x + size, y),
    at(x + size, y + size),
    at(x, y + size),
    at(x, y),
  ];
  const neck = [at(-0.1, 0), at(-0.02, 1e-6), at(-0.02, 0.04), at(0.06, 0.04), at(0.06, -0.04), at(-0.02, -0.04)];
  const shapes: [name: string, polygons: Position[][][]][] = [
    ['a shore of a thousand spikes', [[star(0, 0, 0.12, 1001, 0.6)]]],
    [
      'shore and lakes',
      [[star(0, 0, 0.12, 300, 0.2), lake(0.02, 0, 0.03, 90, 0.5), lake(-0.04, 0.01, 0.002, 30, 0.9)]],
    ],
    [
      'islands',
      Array.from({ length: 60 }, (_, i) => [star(-0.15 + i / 200, 0.1 * random(), 0.003 * random(), 7, 0.8)]),
    ],
    ['islands smaller than a house', Array.from({ length: 20 }, (_, i) => [square(i / 300, -0.1, 2e-6)])],
    ['a neck', [[[...neck, at(-0.02, -1e-6), at(-0.1, 0)]]]],
    ['a sliver', [[[at(-0.15, -0.05), at(0.15, -0.04), at(0.15, -0.0399995), at(-0.15, -0.05)]]]],
    ['a hole in a corner', [[square(-0.1, -0.1, 0.2), [...square(-0.1, -0.1, 0.05)].reverse().map(nudged)]]],
    [
      'holes side by side',
      [[square(-0.1, -0.1, 0.2), square(0, 0, 0.04).reverse(), square(0.040001, 0, 0.04).reverse()]],
    ],
    ['an island in a lake', [[square(-0.1, -0.1, 0.2), square(0, 0, 0.08).reverse()], [square(0.01, 0.01, 0.06)]]],
    ['a comb across tile borders', [[comb(at)]]],
  ];
  return shapes.map(([name, coordinates]) => ({
    type: 'Feature',
    properties: { name },
    geometry: { type: 'MultiPolygon', coordinates },
  }));
}

/** Both sides of 180 degrees, cut there as RFC 7946 asks. */
export function outlinesAtTheDateLine(): Feature[] {
  const half = (sign: 1 | -1): Position[][] => {
    const shore = Array.from({ length: 200 }, (_, i): Position => {
      const angle = (Math.PI * i) / 199;
      return [sign * (180 - 0.1 * Math.sin(angle) * (i % 2 === 0 ? 1 : 0.9)), 52 + sign * 0.1 * Math.cos(angle)];
    });
    return [[...shore, shore[0] ?? []]];
  };
  return [{ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: [half(1), half(-1)] } }];
}

function comb(at: (x: number, y: number) => Position): Position[] {
  const teeth = Array.from({ length: 150 }, (_, i) => [at(i / 1000, 0.1), at(i / 1000 + 0.0004, -0.05)]).flat();
  return [at(0, 0.11), ...teeth, at(0.16, 0.11), at(0, 0.11)];
}

/** A millionth of a degree off, so that it touches only once it is rounded. */
function nudged([x = 0, y = 0]: Position): Position {
  return [x + 1e-6, y + 1e-6];
}

function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
