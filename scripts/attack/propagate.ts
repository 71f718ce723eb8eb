/**
 * Narrows what is possible until nothing more follows: sets within sets, sets that add up, groups that add up. Where what is
 * believed contradicts itself, one of the beliefs was wrong, and nothing is concluded from either.
 */
import type { LocalClasses } from '../../server/domain/protect/local.ts';
import { readDifferent } from './different.ts';
import type { System } from './system.ts';

const MOST_ROUNDS = 20;

/** @returns rounds until nothing changed */
export function propagate(system: System): number {
  const { catalog, groups, sums, least, most } = system;
  readDifferent(system);
  const touched = new Uint8Array(groups.length).fill(1);
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let changed = false;
    const next = new Uint8Array(groups.length);
    for (let group = 0; group < groups.length; group++) {
      if (!touched[group]) continue;
      const low = least[group] as Int32Array;
      const high = most[group] as Int32Array;
      let own = false;
      for (const [part, whole] of catalog.nested) own = nest(low, high, whole, part) || own;
      if (system.local) own = narrowLocal(low, high, system.local[group] as LocalClasses) || own;
      for (const { whole, parts } of catalog.splits) own = narrowSplit(low, high, whole, parts) || own;
      if (own) {
        next[group] = 1;
        changed = true;
      }
    }
    for (const { whole, parts } of sums)
      if (narrowSum(system, whole, parts)) {
        next[whole] = 1;
        for (const part of parts) next[part] = 1;
        changed = true;
      }
    if (!changed) return round;
    touched.set(next);
  }
  return MOST_ROUNDS;
}

function nest(low: Int32Array, high: Int32Array, whole: number, part: number): boolean {
  if ((low[part] as number) > (high[whole] as number)) return false;
  let changed = false;
  if ((low[part] as number) > (low[whole] as number)) {
    low[whole] = low[part] as number;
    changed = true;
  }
  if ((high[whole] as number) < (high[part] as number)) {
    high[part] = high[whole] as number;
    changed = true;
  }
  return changed;
}

/** Sets are numbered without everybody there. */
function narrowLocal(low: Int32Array, high: Int32Array, { same, within }: LocalClasses): boolean {
  let changed = false;
  for (let i = 0; i < within.length; i += 2)
    changed = nest(low, high, (within[i] as number) + 1, (within[i + 1] as number) + 1) || changed;
  for (let i = 0; i < same.length; i += 2) {
    const [one, other] = [(same[i] as number) + 1, (same[i + 1] as number) + 1];
    changed = nest(low, high, one, other) || changed;
    changed = nest(low, high, other, one) || changed;
  }
  return changed;
}

function narrowSplit(low: Int32Array, high: Int32Array, whole: number, parts: readonly number[]): boolean {
  let lows = 0;
  let highs = 0;
  for (const part of parts) {
    lows += low[part] as number;
    highs += high[part] as number;
  }
  if (lows > (high[whole] as number) || highs < (low[whole] as number)) return false;
  let changed = false;
  if (lows > (low[whole] as number)) {
    low[whole] = lows;
    changed = true;
  }
  if (highs < (high[whole] as number)) {
    high[whole] = highs;
    changed = true;
  }
  for (const part of parts) {
    const most = (high[whole] as number) - (lows - (low[part] as number));
    const least = (low[whole] as number) - (highs - (high[part] as number));
    if (most < (high[part] as number)) {
      highs -= (high[part] as number) - most;
      high[part] = most;
      changed = true;
    }
    if (least > (low[part] as number)) {
      lows += least - (low[part] as number);
      low[part] = least;
      changed = true;
    }
  }
  return changed;
}

function narrowSum({ catalog, least, most }: System, whole: number, parts: readonly number[]): boolean {
  const wholeLow = least[whole] as Int32Array;
  const wholeHigh = most[whole] as Int32Array;
  let changed = false;
  for (let set = 1; set < catalog.names.length; set++) {
    let lows = 0;
    let highs = 0;
    for (const part of parts) {
      lows += (least[part] as Int32Array)[set] as number;
      highs += (most[part] as Int32Array)[set] as number;
    }
    if (lows > (wholeHigh[set] as number) || highs < (wholeLow[set] as number)) continue;
    if (lows > (wholeLow[set] as number)) {
      wholeLow[set] = lows;
      changed = true;
    }
    if (highs < (wholeHigh[set] as number)) {
      wholeHigh[set] = highs;
      changed = true;
    }
    const spareAbove = (wholeHigh[set] as number) - lows;
    const spareBelow = highs - (wholeLow[set] as number);
    for (const part of parts) {
      const low = least[part] as Int32Array;
      const high = most[part] as Int32Array;
      const width = (high[set] as number) - (low[set] as number);
      if (width <= spareAbove && width <= spareBelow) continue;
      const before: number = low[set] as number;
      if (width > spareBelow) low[set] = (high[set] as number) - spareBelow;
      if (width > spareAbove) high[set] = before + spareAbove;
      changed = true;
    }
  }
  return changed;
}
