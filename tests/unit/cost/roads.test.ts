/** Networks along roads, against distances computed apart. */
import greatCircle from '@turf/distance';
import { describe, expect, it } from 'vitest';
import { roadNetwork } from '../../../server/domain/cost/roads.ts';
import type { LngLat } from '../../../server/domain/cost/tree.ts';
import { seededRandom } from '../../support/synthetic-hexes.ts';

const km = (one: LngLat, other: LngLat) => greatCircle([...one], [...other]);
/** A kilometer of latitude in degrees, on the sphere of the code. */
const KM = 180 / (Math.PI * 6371.0088);

describe('a network along roads', () => {
  const corner: LngLat[] = [
    [-81, 38],
    [-81, 38 + 3 * KM],
    [-80.95, 38 + 3 * KM],
  ];

  it('follows the bend of a road, which no straight line does', () => {
    const [from, , to] = corner as [LngLat, LngLat, LngLat];
    const along = roadNetwork([corner], [to], [from]);
    expect(along?.straightKm).toBeCloseTo(0, 6);
    expect(along?.roadKm).toBeCloseTo(3 + km(corner[1] as LngLat, to), 2);
    expect(along?.roadKm).toBeGreaterThan(km(from, to) + 1);
  });

  it('counts a shared way once', () => {
    const fork: LngLat = [-81, 38 + 4 * KM];
    const ends: LngLat[] = [
      [-81.01, 38 + 5 * KM],
      [-80.99, 38 + 5 * KM],
    ];
    const lines = [[[-81, 38] as const, fork], ...ends.map((end) => [fork, end])];
    const along = roadNetwork(lines, ends, [[-81, 38]]);
    expect(along?.roadKm).toBeCloseTo(4 + 2 * km(fork, ends[0] as LngLat), 2);
  });

  it('goes straight from a place to its road, and to a place without one', () => {
    const beside: LngLat = [-81, 38 + 3.5 * KM];
    const far: LngLat = [-81, 38 + 9 * KM];
    const along = roadNetwork([corner.slice(0, 2)], [beside, far], [[-81, 38]]);
    expect(along?.roadKm).toBeCloseTo(3, 3);
    expect(along?.straightKm).toBeCloseTo(0.5 + 5.5, 3);
  });

  it('joins roads that do not meet by a straight line', () => {
    const other: LngLat[] = [
      [-80.9, 38],
      [-80.9, 38 + 2 * KM],
    ];
    const along = roadNetwork([corner.slice(0, 2), other], other, [[-81, 38 + 3 * KM]]);
    expect(along?.roadKm).toBeCloseTo(2, 3);
    expect(along?.straightKm).toBeCloseTo(km(other[1] as LngLat, [-81, 38 + 3 * KM]), 2);
  });

  it('is none where no road is near to any place', () => {
    expect(roadNetwork([corner], [[-80, 39]], [])).toBeUndefined();
  });

  it('joins three places at most twice as long as the shortest network, over streets with gaps', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 30; round++) {
      const { lines, nodes, shortest } = streets(random);
      const three = [0, 1, 2].map(() => nodes[Math.floor(random() * nodes.length)] as LngLat);
      const [a, b, c] = three.map((place) => nodes.indexOf(place));
      const best = Math.min(
        ...nodes.map((_, at) => [a, b, c].reduce((sum: number, to) => sum + shortest(at, to ?? 0), 0)),
      );
      if (!Number.isFinite(best)) continue;
      const along = roadNetwork(lines, three, []);
      expect(along?.straightKm).toBeCloseTo(0, 6);
      expect(along?.roadKm).toBeGreaterThan(best - 0.001);
      expect(along?.roadKm).toBeLessThan(2 * best + 0.001);
    }
  });
});

/** Blocks of half a kilometer, some of them without a street, and the way between any two corners (Floyd and Warshall). */
function streets(random: () => number) {
  const side = 6;
  const nodes = Array.from(
    { length: side * side },
    (_, i): LngLat => [-81 + (i % side) * 0.5 * KM, 38 + Math.floor(i / side) * 0.5 * KM],
  );
  const ways = nodes.map((_, i) => nodes.map((__, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)));
  const lines: LngLat[][] = [];
  for (let i = 0; i < nodes.length; i++)
    for (const j of [i % side < side - 1 ? i + 1 : -1, i + side]) {
      const [one, other] = [nodes[i], nodes[j]];
      if (!one || !other || random() < 0.3) continue;
      lines.push([one, other]);
      for (const [from, to] of [[i, j] as const, [j, i] as const]) (ways[from] as number[])[to] = km(one, other);
    }
  for (let via = 0; via < nodes.length; via++)
    for (const row of ways)
      for (let to = 0; to < row.length; to++)
        row[to] = Math.min(row[to] ?? 0, (row[via] ?? 0) + (ways[via]?.[to] ?? 0));
  return { lines, nodes, shortest: (from: number, to: number) => ways[from]?.[to] ?? Number.POSITIVE_INFINITY };
}
