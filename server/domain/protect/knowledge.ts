/**
 * All that follows from what is published: the least and the most students of each class there can be in each set of
 * patches. What a value tells of its own count is told on: to the classes beside it, which make up the group, and to those inside
 * and around it; to the areas it is a part or a sum of; and from there again, until nothing more follows.
 */
import { leastOf, mostOf } from './bounds.ts';
import type { Classes } from './classes.ts';
import { Dependents } from './forget.ts';
import type { LocalClasses } from './local.ts';
import type { Numbers } from './numbers.ts';
import type { PatchSets } from './patch-sets.ts';
import { Rests } from './rests.ts';
import { BoundTable } from './table.ts';
import { AreaTeller } from './tell-areas.ts';
import { tellClasses } from './tell-classes.ts';

/** What is published, by class and set (`class * sets + set`). */
export interface Published {
  /** Shown counts, or codes of hidden ones. */
  readonly codes: Int32Array;
  /** 1 where the value may be that of a set inside. */
  readonly isTaken: Uint8Array;
  /** Students by set. */
  readonly students: Int32Array;
  readonly numbers: Numbers;
}

/** Bounds narrow by whole students, so an end comes; one that is so far off would tell little more. */
const MOST_ROUNDS = 40;
const MOST_PASSES = 10;

/** Where each kind of reason begins: 0 = the value itself, then one a class, split, sum, sum of two, pair that leaves a rest. */
function reasonsOf(sets: PatchSets, classes: Classes) {
  const splits = 1 + classes.count + 1;
  const sums = splits + classes.splits.length;
  const pairs = sums + sets.sums.wholes.length;
  const rests = pairs + sets.sums.wholes.length;
  return { classes: 1, splits, sums, pairs, rests, count: rests + classes.rests.restOf.length };
}

/** Its rows are of all classes, and of everybody last. */
export class Knowledge extends BoundTable {
  readonly reasons: ReturnType<typeof reasonsOf>;
  /** Undefined until it is asked to consider them. */
  rests: Rests | undefined;
  readonly #sets: PatchSets;
  readonly #classes: Classes;
  readonly #floor: number;
  readonly #local: readonly LocalClasses[] | undefined;
  readonly #dependents: Dependents;
  readonly #areas: AreaTeller;
  /** When each set was last asked what its classes tell of each other, by the clock of the areas. */
  readonly #asked: Int32Array;

  /** @param local by set what else holds of its classes */
  constructor(sets: PatchSets, classes: Classes, floor: number, local?: readonly LocalClasses[]) {
    const reasons = reasonsOf(sets, classes);
    super(sets.count, classes.count + 1, reasons.count);
    this.reasons = reasons;
    this.#sets = sets;
    this.#classes = classes;
    this.#floor = floor;
    this.#local = local;
    this.#dependents = new Dependents(sets, classes, this);
    this.#areas = new AreaTeller(this, sets.count, sets.sums, this.reasons);
    this.#asked = new Int32Array(sets.count);
  }

  /** Forgets what it knew, and learns all that these values tell. */
  learn(published: Published): void {
    this.lowFrom.fill(0);
    this.highFrom.fill(0);
    this.rests?.forgetAll();
    this.#areas.tick();
    for (let set = 0; set < this.#sets.count; set++) {
      for (let own = 0; own < this.width; own++) {
        this.#readLow(published, set, own);
        this.#readHigh(published, set, own);
      }
      this.#areas.note(set);
    }
    this.#conclude(published);
  }

  /**
   * Forgets what followed from some values, by class and set, which are hidden by now, and learns what there is to learn instead.
   * Where two bounds only confirm each other they stay, so it may know a little more than anybody would.
   */
  relearn(published: Published, hidden: readonly number[]): void {
    const forgotten = this.#dependents.of(hidden, published.numbers);
    if (!forgotten) {
      this.learn(published);
      return;
    }
    this.#areas.tick();
    for (const key of forgotten) {
      const at = key >> 1;
      if (at >= this.low.length) {
        this.rests?.forget(at - this.low.length, (key & 1) === 1);
        continue;
      }
      const own = at % this.width;
      const set = (at - own) / this.width;
      if (key & 1) this.#readLow(published, set, own);
      else this.#readHigh(published, set, own);
      (key & 1 ? this.lowFrom : this.highFrom)[at] = 0;
      this.#areas.note(set);
    }
    this.#conclude(published);
  }

  /** Considers from now on also what one class has more than another inside it. */
  considerRests(published: Published): void {
    this.rests = new Rests(this.#sets, this.#classes.rests, this);
    this.#conclude(published);
  }

  /** A time later than all it has learned so far. */
  tick(): number {
    return this.#areas.tick();
  }

  isChangedSince(set: number, time: number): boolean {
    return this.#areas.isChangedSince(set, time);
  }

  /** Notes that something is known of a set that was not. */
  note(set: number): void {
    this.#areas.tick();
    this.#areas.note(set);
  }

  #conclude(published: Published): void {
    this.#ofClasses(published);
    for (let round = 0; round < MOST_ROUNDS && this.rests?.tell(published); round++) this.#ofClasses(published);
  }

  #ofClasses({ numbers }: Published): void {
    const { count } = this.#sets;
    const areas = this.#areas;
    const areDifferent = (own: number, whole: number, part: number) =>
      own !== this.#classes.count && numbers.areDifferent(own, whole, own, part);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      for (let set = 0; set < count; set++) {
        if (!areas.isChangedSince(set, this.#asked[set] as number)) continue;
        this.#asked[set] = areas.tick();
        const local = this.#local?.[set];
        for (let pass = 0; pass < MOST_PASSES && tellClasses(this, this.#classes, this.reasons, set, local); pass++)
          areas.note(set);
      }
      if (!areas.tell(areDifferent)) return;
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
}
