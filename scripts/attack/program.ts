/**
 * An area as a program of whole numbers: how many students of each unit gave each answer, whatever agrees with all that is
 * published. Solved by HiGHS: the linear program first, and the whole-number one where its optimum is no whole number.
 */
import loadHighs, { type Highs, type Model } from 'highs';
import { ANSWERS, COUNTED, DEVICE, HOME, PLACE_COUNTS } from './method.ts';
import { type Area, type System, studentsIn, type Unit, type UnitSet } from './system.ts';

/** Seconds for one optimum; what takes longer stays undecided and is said to be. */
const MOST_SECONDS = 20;

/** Its types say CommonJS, Node loads it as a module: what is imported is the loader itself. */
const highs = await (loadHighs as unknown as () => Promise<Highs>)();
const { modelStatus, objectiveSense, variableType } = highs.constants;

interface Line {
  readonly columns: number[];
  readonly values: number[];
  readonly least: number;
  readonly most: number;
}

/** Programs ask for changes from the truth: from there an optimum is found many times faster. */
export class Program implements Disposable {
  readonly columns: number;
  /** Optima not found in time. */
  undecided = 0;
  readonly #truth: Int32Array;
  /** Of changes. */
  readonly #lines: readonly Line[];
  /** Two columns for each of ours: how far it rises above the truth, and how far it falls below. */
  readonly #model: Model & Disposable;
  readonly #most: Float64Array;

  constructor({ pairs, method }: System, area: Area) {
    const truth = Int32Array.from(area.units.flatMap(({ truth }) => [...truth]));
    this.#truth = truth;
    this.columns = truth.length;
    this.#most = Float64Array.from([...truth].flatMap((now) => [Number.POSITIVE_INFINITY, now]));
    const lines = [
      ...linesOfUnits(area, tiesOf(pairs)),
      ...linesOfSame(area),
      ...area.sets.flatMap((set) => linesOfSet(area, set)),
      ...(method.byStudentsAlone ? linesOfDifferences(area) : []),
    ];
    this.#lines = lines.map((line) => {
      const now = sumOf(line, truth);
      return { ...line, least: line.least - now, most: line.most - now };
    });
    this.#model = this.#made();
  }

  [Symbol.dispose](): void {
    this.#model.dispose();
  }

  /** Whole-number points: one next to the most of a sum, then the most itself where it was found in time. */
  *points(costs: Float64Array): Generator<Int32Array> {
    const both = Float64Array.from([...costs].flatMap((cost) => [cost, -cost]));
    const all = { kind: 'range', from: 0, to: both.length - 1 } as const;
    const areOf = (type: 0 | 1) => this.#model.changeColsIntegrality(all, new Int32Array(both.length).fill(type));
    this.#model.changeColsCost(all, both);
    const linear = this.#run();
    if (linear) return yield linear;
    const parts = this.#model.getSolution().colValue.map((part) => Number(part.toFixed(5)));
    for (const isNext of [true, false]) {
      areOf(variableType.integer);
      if (isNext) this.#model.changeColsBounds(all, parts.map(Math.floor), parts.map(Math.ceil));
      const point = this.#run(isNext);
      this.#model.changeColsBounds(all, new Float64Array(both.length), this.#most);
      areOf(variableType.continuous);
      if (point) yield point;
      else if (!isNext) this.undecided++;
    }
  }

  /** The best point where it is in whole numbers and keeps to every line. */
  #run(mayBeNone = false): Int32Array | undefined {
    this.#model.run();
    const status = this.#model.getModelStatus();
    if (status === modelStatus.infeasible && !mayBeNone)
      throw new Error('no state agrees with what is published: not even the true one');
    if (status !== modelStatus.optimal) return undefined;
    const { colValue: point } = this.#model.getSolution();
    const changes = Array.from(this.#truth, (_, at) => (point[2 * at] ?? 0) - (point[2 * at + 1] ?? 0));
    const whole = Int32Array.from(changes, Math.round);
    if (whole.some((change, at) => Math.abs(change - (changes[at] as number)) > 1e-5)) return undefined;
    const keeps = (line: Line) => line.least <= sumOf(line, whole) && sumOf(line, whole) <= line.most;
    const students = whole.map((change, at) => change + (this.#truth[at] as number));
    return students.every((count) => count >= 0) && this.#lines.every(keeps) ? students : undefined;
  }

  #made(): Model & Disposable {
    const lines = this.#lines;
    const [numCols, numRows] = [2 * this.columns, lines.length];
    const starts = new Int32Array(numRows + 1);
    for (const [at, { columns }] of lines.entries()) starts[at + 1] = (starts[at] as number) + 2 * columns.length;
    const indices = Int32Array.from(lines.flatMap(({ columns }) => columns.flatMap((at) => [2 * at, 2 * at + 1])));
    const values = Float64Array.from(lines.flatMap(({ values }) => values.flatMap((value) => [value, -value])));
    const model = highs.createModel({
      numCols,
      numRows,
      sense: objectiveSense.maximize,
      colCost: new Float64Array(numCols),
      colLower: new Float64Array(numCols),
      colUpper: this.#most,
      rowLower: lines.map(({ least }) => least),
      rowUpper: lines.map(({ most }) => most),
      matrix: { format: 'csr', numRows, numCols, starts, indices, values },
    });
    model.options.set({ output_flag: false, time_limit: MOST_SECONDS, mip_abs_gap: 0.5, mip_rel_gap: 0 });
    return model as Model & Disposable;
  }
}

function sumOf({ columns, values }: Line, point: Int32Array): number {
  return columns.reduce((sum, column, at) => sum + (values[at] as number) * (point[column] as number), 0);
}

function lineOf(plus: readonly number[], minus: readonly number[], least: number, most: number): Line {
  return { columns: [...plus, ...minus], values: [...plus.map(() => 1), ...minus.map(() => -1)], least, most };
}

const HOMES = [...HOME.keys()];
const DEVICES = [...DEVICE.keys()].map((answer) => HOME.length + answer);

function columnsAt(position: number, answers: readonly number[]): number[] {
  return answers.map((answer) => position * ANSWERS + answer);
}

/** Every student answers once in each table, and only pairs of answers that somebody gives. Of a patch how many are of each sort nobody tells. */
function linesOfUnits({ units }: Area, ties: readonly Tie[]): Line[] {
  return [...Map.groupBy(units.keys(), (at) => units[at]?.patch).values()].flatMap((positions) => {
    const students = positions.reduce((sum, position) => sum + studentsIn(units[position] as Unit), 0);
    const all = positions.flatMap((position) => columnsAt(position, HOMES));
    return [
      lineOf(all, [], students, students),
      ...positions.flatMap((position) => [
        lineOf(columnsAt(position, HOMES), columnsAt(position, DEVICES), 0, 0),
        ...ties.map(([some, others]) => lineOf(columnsAt(position, some), columnsAt(position, others), -students, 0)),
      ]),
    ];
  });
}

/** What no release in between took anew is the same in both. */
function linesOfSame({ units }: Area): Line[] {
  return [HOMES, DEVICES].flatMap((answers, table) =>
    [...Map.groupBy(units.keys(), (at) => units[at]?.same[table]).values()].flatMap(([first = 0, ...others]) =>
      others.flatMap((other) =>
        answers.map((answer) => lineOf(columnsAt(first, [answer]), columnsAt(other, [answer]), 0, 0)),
      ),
    ),
  );
}

type Tie = readonly [home: number[], device: number[]];

/**
 * Home answers that nobody gives but beside some of the device answers: they are no more than those (Hall's condition, which
 * is all that pairs nobody gives can say of the two tables). Of the same ones the fewest device answers, which come first.
 */
function tiesOf(pairs: ReadonlySet<number>): Tie[] {
  const ties = new Map<string, Tie>();
  for (let mask = 1; mask < (1 << DEVICE.length) - 1; mask++) {
    const isIn = (device: number) => (mask >> (device - HOME.length)) & 1;
    const home = HOMES.filter((at) =>
      DEVICES.every((device) => isIn(device) || !pairs.has(at * 5 + device - HOME.length)),
    );
    if (home.length > 0 && !ties.has(home.join())) ties.set(home.join(), [home, DEVICES.filter(isIn)]);
  }
  return [...ties.values()];
}

function linesOfSet({ units }: Area, { units: own, least, most }: UnitSet): Line[] {
  const size = own.reduce((sum, unit) => sum + studentsIn(units[unit] as Unit), 0);
  return [...PLACE_COUNTS.keys()].flatMap((statistic) => {
    const [from = 0, to = size] = [least[statistic], most[statistic]];
    return from > 0 || to < size ? [lineOf(columnsOf(units, own, statistic), [], from, to)] : [];
  });
}

function columnsOf(units: readonly Unit[], own: readonly number[], statistic: number): number[] {
  return own.flatMap((unit) => columnsAt(unit, COUNTED[statistic]?.[units[unit]?.sort ?? 0] ?? []));
}

/** Where the same students always have the same number, another number proves that there are others. */
function linesOfDifferences({ units: all, rests }: Area): Line[] {
  return rests.flatMap(({ units, around, inside }) =>
    [...PLACE_COUNTS.keys()].flatMap((statistic) => {
      const isOther = ['whole', 'rounded'].some((kind) => {
        const [one, other] = [around.shown.get(`${kind} ${statistic}`), inside.shown.get(`${kind} ${statistic}`)];
        return one !== undefined && other !== undefined && one !== other;
      });
      return isOther ? [lineOf(columnsOf(all, units, statistic), [], 1, Number.POSITIVE_INFINITY)] : [];
    }),
  );
}
