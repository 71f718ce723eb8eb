/**
 * The second half of the audit: what the statistics of one set tell of each other, given what its neighbours in area
 * told of each (`audit.ts`). Classes that make up the set, and classes within classes.
 */
import { leastHidden, mostHidden } from './audit.ts';
import { eitherCode, isShown } from './code.ts';
import type { Nesting } from './nested.ts';

/** By statistic and set (`statistic * sets + set`). */
export interface Bounds {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

export interface AuditedRows {
  /** Shown counts or codes of hidden ones; changed where more must be hidden. */
  readonly codes: Int32Array;
  readonly students: Int32Array;
  readonly nesting: Nesting;
  /** Statistics that add up to the students of a set. */
  readonly partitions: readonly (readonly number[])[];
}

/** Mends every set of which two shown counts, or the classes that make it up, prove a group under the floor. @returns how many counts it hid */
export function auditRows(
  { codes, students, nesting, partitions }: AuditedRows,
  bounds: Bounds,
  floor: number,
): number {
  const sets = students.length;
  let hidden = 0;
  const hide = (at: number, all: number) => {
    codes[at] = eitherCode(codes[at] as number, all, floor);
    bounds.low[at] = leastHidden(codes[at] as number, all, floor);
    bounds.high[at] = mostHidden(codes[at] as number, all, floor);
    hidden += 1;
  };
  for (let set = 0; set < sets; set++) {
    const all = students[set] as number;
    if (all < 2 * floor) continue;
    for (const partition of partitions)
      while (provesFew(partition, set, sets, all, bounds, floor)) {
        const shown = partition.map((statistic) => statistic * sets + set).filter((at) => isShown(codes[at] as number));
        const [smallest] = shown.sort((a, b) => (codes[a] as number) - (codes[b] as number));
        if (smallest === undefined) break;
        hide(smallest, all);
      }
    for (const outer of nesting.order) {
      const at = outer * sets + set;
      if (!isShown(codes[at] as number)) continue;
      const to = nesting.inside.starts[outer + 1] as number;
      for (let i = nesting.inside.starts[outer] as number; i < to; i++) {
        const inner = (nesting.inside.items[i] as number) * sets + set;
        if (isShown(codes[inner] as number) && proveFewBetween(codes, at, inner, bounds, floor)) hide(inner, all);
      }
    }
  }
  return hidden;
}

/** Whether a class is proven to be of one to fewer than the floor, or of all but those. */
function provesFew(
  partition: readonly number[],
  set: number,
  sets: number,
  all: number,
  { low, high }: Bounds,
  floor: number,
): boolean {
  let least = 0;
  let most = 0;
  for (const statistic of partition) {
    least += low[statistic * sets + set] as number;
    most += high[statistic * sets + set] as number;
  }
  for (const statistic of partition) {
    const at = statistic * sets + set;
    const atLeast = Math.max(low[at] as number, all - (most - (high[at] as number)));
    const atMost = Math.min(high[at] as number, all - (least - (low[at] as number)));
    if ((atLeast >= 1 && atMost < floor) || (all - atMost >= 1 && all - atLeast < floor)) return true;
  }
  return false;
}

/** Whether of two nested shown counts the larger is proven to hold one to fewer than the floor more. */
function proveFewBetween(
  codes: Int32Array,
  outer: number,
  inner: number,
  { low, high }: Bounds,
  floor: number,
): boolean {
  const differs = codes[outer] === codes[inner] ? 0 : 1;
  const least = Math.max(differs, (low[outer] as number) - (high[inner] as number));
  return least >= 1 && (high[outer] as number) - (low[inner] as number) < floor;
}
