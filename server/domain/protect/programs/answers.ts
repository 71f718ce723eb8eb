/** What one student can answer, and which answers each counted statistic adds up. */
import { LEVERS, leverFor, needsEquipment } from '../../lever.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../survey.ts';
import type { Verdict } from '../../verdict.ts';

export const HOME_ANSWERS = HOME_STATUSES.length;
export const DEVICE_ANSWERS = DEVICE_STATUSES.length;
/** Answers about the home, then about the device; a set of answers is a mask of them. */
export const ANSWERS = HOME_ANSWERS + DEVICE_ANSWERS;
/** Every answer of the one table, and of the other. */
export const TABLES: readonly number[] = [2 ** HOME_ANSWERS - 1, (2 ** DEVICE_ANSWERS - 1) << HOME_ANSWERS];

/** Verdicts that levers tell apart, by sort of cell; what is not known is `partly`. */
export const SORTS = ['served', 'underserved', 'unserved', 'partly'] as const satisfies readonly Verdict[];

interface Counted {
  readonly answers: number;
  /** Position in SORTS of the only cells it counts in; undefined = all. */
  readonly sort?: number;
}

function answersWhere<T>(statuses: readonly T[], from: number, isCounted: (status: T) => boolean): number {
  return statuses.reduce((mask, status, i) => mask | (isCounted(status) ? 1 << (from + i) : 0), 0);
}

/** By position in PLACE_COUNTS. */
export const COUNTED: readonly Counted[] = [
  ...HOME_STATUSES.map((_, home) => ({ answers: 1 << home })),
  ...DEVICE_STATUSES.flatMap((status, i) => (status === 'own' ? [] : [{ answers: 1 << (HOME_ANSWERS + i) }])),
  { answers: answersWhere(DEVICE_STATUSES, HOME_ANSWERS, needsEquipment) },
  ...LEVERS.map((lever) => {
    const answersIn = SORTS.map((verdict) => answersWhere(HOME_STATUSES, 0, (home) => leverFor(verdict, home) === lever));
    const sort = answersIn.findIndex((answers) => answers > 0);
    return { answers: answersIn[sort] ?? 0, sort };
  }),
];
export const COUNTED_EACH = COUNTED.length;

/** @param sums room for the sums of every mask of as many answers @returns `sums` */
export function sumsOfMasks(values: ArrayLike<number>, from: number, answers: number, sums: Int32Array): Int32Array {
  for (let mask = 1; mask < 1 << answers; mask++) {
    const last = 31 - Math.clz32(mask & -mask);
    sums[mask] = (sums[mask & (mask - 1)] as number) + (values[from + last] as number);
  }
  return sums;
}
