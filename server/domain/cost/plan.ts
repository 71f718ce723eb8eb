/** What a budget pays for: at most one way to connect for each cluster. Whole dollars and whole students, so that sums are exact. */
import type { Connecting, EstimatesOfCase } from './estimate.ts';

export interface Option {
  readonly cluster: string;
  readonly lever: Connecting;
  /** US dollars. */
  readonly cost: number;
  /** Whom it would connect. */
  readonly students: number;
}

export interface Plan {
  /** In the order taken. */
  readonly chosen: readonly Option[];
  readonly cost: number;
  readonly students: number;
  /** Of the budget. */
  readonly left: number;
}

interface Wanted {
  readonly levers: readonly Connecting[];
  /** A device for each student it would connect who has none. */
  readonly withDevices: boolean;
}

/** Options that connect at least one student; a cost is rounded up, a number of students down, so that no plan promises too much. */
export function optionsOf(
  clusters: readonly { readonly id: string; readonly students: number; readonly estimates: EstimatesOfCase }[],
  { levers, withDevices }: Wanted,
): Option[] {
  return clusters.flatMap(({ id, students, estimates }) =>
    levers.flatMap((lever): Option[] => {
      const made = estimates[lever];
      if (!made || made.students < 1) return [];
      const devices = withDevices && estimates.devices ? (estimates.devices.cost * made.students) / students : 0;
      return [{ cluster: id, lever, cost: Math.ceil(made.cost + devices), students: Math.floor(made.students) }];
    }),
  );
}

/** Greedy: cheapest per student first; takes each option that its cluster still needs and the money left pays for. */
export function greedyPlan(options: readonly Option[], budget: number): Plan {
  const chosen: Option[] = [];
  let left = budget;
  for (const option of inOrder(options)) {
    if (option.cost > left || chosen.some(({ cluster }) => cluster === option.cluster)) continue;
    chosen.push(option);
    left -= option.cost;
  }
  return planOf(chosen, budget);
}

/** By cost per student; of equals the larger, then by name. */
export function inOrder(options: readonly Option[]): Option[] {
  return options.toSorted(
    (a, b) =>
      a.cost / a.students - b.cost / b.students ||
      b.students - a.students ||
      `${a.cluster}${a.lever}`.localeCompare(`${b.cluster}${b.lever}`),
  );
}

export function planOf(chosen: readonly Option[], budget: number): Plan {
  const cost = chosen.reduce((sum, option) => sum + option.cost, 0);
  const students = chosen.reduce((sum, option) => sum + option.students, 0);
  return { chosen, cost, students, left: budget - cost };
}
