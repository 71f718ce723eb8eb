/**
 * Small groups among what makes up a whole: some of the classes of a group together, such as all that are hidden; and what
 * those areas of a sum hold together of which no number is shown.
 */

import { listAt } from '../lists.ts';
import type { Classes } from './classes.ts';
import { isShown } from './code.ts';
import type { Known, Proof } from './proofs.ts';
import type { Bound } from './table.ts';

/** Every two or more of the classes of a split, but not all but one: those are what the whole has more than the one. */
export function* ofClassesTogether(known: Known): Generator<Proof> {
  const { sets, classes, knowledge } = known;
  const choices = classes.splits.map(({ parts }) => choicesOf(parts.length));
  for (let set = 0; set < sets.count; set++) {
    const row = set * knowledge.width;
    for (const [s, split] of classes.splits.entries()) {
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

function isSmall(
  { knowledge: { low, high }, floor }: Known,
  row: number,
  { whole, parts }: Classes['splits'][number],
  choice: number,
): boolean {
  let [least, most, leastOthers, mostOthers] = [0, 0, 0, 0];
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
export function* ofAreasTogether(known: Known): Generator<Proof> {
  const { sets, classes, published, knowledge } = known;
  const { width } = knowledge;
  const { wholes, parts } = sets.sums;
  for (let sum = 0; sum < wholes.length; sum++) {
    const areas = listAt(parts, sum);
    if (areas.length < 4) continue;
    for (let own = 0; own < classes.count; own++) {
      const column = own * sets.count;
      let hidden = 0;
      for (let i = 0; i < areas.length; i++)
        if (!isShown(published.codes[column + (areas[i] as number)] as number)) hidden += 1;
      if (hidden < 2 || hidden > areas.length - 2) continue;
      const [whole, ...each] = [wholes[sum] as number, ...areas].map((set) => set * width + own);
      const isHidden = Array.from(areas, (area) => !isShown(published.codes[column + area] as number));
      const proof = proofOf(known, whole as number, each, (at) => isHidden[at] === true);
      if (proof.holds()) yield proof;
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
