/** The estimate as CSV: one row a cluster and lever, with whether the plans take it. */
import { COST_LEVERS, type CostLever } from '../../domain/cost/estimate.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { CostAnswer, Costed } from './contract.ts';

const COLUMNS = [
  'cluster',
  'name',
  'lever',
  'students_without_service_estimated',
  'locations_without_service',
  'route_measured',
  'cost_low_usd',
  'cost_median_usd',
  'cost_high_usd',
  'students_reached_estimated',
  'median_usd_per_passing',
  'median_usd_per_household',
  'median_usd_per_unserved_student',
  'in_exact_plan',
  'in_greedy_plan',
  'release',
  'what_this_is',
] as const;

export function csvOf(answer: CostAnswer): string {
  const rows = answer.clusters.flatMap((cluster) => COST_LEVERS.map((lever) => rowOf(answer, cluster, lever)));
  return csvHeader(COLUMNS) + rows.map(csvLine).join('');
}

function rowOf({ plans, release, label }: CostAnswer, cluster: Costed, lever: CostLever): unknown[] {
  const { id, name, estimated, ground, estimates } = cluster;
  const median = estimates.median[lever];
  const takes = (plan: 'exact' | 'greedy') =>
    plans ? (plans[plan].chosen.some((option) => option.cluster === id && option.lever === lever) ? 'yes' : 'no') : '';
  return [
    ...[id, name, lever, fewOr(estimated), ground?.passings ?? '', measured(ground)],
    ...[estimates.low[lever], median, estimates.high[lever]].map((one) => dollars(one?.cost)),
    median ? fewOr(median.students) : 'not costed',
    ...[median?.perPassing, median?.perHousehold, median?.perStudent].map(dollars),
    ...[takes('exact'), takes('greedy'), release, label],
  ];
}

function measured(ground: Costed['ground']): string {
  return ground === null ? '' : ground.roads ? 'along roads' : 'straight';
}

/** An estimate under ten is never a number that could be taken for a count. */
function fewOr(students: number): number | string {
  return students < 10 ? 'fewer than 10' : Math.round(students);
}

function dollars(amount: number | null | undefined): number | string {
  return amount == null ? '' : Math.round(amount);
}
