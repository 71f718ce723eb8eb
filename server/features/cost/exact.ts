/** The best plan of a budget, by HiGHS (J. Hall and others, University of Edinburgh): most students, then least money. */
import { type Option, type Plan, planOf } from '../../domain/cost/plan.ts';
import { knownPlan, worthTrying } from '../../domain/cost/reduce.ts';
import { type Bound, bestChoice } from '../../platform/binary-program.ts';

export interface ExactPlan extends Plan {
  /** Proven that no mix connects more students; false: time ran out. Least money for that many may be unproven. */
  readonly isProven: boolean;
}

export async function exactPlan(options: readonly Option[], budget: number): Promise<ExactPlan> {
  const payable = options.filter(({ cost }) => cost <= budget);
  if (payable.length === 0) return { ...planOf([], budget), isProven: true };
  const known = knownPlan(payable, budget);
  const most = await solved({ options: worthTrying(payable, budget, known.students), budget });
  const reached = planOf(most.chosen, budget);
  const best = reached.students >= known.students ? reached : known;
  const { students } = best;
  const least = await solved({ options: worthTrying(payable, budget, students), budget, students });
  const found = least.chosen.length > 0 ? planOf(least.chosen, budget) : best;
  return { ...found, isProven: most.isProven };
}

interface Question {
  readonly options: readonly Option[];
  readonly budget: number;
  /** Undefined: as many as possible. Else the cheapest with so many. */
  readonly students?: number;
}

interface Found {
  readonly chosen: readonly Option[];
  readonly isProven: boolean;
}

/** Time limits. Most students takes milliseconds; least money may stay unproven to the dollar at sixty clusters. */
const SECONDS = { most: 5, least: 2 };

async function solved({ options, budget, students }: Question): Promise<Found> {
  const costs = options.map(({ cost }) => cost);
  const reached = options.map((option) => option.students);
  const clusters = [...Map.groupBy(options.keys(), (at) => options[at]?.cluster).values()];
  const bounds: Bound[] = [
    { factors: new Map(costs.entries()), relation: '<=', value: budget },
    ...(students === undefined
      ? []
      : [{ factors: new Map(reached.entries()), relation: '>=', value: students } as const]),
    ...clusters.map((ats): Bound => ({ factors: new Map(ats.map((at) => [at, 1])), relation: '<=', value: 1 })),
  ];
  const answer = await bestChoice(
    students === undefined
      ? { goal: 'Maximize', factors: reached, bounds, seconds: SECONDS.most }
      : { goal: 'Minimize', factors: costs, bounds, seconds: SECONDS.least },
  );
  return { chosen: (answer?.chosen ?? []).flatMap((at) => options[at] ?? []), isProven: answer?.isProven ?? false };
}
