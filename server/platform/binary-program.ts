/** The best choice of yes and no under sums of whole numbers, by HiGHS (J. Hall and others, University of Edinburgh). */
import highsModule, { type Highs } from 'highs';

/** Bounds the sum of the factors of what is chosen; a factor left out is zero. */
export interface Bound {
  readonly factors: ReadonlyMap<number, number>;
  readonly relation: '<=' | '>=' | '=';
  readonly value: number;
}

export interface BinaryProgram {
  readonly goal: 'Maximize' | 'Minimize';
  /** By position of a choice. */
  readonly factors: readonly number[];
  readonly bounds: readonly Bound[];
  readonly seconds: number;
}

export interface Answer {
  /** Positions. */
  readonly chosen: readonly number[];
  readonly isProven: boolean;
}

/** Answers that are only nearly right are rare; after so many of them there is none. */
const TRIES = 20;

/** Its types are written for CommonJS, where the default export is a member. */
const loadHighs = highsModule as unknown as () => Promise<Highs>;
const highs = loadHighs();

/**
 * HiGHS counts in floating point: its answer is checked in whole numbers, and what does not hold is forbidden and asked again.
 *
 * @returns undefined where nothing holds, or nothing was found in time
 */
export async function bestChoice(program: BinaryProgram): Promise<Answer | undefined> {
  const solver = await highs;
  const forbidden: Bound[] = [];
  for (let tries = 0; tries < TRIES; tries++) {
    const { Status: status, Columns: columns } = solver.solve(textOf(program, forbidden), {
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
      time_limit: program.seconds,
    });
    if (status === 'Infeasible') return undefined;
    const chosen = [...program.factors.keys()].filter((at) => primalOf(columns[`x${at}`]) > 0.5);
    const isProven = status === 'Optimal';
    if (program.bounds.every((bound) => isKept(bound, chosen))) return { chosen, isProven };
    if (!isProven) return undefined;
    forbidden.push(exceptly(chosen, program.factors.length));
  }
  return undefined;
}

/** Without an answer a column has no value. */
function primalOf(column: object | undefined): number {
  return column && 'Primal' in column && typeof column.Primal === 'number' ? column.Primal : 0;
}

function isKept({ factors, relation, value }: Bound, chosen: readonly number[]): boolean {
  const sum = chosen.reduce((sum, at) => sum + (factors.get(at) ?? 0), 0);
  return relation === '=' ? sum === value : relation === '<=' ? sum <= value : sum >= value;
}

/** Any choice but this one. */
function exceptly(taken: readonly number[], count: number): Bound {
  const isTaken = new Set(taken);
  const factors = new Map(Array.from({ length: count }, (_, at) => [at, isTaken.has(at) ? 1 : -1]));
  return { factors, relation: '<=', value: taken.length - 1 };
}

/** In CPLEX's LP format: one variable of 0 or 1 for each choice. */
function textOf({ goal, factors, bounds }: BinaryProgram, forbidden: readonly Bound[]): string {
  const rows = [...bounds, ...forbidden].filter((bound) => bound.factors.size > 0);
  return [
    goal,
    ` obj: ${sumOf([...factors.entries()])}`,
    'Subject To',
    ...rows.map(({ factors, relation, value }, at) => ` b${at}: ${sumOf([...factors])} ${relation} ${value}`),
    'Binary',
    ` ${[...factors.keys()].map((at) => `x${at}`).join(' ')}`,
    'End',
  ].join('\n');
}

function sumOf(terms: readonly (readonly [at: number, factor: number])[]): string {
  return terms.map(([at, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${at}`).join('\n ');
}
