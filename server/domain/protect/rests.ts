/**
 * What is known of rests: of what one class has more than another inside it, such as whom the agency's filings serve and the
 * public's do not. No number is published of those, but the areas of a sum hold together what it holds: so a rest too is told
 * on, from area to area, and what follows is told back to the classes, until nothing more does.
 */
import type { Knowledge, Published } from './knowledge.ts';
import type { RestClasses } from './leftover.ts';
import type { PatchSets } from './patch-sets.ts';
import { BoundTable } from './table.ts';
import { AreaTeller } from './tell-areas.ts';

export class Rests {
  /** By set and rest. */
  readonly bounds: BoundTable;
  readonly classes: RestClasses;
  /** Where each kind of reason begins: 0 = none, then one a pair, one a pair shown with different numbers, one a sum. */
  readonly reasons: { readonly pairs: number; readonly different: number; readonly sums: number };
  readonly #sets: PatchSets;
  readonly #knowledge: Knowledge;
  readonly #areas: AreaTeller;
  /** When each set was last read from the classes, by their clock, and told back to them, by that of the areas. */
  readonly #read: Int32Array;
  readonly #told: Int32Array;

  constructor(sets: PatchSets, classes: RestClasses, knowledge: Knowledge) {
    const pairs = classes.restOf.length;
    const sums = sets.sums.wholes.length;
    this.reasons = { pairs: 1, different: 1 + pairs, sums: 1 + 2 * pairs };
    this.bounds = new BoundTable(sets.count, classes.count, this.reasons.sums + sums);
    this.classes = classes;
    this.#sets = sets;
    this.#knowledge = knowledge;
    // One area of two never tells of the other by its number: none is shown of a rest.
    this.#areas = new AreaTeller(this.bounds, sets.count, sets.sums, { sums: this.reasons.sums, pairs: 0 });
    this.#read = new Int32Array(sets.count);
    this.#told = new Int32Array(sets.count);
    this.forgetAll();
  }

  forgetAll(): void {
    const { low, high, lowFrom, highFrom } = this.bounds;
    for (const bounds of [low, lowFrom, highFrom]) bounds.fill(0);
    high.fill(ANY);
    this.#read.fill(-1);
  }

  forget(at: number, isLow: boolean): void {
    const { low, high, lowFrom, highFrom, width } = this.bounds;
    if (isLow) low[at] = 0;
    else high[at] = ANY;
    (isLow ? lowFrom : highFrom)[at] = 0;
    this.#read[Math.floor(at / width)] = -1;
  }

  /** Takes what is new of the classes, and tells back what follows. @returns whether that is new to them */
  tell(published: Published): boolean {
    const { count } = this.#sets;
    for (let set = 0; set < count; set++) {
      if (!this.#knowledge.isChangedSince(set, this.#read[set] as number)) continue;
      this.#read[set] = this.#knowledge.tick();
      this.#areas.tick();
      if (this.#readSet(set, published)) this.#areas.note(set);
      // A bound of a class may have been forgotten that follows from a rest that was not.
      this.#told[set] = -1;
    }
    while (this.#areas.tell());
    let isNews = false;
    for (let set = 0; set < count; set++) {
      if (!this.#areas.isChangedSince(set, this.#told[set] as number)) continue;
      this.#told[set] = this.#areas.tick();
      if (!this.#tellBack(set)) continue;
      this.#knowledge.note(set);
      isNews = true;
    }
    return isNews;
  }

  /** Whoever is in the whole and not in the part; and somebody is, where they are shown with different numbers. */
  #readSet(set: number, { numbers }: Published): boolean {
    const { low, high, width: classes } = this.#knowledge;
    const { restOf, wholes, parts } = this.classes;
    const { bounds } = this;
    const { pairs, different } = this.reasons;
    let isChanged = false;
    for (let pair = 0; pair < restOf.length; pair++) {
      const at = set * bounds.width + (restOf[pair] as number);
      const [wholeClass, partClass] = [wholes[pair] as number, parts[pair] as number];
      const [whole, part] = [set * classes + wholeClass, set * classes + partClass];
      const least = (low[whole] as number) - (high[part] as number);
      const most = (high[whole] as number) - (low[part] as number);
      isChanged = bounds.lower(at, most, pairs + pair) || isChanged;
      isChanged = bounds.raise(at, least, pairs + pair) || isChanged;
      if ((bounds.low[at] as number) > 0) continue;
      if (!numbers.areDifferent(wholeClass, set, partClass, set)) continue;
      isChanged = bounds.raise(at, 1, different + pair) || isChanged;
    }
    return isChanged;
  }

  /** A whole is its part and the rest. */
  #tellBack(set: number): boolean {
    const knowledge = this.#knowledge;
    const { low, high, width: classes } = knowledge;
    const { restOf, wholes, parts } = this.classes;
    const { bounds } = this;
    let isNews = false;
    for (let pair = 0; pair < restOf.length; pair++) {
      const at = set * bounds.width + (restOf[pair] as number);
      const own = this.reasons.pairs + pair;
      const lowFrom = bounds.lowFrom[at] as number;
      // What the pair told itself it need not be told.
      if ((lowFrom === 0 || lowFrom === own) && bounds.highFrom[at] === own) continue;
      const whole = set * classes + (wholes[pair] as number);
      const part = set * classes + (parts[pair] as number);
      const [least, most] = [bounds.low[at] as number, bounds.high[at] as number];
      const reason = knowledge.reasons.rests + pair;
      isNews = knowledge.raise(whole, (low[part] as number) + least, reason) || isNews;
      isNews = knowledge.lower(whole, (high[part] as number) + most, reason) || isNews;
      isNews = knowledge.raise(part, (low[whole] as number) - most, reason) || isNews;
      isNews = knowledge.lower(part, (high[whole] as number) - least, reason) || isNews;
    }
    return isNews;
  }
}

/** More students than there are: what is not known of a rest at first, and sums of such are no more than a number holds. */
const ANY = 2 ** 20;
