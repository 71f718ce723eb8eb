import { describe, expect, it } from 'vitest';
import type { EstimatesOfCase } from '../../../server/domain/cost/estimate.ts';
import { greedyPlan, type Option, optionsOf, planOf } from '../../../server/domain/cost/plan.ts';
import { exactPlan } from '../../../server/features/cost/exact.ts';

function draws(seed: number): () => number {
  let state = seed * 7_919 + 1;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const LEVERS = ['fiber', 'wireless', 'hotspot', 'sponsored'] as const;

function drawnCase(seed: number): { options: Option[]; budget: number } {
  const draw = draws(seed);
  const clusters = 1 + Math.floor(draw() * 6);
  const levers = 1 + Math.floor(draw() * 4);
  // Small numbers make ties, large ones strain floating point.
  const scale = seed % 2 === 0 ? 10 : 3_000_000;
  const options = Array.from({ length: clusters }, (_, at) =>
    LEVERS.slice(0, levers).map((lever) => ({
      cluster: `c${at}`,
      lever,
      cost: Math.ceil(draw() * scale),
      students: 1 + Math.floor(draw() * 12),
    })),
  ).flat();
  const all = options.reduce((sum, { cost }) => sum + cost, 0);
  return { options, budget: Math.floor((draw() * all) / levers) };
}

/** Every mix there is: the most students, then the least money. */
function bestByTrying(options: readonly Option[], budget: number): { students: number; cost: number } {
  const clusters = [...new Set(options.map(({ cluster }) => cluster))];
  let best = { students: 0, cost: 0 };
  const tryFrom = (at: number, students: number, cost: number) => {
    if (cost > budget) return;
    if (students > best.students || (students === best.students && cost < best.cost)) best = { students, cost };
    if (at === clusters.length) return;
    tryFrom(at + 1, students, cost);
    for (const option of options)
      if (option.cluster === clusters[at]) tryFrom(at + 1, students + option.students, cost + option.cost);
  };
  tryFrom(0, 0, 0);
  return best;
}

describe('the plan of a budget', () => {
  it('is exactly the best of all mixes in 200 cases, proven, and never worse than the greedy one', async () => {
    let better = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { options, budget } = drawnCase(seed);
      const exact = await exactPlan(options, budget);
      const { students, cost } = bestByTrying(options, budget);
      expect([seed, exact.students, exact.cost, exact.isProven]).toEqual([seed, students, cost, true]);
      const greedy = greedyPlan(options, budget);
      expect(greedy.cost).toBeLessThanOrEqual(budget);
      expect(greedy.students).toBeLessThanOrEqual(students);
      if (greedy.students < students) better += 1;
    }
    // The two would not be worth showing beside each other if they never differed.
    expect(better).toBeGreaterThan(10);
  });

  it('stays exact where a dollar decides among millions', async () => {
    const options: Option[] = [
      { cluster: 'a', lever: 'fiber', cost: 9_999_999, students: 40 },
      { cluster: 'b', lever: 'fiber', cost: 10_000_001, students: 40 },
      { cluster: 'c', lever: 'fiber', cost: 10_000_002, students: 41 },
    ];
    expect(await exactPlan(options, 20_000_000)).toMatchObject({ students: 80, cost: 20_000_000, left: 0 });
  });

  it('is proven for sixty clusters, which without leaving options out took longer than it may', async () => {
    const draw = draws(5);
    const options = Array.from({ length: 60 }, (_, at) =>
      LEVERS.map((lever) => ({
        cluster: `c${at}`,
        lever,
        cost: 1 + Math.floor(draw() * 5_000_000),
        students: 1 + Math.floor(draw() * 300),
      })),
    ).flat();
    expect((await exactPlan(options, 30_000_000)).isProven).toBe(true);
  });

  it('is empty without options or money', async () => {
    expect(await exactPlan([], 100)).toMatchObject({ chosen: [], students: 0, cost: 0, left: 100, isProven: true });
    expect(planOf([], 5)).toEqual({ chosen: [], cost: 0, students: 0, left: 5 });
  });
});

describe('the greedy plan', () => {
  it('takes the cheapest student first and skips what the money no longer pays for', () => {
    const options: Option[] = [
      { cluster: 'a', lever: 'fiber', cost: 60, students: 6 },
      { cluster: 'a', lever: 'hotspot', cost: 20, students: 4 },
      { cluster: 'b', lever: 'fiber', cost: 90, students: 10 },
      { cluster: 'c', lever: 'hotspot', cost: 12, students: 1 },
    ];
    // a by hotspot at 5, b at 9 is too dear for the 50 left, a has one, c at 12.
    const plan = greedyPlan(options, 70);
    expect(plan.chosen.map(({ cluster, lever }) => `${cluster} ${lever}`)).toEqual(['a hotspot', 'c hotspot']);
    expect(plan).toMatchObject({ cost: 32, students: 5, left: 38 });
  });
});

describe('the options', () => {
  const some = (cost: number, students: number) => ({
    cost,
    students,
    perPassing: null,
    perHousehold: null,
    perStudent: null,
  });
  const estimates: EstimatesOfCase = {
    fiber: some(1_000.2, 10.9),
    wireless: null,
    hotspot: some(50, 0.9),
    sponsored: some(80, 4),
    devices: some(400, 5),
  };

  it('round against themselves, and leave out who connects nobody or cannot be costed', () => {
    const found = optionsOf([{ id: 'a', students: 20, estimates }], { levers: LEVERS, withDevices: false });
    expect(found).toEqual([
      { cluster: 'a', lever: 'fiber', cost: 1_001, students: 10 },
      { cluster: 'a', lever: 'sponsored', cost: 80, students: 4 },
    ]);
  });

  it('bring a device for those connected who have none', () => {
    // 400 x 10.9 / 20 = 218; 400 x 4 / 20 = 80.
    const found = optionsOf([{ id: 'a', students: 20, estimates }], {
      levers: ['fiber', 'sponsored'],
      withDevices: true,
    });
    expect(found.map(({ cost }) => cost)).toEqual([1_219, 160]);
  });
});
