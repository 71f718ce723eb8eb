/**
 * All that follows from what is published: the least and the most students of each class there can be in each set of
 * patches. What a value tells of its own count is told on: to the classes beside it, which make up the group, and to those inside
 * and around it; to the areas it is a part or a sum of; and from there again, until nothing more follows.
 */
import { leastOf, mostOf } from './bounds.ts';
import type { Classes } from './classes.ts';
import { isShown } from './code.ts';
import { Dependents } from './forget.ts';
import type { PatchSets } from './patch-sets.ts';

/** What is published, by class and set (`class * sets + set`). */
export interface Published {
  /** Shown counts, or codes of hidden ones. */
  readonly codes: Int32Array;
  /** 1 where the value may be that of a set inside. */
  readonly isTaken: Uint8Array;
  /** Students by set. */
  readonly students: Int32Array;
}

/** Bounds narrow by whole students, so an end comes; one that is so far off would tell little more. */
const MOST_ROUNDS = 40;
const MOST_PASSES = 10;

export class Knowledge {
  /** Classes and everybody: the rows of `low` and `high` are so wide. */
  readonly width: number;
  /** By set and class (`set * width + class`) at least so many. */
  readonly low: Int32Array;
  /** Likewise at most so many. */
  readonly high: Int32Array;
  /** What each of the lows was raised by last. */
  readonly lowFrom: Int32Array;
  readonly highFrom: Int32Array;
  /** Where in `lowFrom` and `highFrom` each kind of reason begins: 0 = the value itself, then class, split, sum, sum of two. */
  readonly reasons: {
    readonly classes: number;
    readonly splits: number;
    readonly sums: number;
    readonly pairs: number;
  };
  readonly #sets: PatchSets;
  readonly #classes: Classes;
  readonly #floor: number;
  readonly #dependents: Dependents;
  /** When each set changed last, and when sets and sums were last asked what follows: by a clock that counts the questions. */
  readonly #changed: Int32Array;
  readonly #askedSet: Int32Array;
  readonly #askedSum: Int32Array;
  #now = 0;
  /** Of a sum of areas, by class. */
  readonly #lows: Int32Array;
  readonly #highs: Int32Array;

  constructor(sets: PatchSets, classes: Classes, floor: number) {
    this.width = classes.count + 1;
    const made = () => new Int32Array(sets.count * this.width);
    [this.low, this.high, this.lowFrom, this.highFrom] = [made(), made(), made(), made()];
    const splits = 1 + this.width;
    const sums = splits + classes.splits.length;
    this.reasons = { classes: 1, splits, sums, pairs: sums + sets.sums.wholes.length };
    this.#sets = sets;
    this.#classes = classes;
    this.#floor = floor;
    this.#dependents = new Dependents(sets, classes, this);
    this.#changed = new Int32Array(sets.count);
    this.#askedSet = new Int32Array(sets.count);
    this.#askedSum = new Int32Array(sets.sums.wholes.length);
    this.#lows = new Int32Array(this.width);
    this.#highs = new Int32Array(this.width);
  }

  /** Forgets what it knew, and learns all that these values tell. */
  learn(published: Published): void {
    const { count } = this.#sets;
    this.lowFrom.fill(0);
    this.highFrom.fill(0);
    for (let set = 0; set < count; set++) {
      for (let own = 0; own < this.width; own++) {
        this.#readLow(published, set, own);
        this.#readHigh(published, set, own);
      }
    }
    this.#now += 1;
    this.#changed.fill(this.#now);
    this.#conclude(published);
  }

  /**
   * Forgets what followed from some values, by class and set, which are hidden by now, and learns what there is to learn instead.
   * Where two bounds only confirm each other they stay, so it may know a little more than anybody would.
   */
  relearn(published: Published, hidden: readonly number[]): void {
    const forgotten = this.#dependents.of(hidden);
    if (!forgotten) {
      this.learn(published);
      return;
    }
    this.#now += 1;
    for (const key of forgotten) {
      const at = key >> 1;
      const own = at % this.width;
      const set = (at - own) / this.width;
      if (key & 1) this.#readLow(published, set, own);
      else this.#readHigh(published, set, own);
      (key & 1 ? this.lowFrom : this.highFrom)[at] = 0;
      this.#changed[set] = this.#now;
    }
    this.#conclude(published);
  }

  #conclude(published: Published): void {
    const { count, sums } = this.#sets;
    const changed = this.#changed;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let isChanged = false;
      for (let set = 0; set < count; set++) {
        if ((changed[set] as number) <= (this.#askedSet[set] as number)) continue;
        this.#askedSet[set] = ++this.#now;
        for (let pass = 0; pass < MOST_PASSES && this.#tellClasses(set); pass++) changed[set] = this.#now;
      }
      for (let sum = 0; sum < sums.wholes.length; sum++) {
        if (!this.#isNews(sum)) continue;
        this.#askedSum[sum] = ++this.#now;
        isChanged = this.#tellAreas(sum, published) || isChanged;
      }
      if (!isChanged) return;
    }
  }

  #readLow({ codes, students }: Published, set: number, own: number): void {
    const all = students[set] as number;
    const code = codes[own * this.#sets.count + set] as number;
    this.low[set * this.width + own] = own === this.#classes.count ? all : leastOf(code, all, this.#floor);
  }

  #readHigh({ codes, isTaken, students }: Published, set: number, own: number): void {
    const all = students[set] as number;
    const value = own * this.#sets.count + set;
    const most = () => mostOf(codes[value] as number, all, isTaken[value] === 1, this.#floor);
    this.high[set * this.width + own] = own === this.#classes.count ? all : most();
  }

  #isNews(sum: number): boolean {
    const changed = this.#changed;
    const asked = this.#askedSum[sum] as number;
    const { wholes, parts } = this.#sets.sums;
    if ((changed[wholes[sum] as number] as number) > asked) return true;
    const to = parts.starts[sum + 1] as number;
    for (let i = parts.starts[sum] as number; i < to; i++)
      if ((changed[parts.items[i] as number] as number) > asked) return true;
    return false;
  }

  /** Two bounds that contradict each other would make everything follow: what comes second is not believed. */
  #raise(at: number, least: number, reason: number): boolean {
    if (least <= (this.low[at] as number) || least > (this.high[at] as number)) return false;
    this.low[at] = least;
    this.lowFrom[at] = reason;
    return true;
  }

  #lower(at: number, most: number, reason: number): boolean {
    if (most >= (this.high[at] as number) || most < (this.low[at] as number)) return false;
    this.high[at] = most;
    this.highFrom[at] = reason;
    return true;
  }

  /** What the classes of one set tell of each other, once. @returns whether they told anything new */
  #tellClasses(set: number): boolean {
    const { low, high, reasons } = this;
    const { within, order, splits } = this.#classes;
    const row = set * this.width;
    let isChanged = false;
    for (let o = 0; o < order.length; o++) {
      const whole = order[o] as number;
      const to = within.starts[whole + 1] as number;
      for (let i = within.starts[whole] as number; i < to; i++) {
        const part = within.items[i] as number;
        isChanged = this.#raise(row + whole, low[row + part] as number, reasons.classes + part) || isChanged;
      }
    }
    for (let o = order.length - 1; o >= 0; o--) {
      const whole = order[o] as number;
      const to = within.starts[whole + 1] as number;
      for (let i = within.starts[whole] as number; i < to; i++) {
        const part = within.items[i] as number;
        isChanged = this.#lower(row + part, high[row + whole] as number, reasons.classes + whole) || isChanged;
      }
    }
    for (let split = 0; split < splits.length; split++) isChanged = this.#tellSplit(row, split) || isChanged;
    return isChanged;
  }

  #tellSplit(row: number, split: number): boolean {
    const { low, high } = this;
    const { whole, parts } = this.#classes.splits[split] as Classes['splits'][number];
    const reason = this.reasons.splits + split;
    let lows = 0;
    let highs = 0;
    for (const part of parts) {
      lows += low[row + part] as number;
      highs += high[row + part] as number;
    }
    let isChanged = this.#raise(row + whole, lows, reason);
    isChanged = this.#lower(row + whole, highs, reason) || isChanged;
    const above = (high[row + whole] as number) - lows;
    const below = highs - (low[row + whole] as number);
    for (const part of parts) {
      const least = low[row + part] as number;
      isChanged = this.#raise(row + part, (high[row + part] as number) - below, reason) || isChanged;
      isChanged = this.#lower(row + part, least + above, reason) || isChanged;
    }
    return isChanged;
  }

  /** What a sum of areas tells of each class in it and in its parts. */
  #tellAreas(sum: number, published: Published): boolean {
    const { low, high, width } = this;
    const changed = this.#changed;
    const { wholes, parts } = this.#sets.sums;
    const reason = this.reasons.sums + sum;
    const above = this.#lows.fill(0);
    const below = this.#highs.fill(0);
    const from = parts.starts[sum] as number;
    const to = parts.starts[sum + 1] as number;
    for (let i = from; i < to; i++) {
      const row = (parts.items[i] as number) * width;
      for (let own = 0; own < width; own++) {
        above[own] = (above[own] as number) + (low[row + own] as number);
        below[own] = (below[own] as number) + (high[row + own] as number);
      }
    }
    const whole = wholes[sum] as number;
    let isChanged = false;
    for (let own = 0, at = whole * width; own < width; own++, at++) {
      const least = above[own] as number;
      const most = below[own] as number;
      isChanged = this.#raise(at, least, reason) || isChanged;
      isChanged = this.#lower(at, most, reason) || isChanged;
      // Until here the least and the most of all parts together; from here on what there is above and below those.
      above[own] = (high[at] as number) - least;
      below[own] = most - (low[at] as number);
    }
    if (isChanged) changed[whole] = this.#now;
    for (let i = from; i < to; i++) {
      const part = parts.items[i] as number;
      let isNarrower = false;
      for (let own = 0, at = part * width; own < width; own++, at++) {
        const least = low[at] as number;
        const most = high[at] as number;
        if (most - least > (below[own] as number))
          isNarrower = this.#raise(at, most - (below[own] as number), reason) || isNarrower;
        if (most - least > (above[own] as number))
          isNarrower = this.#lower(at, least + (above[own] as number), reason) || isNarrower;
      }
      if (!isNarrower) continue;
      changed[part] = this.#now;
      isChanged = true;
    }
    if (to - from === 2) isChanged = this.#tellRemainder(sum, published) || isChanged;
    return isChanged;
  }

  /** Of a set in two, where it and one of the two are shown with different numbers, somebody of the other is counted. */
  #tellRemainder(sum: number, { codes }: Published): boolean {
    const { wholes, parts } = this.#sets.sums;
    const from = parts.starts[sum] as number;
    let isChanged = false;
    for (const other of [0, 1]) {
      const part = parts.items[from + other] as number;
      const rest = parts.items[from + 1 - other] as number;
      for (let own = 0; own < this.#classes.count; own++) {
        const column = own * this.#sets.count;
        const value = codes[column + (wholes[sum] as number)] as number;
        const inside = codes[column + part] as number;
        if (!isShown(value) || !isShown(inside) || value === inside) continue;
        if (!this.#raise(rest * this.width + own, 1, this.reasons.pairs + sum)) continue;
        this.#changed[rest] = this.#now;
        isChanged = true;
      }
    }
    return isChanged;
  }
}
