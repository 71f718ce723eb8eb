/** Which published values a bound was proven by, so that the audit hides what proves and nothing else. */
import { HIDDEN_CODES } from '../hidden.ts';
import { listAt } from '../lists.ts';
import type { Classes } from './classes.ts';
import { EITHER_MOSTLY, isShown } from './code.ts';
import type { Knowledge } from './knowledge.ts';
import type { PatchSets } from './patch-sets.ts';
import { type Bound, byAddition } from './table.ts';

/** Values by class and set, the nearest first. */
export interface Evidence {
  /** Those that can be hidden, or the half they are in; of the nearest the smallest first. */
  readonly numbers: readonly number[];
  /** Those hidden as few or as nearly all, which need not be said. */
  readonly sides: readonly number[];
}

interface Given {
  readonly sets: PatchSets;
  readonly classes: Classes;
  readonly knowledge: Knowledge;
  readonly codes: Int32Array;
}

/** Beyond so many bounds a proof is taken to rest on what was met by then. */
const MOST_MET = 20_000;

/** @param most how many numbers are enough */
export function evidenceFor(given: Given, bounds: readonly Bound[], most: number): Evidence {
  const { sets, classes, codes } = given;
  const met = new Set<number>();
  const numbers = new Set<number>();
  const sides = new Set<number>();
  const meet = (level: Bound[], bound: Bound) => {
    const key = 2 * bound.at + (bound.isLow ? 1 : 0);
    if (met.has(key)) return;
    met.add(key);
    level.push(bound);
  };
  let level: Bound[] = [];
  for (const bound of bounds) meet(level, bound);
  while (level.length > 0 && numbers.size < most && met.size < MOST_MET) {
    const next: Bound[] = [];
    const found: number[] = [];
    for (const bound of level) {
      const { values, follows } = toldBy(given, bound);
      for (const other of follows) meet(next, other);
      for (const [set, own] of values) {
        const at = own * sets.count + set;
        const code = own === classes.count ? HIDDEN_CODES.either : (codes[at] as number);
        if (isShown(code) || code === EITHER_MOSTLY) found.push(at);
        else if (code === HIDDEN_CODES.low || code === HIDDEN_CODES.high) sides.add(at);
      }
    }
    for (const at of found.sort((a, b) => (codes[a] as number) - (codes[b] as number) || a - b)) numbers.add(at);
    level = next;
  }
  return { numbers: [...numbers].slice(0, most), sides: [...sides] };
}

/** Values, as set and class, and bounds that one bound follows from by one step. */
function toldBy(
  { sets, classes, knowledge }: Given,
  bound: Bound,
): { values: readonly (readonly [set: number, own: number])[]; follows: readonly Bound[] } {
  const { width, reasons } = knowledge;
  const { at, isLow } = bound;
  const own = at % width;
  const set = (at - own) / width;
  const from = (isLow ? knowledge.lowFrom : knowledge.highFrom)[at] as number;
  if (from === 0) return { values: [[set, own]], follows: [] };
  const inRow = (other: number, isOfLow: boolean) => ({ at: set * width + other, isLow: isOfLow });
  const inColumn = (other: number, isOfLow: boolean) => ({ at: other * width + own, isLow: isOfLow });
  if (from < reasons.splits) return { values: [], follows: [inRow(from - reasons.classes, isLow)] };
  if (from < reasons.sums) {
    const split = classes.splits[from - reasons.splits];
    return { values: [], follows: split ? byAddition(split.whole, split.parts, own, isLow, inRow) : [] };
  }
  if (from === reasons.told) return { values: [], follows: knowledge.toldFrom(bound) };
  const sum = from >= reasons.pairs ? from - reasons.pairs : from - reasons.sums;
  const whole = sets.sums.wholes[sum] as number;
  const parts = [...listAt(sets.sums.parts, sum)];
  if (from >= reasons.pairs) return { values: [whole, ...parts].map((other) => [other, own] as const), follows: [] };
  return { values: [], follows: byAddition(whole, parts, set, isLow, inColumn) };
}
