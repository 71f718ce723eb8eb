/**
 * Leaves out options that no best plan can take, so that what is left is solved in moments. A price on each dollar (a Lagrange
 * multiplier) bounds from above what any plan can connect. An option goes if its loss against the best of its cluster brings that
 * bound below a known plan. Source: M. L. Fisher, The Lagrangian relaxation method, Management Science 1981.
 */
import { greedyPlan, type Option, type Plan, planOf } from './plan.ts';

/** @returns those that a plan with as many students as the best known one could take */
export function worthTrying(options: readonly Option[], budget: number, known: number): Option[] {
  const clusters = [...Map.groupBy(options, ({ cluster }) => cluster).values()];
  const price = leastBound(clusters, budget);
  const bound = boundAt(clusters, budget, price);
  return clusters.flatMap((own) => {
    const best = bestWorth(own, price);
    return own.filter((option) => bound - (best - worthOf(option, price)) >= known - ROUNDING);
  });
}

/** A plan to start from: what the price of a dollar chooses, then what the rest of the money adds; or the greedy one if better. */
export function knownPlan(options: readonly Option[], budget: number): Plan {
  const clusters = [...Map.groupBy(options, ({ cluster }) => cluster).values()];
  const price = leastBound(clusters, budget) * (1 + 1e-9);
  const first = clusters.flatMap((own) => own.filter((option) => isChosen(option, own, price)).slice(0, 1));
  const start = planOf(first, budget).left >= 0 ? first : [];
  const [one, other] = [filledUp(start, options, budget), greedyPlan(options, budget)];
  return one.students >= other.students ? one : other;
}

/** Slack for rounding: a bound sums some hundred floating-point numbers of some hundred students. */
const ROUNDING = 1e-3;
const HALVINGS = 100;

function isChosen(option: Option, own: readonly Option[], price: number): boolean {
  const worth = worthOf(option, price);
  return worth > 0 && worth === bestWorth(own, price);
}

/** Repeats the affordable exchange within one cluster that connects most additional students. */
function filledUp(start: readonly Option[], options: readonly Option[], budget: number): Plan {
  let plan = planOf(start, budget);
  for (;;) {
    const next = options
      .map((option) => planOf([...plan.chosen.filter(({ cluster }) => cluster !== option.cluster), option], budget))
      .filter(({ left, students }) => left >= 0 && students > plan.students)
      .reduce<Plan | undefined>((best, one) => (best && best.students >= one.students ? best : one), undefined);
    if (!next) return plan;
    plan = next;
  }
}

/** The lowest bound over prices of a dollar in students, by bisection: the bound is convex. */
function leastBound(clusters: readonly (readonly Option[])[], budget: number): number {
  let [low, high] = [0, Math.max(0, ...clusters.flat().map(({ cost, students }) => students / Math.max(1, cost)))];
  for (let times = 0; times < HALVINGS; times++) {
    const price = (low + high) / 2;
    if (spentAt(clusters, price) > budget) low = price;
    else high = price;
  }
  return high;
}

function spentAt(clusters: readonly (readonly Option[])[], price: number): number {
  return clusters.reduce((sum, own) => sum + (own.find((option) => isChosen(option, own, price))?.cost ?? 0), 0);
}

function boundAt(clusters: readonly (readonly Option[])[], budget: number, price: number): number {
  return clusters.reduce((sum, own) => sum + bestWorth(own, price), price * budget);
}

function bestWorth(own: readonly Option[], price: number): number {
  return Math.max(0, ...own.map((option) => worthOf(option, price)));
}

function worthOf({ students, cost }: Option, price: number): number {
  return students - price * cost;
}
