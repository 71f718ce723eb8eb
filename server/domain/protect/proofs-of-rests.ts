/** Small groups among what one class has more than another inside it: in one area, and in one without another inside it. */
import type { Known, Proof } from './proofs.ts';
import { highOf, lowOf } from './table.ts';

export function* proofsOfRests({ sets, knowledge, floor }: Known): Generator<Proof> {
  const { rests } = knowledge;
  if (!rests) return;
  const { low, high, width } = rests.bounds;
  const first = knowledge.low.length;
  const isFew = (at: number) => (low[at] as number) >= 1 && (high[at] as number) < floor;
  const isFewMore = (outer: number, inner: number) =>
    (low[outer] as number) > (high[inner] as number) && (high[outer] as number) - (low[inner] as number) < floor;
  const some = new Int32Array(width);
  for (let set = 0; set < sets.count; set++) {
    const row = set * width;
    // Of most rests nobody is known to be there, and then nobody more than elsewhere.
    let count = 0;
    for (let rest = 0; rest < width; rest++) if ((low[row + rest] as number) >= 1) some[count++] = rest;
    for (let s = 0; s < count; s++) {
      const at = row + (some[s] as number);
      if (isFew(at)) yield { some: [lowOf(first + at)], few: [highOf(first + at)], holds: () => isFew(at) };
    }
    const to = sets.inside.starts[set + 1] as number;
    for (let i = sets.inside.starts[set] as number; i < to; i++) {
      const innerRow = (sets.inside.items[i] as number) * width;
      for (let s = 0; s < count; s++) {
        const rest = some[s] as number;
        if (!isFewMore(row + rest, innerRow + rest)) continue;
        yield ofMore(row + rest, innerRow + rest);
      }
    }
  }

  function ofMore(outer: number, inner: number): Proof {
    return {
      some: [lowOf(first + outer), highOf(first + inner)],
      few: [highOf(first + outer), lowOf(first + inner)],
      holds: () => isFewMore(outer, inner),
    };
  }
}
