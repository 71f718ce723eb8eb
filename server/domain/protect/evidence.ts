/** Which published values a bound was proven by, so that the audit hides what proves and nothing else. */
import { HIDDEN_CODES } from '../hidden.ts';
import { listAt } from '../lists.ts';
import type { Classes } from './classes.ts';
import { EITHER_MOSTLY, EITHER_UNTOLD, isShown } from './code.ts';
import type { Knowledge } from './knowledge.ts';
import type { Numbers } from './numbers.ts';
import type { PatchSets } from './patch-sets.ts';
import { type Bound, byAddition, highOf, lowOf } from './table.ts';

/** Values by class and set, the nearest first. */
export interface Evidence {
  /** Those that can be hidden, or the half they are in; of the nearest the smallest first. */
  readonly numbers: readonly number[];
  /** Hidden ones that need not say which half they are in, which costs nothing; then those that need not say few, or nearly all. */
  readonly sides: readonly number[];
}

interface Given {
  readonly sets: PatchSets;
  readonly classes: Classes;
  readonly knowledge: Knowledge;
  readonly codes: Int32Array;
  readonly numbers: Numbers;
}

/** Beyond so many bounds a proof is taken to rest on what was met by then. */
const MOST_MET = 20_000;

/** @param most how many numbers are enough */
export function evidenceFor(given: Given, bounds: readonly Bound[], most: number): Evidence {
  const { codes } = given;
  const met = new Set<number>();
  const numbers = new Set<number>();
  const halves = new Set<number>();
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
      const told = toldBy(given, bound);
      for (const other of told.follows) meet(next, other);
      for (const at of told.values) {
        const code = codes[at] as number;
        if (isShown(code) || code === EITHER_MOSTLY) found.push(at);
        else if (code === HIDDEN_CODES.either) halves.add(at);
        else if (code !== EITHER_UNTOLD) sides.add(at);
      }
    }
    for (const at of found.sort((a, b) => (codes[a] as number) - (codes[b] as number) || a - b)) numbers.add(at);
    level = next;
  }
  return { numbers: [...numbers].slice(0, most), sides: [...halves, ...sides] };
}

interface Told {
  /** By class and set. */
  readonly values: readonly number[];
  readonly follows: readonly Bound[];
}

/** What one bound follows from by one step. */
function toldBy(given: Given, bound: Bound): Told {
  const { knowledge } = given;
  if (bound.at >= knowledge.low.length) return toldOfRest(given, bound);
  const { sets, classes } = given;
  const { width, reasons } = knowledge;
  const { at, isLow } = bound;
  const own = at % width;
  const set = (at - own) / width;
  const from = (isLow ? knowledge.lowFrom : knowledge.highFrom)[at] as number;
  if (from === 0) return { values: own === classes.count ? [] : [own * sets.count + set], follows: [] };
  const inRow = (other: number, isOfLow: boolean) => ({ at: set * width + other, isLow: isOfLow });
  if (from < reasons.splits) return follows([inRow(from - reasons.classes, isLow)]);
  if (from < reasons.sums) {
    const split = classes.splits[from - reasons.splits];
    return follows(split ? byAddition(split.whole, split.parts, own, isLow, inRow) : []);
  }
  if (from >= reasons.rests) {
    const { whole, part, rest } = pairOf(given, set, from - reasons.rests);
    return follows(byAddition(whole, [part, rest], at, isLow, (of, isOfLow) => ({ at: of, isLow: isOfLow })));
  }
  const sum = from >= reasons.pairs ? from - reasons.pairs : from - reasons.sums;
  if (from < reasons.pairs) return follows(bySum(sets, sum, set, isLow, (of) => of * width + own));
  const areas = [sets.sums.wholes[sum] as number, ...listAt(sets.sums.parts, sum)];
  return { values: areas.flatMap((area) => given.numbers.shownAt(own, area) ?? []), follows: [] };
}

function toldOfRest(given: Given, { at, isLow }: Bound): Told {
  const { sets, classes, knowledge } = given;
  const { rests } = knowledge;
  if (!rests) return follows([]);
  const first = knowledge.low.length;
  const { width, lowFrom, highFrom } = rests.bounds;
  const own = (at - first) % width;
  const set = (at - first - own) / width;
  const from = (isLow ? lowFrom : highFrom)[at - first] as number;
  if (from === 0) return follows([]);
  if (from >= rests.reasons.sums)
    return follows(bySum(sets, from - rests.reasons.sums, set, isLow, (of) => first + of * width + own));
  if (from >= rests.reasons.different) {
    const pair = from - rests.reasons.different;
    const { wholes, parts } = classes.rests;
    const pairOfClasses = [wholes[pair] as number, parts[pair] as number];
    return { values: pairOfClasses.flatMap((of) => given.numbers.shownAt(of, set) ?? []), follows: [] };
  }
  const { whole, part } = pairOf(given, set, from - rests.reasons.pairs);
  return follows(isLow ? [lowOf(whole), highOf(part)] : [highOf(whole), lowOf(part)]);
}

/** Where the bounds are of a pair of classes and of what it leaves. */
function pairOf({ classes: { rests }, knowledge }: Given, set: number, pair: number) {
  const row = set * knowledge.width;
  const rest = set * rests.count + (rests.restOf[pair] as number);
  return {
    whole: row + (rests.wholes[pair] as number),
    part: row + (rests.parts[pair] as number),
    rest: knowledge.low.length + rest,
  };
}

function bySum({ sums }: PatchSets, sum: number, set: number, isLow: boolean, atOf: (set: number) => number): Bound[] {
  const parts = [...listAt(sums.parts, sum)];
  return byAddition(sums.wholes[sum] as number, parts, set, isLow, (of, isOfLow) => ({ at: atOf(of), isLow: isOfLow }));
}

function follows(bounds: readonly Bound[]): Told {
  return { values: [], follows: bounds };
}
