/**
 * An area as a program of whole numbers: how many students of each unit gave each answer, whatever agrees with all that is
 * published. Solved by HiGHS: the linear program first, and the whole-number one where its optimum is no whole number.
 */
import loadHighs, { type Highs, type Model } from 'highs';
import { ANSWERS, COUNTED, DEVICE, HOME, PLACE_COUNTS } from './method.ts';
import type { Area, System, Unit, UnitSet } from './system.ts';

/** Seconds for one optimum; what takes longer stays undecided and is said to be. */
const MOST_SECONDS = 20;

let runtime: Promise<Highs> | undefined;

export function solver(): Promise<Highs> {
  // Its types say CommonJS, Node loads it as a module: what is imported is the loader itself.
  runtime ??= (loadHighs as unknown as () => Promise<Highs>)();
  return runtime;
}

interface Line {
  readonly columns: number[];
  readonly values: number[];
  readonly least: number;
  readonly most: number;
}

export class Program implements Disposable {
  readonly columns: number;
  solved = 0;
  /** Optima not found in time. */
  undecided = 0;
  readonly #highs: Highs;
  readonly #lines: readonly Line[];
  readonly #most: Float64Array;
  readonly #linear: Model & Disposable;
  #whole: (Model & Disposable) | undefined;

  constructor(highs: Highs, system: System, area: Area) {
    const at = new Map(area.units.map((unit, position) => [unit, position]));
    this.#highs = highs;
    this.columns = area.units.length * ANSWERS;
    this.#most = new Float64Array(this.columns);
    for (const { positions, students } of patchesIn(system, area))
      for (const position of positions) this.#most.fill(students, position * ANSWERS, (position + 1) * ANSWERS);
    this.#lines = [
      ...linesOfUnits(system, area),
      ...linesOfSame(system, area),
      ...area.sets.flatMap((set) => [...linesOfSet(system, set, at)]),
      ...(system.method.byStudentsAlone ? linesOfDifferences(system, area, at) : []),
    ];
    this.#linear = this.#model(false);
  }

  [Symbol.dispose](): void {
    this.#linear.dispose();
    this.#whole?.dispose();
  }

  /** A whole-number point with the least (or most) of a sum; undefined when it was not found in time. */
  best(costs: Float64Array, way: 'least' | 'most'): Int32Array | undefined {
    const linear = this.#run(this.#linear, costs, way);
    if (linear) return linear;
    this.#whole ??= this.#model(true);
    const whole = this.#run(this.#whole, costs, way);
    if (!whole) this.undecided++;
    return whole;
  }

  #run(model: Model, costs: Float64Array, way: 'least' | 'most'): Int32Array | undefined {
    const { objectiveSense, modelStatus } = this.#highs.constants;
    this.solved++;
    model.changeObjectiveSense(way === 'least' ? objectiveSense.minimize : objectiveSense.maximize);
    model.changeColsCost({ kind: 'range', from: 0, to: this.columns - 1 }, costs);
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible)
      throw new Error('no state agrees with what is published: not even the true one');
    if (status !== modelStatus.optimal) return undefined;
    return this.#wholePoint(model.getSolution().colValue);
  }

  /** The point in whole numbers, when it is one and keeps to every line. */
  #wholePoint(point: ArrayLike<number>): Int32Array | undefined {
    const whole = Int32Array.from(point, Math.round);
    for (const [column, value] of whole.entries()) if (Math.abs(value - (point[column] ?? 0)) > 1e-5) return undefined;
    for (const { columns, values, least, most } of this.#lines) {
      let sum = 0;
      for (const [at, column] of columns.entries()) sum += (values[at] as number) * (whole[column] as number);
      if (sum < least || sum > most) return undefined;
    }
    return whole;
  }

  #model(isWhole: boolean): Model & Disposable {
    const { variableType } = this.#highs.constants;
    const starts = new Int32Array(this.#lines.length + 1);
    for (const [at, { columns }] of this.#lines.entries()) starts[at + 1] = (starts[at] as number) + columns.length;
    const model = this.#highs.createModel({
      numCols: this.columns,
      numRows: this.#lines.length,
      colCost: new Float64Array(this.columns),
      colLower: new Float64Array(this.columns),
      colUpper: this.#most,
      rowLower: Float64Array.from(this.#lines, ({ least }) => least),
      rowUpper: Float64Array.from(this.#lines, ({ most }) => most),
      matrix: {
        format: 'csr',
        numRows: this.#lines.length,
        numCols: this.columns,
        starts,
        indices: Int32Array.from(this.#lines.flatMap(({ columns }) => columns)),
        values: Float64Array.from(this.#lines.flatMap(({ values }) => values)),
      },
      ...(isWhole ? { integrality: new Int32Array(this.columns).fill(variableType.integer) } : {}),
    });
    model.options.set({ output_flag: false, time_limit: MOST_SECONDS, mip_abs_gap: 0.5, mip_rel_gap: 0 });
    return model as Model & Disposable;
  }
}

/** Positions of the units of each patch, and its students: how many are of each sort of verdict nobody tells. */
function patchesIn(system: System, area: Area): { positions: number[]; students: number }[] {
  const patches = new Map<string, { positions: number[]; students: number }>();
  for (const [position, unit] of area.units.entries()) {
    const { patch, students } = system.units[unit] as Unit;
    const own = patches.get(patch) ?? { positions: [], students: 0 };
    own.positions.push(position);
    own.students += students;
    patches.set(patch, own);
  }
  return [...patches.values()];
}

/** Every student answers once in each table, and only pairs of answers that somebody gives. */
function linesOfUnits(system: System, area: Area): Line[] {
  const home = HOME.map((_, answer) => answer);
  const device = DEVICE.map((_, answer) => HOME.length + answer);
  const ties = tiesOf(system.pairs);
  return patchesIn(system, area).flatMap(({ positions, students }) => {
    const at = (position: number, answers: readonly number[]) => answers.map((answer) => position * ANSWERS + answer);
    const all = positions.flatMap((position) => at(position, home));
    const line = (plus: readonly number[], minus: readonly number[], least: number, most: number): Line => ({
      columns: [...plus, ...minus],
      values: [...plus.map(() => 1), ...minus.map(() => -1)],
      least,
      most,
    });
    return [
      line(all, [], students, students),
      ...positions.flatMap((position) => [
        line(at(position, home), at(position, device), 0, 0),
        ...ties.map(([some, others]) => line(at(position, some), at(position, others), -students, 0)),
      ]),
    ];
  });
}

/** What no release in between took anew is the same in both. */
function linesOfSame(system: System, area: Area): Line[] {
  const tables = [
    { same: 'sameHome', first: 0, answers: HOME.length },
    { same: 'sameDevice', first: HOME.length, answers: DEVICE.length },
  ] as const;
  return tables.flatMap(({ same, first, answers }) => {
    const known = new Map<string, number>();
    return area.units.flatMap((unit, position) => {
      const key = system.units[unit]?.[same] ?? '';
      const before = known.get(key);
      if (before === undefined) known.set(key, position);
      return before === undefined
        ? []
        : Array.from({ length: answers }, (_, answer) => ({
            columns: [before, position].map((at) => at * ANSWERS + first + answer),
            values: [1, -1],
            least: 0,
            most: 0,
          }));
    });
  });
}

/**
 * Sets of home answers that nobody gives but beside some of the device answers: they are no more than those (Hall's
 * condition, which is all that pairs nobody gives can say of the two tables).
 */
function tiesOf(pairs: ReadonlySet<number>): [home: number[], device: number[]][] {
  const beside = HOME.map((_, home) =>
    DEVICE.reduce((mask, _, at) => mask | (pairs.has(home * 5 + at) ? 1 << at : 0), 0),
  );
  const ties: [number[], number[]][] = [];
  for (let mask = 1; mask < (1 << DEVICE.length) - 1; mask++) {
    const home = HOME.map((_, at) => at).filter((at) => ((beside[at] as number) & ~mask) === 0);
    const reached = home.reduce((all, at) => all | (beside[at] as number), 0);
    const device = DEVICE.map((_, at) => at).filter((at) => (reached >> at) & 1);
    if (reached === mask && home.length > 0) ties.push([home, device.map((at) => HOME.length + at)]);
  }
  return ties;
}

function* linesOfSet(system: System, set: UnitSet, positions: ReadonlyMap<number, number>): Generator<Line> {
  const size = set.units.reduce((sum, unit) => sum + (system.units[unit]?.students ?? 0), 0);
  for (const statistic of PLACE_COUNTS.keys()) {
    const [least, most] = [set.least[statistic] as number, set.most[statistic] as number];
    if (least > 0 || most < size) yield { ...columnsOf(system, set.units, statistic, positions), least, most };
  }
}

function columnsOf(
  system: System,
  units: readonly number[],
  statistic: number,
  positions: ReadonlyMap<number, number>,
): Pick<Line, 'columns' | 'values'> {
  const columns = units.flatMap((unit) => {
    const counting = COUNTED[statistic]?.[system.units[unit]?.sort ?? 0] ?? new Uint8Array();
    const first = (positions.get(unit) as number) * ANSWERS;
    return [...counting.keys()].filter((answer) => counting[answer]).map((answer) => first + answer);
  });
  return { columns, values: columns.map(() => 1) };
}

/** Where the same students always have the same number, another number proves that there are others. */
function linesOfDifferences(system: System, area: Area, positions: ReadonlyMap<number, number>): Line[] {
  return area.nested.flatMap(([whole, part]) => {
    const [around, inside] = [area.sets[whole] as UnitSet, area.sets[part] as UnitSet];
    const held = new Set(inside.units);
    const rest = around.units.filter((unit) => !held.has(unit));
    return [...PLACE_COUNTS.keys()].flatMap((statistic) => {
      const isOther = ['whole', 'rounded'].some((kind) => {
        const [one, other] = [around.shown.get(`${kind} ${statistic}`), inside.shown.get(`${kind} ${statistic}`)];
        return one !== undefined && other !== undefined && one !== other;
      });
      const line = columnsOf(system, rest, statistic, positions);
      return isOther ? [{ ...line, least: 1, most: line.columns.length * 1e6 }] : [];
    });
  });
}
