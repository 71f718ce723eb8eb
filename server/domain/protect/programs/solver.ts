/** HiGHS on one region. What it answers is only ever a proposal: whole numbers are checked against every row. */
import type { Highs, Model } from 'highs';
import type { Region, Row } from './region.ts';

/** Enough for every region met; beyond it a group counts as proven. */
const MOST_NODES = 200;
const TOLERANCE = 1e-6;

export interface Optimum {
  readonly value: number;
  /** Changes of each column from the truth, where they are whole numbers that keep to every row. */
  readonly witness: Int32Array | undefined;
}

export interface Solver {
  /** The most that costs times columns can change from the truth. @returns undefined when it was not found out */
  most(costs: Float64Array, isWhole: boolean): Optimum | undefined;
  /** Rows that the last optimum rests on. */
  binding(): Row[];
  dispose(): void;
}

export function solverOf(highs: Highs, { truth, rows }: Region): Solver {
  const columns = truth.length;
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(highs.infinity);
  const alone: (Row[] | undefined)[] = [];
  const several: Row[] = [];
  for (const row of rows) {
    const [column, ...others] = row.columns;
    if (column === undefined) continue;
    if (others.length > 0) several.push(row);
    else {
      lower[column] = Math.max(lower[column] as number, row.least);
      upper[column] = Math.min(upper[column] as number, row.most);
      alone[column] = [...(alone[column] ?? []), row];
    }
  }
  const starts = new Int32Array(several.length + 1);
  for (const [i, row] of several.entries()) starts[i + 1] = (starts[i] as number) + row.columns.length;
  const model: Model = highs.createModel({
    numCols: columns,
    numRows: several.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: new Float64Array(columns),
    colLower: lower,
    colUpper: upper,
    rowLower: several.map(({ least }) => Math.max(least, -highs.infinity)),
    rowUpper: several.map(({ most }) => most),
    matrix: {
      format: 'csr',
      numRows: several.length,
      numCols: columns,
      starts,
      indices: Int32Array.from(several.flatMap(({ columns }) => columns)),
      values: Float64Array.from(several.flatMap(({ columns, weights }) => weights ?? columns.map(() => 1))),
    },
  });
  model.options.set({ output_flag: false, presolve: 'off', mip_max_nodes: MOST_NODES });
  const all = { kind: 'range', from: 0, to: columns - 1 } as const;
  const { continuous, integer } = highs.constants.variableType;
  const changes = (values: Float64Array): Int32Array | undefined => {
    const whole = Int32Array.from(values, (value) => Math.round(value));
    const fits = (row: Row) => {
      const sum = row.columns.reduce(
        (total, column, i) => total + (row.weights?.[i] ?? 1) * (whole[column] as number),
        0,
      );
      return row.least <= sum && sum <= row.most;
    };
    if (whole.some((value) => value < 0) || !rows.every(fits)) return undefined;
    return whole.map((value, column) => value - (truth[column] as number));
  };
  const run = (isWhole: boolean): Optimum | undefined => {
    if (isWhole) model.changeColsIntegrality(all, new Int32Array(columns).fill(integer));
    model.run();
    const isOptimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
    const witness = isOptimal ? changes(model.getSolution().colValue) : undefined;
    const value = isOptimal ? model.getObjectiveValue() : Number.NaN;
    if (isWhole) model.changeColsIntegrality(all, new Int32Array(columns).fill(continuous));
    return isOptimal ? { value, witness } : undefined;
  };
  return {
    most(costs, isWhole) {
      model.changeColsCost(all, costs);
      const found = run(isWhole);
      const now = truth.reduce((sum, value, column) => sum + value * (costs[column] as number), 0);
      return found && { ...found, value: found.value - now };
    },
    binding() {
      const { colDual, rowDual } = model.getSolution();
      return [
        ...several.filter((_, i) => Math.abs(rowDual[i] as number) > TOLERANCE),
        ...alone.flatMap((own, column) => (own && Math.abs(colDual[column] as number) > TOLERANCE ? own : [])),
      ];
    },
    dispose: () => model.dispose(),
  };
}
