/**
 * Small groups that follow from what lies inside what among classes, whom they do not count, and rests: somebody in one inside
 * another of which there are few.
 */
import type { Known, Proof } from './proofs.ts';
import { type Bound, highOf, lowOf } from './table.ts';

/** @param where sets to look at */
export function* proofsOfFamily(
  { classes, published, knowledge, floor }: Known,
  where: Iterable<number>,
): Generator<Proof & { readonly set: number }> {
  const { rests } = knowledge;
  if (!rests) return;
  const { count } = classes;
  const { parts, wholes } = classes.rests.family;
  const { low, high, width } = knowledge;
  const { bounds } = rests;
  const members = 2 * count + bounds.width;
  // By member one inside it that holds somebody, and one around it that holds few; or -1.
  const some = new Int16Array(members);
  const few = new Int16Array(members);
  for (const set of where) {
    const all = published.students[set] as number;
    const [row, restRow] = [set * width, set * bounds.width];
    for (let own = 0; own < count; own++) {
      const [least, most] = [low[row + own] as number, high[row + own] as number];
      some[own] = least >= 1 ? own : -1;
      few[own] = most < floor ? own : -1;
      some[count + own] = all - most >= 1 ? count + own : -1;
      few[count + own] = all - least < floor ? count + own : -1;
    }
    for (let rest = 0; rest < bounds.width; rest++) {
      some[2 * count + rest] = (bounds.low[restRow + rest] as number) >= 1 ? 2 * count + rest : -1;
      few[2 * count + rest] = (bounds.high[restRow + rest] as number) < floor ? 2 * count + rest : -1;
    }
    for (let pair = 0; pair < parts.length; pair++) {
      const own = some[parts[pair] as number] as number;
      const whole = wholes[pair] as number;
      if (own !== -1 && some[whole] === -1) some[whole] = own;
    }
    for (let pair = parts.length - 1; pair >= 0; pair--) {
      const own = few[wholes[pair] as number] as number;
      const part = parts[pair] as number;
      if (own !== -1 && few[part] === -1) few[part] = own;
    }
    for (let one = 0; one < members; one++) {
      if (some[one] === -1 || few[one] === -1) continue;
      yield proofOf(set, all, some[one] as number, few[one] as number);
    }
  }

  function proofOf(set: number, all: number, inside: number, around: number): Proof & { readonly set: number } {
    const least = boundOf(set, inside, true);
    const most = boundOf(set, around, false);
    return {
      set,
      some: [least],
      few: [most],
      holds: () => numberOf(least, all, inside) >= 1 && numberOf(most, all, around) < floor,
    };
  }

  function boundOf(set: number, one: number, isLow: boolean): Bound {
    if (one >= 2 * count) {
      const at = low.length + set * bounds.width + one - 2 * count;
      return isLow ? lowOf(at) : highOf(at);
    }
    const at = set * width + (one % count);
    return isLow === one < count ? lowOf(at) : highOf(at);
  }

  function numberOf({ at, isLow }: Bound, all: number, one: number): number {
    if (one >= 2 * count) return (isLow ? bounds.low : bounds.high)[at - low.length] as number;
    const value = (isLow ? low : high)[at] as number;
    return one < count ? value : all - value;
  }
}
