/** What was learned from a value, so that little has to be learned anew when a few more are hidden. */

import { type Lists, listAt, reversed } from '../lists.ts';
import type { Classes } from './classes.ts';
import type { Knowledge } from './knowledge.ts';
import type { PatchSets } from './patch-sets.ts';

/** A bound as one number: `2 * at`, and one more for a least. */
export type BoundKey = number;

/** With more than that it is quicker to learn everything anew. */
const MOST_FORGOTTEN = 100_000;

export class Dependents {
  readonly #sets: PatchSets;
  readonly #classes: Classes;
  readonly #knowledge: Knowledge;
  /** By set the sums it is a part of, or the whole. */
  readonly #sumsWith: Lists;
  /** By class, and everybody last, the splits likewise. */
  readonly #splitsWith: Lists;
  /** By class those it lies within, with none between. */
  readonly #around: Lists;

  constructor(sets: PatchSets, classes: Classes, knowledge: Knowledge) {
    this.#sets = sets;
    this.#classes = classes;
    this.#knowledge = knowledge;
    const { wholes, parts } = sets.sums;
    this.#sumsWith = reversed(sets.count, wholes.length, (sum) => [wholes[sum] as number, ...listAt(parts, sum)]);
    this.#splitsWith = reversed(classes.count + 1, classes.splits.length, (split) => this.#ofSplit(split));
    this.#around = reversed(classes.count, classes.count, (whole) => listAt(classes.within, whole));
  }

  /**
   * @param values by class and set
   * @returns bounds that follow from them, directly or not; some that would follow without, too. Undefined when too many
   */
  of(values: readonly number[]): ReadonlySet<BoundKey> | undefined {
    const { width, lowFrom, highFrom, reasons } = this.#knowledge;
    const { count, sums } = this.#sets;
    const found = new Set<BoundKey>();
    const queue: BoundKey[] = [];
    const add = (at: number, isLow: boolean) => {
      const key = 2 * at + (isLow ? 1 : 0);
      if (found.has(key)) return;
      found.add(key);
      queue.push(key);
    };
    const addFrom = (at: number, reason: number) => {
      if (lowFrom[at] === reason) add(at, true);
      if (highFrom[at] === reason) add(at, false);
    };
    const addOfSum = (sum: number, own: number, reason: number) => {
      addFrom((sums.wholes[sum] as number) * width + own, reason);
      for (const part of listAt(sums.parts, sum)) addFrom(part * width + own, reason);
    };
    for (const value of values) {
      const set = value % count;
      const own = (value - set) / count;
      addFrom(set * width + own, 0);
      for (const sum of listAt(this.#sumsWith, set)) addOfSum(sum, own, reasons.pairs + sum);
    }
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      if (found.size > MOST_FORGOTTEN) return undefined;
      const at = key >> 1;
      const own = at % width;
      const row = at - own;
      if (own < this.#classes.count) {
        if (key & 1) {
          for (const whole of listAt(this.#around, own))
            if (lowFrom[row + whole] === reasons.classes + own) add(row + whole, true);
        } else
          for (const part of listAt(this.#classes.within, own))
            if (highFrom[row + part] === reasons.classes + own) add(row + part, false);
      }
      for (const split of listAt(this.#splitsWith, own))
        for (const other of this.#ofSplit(split)) addFrom(row + other, reasons.splits + split);
      for (const sum of listAt(this.#sumsWith, row / width)) addOfSum(sum, own, reasons.sums + sum);
    }
    return found;
  }

  #ofSplit(split: number): readonly number[] {
    const { whole, parts } = this.#classes.splits[split] as Classes['splits'][number];
    return [whole, ...parts];
  }
}
