/** Small groups that follow from what is known: of counts, of what lies between two of them, and of several together. */
import { listAt } from '../lists.ts';
import { isBetrayed } from './bounds.ts';
import type { Classes } from './classes.ts';
import type { Knowledge, Published } from './knowledge.ts';
import type { LocalClasses } from './local.ts';
import type { PatchSets } from './patch-sets.ts';
import { type Bound, highOf, lowOf } from './table.ts';
import { ofAreasTogether, ofClassesTogether } from './together.ts';

/** What proves that a group holds somebody, and what proves that it holds fewer than the floor. */
export interface Proof {
  readonly some: readonly Bound[];
  readonly few: readonly Bound[];
  /** Where nothing but two different numbers proves that there is somebody: those, by class and set. */
  differing?(): readonly number[];
  /** Whether it still does, by what is known now. */
  holds(): boolean;
}

export interface Known {
  readonly sets: PatchSets;
  readonly classes: Classes;
  readonly published: Published;
  readonly knowledge: Knowledge;
  readonly floor: number;
  /** By set what else holds of its classes. */
  readonly local?: readonly LocalClasses[] | undefined;
}

/** @param where by set whether to look at what it is part of; everywhere unless told */
export function* proofsIn(known: Known, where = new Uint8Array(known.sets.count).fill(1)): Generator<Proof> {
  yield* ofCounts(known, where);
  yield* ofDifferences(known, where);
  yield* ofClassesTogether(known, where);
  yield* ofAreasTogether(known, where);
}

/** One to fewer than the floor are counted, or are not. */
function* ofCounts({ sets, classes, published, knowledge, floor }: Known, where: Uint8Array): Generator<Proof> {
  const { low, high, width } = knowledge;
  for (let set = 0; set < sets.count; set++) {
    if (!where[set]) continue;
    const all = published.students[set] as number;
    for (let own = 0, at = set * width; own < classes.count; own++, at++) {
      if (!isBetrayed(low[at] as number, high[at] as number, all, floor)) continue;
      const here = at;
      const holds = () => isBetrayed(low[here] as number, high[here] as number, all, floor);
      const [byLeast, byMost] = [[{ at, isLow: true }], [{ at, isLow: false }]];
      const isOfCounted = (low[at] as number) >= 1 && (high[at] as number) < floor;
      yield isOfCounted ? { some: byLeast, few: byMost, holds } : { some: byMost, few: byLeast, holds };
    }
  }
}

/**
 * What one count has more than another inside it: in fewer kinds, in less land, or both; and whom of the land between it does
 * not count.
 */
function* ofDifferences(
  { sets, classes, published, knowledge, floor, local }: Known,
  where: Uint8Array,
): Generator<Proof> {
  const { students } = published;
  const { low, high, width } = knowledge;
  const n = sets.count;
  const ownAndSet = (at: number) => [at % width, Math.floor(at / width)] as const;
  const differingAt = (outer: number, inner: number): readonly number[] => {
    const [more, fewer] = [ownAndSet(outer), ownAndSet(inner)];
    if (!published.numbers.areDifferent(...more, ...fewer)) return [];
    return [more, fewer].flatMap((one) => published.numbers.shownAt(...one) ?? []);
  };
  const isMoreByBounds = (outer: number, inner: number) => (low[outer] as number) > (high[inner] as number);
  const isMore = (outer: number, inner: number) =>
    (high[outer] as number) - (low[inner] as number) < floor &&
    (isMoreByBounds(outer, inner) || differingAt(outer, inner).length > 0);
  const isLeftOut = (outer: number, inner: number, between: number) => {
    const most = (high[outer] as number) - (low[inner] as number);
    const least = Math.max(0, (low[outer] as number) - (high[inner] as number));
    return between - most >= 1 && between - least < floor;
  };
  const ofMore = (outer: number, inner: number): Proof => ({
    some: [lowOf(outer), highOf(inner)],
    few: [highOf(outer), lowOf(inner)],
    differing: () => (isMoreByBounds(outer, inner) ? [] : differingAt(outer, inner)),
    holds: () => isMore(outer, inner),
  });
  const ofLeftOut = (outer: number, inner: number, between: number): Proof => ({
    some: [highOf(outer), lowOf(inner)],
    few: [lowOf(outer), highOf(inner)],
    holds: () => isLeftOut(outer, inner, between),
  });
  function* ofLocal(outer: number, inner: number): Generator<Proof> {
    const found = local?.[inner];
    if (!found) return;
    const { wholes, inside, distinct } = found;
    const count = outer === inner ? distinct : wholes.length;
    for (let w = 0; w < count; w++) {
      const own = wholes[w] as number;
      const at = outer * width + own;
      if ((low[at] as number) < 1 || (high[at] as number) - (low[inner * width + own] as number) >= floor) continue;
      const to = inside.starts[w + 1] as number;
      for (let i = inside.starts[w] as number; i < to; i++) {
        const part = inner * width + (inside.items[i] as number);
        if (isMore(at, part)) yield ofMore(at, part);
      }
    }
  }
  for (let outer = 0; outer < n; outer++) {
    if (where[outer]) yield* ofLocal(outer, outer);
    for (const inner of listAt(sets.inside, outer)) if (where[outer] || where[inner]) yield* ofLocal(outer, inner);
    const all = students[outer] as number;
    const firstInside = sets.inside.starts[outer] as number;
    const lastInside = sets.inside.starts[outer + 1] as number;
    for (let whole = 0; whole < classes.count; whole++) {
      const at = outer * width + whole;
      const least = low[at] as number;
      // Where nobody is known to be counted, nobody more is.
      if (least < 1) continue;
      const most = high[at] as number;
      const firstKind = classes.inside.starts[whole] as number;
      const lastKind = classes.inside.starts[whole + 1] as number;
      for (let k = firstKind; k < lastKind && where[outer]; k++) {
        const part = outer * width + (classes.inside.items[k] as number);
        if (isMore(at, part)) yield ofMore(at, part);
      }
      for (let i = firstInside; i < lastInside; i++) {
        const inner = sets.inside.items[i] as number;
        if (!where[outer] && !where[inner]) continue;
        const between = all - (students[inner] as number);
        const same = inner * width + whole;
        // In most pairs so many live between that not nearly all of them count.
        if (between - least < floor && isLeftOut(at, same, between)) yield ofLeftOut(at, same, between);
        // What is known to be counted of a kind is known of the kind that holds it.
        if (most - (low[same] as number) >= floor) continue;
        if (isMore(at, same)) yield ofMore(at, same);
        for (let k = firstKind; k < lastKind; k++) {
          const part = inner * width + (classes.inside.items[k] as number);
          if (isMore(at, part)) yield ofMore(at, part);
        }
      }
    }
  }
}
