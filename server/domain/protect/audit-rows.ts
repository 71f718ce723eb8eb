/**
 * The second half of the audit: areas and kinds together. What a set's classes tell of each other is told on to the
 * areas around it, and back, until little more follows; then everything that proves a small group is hidden, and all of
 * it reckoned anew.
 */
import { shownAround } from './audit.ts';
import { boundByArea, boundByOwn, isBetrayed, partsOf } from './bounds.ts';
import { eitherCode, isShown } from './code.ts';
import type { Nesting } from './nested.ts';
import type { PatchSets } from './patch-sets.ts';

/** By statistic and set (`statistic * sets + set`). */
export interface AuditedRows {
  /** Shown counts or codes of hidden ones; changed where more must be hidden. */
  readonly codes: Int32Array;
  readonly truth: Int32Array;
  readonly isTaken: Uint8Array;
  /** Students by set. */
  readonly students: Int32Array;
  readonly nesting: Nesting;
  /** Statistics that add up to the students of a set. */
  readonly partitions: readonly (readonly number[])[];
}

const PASSES = 6;
const ROUNDS = 2;

/** @returns how many counts it hid */
export function auditRows(sets: PatchSets, rows: AuditedRows, floor: number): number {
  const { codes, truth, isTaken, students, nesting, partitions } = rows;
  const n = sets.count;
  const parts = partsOf(sets);
  const low = new Int32Array(codes.length);
  const high = new Int32Array(codes.length);
  const of = <T extends Int32Array | Uint8Array>(all: T, statistic: number) =>
    all.subarray(statistic * n, (statistic + 1) * n) as T;
  let hidden = 0;
  for (let pass = 0; pass < PASSES; pass++) {
    for (const s of nesting.order)
      boundByOwn({ values: of(codes, s), isTaken: of(isTaken, s) }, students, floor, of(low, s), of(high, s));
    for (let round = 0; round < ROUNDS; round++) {
      for (const s of nesting.order) boundByArea(sets, parts, of(codes, s), floor, of(low, s), of(high, s));
      // Smaller ones show nothing, and so tell nothing by their classes.
      for (const [set, all] of students.entries())
        if (all >= 2 * floor) boundByClass(set, n, all, nesting, partitions, low, high);
    }
    const culprits = new Set<number>();
    for (let at = 0; at < codes.length; at++) {
      const set = at % n;
      if (!isBetrayed(low[at] as number, high[at] as number, students[set] as number, floor)) continue;
      const statistic = Math.floor(at / n);
      const around = shownAround(sets, set, { values: of(codes, statistic), truth: of(truth, statistic) });
      const beside = shownBeside(statistic, set, n, rows);
      // One of each is mostly enough; what is still proven afterwards is stripped of all that proves it, the largest last.
      const some = (shown: readonly number[]) =>
        shown.slice(0, pass === 0 ? 1 : Math.max(1, shown.length - (pass === 1 ? 1 : 0)));
      for (const other of some(around)) culprits.add(statistic * n + other);
      for (const other of some(beside)) culprits.add(other);
    }
    for (const at of between(sets, rows, low, high, floor)) culprits.add(at);
    for (const at of culprits) {
      if (!isShown(codes[at] as number)) continue;
      codes[at] = eitherCode(codes[at] as number, students[at % n] as number, floor);
      hidden += 1;
    }
    if (culprits.size === 0) return hidden;
  }
  return hidden;
}

/** What classes that make up a set tell of each other, and classes within classes. */
function boundByClass(
  set: number,
  n: number,
  all: number,
  { inside, order }: Nesting,
  partitions: readonly (readonly number[])[],
  low: Int32Array,
  high: Int32Array,
): void {
  for (const partition of partitions) {
    let least = 0;
    let most = 0;
    for (const statistic of partition) {
      least += low[statistic * n + set] as number;
      most += high[statistic * n + set] as number;
    }
    for (const statistic of partition) {
      const at = statistic * n + set;
      const atLeast = all - (most - (high[at] as number));
      const atMost = all - (least - (low[at] as number));
      if (atLeast > (low[at] as number)) {
        least += atLeast - (low[at] as number);
        low[at] = atLeast;
      }
      if (atMost < (high[at] as number)) {
        most += atMost - (high[at] as number);
        high[at] = atMost;
      }
    }
  }
  for (const outer of order) {
    const whole = outer * n + set;
    for (let i = inside.starts[outer] as number; i < (inside.starts[outer + 1] as number); i++) {
      const part = (inside.items[i] as number) * n + set;
      if ((low[part] as number) > (low[whole] as number)) low[whole] = low[part] as number;
      if ((high[part] as number) > (high[whole] as number)) high[part] = high[whole] as number;
    }
  }
}

/** Shown classes that make up a set with this one, or hold it; the smallest first. */
function shownBeside(statistic: number, set: number, n: number, { codes, nesting, partitions }: AuditedRows): number[] {
  const beside = new Set(partitions.filter((partition) => partition.includes(statistic)).flat());
  for (const outer of nesting.order) {
    const own = nesting.inside.items.subarray(nesting.inside.starts[outer], nesting.inside.starts[outer + 1]);
    if (own.includes(statistic)) beside.add(outer);
  }
  return [...beside]
    .map((other) => other * n + set)
    .filter((at) => isShown(codes[at] as number))
    .sort((a, b) => (codes[a] as number) - (codes[b] as number) || a - b);
}

/** Shown counts that, beside a different one they are inside of, prove that one to fewer than the floor lie between. */
function* between(
  sets: PatchSets,
  { codes, nesting }: AuditedRows,
  low: Int32Array,
  high: Int32Array,
  floor: number,
): Generator<number> {
  const n = sets.count;
  const provesFew = (outer: number, inner: number) =>
    isShown(codes[inner] as number) &&
    (high[outer] as number) - (low[inner] as number) < floor &&
    (codes[outer] !== codes[inner] || (low[outer] as number) > (high[inner] as number));
  for (let outer = 0; outer < codes.length; outer++) {
    if (!isShown(codes[outer] as number)) continue;
    const set = outer % n;
    const statistic = (outer - set) / n;
    for (let i = sets.inside.starts[set] as number; i < (sets.inside.starts[set + 1] as number); i++) {
      const inner = statistic * n + (sets.inside.items[i] as number);
      if (provesFew(outer, inner)) yield inner;
    }
    const to = nesting.inside.starts[statistic + 1] as number;
    for (let i = nesting.inside.starts[statistic] as number; i < to; i++) {
      const inner = (nesting.inside.items[i] as number) * n + set;
      if (provesFew(outer, inner)) yield inner;
    }
  }
}
