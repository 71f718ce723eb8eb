/** What sums of areas tell of each class in them and in their parts, asked again only where something has changed since. */
import type { Sums } from './sums.ts';
import type { BoundTable } from './table.ts';

/** Where the reasons begin: one a sum, and one a sum once more for what a sum of two tells. */
export interface SumReasons {
  readonly sums: number;
  readonly pairs: number;
}

/** Of a set in two, where it and one of the two are shown with different numbers, somebody of the other is counted. */
export type AreDifferent = (own: number, whole: number, part: number) => boolean;

export class AreaTeller {
  readonly #bounds: BoundTable;
  readonly #sums: Sums;
  readonly #reasons: SumReasons;
  /** When each set changed last, and when each sum was asked last: by a clock that counts the questions. */
  readonly #changed: Int32Array;
  readonly #asked: Int32Array;
  #now = 0;
  /** Of a sum, by class. */
  readonly #lows: Int32Array;
  readonly #highs: Int32Array;

  constructor(bounds: BoundTable, sets: number, sums: Sums, reasons: SumReasons) {
    this.#bounds = bounds;
    this.#sums = sums;
    this.#reasons = reasons;
    this.#changed = new Int32Array(sets).fill(1);
    this.#asked = new Int32Array(sums.wholes.length);
    this.#lows = new Int32Array(bounds.width);
    this.#highs = new Int32Array(bounds.width);
  }

  /** A time later than all changes so far. */
  tick(): number {
    this.#now += 1;
    return this.#now;
  }

  isChangedSince(set: number, time: number): boolean {
    return (this.#changed[set] as number) > time;
  }

  note(set: number): void {
    this.#changed[set] = this.#now;
  }

  /** Every sum once. @returns whether they told anything new */
  tell(areDifferent?: AreDifferent): boolean {
    let isChanged = false;
    for (let sum = 0; sum < this.#sums.wholes.length; sum++) {
      if (!this.#isNews(sum)) continue;
      this.#asked[sum] = this.tick();
      isChanged = this.#tellSum(sum) || isChanged;
      if (areDifferent) isChanged = this.#tellRemainder(sum, areDifferent) || isChanged;
    }
    return isChanged;
  }

  #isNews(sum: number): boolean {
    const changed = this.#changed;
    const asked = this.#asked[sum] as number;
    const { wholes, parts } = this.#sums;
    if ((changed[wholes[sum] as number] as number) > asked) return true;
    const to = parts.starts[sum + 1] as number;
    for (let i = parts.starts[sum] as number; i < to; i++)
      if ((changed[parts.items[i] as number] as number) > asked) return true;
    return false;
  }

  #tellSum(sum: number): boolean {
    const bounds = this.#bounds;
    const { low, high, width } = bounds;
    const { wholes, parts } = this.#sums;
    const reason = this.#reasons.sums + sum;
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
      isChanged = bounds.raise(at, least, reason) || isChanged;
      isChanged = bounds.lower(at, most, reason) || isChanged;
      // Until here the least and the most of all parts together; from here on what there is above and below those.
      above[own] = (high[at] as number) - least;
      below[own] = most - (low[at] as number);
    }
    if (isChanged) this.note(whole);
    for (let i = from; i < to; i++) {
      const part = parts.items[i] as number;
      let isNarrower = false;
      for (let own = 0, at = part * width; own < width; own++, at++) {
        const least = low[at] as number;
        const most = high[at] as number;
        if (most - least > (below[own] as number))
          isNarrower = bounds.raise(at, most - (below[own] as number), reason) || isNarrower;
        if (most - least > (above[own] as number))
          isNarrower = bounds.lower(at, least + (above[own] as number), reason) || isNarrower;
      }
      if (!isNarrower) continue;
      this.note(part);
      isChanged = true;
    }
    return isChanged;
  }

  #tellRemainder(sum: number, areDifferent: AreDifferent): boolean {
    const { wholes, parts } = this.#sums;
    const from = parts.starts[sum] as number;
    if ((parts.starts[sum + 1] as number) - from !== 2) return false;
    const { width } = this.#bounds;
    let isChanged = false;
    for (const other of [0, 1]) {
      const part = parts.items[from + other] as number;
      const rest = parts.items[from + 1 - other] as number;
      for (let own = 0; own < width; own++) {
        if (!areDifferent(own, wholes[sum] as number, part)) continue;
        if (!this.#bounds.raise(rest * width + own, 1, this.#reasons.pairs + sum)) continue;
        this.note(rest);
        isChanged = true;
      }
    }
    return isChanged;
  }
}
