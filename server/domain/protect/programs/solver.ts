/** HiGHS on one region. Its answers are proposals: whole numbers are checked against every row. */
import type { Highs, Model, Solution } from 'highs';
import type { Region, Row } from './region.ts';

/** Of a program of whole numbers; one that ends here gives no witness. */
const MOST_NODES = 200;
const TOLERANCE = 1e-6;

export interface Solver {
  /** Maximizes costs times the columns' changes from the truth. @returns the optimum, in parts of students; undefined when HiGHS finds none */
  most(costs: Float64Array): number | undefined;
  /**
   * Changes of each column from the truth at the last optimum, or at the best of the whole numbers next to a fractional one.
   *
   * @returns undefined where none of them keep to every row
   */
  witness(): Int32Array | undefined;
  /** Rows that the last optimum rests on. */
  binding(): Row[];
  dispose(): void;
}

/**
 * Each column of the region becomes two variables, its rise above the truth and its fall below: the truth is then a vertex, and an
 * optimum changes few patches. With one variable each a release takes twice as long.
 */
export function solverOf(highs: Highs, { truth, rows }: Region): Solver {
  const columns = truth.length;
  const rise = new Float64Array(columns).fill(highs.infinity);
  const fall = Float64Array.from(truth);
  const alone: (Row[] | undefined)[] = [];
  const several: Row[] = [];
  for (const row of rows) {
    const [column] = row.columns;
    if (column === undefined) continue;
    if (row.columns.length > 1) several.push(row);
    else {
      const now = truth[column] as number;
      fall[column] = Math.min(fall[column] as number, now - row.least);
      rise[column] = Math.min(rise[column] as number, row.most - now);
      alone[column] = [...(alone[column] ?? []), row];
    }
  }
  const inTruth = several.map(({ columns, weights }) =>
    columns.reduce((sum, column, i) => sum + (weights?.[i] ?? 1) * (truth[column] as number), 0),
  );
  const starts = new Int32Array(several.length + 1);
  for (const [i, row] of several.entries()) starts[i + 1] = (starts[i] as number) + 2 * row.columns.length;
  const indices = new Int32Array(starts[several.length] as number);
  const values = new Float64Array(indices.length);
  for (const [i, { columns: own, weights }] of several.entries())
    for (let j = 0, at = starts[i] as number; j < own.length; j++, at += 2) {
      indices[at] = own[j] as number;
      indices[at + 1] = columns + (own[j] as number);
      values[at] = weights?.[j] ?? 1;
      values[at + 1] = -(values[at] as number);
    }
  const lower = new Float64Array(2 * columns);
  const upper = concatenated(rise, fall);
  const model: Model = highs.createModel({
    numCols: 2 * columns,
    numRows: several.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(2 * columns),
    colLower: lower,
    colUpper: upper,
    rowLower: several.map(({ least }, i) => Math.max(least - (inTruth[i] as number), -highs.infinity)),
    rowUpper: several.map(({ most }, i) => most - (inTruth[i] as number)),
    matrix: { format: 'csr', numRows: several.length, numCols: 2 * columns, starts, indices, values },
  });
  model.options.set({
    output_flag: false,
    presolve: 'off',
    mip_max_nodes: MOST_NODES,
  });
  const all = { kind: 'range', from: 0, to: 2 * columns - 1 } as const;
  const { continuous, integer } = highs.constants.variableType;
  const changes = (values: Float64Array): Int32Array | undefined => {
    const whole = truth.map((_, i) => Math.round((values[i] as number) - (values[columns + i] as number)));
    const isAllowed = whole.every((change, i) => -(fall[i] as number) <= change && change <= (rise[i] as number));
    return isAllowed && several.every((row, i) => fits(whole, row, inTruth[i] as number)) ? whole : undefined;
  };
  const areAll = (type: typeof integer | typeof continuous) =>
    model.changeColsIntegrality(all, new Int32Array(2 * columns).fill(type));
  /** Fixes the integral columns and rounds the others up or down: milliseconds, where the integer program takes seconds. */
  const rounded = (values: Float64Array): Int32Array | undefined => {
    model.changeColsBounds(
      all,
      values.map((value) => Math.floor(value + TOLERANCE)),
      values.map((value) => Math.ceil(value - TOLERANCE)),
    );
    areAll(integer);
    model.options.set({ presolve: 'on' });
    model.run();
    const isFound = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const whole = isFound ? changes(model.getSolution().colValue) : undefined;
    model.options.set({ presolve: 'off' });
    areAll(continuous);
    model.changeColsBounds(all, lower, upper);
    return whole;
  };
  let last: Solution | undefined;
  return {
    most(costs) {
      model.changeColsCost(
        all,
        concatenated(
          costs,
          costs.map((cost) => -cost),
        ),
      );
      // From the truth: the last optimum is farther, as the next objective often asks for its opposite.
      model.setLogicalBasis();
      model.run();
      last = model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getSolution() : undefined;
      return last && model.getObjectiveValue();
    },
    witness: () => last && (changes(last.colValue) ?? rounded(last.colValue)),
    binding() {
      if (!last) return [];
      const { colDual, rowDual } = last;
      return [
        ...several.filter((_, i) => Math.abs(rowDual[i] as number) > TOLERANCE),
        ...alone.flatMap((own, column) => (own && Math.abs(colDual[column] as number) > TOLERANCE ? own : [])),
      ];
    },
    dispose: () => model.dispose(),
  };
}

/** @param now what the row sums up to before the changes */
function fits(changes: Int32Array, { columns, weights, least, most }: Row, now: number): boolean {
  let sum = now;
  for (let i = 0; i < columns.length; i++)
    sum += (weights ? (weights[i] as number) : 1) * (changes[columns[i] as number] as number);
  return least <= sum && sum <= most;
}

function concatenated(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
