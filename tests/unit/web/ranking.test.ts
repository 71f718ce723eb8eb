import { describe, expect, test } from 'vitest';
import type { RankParts } from '../../../server/domain/cluster/rank.ts';
import type { Cluster } from '../../../web/src/lib/api.ts';
import { PRESETS, presetOf, ranked, weightsOf, weightsText } from '../../../web/src/lib/ranking.ts';
import { queryOf, viewOf } from '../../../web/src/lib/view.ts';

function aCluster(id: string, parts: Omit<RankParts, 'score'>): Cluster {
  return {
    id,
    rank: 99,
    name: id,
    estimated: parts.estimated,
    students: 0,
    households: 0,
    wholePatches: 0,
    areaKm2: 1,
    center: [0, 0],
    bbox: [0, 0, 0, 0],
    places: [],
    providersPresent: [],
    nearestServed: [],
    agreement: { agree: 0, contradict: 0, oneSided: 0 },
    rankParts: { ...parts, score: 0 },
  };
}

const MANY = aCluster('many', { estimated: 3000, densityPerKm2: 0.1, distanceKm: 50, needShare: 0.2 });
const NEAR = aCluster('near', { estimated: 10, densityPerKm2: 10, distanceKm: 1, needShare: null });
const NEEDY = aCluster('needy', { estimated: 30, densityPerKm2: 1, distanceKm: 5, needShare: 0.95 });
const order = (weights: Parameters<typeof ranked>[1]) => ranked([NEAR, NEEDY, MANY], weights).map(({ id }) => id);

describe('where first', () => {
  test('follows the weights: the same clusters in another order', () => {
    expect(order(PRESETS.most)).toEqual(['many', 'needy', 'near']);
    expect(order(PRESETS.reach)).toEqual(['near', 'needy', 'many']);
    expect(order(PRESETS.need)[0]).toBe('needy');
  });

  test('ranks anew from 1 with scores of 0 to 100', () => {
    const [first, , last] = ranked([NEAR, NEEDY, MANY], PRESETS.most);
    expect(first).toMatchObject({ id: 'many', rank: 1, rankParts: { score: 100 } });
    expect(last).toMatchObject({ id: 'near', rank: 3, rankParts: { score: 0 } });
  });

  test('counts an unknown need as a half, so that nobody gains or loses by it', () => {
    const weights = { estimated: 0, densityPerKm2: 0, distanceKm: 0, needShare: 100 };
    expect(ranked([NEAR, NEEDY, MANY], weights).map(({ id, rankParts }) => [id, rankParts.score])).toEqual([
      ['needy', 95],
      ['near', 50],
      ['many', 20],
    ]);
  });

  test('does not count students on land already paid for, and keeps the whole number beside', () => {
    const paid = new Map([['many', 0.9]]);
    const [, , last] = ranked([NEAR, NEEDY, MANY], PRESETS.most);
    const after = ranked([NEAR, NEEDY, MANY], PRESETS.most, paid);
    const many = after.find(({ id }) => id === 'many');
    expect(many?.rankParts.estimated).toBe(Math.round((MANY.rankParts.estimated ?? 0) * 0.1));
    expect(many?.rankParts.score).toBeLessThan(100);
    expect(many?.estimated).toBe(MANY.estimated);
    expect(after.find(({ id }) => id === last?.id)?.rankParts).toEqual(last?.rankParts);
  });

  test('keeps its weights in the address, and no word of them while they are the usual ones', () => {
    const url = (query: string) => new URL(`https://map.example.org/${query}`);
    expect(viewOf(url('?weights=20,40,40,0')).weights).toEqual(PRESETS.reach);
    expect(queryOf(viewOf(url('?weights=20,40,40,0')))).toBe('weights=20,40,40,0');
    expect(queryOf(viewOf(url('?weights=40,20,20,20')))).toBe('');
  });

  test('takes no weights that weigh nothing or too much', () => {
    for (const text of ['0,0,0,0', '40,20,20', '40,20,20,101', 'a,b,c,d', '-1,2,3,4'])
      expect(weightsOf(text), text).toBeUndefined();
    expect(weightsText(PRESETS.balanced)).toBeUndefined();
    expect(presetOf({ estimated: 100, densityPerKm2: 0, distanceKm: 0, needShare: 0 })).toBe('most');
    expect(presetOf({ estimated: 99, densityPerKm2: 0, distanceKm: 0, needShare: 1 })).toBeUndefined();
  });
});
