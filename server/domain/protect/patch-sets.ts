/**
 * The distinct sets of patches that a release publishes numbers of. A hex of one patch, that patch, and a public hex of
 * nothing else are one set: protected once, they look alike wherever they are shown.
 */
import { type Lists, listsOf } from '../lists.ts';

export interface PatchSets {
  readonly count: number;
  /** Patches by set, ascending: `members.items` from `members.starts[set]` to the next. */
  readonly members: Lists;
  /** By set the sets strictly inside it. */
  readonly inside: Lists;
  /** By set, its readers as bits of READERS. Every patch is a set, so a set may have no reader. */
  readonly shownTo: Uint8Array;
  /** By set 1 where levers are published of it, as of places. */
  readonly hasLevers: Uint8Array;
  /** By set 1 where nothing but students and households is published of it. */
  readonly isTotalOnly: Uint8Array;
}

/** Agency and provider read the same numbers; the public reads others, rounded, of fewer sets. */
export const READERS = { staff: 1, public: 2 } as const;

/** How rows are read. */
export interface RowsRead {
  readonly reader: number;
  readonly hasLevers?: boolean;
  /** By row; left out: of none. */
  readonly isTotalOnly?: (row: number) => boolean;
}

export class PatchSetIndex {
  readonly #patches: number;
  readonly #ids = new Map<string, number>();
  readonly #sets: number[][] = [];
  readonly #shownTo: number[] = [];
  readonly #hasLevers: number[] = [];
  readonly #isTotalOnly: number[] = [];

  /** @param patches how many there are; each is a set of its own, with its own number */
  constructor(patches: number) {
    this.#patches = patches;
    for (let patch = 0; patch < patches; patch++) this.#add([patch]);
  }

  /**
   * @param rowOf each patch's row, or -1
   * @returns by row its set, -1 for a row without a patch
   */
  addRows(rowOf: Int32Array, rows: number, { reader, hasLevers = false, isTotalOnly }: RowsRead): Int32Array {
    const members: number[][] = Array.from({ length: rows }, () => []);
    for (const [patch, row] of rowOf.entries()) members[row]?.push(patch);
    return Int32Array.from(members, (own, row) => {
      if (own.length === 0) return -1;
      const set = this.#add(own);
      this.#shownTo[set] = (this.#shownTo[set] ?? 0) | reader;
      if (hasLevers) this.#hasLevers[set] = 1;
      if (isTotalOnly?.(row)) this.#isTotalOnly[set] = 1;
      return set;
    });
  }

  build(): PatchSets {
    return {
      count: this.#sets.length,
      members: listsOf(this.#sets),
      inside: listsOf(insideOf(this.#sets, this.#patches)),
      shownTo: Uint8Array.from(this.#shownTo),
      hasLevers: Uint8Array.from(this.#hasLevers),
      isTotalOnly: Uint8Array.from(this.#isTotalOnly),
    };
  }

  #add(members: number[]): number {
    const key = members.join();
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#sets.push(members) - 1;
      this.#shownTo.push(0);
      this.#hasLevers.push(0);
      this.#isTotalOnly.push(0);
      this.#ids.set(key, id);
    }
    return id;
  }
}

/**
 * By set the sets strictly inside it: those whose every patch it holds, beside others.
 *
 * @param sets by set its patches
 */
export function insideOf(sets: readonly (readonly number[])[], patches: number): number[][] {
  const holders: number[][] = Array.from({ length: patches }, () => []);
  for (const [set, members] of sets.entries()) for (const patch of members) holders[patch]?.push(set);
  const inside: number[][] = sets.map(() => []);
  const shared = new Int32Array(sets.length);
  for (const [set, members] of sets.entries()) {
    const met: number[] = [];
    for (const patch of members)
      for (const holder of holders[patch] ?? []) {
        if (shared[holder] === 0) met.push(holder);
        shared[holder] = (shared[holder] ?? 0) + 1;
      }
    for (const holder of met) {
      if (shared[holder] === members.length && members.length < (sets[holder]?.length ?? 0)) inside[holder]?.push(set);
      shared[holder] = 0;
    }
  }
  return inside;
}

/** Numbers, one a patch, added up by set; sums wrap as 32-bit integers do. */
export function sumBySet({ count, members: { starts, items } }: PatchSets, ofPatch: ArrayLike<number>): Int32Array {
  const sums = new Int32Array(count);
  for (let set = 0; set < count; set++) {
    const to = starts[set + 1] as number;
    let sum = 0;
    for (let i = starts[set] as number; i < to; i++) sum = (sum + (ofPatch[items[i] as number] as number)) | 0;
    sums[set] = sum;
  }
  return sums;
}
