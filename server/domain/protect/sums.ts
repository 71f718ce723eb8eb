/**
 * Which sets of patches others add up to. A reader knows the map, so it knows every such sum: a hex of the hexes in it, a
 * county of its districts, a state of either.
 */
import { type Lists, listsOf } from '../lists.ts';

export interface Sums {
  /** The set that is a sum, one an entry. */
  readonly wholes: Int32Array;
  /** By entry the sets it is the sum of, at least two. */
  readonly parts: Lists;
}

interface Given {
  /** Patches by set. */
  readonly members: readonly (readonly number[])[];
  /** By set those strictly inside. */
  readonly inside: readonly (readonly number[])[];
  /** Sets, smaller ones first. */
  readonly order: Int32Array;
  /** Ways the patches are divided into sets: by patch its set, or -1. */
  readonly divisions: readonly Int32Array[];
}

/** Each division that makes up a set, but for those that only divide the parts of another; and what is largest inside it. */
export function sumsOf(given: Given): Sums {
  const wholes: number[] = [];
  const sums: number[][] = [];
  for (const whole of given.order) {
    const found = new Map<string, number[]>();
    for (const parts of [...divided(whole, given), largestInside(whole, given)])
      if (parts.length > 1) found.set([...parts].sort((a, b) => a - b).join(), parts);
    for (const parts of found.values()) {
      wholes.push(whole);
      sums.push(parts);
    }
  }
  return { wholes: Int32Array.from(wholes), parts: listsOf(sums) };
}

function divided(whole: number, { members, divisions }: Given): number[][] {
  const patches = members[whole] ?? [];
  const made = divisions.flatMap((setOf) => {
    const parts = new Set(patches.map((patch) => setOf[patch] as number));
    const held = [...parts].reduce((sum, part) => sum + (members[part]?.length ?? Number.NaN), 0);
    // Where the parts hold no more patches than the whole, none reaches beyond it.
    return parts.size > 1 && held === patches.length ? [{ setOf, parts: [...parts] }] : [];
  });
  const divides = (fine: Int32Array, coarse: Int32Array) => {
    const coarseOf = new Map<number, number>();
    return patches.every((patch) => {
      const known = coarseOf.get(fine[patch] as number);
      coarseOf.set(fine[patch] as number, coarse[patch] as number);
      return known === undefined || known === coarse[patch];
    });
  };
  return made
    .filter(
      ({ setOf, parts }) => !made.some((other) => other.parts.length < parts.length && divides(setOf, other.setOf)),
    )
    .map(({ parts }) => parts);
}

/** The largest inside first, none that share a patch: as far as such sets make up the whole, they do in the end. */
function largestInside(whole: number, { members, inside }: Given): number[] {
  const taken = new Set<number>();
  const sizeOf = (set: number) => members[set]?.length ?? 0;
  return [...(inside[whole] ?? [])]
    .sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
    .filter((part) => {
      const patches = members[part] ?? [];
      if (patches.some((patch) => taken.has(patch))) return false;
      for (const patch of patches) taken.add(patch);
      return true;
    });
}
