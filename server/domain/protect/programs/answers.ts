/** What one student can answer, and which answers each counted statistic adds up. */
import { leverFor, needsEquipment, SORTS, VERDICT_OF_SORT } from '../../lever.ts';
import { type Counted, PLACE_COUNTS } from '../../statistic.ts';
import { DEVICE_STATUSES, HOME_STATUSES } from '../../survey.ts';

export const HOME_ANSWERS = HOME_STATUSES.length;
export const DEVICE_ANSWERS = DEVICE_STATUSES.length;
/** Answers about the home, then about the device; a set of answers is a mask of them. */
export const ANSWERS = HOME_ANSWERS + DEVICE_ANSWERS;
/** Every answer of the one table, and of the other. */
export const TABLES: readonly number[] = [2 ** HOME_ANSWERS - 1, (2 ** DEVICE_ANSWERS - 1) << HOME_ANSWERS];

/** @param sort position in SORTS of the only homes it counts; undefined = all */
function answersOf(counted: Counted): { readonly answers: number; readonly sort?: number } {
  const homes = (isCounted: (status: (typeof HOME_STATUSES)[number]) => boolean) => maskOf(HOME_STATUSES, isCounted);
  const devices = (isCounted: (status: (typeof DEVICE_STATUSES)[number]) => boolean) =>
    maskOf(DEVICE_STATUSES, isCounted) << HOME_ANSWERS;
  switch (counted.kind) {
    case 'home':
      return { answers: homes((status) => status === counted.status) };
    case 'device':
      return { answers: devices((status) => status === counted.status) };
    case 'equip':
      return { answers: devices(needsEquipment) };
    case 'lever': {
      const bySort = SORTS.map((sort) => homes((home) => leverFor(VERDICT_OF_SORT[sort], home) === counted.lever));
      const sort = bySort.findIndex((answers) => answers > 0);
      return { answers: bySort[sort] ?? 0, sort };
    }
  }
}

function maskOf<T>(statuses: readonly T[], isCounted: (status: T) => boolean): number {
  return statuses.reduce((mask, status, i) => mask | (isCounted(status) ? 1 << i : 0), 0);
}

/** By position in PLACE_COUNTS. */
export const COUNTED = PLACE_COUNTS.map(answersOf);
export const COUNTED_EACH = COUNTED.length;

/** @param sums room for the sums of every mask of as many answers @returns `sums` */
export function sumsOfMasks(values: Int32Array, from: number, answers: number, sums: Int32Array): Int32Array {
  for (let mask = 1; mask < 1 << answers; mask++) {
    const last = 31 - Math.clz32(mask & -mask);
    sums[mask] = (sums[mask & (mask - 1)] as number) + (values[from + last] as number);
  }
  return sums;
}
