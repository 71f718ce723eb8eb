/**
 * What classes are to one another in one area. A reader can work out the verdicts of every cell, and so which sorts of cell an
 * area has; where there are few, classes that differ elsewhere count the same students, or lie inside one another.
 * Taken for known is every cell where a student lives: more than filings tell, so that the audit errs to the safe side.
 */
import { type Lists, listAt, listsOf } from '../lists.ts';
import type { Classes } from './classes.ts';
import { isWithin, type Kinds, sizeOf } from './kinds.ts';
import type { PatchSets } from './patch-sets.ts';

/** Which kinds of students can live where. */
export interface LivedIn {
  /** By patch the sorts of cell it has students in, ascending. */
  readonly sortsOf: Lists;
  /** Kinds of students in each sort of cell: those of sort `s` are from `s * kindsEach` on. */
  readonly kindsEach: number;
}

/** Beside what holds in the whole state. */
export interface LocalClasses {
  /** Pairs of classes that count the same students, one after the other. */
  readonly same: Int32Array;
  /** Pairs of a class and one inside it with none between, one after the other, smaller wholes first. */
  readonly within: Int32Array;
  /**
   * Classes that hold others, and all those inside each; of classes that are the same here one at first, and behind `distinct` the
   * others, which around this area may be more than it.
   */
  readonly wholes: Int32Array;
  readonly inside: Lists;
  readonly distinct: number;
}

/**
 * That a class counts nobody somewhere, or everybody, follows from filings alone and is not reasoned with: it is no answer of
 * anybody's.
 *
 * @returns by set what holds there; the same object for sets with the same sorts of cell
 */
export function localClasses(
  sets: Pick<PatchSets, 'count' | 'members'>,
  classes: Pick<Classes, 'count' | 'members' | 'inside' | 'domains'>,
  livedIn: LivedIn,
): LocalClasses[] {
  const known = new Map<string, LocalClasses>();
  const inState = insideInState(classes);
  const kindsOf = classes.members.map((kinds) => bySort(kinds, livedIn.kindsEach));
  const domainsOf = classes.domains.map((kinds) => bySort(kinds, livedIn.kindsEach));
  return Array.from({ length: sets.count }, (_, set) => {
    const sorts = new Set<number>();
    for (const patch of listAt(sets.members, set)) for (const sort of listAt(livedIn.sortsOf, patch)) sorts.add(sort);
    const sorted = Int32Array.from(sorts).sort();
    const key = sorted.join();
    let found = known.get(key);
    if (!found) {
      const among = (all: readonly Int32Array[]) => all.map((own) => sorted.map((sort) => own[sort] as number));
      found = classesAmong(among(kindsOf), among(domainsOf), inState);
      known.set(key, found);
    }
    return found;
  });
}

/** 1 at `whole * count + part`. */
function insideInState({ count, inside }: Pick<Classes, 'count' | 'inside'>): Uint8Array {
  const isInside = new Uint8Array(count * count);
  for (let whole = 0; whole < count; whole++)
    for (const part of listAt(inside, whole)) isInside[whole * count + part] = 1;
  return isInside;
}

/** Kinds as bits, a word a sort of cell. @throws RangeError when a sort has more kinds than a word has room for */
function bySort(kinds: Kinds, kindsEach: number): Int32Array {
  if (kindsEach > 24) throw new RangeError('a sort of cell has at most 24 kinds of students');
  const words = new Int32Array(Math.ceil((kinds.length * 32) / kindsEach));
  for (let kind = 0; kind < kinds.length * 32; kind++)
    if (((kinds[kind >> 5] as number) >> (kind & 31)) & 1) {
      const sort = Math.floor(kind / kindsEach);
      words[sort] = (words[sort] as number) | (1 << (kind % kindsEach));
    }
  return words;
}

function classesAmong(kinds: readonly Kinds[], domains: readonly Kinds[], inState: Uint8Array): LocalClasses {
  const count = kinds.length;
  const first = new Map<string | number, number>();
  const all = new Set(domains.map(keyOf));
  const sameAs = new Map<number, number[]>();
  for (const [own, counted] of kinds.entries()) {
    const key = keyOf(counted);
    if (key === 0 || all.has(key)) continue;
    const other = first.get(key);
    if (other !== undefined) sameAs.get(other)?.push(own);
    else {
      first.set(key, own);
      sameAs.set(own, []);
    }
  }
  const size = kinds.map(sizeOf);
  const order = [...sameAs.keys()].sort((a, b) => (size[a] as number) - (size[b] as number));
  const within: number[] = [];
  const held: { whole: number; parts: readonly number[] }[] = [];
  const partsOf = new Map<number, Set<number>>();
  for (const [i, whole] of order.entries()) {
    const parts = new Set<number>();
    const own: number[] = [];
    // Larger ones first: what is inside one that is inside has one between.
    for (let j = i - 1; j >= 0; j--) {
      const part = order[j] as number;
      if (!isWithin(kinds[part] as Kinds, kinds[whole] as Kinds)) continue;
      const isCovered = own.some((other) => partsOf.get(other)?.has(part));
      parts.add(part);
      if (isCovered) continue;
      own.push(part);
      if (inState[whole * count + part] === 0) within.push(whole, part);
    }
    partsOf.set(whole, parts);
    held.push({ whole, parts: [...parts] });
  }
  const others = held.flatMap(({ whole, parts }) =>
    (sameAs.get(whole) ?? []).map((other) => ({ whole: other, parts })),
  );
  const notInState = (some: typeof held) =>
    some
      .map(({ whole, parts }) => ({ whole, parts: parts.filter((part) => inState[whole * count + part] === 0) }))
      .filter(({ parts }) => parts.length > 0);
  const here = notInState(held);
  const found = [...here, ...notInState(others)];
  return {
    same: Int32Array.from([...sameAs].flatMap(([one, all]) => all.flatMap((other) => [one, other]))),
    within: Int32Array.from(within),
    wholes: Int32Array.from(found, ({ whole }) => whole),
    inside: listsOf(found.map(({ parts }) => parts)),
    distinct: here.length,
  };
}

/** A number while there is room for it in one; 0 of nobody. */
function keyOf(kinds: Kinds): string | number {
  if (kinds.length === 1) return kinds[0] as number;
  if (kinds.length === 2) return (kinds[0] as number) + 2 ** 24 * (kinds[1] as number);
  return kinds.some((word) => word !== 0) ? kinds.join() : 0;
}
