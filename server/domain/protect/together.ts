/**
 * Small groups among what makes up a whole: some of the classes of a group together, such as all that are hidden; and what
 * those areas of a sum hold together of which no number is shown.
 */

import { listAt } from '../lists.ts';
import type { Split } from './classes.ts';
import { isShown } from './code.ts';
import type { Known, Proof } from './proofs.ts';
import type { Bound } from './table.ts';

/** More than any count. */
const ENDLESS = 2 ** 30;

/** Every two or more of the classes of a split, but not all but one: those are what the whole has more than the one. */
export function* ofClassesTogether(known: Known, where: Uint8Array): Generator<Proof> {
  const { sets, classes, knowledge } = known;
  const choices = classes.splits.map(({ parts }) => choicesOf(parts.length));
  for (let set = 0; set < sets.count; set++) {
    if (!where[set]) continue;
    const row = set * knowledge.width;
    for (let s = 0; s < classes.splits.length; s++) {
      const split = classes.splits[s] as Split;
      if (split.parts.length < 4 || !mayBeSmall(known, row, split)) continue;
      for (const choice of choices[s] ?? []) {
        if (!isSmall(known, row, split, choice)) continue;
        const [whole, ...parts] = [split.whole, ...split.parts].map((own) => row + own);
        yield proofOf(known, whole as number, parts, (at) => ((choice >> at) & 1) === 1);
      }
    }
  }
}

/** Choices as bits: each of at least two of so many, and of all but at least two. */
function choicesOf(count: number): number[] {
  const sizeOf = (choice: number) =>
    Array.from({ length: count }, (_, at) => (choice >> at) & 1).reduce((a, b) => a + b, 0);
  return [...Array(2 ** count).keys()].filter((choice) => sizeOf(choice) >= 2 && sizeOf(choice) <= count - 2);
}

/** Whether the two parts of which there are fewest are few, or what is left of the whole beside all but those of fewest. */
function mayBeSmall({ knowledge: { low, high }, floor }: Known, row: number, { whole, parts }: Split): boolean {
  let [lows, fewestLow, nextLow] = [0, ENDLESS, ENDLESS];
  let [fewestHigh, nextHigh] = [ENDLESS, ENDLESS];
  for (let at = 0; at < parts.length; at++) {
    const least = low[row + (parts[at] as number)] as number;
    const most = high[row + (parts[at] as number)] as number;
    lows += least;
    nextLow = Math.min(nextLow, Math.max(fewestLow, least));
    fewestLow = Math.min(fewestLow, least);
    nextHigh = Math.min(nextHigh, Math.max(fewestHigh, most));
    fewestHigh = Math.min(fewestHigh, most);
  }
  const isFew = fewestHigh + nextHigh < floor || (high[row + whole] as number) - (lows - fewestLow - nextLow) < floor;
  return isFew && (lows >= 1 || (low[row + whole] as number) - (fewestHigh + nextHigh) >= 1);
}

function isSmall(
  { knowledge: { low, high }, floor }: Known,
  row: number,
  { whole, parts }: Split,
  choice: number,
): boolean {
  let least = 0;
  let most = 0;
  let leastOthers = 0;
  let mostOthers = 0;
  for (let at = 0; at < parts.length; at++) {
    const part = row + (parts[at] as number);
    if ((choice >> at) & 1) {
      least += low[part] as number;
      most += high[part] as number;
    } else {
      leastOthers += low[part] as number;
      mostOthers += high[part] as number;
    }
  }
  return (
    (most < floor || (high[row + whole] as number) - leastOthers < floor) &&
    (least >= 1 || (low[row + whole] as number) - mostOthers >= 1)
  );
}

/** Of each sum of areas and each class, where some areas show a number and two or more do not. */
export function* ofAreasTogether(known: Known, where: Uint8Array): Generator<Proof> {
  const { sets, classes, published, knowledge, floor } = known;
  const { low, high, width } = knowledge;
  const { wholes, parts } = sets.sums;
  const isShownAt = (area: number, own: number) => isShown(published.codes[own * sets.count + area] as number);
  for (let sum = 0; sum < wholes.length; sum++) {
    const whole = wholes[sum] as number;
    const areas = listAt(parts, sum);
    if (areas.length < 4 || !(where[whole] || areas.some((area) => where[area]))) continue;
    for (let own = 0; own < classes.count; own++) {
      let hidden = 0;
      let least = 0;
      let most = 0;
      let leastOthers = 0;
      let mostOthers = 0;
      for (let i = 0; i < areas.length; i++) {
        const area = areas[i] as number;
        const at = area * width + own;
        if (isShownAt(area, own)) {
          leastOthers += low[at] as number;
          mostOthers += high[at] as number;
        } else {
          hidden += 1;
          least += low[at] as number;
          most += high[at] as number;
        }
      }
      if (hidden < 2 || hidden > areas.length - 2) continue;
      const at = whole * width + own;
      if (most >= floor && (high[at] as number) - leastOthers >= floor) continue;
      if (least < 1 && (low[at] as number) - mostOthers < 1) continue;
      const each = Array.from(areas, (area) => area * width + own);
      const isHidden = Array.from(areas, (area) => !isShownAt(area, own));
      yield proofOf(known, at, each, (part) => isHidden[part] === true);
    }
  }
}

/** That some of the parts of a whole are somebody together, and few. */
function proofOf(
  { knowledge, floor }: Known,
  whole: number,
  parts: readonly number[],
  isChosen: (at: number) => boolean,
): Proof {
  const { low, high } = knowledge;
  const chosen = parts.filter((_, at) => isChosen(at));
  const others = parts.filter((_, at) => !isChosen(at));
  const sumOf = (bounds: Int32Array, of: readonly number[]) => of.reduce((sum, at) => sum + (bounds[at] as number), 0);
  const isSomeByParts = () => sumOf(low, chosen) >= 1;
  const isFewByParts = () => sumOf(high, chosen) < floor;
  const boundsOf = (of: readonly number[], isLow: boolean): Bound[] => of.map((at) => ({ at, isLow }));
  return {
    some: isSomeByParts() ? boundsOf(chosen, true) : [{ at: whole, isLow: true }, ...boundsOf(others, false)],
    few: isFewByParts() ? boundsOf(chosen, false) : [{ at: whole, isLow: false }, ...boundsOf(others, true)],
    holds: () =>
      (isSomeByParts() || (low[whole] as number) - sumOf(high, others) >= 1) &&
      (isFewByParts() || (high[whole] as number) - sumOf(low, others) < floor),
  };
}
