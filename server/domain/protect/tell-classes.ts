/** What the classes of one set tell of each other: those within one another, and those that make up a whole. */
import type { Classes, Split } from './classes.ts';
import type { LocalClasses } from './local.ts';
import type { BoundTable } from './table.ts';

/** Where the reasons of each kind begin: so many from there on, one a class and one a split. */
export interface ClassReasons {
  readonly classes: number;
  readonly splits: number;
}

/** Once. @returns whether they told anything new */
export function tellClasses(
  bounds: BoundTable,
  classes: Classes,
  reasons: ClassReasons,
  set: number,
  local: LocalClasses | undefined,
): boolean {
  const { low, high, width } = bounds;
  const { within, order, splits } = classes;
  const row = set * width;
  let isChanged = false;
  for (let o = 0; o < order.length; o++) {
    const whole = order[o] as number;
    const to = within.starts[whole + 1] as number;
    for (let i = within.starts[whole] as number; i < to; i++) {
      const part = within.items[i] as number;
      isChanged = bounds.raise(row + whole, low[row + part] as number, reasons.classes + part) || isChanged;
    }
  }
  for (let o = order.length - 1; o >= 0; o--) {
    const whole = order[o] as number;
    const to = within.starts[whole + 1] as number;
    for (let i = within.starts[whole] as number; i < to; i++) {
      const part = within.items[i] as number;
      isChanged = bounds.lower(row + part, high[row + whole] as number, reasons.classes + whole) || isChanged;
    }
  }
  if (local) isChanged = tellLocal(bounds, row, local, reasons.classes) || isChanged;
  for (let s = 0; s < splits.length; s++)
    isChanged = tellSplit(bounds, row, splits[s] as Split, reasons.splits + s) || isChanged;
  return isChanged;
}

function tellLocal(bounds: BoundTable, row: number, { same, within }: LocalClasses, reason: number): boolean {
  const { low, high } = bounds;
  let isChanged = false;
  const level = (to: number, from: number) => {
    isChanged = bounds.raise(row + to, low[row + from] as number, reason + from) || isChanged;
    isChanged = bounds.lower(row + to, high[row + from] as number, reason + from) || isChanged;
  };
  for (let i = 0; i < same.length; i += 2) level(same[i] as number, same[i + 1] as number);
  for (let i = 0; i < within.length; i += 2) {
    const part = within[i + 1] as number;
    isChanged = bounds.raise(row + (within[i] as number), low[row + part] as number, reason + part) || isChanged;
  }
  for (let i = within.length - 2; i >= 0; i -= 2) {
    const whole = within[i] as number;
    isChanged = bounds.lower(row + (within[i + 1] as number), high[row + whole] as number, reason + whole) || isChanged;
  }
  for (let i = 0; i < same.length; i += 2) level(same[i + 1] as number, same[i] as number);
  return isChanged;
}

function tellSplit(bounds: BoundTable, row: number, { whole, parts }: Split, reason: number): boolean {
  const { low, high } = bounds;
  let lows = 0;
  let highs = 0;
  for (const part of parts) {
    lows += low[row + part] as number;
    highs += high[row + part] as number;
  }
  let isChanged = bounds.raise(row + whole, lows, reason);
  isChanged = bounds.lower(row + whole, highs, reason) || isChanged;
  const above = (high[row + whole] as number) - lows;
  const below = highs - (low[row + whole] as number);
  for (const part of parts) {
    const least = low[row + part] as number;
    isChanged = bounds.raise(row + part, (high[row + part] as number) - below, reason) || isChanged;
    isChanged = bounds.lower(row + part, least + above, reason) || isChanged;
  }
  return isChanged;
}
