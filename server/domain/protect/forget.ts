/** What was learned from a value, so that little has to be learned anew when a few more are hidden. */

import { type Lists, listAt, reversed } from '../lists.ts';
import type { Classes } from './classes.ts';
import type { Knowledge } from './knowledge.ts';
import type { Numbers } from './numbers.ts';
import type { PatchSets } from './patch-sets.ts';
import type { Rests } from './rests.ts';
import type { BoundTable } from './table.ts';

/** A bound as one number: `2 * at`, and one more for a least. */
export type BoundKey = number;

/** With more than that it is quicker to learn everything anew: without rests, and with them. */
const MOST_FORGOTTEN = 200_000;
const MOST_FORGOTTEN_WITH_RESTS = 2_000_000;
/** More values than these are not even followed. */
const MOST_VALUES = 1_000;

export class Dependents {
  readonly #sets: PatchSets;
  readonly #classes: Classes;
  readonly #knowledge: Knowledge;
  /** By set the sums it is a part of, or the whole. */
  readonly #sumsWith: Lists;
  /** By class, and everybody last, the splits likewise. */
  readonly #splitsWith: Lists;
  /** By class, and by rest, the pairs of classes that leave a rest. */
  readonly #pairsWith: Lists;
  readonly #pairsOf: Lists;
  #found = new Set<BoundKey>();
  #queue: BoundKey[] = [];

  constructor(sets: PatchSets, classes: Classes, knowledge: Knowledge) {
    this.#sets = sets;
    this.#classes = classes;
    this.#knowledge = knowledge;
    const { wholes, parts } = sets.sums;
    const { restOf, wholes: outer, parts: inner } = classes.rests;
    const classesOf = (pair: number) => [outer[pair] as number, inner[pair] as number];
    this.#sumsWith = reversed(sets.count, wholes.length, (sum) => [wholes[sum] as number, ...listAt(parts, sum)]);
    this.#splitsWith = reversed(classes.count + 1, classes.splits.length, (split) => this.#ofSplit(split));
    this.#pairsWith = reversed(classes.count + 1, restOf.length, classesOf);
    this.#pairsOf = reversed(classes.rests.count, restOf.length, (pair) => [restOf[pair] as number]);
  }

  /**
   * @param values by class and set
   * @returns bounds that follow from them, directly or not; some that would follow without, too. Undefined when too many
   */
  of(values: readonly number[], numbers: Numbers): ReadonlySet<BoundKey> | undefined {
    if (values.length > MOST_VALUES) return undefined;
    const { count } = this.#sets;
    const { reasons, rests, width } = this.#knowledge;
    this.#found = new Set();
    this.#queue = [];
    for (const value of values) {
      const set = value % count;
      const own = (value - set) / count;
      this.#follow(this.#knowledge, 0, set * width + own, 0);
      for (const other of numbers.sameAs(own, set)) {
        for (const sum of listAt(this.#sumsWith, set))
          this.#followSum(this.#knowledge, 0, sum, other, reasons.pairs + sum);
        if (rests)
          for (const pair of listAt(this.#pairsWith, other))
            this.#followRest(rests, set, pair, rests.reasons.different + pair);
      }
    }
    const first = this.#knowledge.low.length;
    const most = rests ? MOST_FORGOTTEN_WITH_RESTS : MOST_FORGOTTEN;
    for (let key = this.#queue.pop(); key !== undefined; key = this.#queue.pop()) {
      if (this.#found.size > most) return undefined;
      const at = key >> 1;
      if (at < first) this.#ofClass(at, (key & 1) === 1);
      else if (rests) this.#ofRest(rests, at - first);
    }
    return this.#found;
  }

  #ofClass(at: number, isLow: boolean): void {
    const knowledge = this.#knowledge;
    const { width, reasons, rests } = knowledge;
    const own = at % width;
    const row = at - own;
    const set = row / width;
    // Which classes lie inside which differs from area to area.
    const from = isLow ? knowledge.lowFrom : knowledge.highFrom;
    for (let other = 0; other < this.#classes.count; other++)
      if (from[row + other] === reasons.classes + own) this.#add(2 * (row + other) + (isLow ? 1 : 0));
    for (const split of listAt(this.#splitsWith, own))
      for (const other of this.#ofSplit(split)) this.#follow(knowledge, 0, row + other, reasons.splits + split);
    for (const sum of listAt(this.#sumsWith, set)) this.#followSum(knowledge, 0, sum, own, reasons.sums + sum);
    if (!rests) return;
    for (const pair of listAt(this.#pairsWith, own)) {
      this.#followPair(row, pair);
      this.#followRest(rests, set, pair, rests.reasons.pairs + pair);
    }
  }

  #ofRest({ bounds, reasons }: Rests, at: number): void {
    const { width, low } = this.#knowledge;
    const rest = at % bounds.width;
    const set = (at - rest) / bounds.width;
    for (const sum of listAt(this.#sumsWith, set)) this.#followSum(bounds, low.length, sum, rest, reasons.sums + sum);
    for (const pair of listAt(this.#pairsOf, rest)) this.#followPair(set * width, pair);
  }

  #followPair(row: number, pair: number): void {
    const { wholes, parts } = this.#classes.rests;
    for (const own of [wholes[pair] as number, parts[pair] as number])
      this.#follow(this.#knowledge, 0, row + own, this.#knowledge.reasons.rests + pair);
  }

  #followRest({ bounds }: Rests, set: number, pair: number, reason: number): void {
    const rest = this.#classes.rests.restOf[pair] as number;
    this.#follow(bounds, this.#knowledge.low.length, set * bounds.width + rest, reason);
  }

  #followSum(bounds: BoundTable, first: number, sum: number, own: number, reason: number): void {
    const { wholes, parts } = this.#sets.sums;
    this.#follow(bounds, first, (wholes[sum] as number) * bounds.width + own, reason);
    for (const part of listAt(parts, sum)) this.#follow(bounds, first, part * bounds.width + own, reason);
  }

  /** Takes up the bounds here that follow for a reason. @param first where the keys of the table begin */
  #follow({ lowFrom, highFrom }: BoundTable, first: number, at: number, reason: number): void {
    if (lowFrom[at] === reason) this.#add(2 * (first + at) + 1);
    if (highFrom[at] === reason) this.#add(2 * (first + at));
  }

  #add(key: BoundKey): void {
    if (this.#found.has(key)) return;
    this.#found.add(key);
    this.#queue.push(key);
  }

  #ofSplit(split: number): readonly number[] {
    const { whole, parts } = this.#classes.splits[split] as Classes['splits'][number];
    return [whole, ...parts];
  }
}
