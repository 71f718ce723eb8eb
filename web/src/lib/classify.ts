/** The class of a hex, from its columns alone. Runs in the worker for every hex, and in the tests. */
import { HIDDEN_CODES } from '../../../server/domain/hidden.ts';
import { LEVERS } from '../../../server/domain/lever.ts';
import { statisticKey } from '../../../server/domain/statistic.ts';
import { type Choice, leverKeys, measureKey, sourceOf } from './choice.ts';
import { LEAST_NAMED } from './counts.ts';
import { breaksOf, breaksOn, FEW, HIDDEN, isCategorical, isCounted, NO_ANSWERS, PARTLY, stepOf } from './scale.ts';

/** Codes of counts or estimates by row; undefined for a column that the tile omits, which is 0 (low) in every row. */
export type Codes = (key: string) => ArrayLike<number> | undefined;

export interface Rows {
  readonly length: number;
  readonly students: ArrayLike<number>;
  readonly resolution: ArrayLike<number>;
  /** Square miles of a row that has less land than a hex of its resolution: what finer hexes leave of it. */
  readonly landOf?: (row: number) => number | undefined;
  readonly codes: Codes;
}

/**
 * Writes the classes of all rows to `out` from `at`, and the students behind each row's color to `values` (0 = hidden or none).
 */
export function classify(
  rows: Rows,
  choice: Choice,
  floor: number,
  out: Uint8Array,
  values: Uint32Array,
  at = 0,
): void {
  if (isCategorical(choice)) largestLever(rows, choice, out, values, at);
  else oneMeasure(rows, choice, floor, out, values, at);
}

/** Lower bound of a count; 0 when hidden as small. `high` is all but fewer than the floor. */
function known(code: number, students: number, floor: number): number {
  if (code === HIDDEN_CODES.high) return Math.max(students - floor + 1, 0);
  return code === HIDDEN_CODES.low || code === HIDDEN_CODES.either ? 0 : code;
}

function oneMeasure(rows: Rows, choice: Choice, floor: number, out: Uint8Array, values: Uint32Array, at: number): void {
  const column = rows.codes(measureKey(choice) ?? '');
  const counted = isCounted(choice);
  const doubt = doubtOf(choice);
  const doubted = doubt ? rows.codes(doubt.key) : undefined;
  const least = counted ? floor : LEAST_NAMED;
  const breaks = new Map([5, 6, 7, 8].map((resolution) => [resolution, breaksOf(choice, resolution, floor)]));
  const breaksAt = (row: number) => {
    const land = rows.landOf?.(row);
    return land === undefined ? (breaks.get(rows.resolution[row] ?? 0) ?? []) : breaksOn(choice, land, floor);
  };
  for (let row = 0; row < rows.length; row++) {
    const students = rows.students[row] ?? 0;
    const code = column?.[row] ?? 0;
    const value = counted ? known(code, students, floor) : code;
    values[at + row] = value;
    if (value >= least) {
      out[at + row] = stepOf(value, breaksAt(row));
      continue;
    }
    // Why there is no number: most of these students gave no answer, or live where filings are mixed.
    const inDoubt = doubted?.[row] ?? 0;
    const most = (counted ? known(inDoubt, students, floor) : inDoubt) * 2 >= students;
    out[at + row] = doubt && most ? doubt.class : counted ? HIDDEN : FEW;
  }
}

/** The class of a hex without a number, when most of its students are in doubt for one reason. */
function doubtOf(choice: Choice): { key: string; class: number } | undefined {
  if (choice.source === 'disputed') return undefined;
  switch (choice.measure) {
    case 'equip':
      return { key: 'device.unanswered', class: NO_ANSWERS };
    case 'unserved':
    case 'build':
    case 'upgrade': {
      const { profile, tier } = choice;
      const partly = { kind: 'estimated_verdict', profile, source: sourceOf(choice), tier, verdict: 'partly' } as const;
      return { key: statisticKey(partly), class: PARTLY };
    }
    default:
      return undefined;
  }
}

function largestLever(rows: Rows, choice: Choice, out: Uint8Array, values: Uint32Array, at: number): void {
  const columns = [...leverKeys(choice)].map(([lever, key]) => ({
    number: LEVERS.indexOf(lever),
    estimates: rows.codes(key),
  }));
  for (let row = 0; row < rows.length; row++) {
    let best = 0;
    let lever = FEW;
    for (const { number, estimates } of columns) {
      const value = estimates?.[row] ?? 0;
      if (value <= best) continue;
      best = value;
      lever = value < LEAST_NAMED ? FEW : number;
    }
    out[at + row] = lever;
    values[at + row] = best;
  }
}
