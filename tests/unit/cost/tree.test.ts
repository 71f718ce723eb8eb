import { describe, expect, it } from 'vitest';
import { expectedTreeKm, type LngLat, shortestForest } from '../../../server/domain/cost/tree.ts';

/** A degree along a great circle, on the sphere of PostGIS. */
const DEGREE_KM = (6371.0088 * Math.PI) / 180;

/** Haversine, and every set of lines: an oracle that knows nothing of Prim. */
function kmBetween([lng, lat]: LngLat, [otherLng, otherLat]: LngLat): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const a =
    Math.sin(radians(otherLat - lat) / 2) ** 2 +
    Math.cos(radians(lat)) * Math.cos(radians(otherLat)) * Math.sin(radians(otherLng - lng) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(a));
}

/** The least of all choices where each place has one line to another place or to what exists, and all reach what exists. */
function shortestByTrying(places: readonly LngLat[], existing: readonly LngLat[]): number {
  const ends = [...places, ...existing];
  let least = Number.POSITIVE_INFINITY;
  const parents = new Array<number>(places.length).fill(0);
  const reaches = (at: number, seen: number): boolean =>
    at >= places.length || (seen <= places.length && reaches(parents[at] ?? 0, seen + 1));
  const tryFrom = (at: number, km: number) => {
    if (km >= least) return;
    if (at === places.length) {
      if (places.every((_, place) => reaches(place, 0))) least = km;
      return;
    }
    for (const [other, end] of ends.entries()) {
      if (other === at) continue;
      parents[at] = other;
      tryFrom(at + 1, km + kmBetween(places[at] ?? [0, 0], end));
    }
  };
  tryFrom(0, 0);
  return least;
}

function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe('the shortest forest', () => {
  it('joins three places on the equator to one that exists, one degree each', () => {
    const { km, fromExistingKm } = shortestForest([[1, 0], [2, 0], [3, 0]], [[0, 0]]); // biome-ignore format: by hand
    expect(km).toBeCloseTo(3 * DEGREE_KM, 6);
    expect(fromExistingKm).toBeCloseTo(DEGREE_KM, 6);
  });

  it('starts from both ends where something exists at both', () => {
    const { km, fromExistingKm } = shortestForest(
      [
        [1, 0],
        [9, 0],
      ],
      [
        [0, 0],
        [10, 0],
      ],
    );
    expect(km).toBeCloseTo(2 * DEGREE_KM, 6);
    expect(fromExistingKm).toBeCloseTo(2 * DEGREE_KM, 6);
  });

  it('joins places with each other only where nothing exists, and is nothing without places', () => {
    const alone = shortestForest(
      [
        [179.5, 0],
        [-179.5, 0],
      ],
      [],
    );
    expect(alone.km).toBeCloseTo(DEGREE_KM, 6);
    expect(alone.fromExistingKm).toBe(0);
    expect(shortestForest([], [[0, 0]])).toEqual({ km: 0, fromExistingKm: 0 });
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    'is the least of all that could be drawn: set %i',
    (seed) => {
      const draw = draws(seed);
      const somewhere = (): LngLat => [-81 + draw(), 38 + draw()];
      const places = Array.from({ length: 1 + (seed % 6) }, somewhere);
      const existing = Array.from({ length: 1 + (seed % 3) }, somewhere);
      expect(shortestForest(places, existing).km).toBeCloseTo(shortestByTrying(places, existing), 6);
    },
  );
});

describe('the expected tree within a cell', () => {
  it('is 0.6331 times the root of places times area, and nothing for one place', () => {
    expect(expectedTreeKm(100, 0.81)).toBeCloseTo(0.6331 * 9, 9);
    expect(expectedTreeKm(1, 0.81)).toBe(0);
  });
});
