/** Sums over the chosen clusters, each lever by itself. */

import { COST_LEVERS, type CostLever } from '../../../../server/domain/cost/estimate.ts';
import { COST_CASES, type CostCase } from '../../../../server/domain/cost/inputs.ts';
import type { Costed } from './queries.ts';

export interface LeverSum {
  readonly lever: CostLever;
  readonly cost: Readonly<Record<CostCase, number>>;
  readonly students: number;
  readonly perPassing: number | null;
  readonly perHousehold: number | null;
  readonly perStudent: number | null;
  /** Clusters without a cost: there are no locations to count, or answers are hidden. */
  readonly missing: number;
}

export function sumsOf(clusters: readonly Costed[]): LeverSum[] {
  return COST_LEVERS.map((lever) => sumOf(lever, clusters));
}

function sumOf(lever: CostLever, clusters: readonly Costed[]): LeverSum {
  const costed = clusters.filter(({ estimates }) => estimates.median[lever] !== null);
  const cost = Object.fromEntries(
    COST_CASES.map((of) => [of, total(costed, ({ estimates }) => estimates[of][lever]?.cost ?? 0)]),
  ) as LeverSum['cost'];
  const isBuilt = lever === 'fiber' || lever === 'wireless';
  return {
    lever,
    cost,
    students: total(costed, ({ estimates }) => estimates.median[lever]?.students ?? 0),
    perPassing: isBuilt
      ? per(
          cost.median,
          total(costed, ({ ground }) => ground?.passings ?? 0),
        )
      : null,
    perHousehold: per(
      cost.median,
      total(costed, ({ estimated, studentsPerHousehold }) => estimated / studentsPerHousehold),
    ),
    perStudent: per(
      cost.median,
      total(costed, ({ estimated }) => estimated),
    ),
    missing: clusters.length - costed.length,
  };
}

function total(clusters: readonly Costed[], of: (cluster: Costed) => number): number {
  return clusters.reduce((sum, cluster) => sum + of(cluster), 0);
}

function per(cost: number, of: number): number | null {
  return of > 0 ? cost / of : null;
}
