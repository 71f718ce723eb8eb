/** The least and the most students of each class there can be in each set of patches, and what each bound follows from. */

/** The least, or the most, of a class in a set. */
export interface Bound {
  /** `set * width + class`; those of rests follow those of classes. */
  readonly at: number;
  readonly isLow: boolean;
}

export function lowOf(at: number): Bound {
  return { at, isLow: true };
}

export function highOf(at: number): Bound {
  return { at, isLow: false };
}

export class BoundTable {
  /** Classes a set has a row of. */
  readonly width: number;
  /** By set and class (`set * width + class`) at least so many. */
  readonly low: Int32Array;
  /** Likewise at most so many. */
  readonly high: Int32Array;
  /** The reason each of the lows was raised for last; 0 where none ever was. */
  readonly lowFrom: Uint16Array | Int32Array;
  readonly highFrom: Uint16Array | Int32Array;

  /** @param reasons how many there can be */
  constructor(sets: number, width: number, reasons: number) {
    const size = sets * width;
    this.width = width;
    [this.low, this.high] = [new Int32Array(size), new Int32Array(size)];
    const made = () => (reasons <= 2 ** 16 ? new Uint16Array(size) : new Int32Array(size));
    [this.lowFrom, this.highFrom] = [made(), made()];
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
