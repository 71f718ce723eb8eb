/**
 * The second half of the audit: areas and kinds together. What a set's classes tell of each other is told on to the
 * areas around it, and back, until little more follows; then everything that proves a small group is hidden, and all of
 * it reckoned anew.
 */
import { shownAround } from './audit.ts';
import { boundByArea, boundByOwn, isBetrayed } from './bounds.ts';
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

/**
 * What lies between two kinds is a kind too, of which areas around tell a little more than is reckoned here: as much as this, where
 * it was met at all (one difference in 127 million, at 250,000 students).
 */
const MARGIN = 4;
const PASSES = 6;
const ROUNDS = 2;

/** @returns how many counts it hid */
export function auditRows(sets: PatchSets, rows: AuditedRows, floor: number): number {
  const { codes, truth, isTaken, students, nesting, partitions } = rows;
  const n = sets.count;
  const besideOf = besideEach(rows);
  const low = new Int32Array(codes.length);
  const high = new Int32Array(codes.length);
  const of = <T extends Int32Array | Uint8Array>(all: T, statistic: number) =>
    all.subarray(statistic * n, (statistic + 1) * n) as T;
  let hidden = 0;
  // What is hidden widens bounds and narrows none, so later passes need to look only at what was proven in the first.
  let betrayed: Iterable<number> = codes.keys();
  let outers: Iterable<number> = codes.keys();
  for (let pass = 0; pass < PASSES; pass++) {
    const before = hidden;
    for (const s of nesting.order)
      boundByOwn({ values: of(codes, s), isTaken: of(isTaken, s) }, students, floor, of(low, s), of(high, s));
    for (let round = 0; round < ROUNDS; round++) {
      for (const s of nesting.order) boundByArea(sets, of(codes, s), floor, of(low, s), of(high, s));
      // Of sets too small to show anything, too: what areas around them tell of one class, their size tells of the others.
      for (const [set, all] of students.entries()) boundByClass(set, n, all, nesting, partitions, low, high);
    }
    const culprits = new Set<number>();
    const stillBetrayed: number[] = [];
    for (const at of betrayed) {
      const set = at % n;
      if (!isBetrayed(low[at] as number, high[at] as number, students[set] as number, floor)) continue;
      stillBetrayed.push(at);
      const statistic = Math.floor(at / n);
      const around = shownAround(sets, set, { values: of(codes, statistic), truth: of(truth, statistic) });
      const beside = shownOf(besideOf[statistic] ?? [], set, n, rows);
      // One of each is mostly enough; what is still proven afterwards is stripped of all that proves it, the largest last.
      const some = (shown: readonly number[]) =>
        shown.slice(0, pass === 0 ? 1 : Math.max(1, shown.length - (pass === 1 ? 1 : 0)));
      for (const other of some(around)) culprits.add(statistic * n + other);
      for (const other of some(beside)) culprits.add(other);
    }
    const stillOuters = new Set<number>();
    for (const { outer, culprit } of between(sets, rows, { low, high }, floor, outers)) {
      stillOuters.add(outer);
      culprits.add(culprit);
    }
    betrayed = stillBetrayed;
    outers = stillOuters;
    for (const at of culprits) {
      if (!isShown(codes[at] as number)) continue;
      codes[at] = eitherCode(codes[at] as number, students[at % n] as number, floor);
      hidden += 1;
    }
    if (hidden === before) return hidden;
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

/** By statistic those that make up a set with it, or hold it. */
function besideEach({ nesting: { inside, order }, partitions }: AuditedRows): number[][] {
  const beside = Array.from(order, () => new Set<number>());
  for (const partition of partitions)
    for (const statistic of partition) for (const other of partition) beside[statistic]?.add(other);
  for (const outer of order)
    for (const part of inside.items.subarray(inside.starts[outer], inside.starts[outer + 1])) beside[part]?.add(outer);
  return beside.map((others) => [...others]);
}

/** Those of the statistics that are shown of a set, the smallest counts first. */
function shownOf(statistics: readonly number[], set: number, n: number, { codes }: AuditedRows): number[] {
  return statistics
    .map((other) => other * n + set)
    .filter((at) => isShown(codes[at] as number))
    .sort((a, b) => (codes[a] as number) - (codes[b] as number) || a - b);
}

/**
 * Shown counts that take part in proving a small group of what one count has more than another inside it: in fewer kinds, in
 * less land, or both; or of whom the larger does not count in the land between.
 */
function* between(
  sets: PatchSets,
  { codes, isTaken, students, nesting }: AuditedRows,
  { low, high }: { readonly low: Int32Array; readonly high: Int32Array },
  floor: number,
  outers: Iterable<number>,
): Generator<{ outer: number; culprit: number }> {
  const n = sets.count;
  const isKnown = (at: number) => isShown(codes[at] as number);
  const provesFew = (outer: number, inner: number, differ: boolean, margin = 0) => {
    if ((high[outer] as number) - (low[inner] as number) >= floor + margin) return false;
    return (
      (low[outer] as number) > (high[inner] as number) || (differ && isKnown(outer) && codes[outer] !== codes[inner])
    );
  };
  const provesFewLeftOut = (outer: number, inner: number, others: number) => {
    const most = Math.min(others, (high[outer] as number) - (low[inner] as number));
    const least = Math.max(0, (low[outer] as number) - (high[inner] as number));
    return isBetrayed(least, most, others, floor) && others - most >= 1;
  };
  for (const outer of outers) {
    const least = low[outer] as number;
    // Where nobody is known to be counted, nobody more is.
    if (least < 1) continue;
    const set = outer % n;
    const statistic = (outer - set) / n;
    const all = students[set] as number;
    const most = high[outer] as number;
    const found = (inner: number) => ({ outer, culprit: isKnown(inner) ? inner : outer });
    const kinds = nesting.inside.items.subarray(nesting.inside.starts[statistic], nesting.inside.starts[statistic + 1]);
    for (const kind of kinds)
      if (provesFew(outer, kind * n + set, isKnown(kind * n + set), MARGIN)) yield found(kind * n + set);
    const to = sets.inside.starts[set + 1] as number;
    for (let i = sets.inside.starts[set] as number; i < to; i++) {
      const inside = sets.inside.items[i] as number;
      const own = students[inside] as number;
      const same = statistic * n + inside;
      // In most pairs too few live inside to leave few between, and so many around that not nearly all of them count.
      if (all - own - least < floor && provesFewLeftOut(outer, same, all - own)) yield found(same);
      // What is known to be counted of a kind is known of the kind that holds it.
      if (most - own >= floor || most - (low[same] as number) >= floor) continue;
      if (provesFew(outer, same, isKnown(same))) yield found(same);
      for (const kind of kinds) {
        const inner = kind * n + inside;
        // A number taken from elsewhere inside differs from this one without anybody between.
        if (provesFew(outer, inner, isTaken[outer] === 0 && isKnown(inner))) yield found(inner);
      }
    }
  }
}
