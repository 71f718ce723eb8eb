/** The best plan of a budget, by HiGHS (J. Hall and others, University of Edinburgh): most students, then least money. */
import highsModule, { type Highs } from 'highs';
import { type Option, type Plan, planOf } from '../../domain/cost/plan.ts';
import { knownPlan, worthTrying } from '../../domain/cost/reduce.ts';

export interface ExactPlan extends Plan {
  /** That no mix connects more students; false: the time was over before. That none connects as many for less money may be unproven. */
  readonly isProven: boolean;
}

/** HiGHS counts in floating point: its answer is checked in whole numbers, and what does not hold is forbidden and asked again. */
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

/** For the most students, which takes milliseconds, and for the least money, which of sixty clusters may not be proven to the dollar. */
const SECONDS = { most: 5, least: 2 };
/** Answers that are only nearly right are rare; after so many of them the plan is called unproven. */
const TRIES = 20;

/** Its types are written for CommonJS, where the default export is a member. */
const loadHighs = highsModule as unknown as () => Promise<Highs>;
const highs = loadHighs();

async function solved(question: Question): Promise<Found> {
  const solver = await highs;
  const forbidden: number[][] = [];
  for (let tries = 0; tries < TRIES; tries++) {
    const { Status: status, Columns: columns } = solver.solve(modelOf(question, forbidden), limitsOf(question));
    const taken = question.options.flatMap((_, at) => (primalOf(columns[`x${at}`]) > 0.5 ? [at] : []));
    const chosen = taken.flatMap((at) => question.options[at] ?? []);
    if (holds(chosen, question)) return { chosen, isProven: status === 'Optimal' };
    if (status !== 'Optimal') break;
    forbidden.push(taken);
  }
  return { chosen: [], isProven: false };
}

/** Without an answer a column has no value. */
function primalOf(column: object | undefined): number {
  return column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : 0;
}

function limitsOf({ students }: Question) {
  const seconds = students === undefined ? SECONDS.most : SECONDS.least;
  return { output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, time_limit: seconds } as const;
}

function holds(chosen: readonly Option[], { budget, students = 0 }: Question): boolean {
  const plan = planOf(chosen, budget);
  return (
    plan.left >= 0 && plan.students >= students && new Set(chosen.map(({ cluster }) => cluster)).size === chosen.length
  );
}

/** In CPLEX's LP format: one variable of 0 or 1 for each option. */
function modelOf({ options, budget, students }: Question, forbidden: readonly number[][]): string {
  const costs = sumOf(options.map(({ cost }) => cost));
  const reached = sumOf(options.map((option) => option.students));
  const clusters = [...Map.groupBy(options.keys(), (at) => options[at]?.cluster).values()];
  return [
    students === undefined ? `Maximize\n obj: ${reached}` : `Minimize\n obj: ${costs}`,
    'Subject To',
    ` budget: ${costs} <= ${budget}`,
    ...(students === undefined ? [] : [` students: ${reached} >= ${students}`]),
    ...clusters.map((ats, at) => ` c${at}: ${ats.map((one) => `x${one}`).join(' + ')} <= 1`),
    ...forbidden.map((ats, at) => ` f${at}: ${exceptly(ats, options.length)}`),
    'Binary',
    ` ${[...options.keys()].map((at) => `x${at}`).join(' ')}`,
    'End',
  ].join('\n');
}

/** Any choice but this one. */
function exceptly(taken: readonly number[], count: number): string {
  const isTaken = new Set(taken);
  const terms = Array.from({ length: count }, (_, at) => `${isTaken.has(at) ? '+' : '-'} x${at}`);
  return `${terms.join(' ')} <= ${taken.length - 1}`;
}

function sumOf(factors: readonly number[]): string {
  return factors.map((factor, at) => `+ ${factor} x${at}`).join('\n ');
}
