/** The least and the most students of each class there can be in each set of patches, and what each bound follows from. */

/** The least, or the most, of a class in a set. */
export interface Bound {
  /** `set * width + class`. */
  readonly at: number;
  readonly isLow: boolean;
}

export class BoundTable {
  /** Classes a set has a row of. */
  readonly width: number;
  /** By set and class (`set * width + class`) at least so many. */
  readonly low: Int32Array;
  /** Likewise at most so many. */
  readonly high: Int32Array;
  /** The reason each of the lows was raised for last; 0 where it has been as it is from the start. */
  readonly lowFrom: Int32Array;
  readonly highFrom: Int32Array;

  constructor(sets: number, width: number) {
    this.width = width;
    const made = () => new Int32Array(sets * width);
    [this.low, this.high, this.lowFrom, this.highFrom] = [made(), made(), made(), made()];
  }

  /** Two bounds that contradict each other would make everything follow: what comes second is not believed. */
  raise(at: number, least: number, reason: number): boolean {
    if (least <= (this.low[at] as number) || least > (this.high[at] as number)) return false;
    this.low[at] = least;
    this.lowFrom[at] = reason;
    return true;
  }

  lower(at: number, most: number, reason: number): boolean {
    if (most >= (this.high[at] as number) || most < (this.low[at] as number)) return false;
    this.high[at] = most;
    this.highFrom[at] = reason;
    return true;
  }
}

/** What a bound of a whole follows from: its parts; of a part the whole, and from the other side the other parts. */
export function byAddition(
  whole: number,
  parts: readonly number[],
  bounded: number,
  isLow: boolean,
  boundOf: (of: number, isLow: boolean) => Bound,
): Bound[] {
  if (whole === bounded) return parts.map((part) => boundOf(part, isLow));
  return [boundOf(whole, isLow), ...parts.filter((part) => part !== bounded).map((part) => boundOf(part, !isLow))];
}
