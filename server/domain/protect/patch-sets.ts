/**
 * The distinct sets of patches that a release publishes numbers of. A hex of one patch, that patch, and a public hex of
 * nothing else are one set: protected once, they look alike wherever they are shown.
 */
import { type Lists, listsOf } from '../lists.ts';
import { type Sums, sumsOf } from './sums.ts';

export interface PatchSets {
  readonly count: number;
  /** Patches by set, ascending: `members.items` from `members.starts[set]` to the next. */
  readonly members: Lists;
  /** By set the sets strictly inside it. */
  readonly inside: Lists;
  /** By set the sets it is strictly inside of. */
  readonly around: Lists;
  /** Sets that others add up to, smaller ones first. */
  readonly sums: Sums;
  /** Sets, smaller ones first. */
  readonly order: Int32Array;
}

export class PatchSetIndex {
  readonly #patches: number;
  readonly #ids = new Map<string, number>();
  readonly #sets: number[][] = [];
  /** One for each way the patches are divided into rows: by patch the set of its row, or -1. */
  readonly #divisions: Int32Array[] = [];

  /** @param patches how many there are; each is a set of its own, with its own number */
  constructor(patches: number) {
    this.#patches = patches;
    for (let patch = 0; patch < patches; patch++) this.#add([patch]);
    this.#divisions.push(Int32Array.from({ length: patches }, (_, patch) => patch));
  }

  /** @param rowOf each patch's row, or -1 @returns by row its set, -1 for a row without a patch */
  addRows(rowOf: Int32Array, rows: number): Int32Array {
    const members: number[][] = Array.from({ length: rows }, () => []);
    for (const [patch, row] of rowOf.entries()) members[row]?.push(patch);
    const sets = Int32Array.from(members, (own) => (own.length === 0 ? -1 : this.#add(own)));
    this.#divisions.push(rowOf.map((row) => sets[row] ?? -1));
    return sets;
  }

  build(): PatchSets {
    const sizes = this.#sets.map(({ length }) => length);
    const order = Int32Array.from(sizes.keys()).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b);
    const inside = this.#containment();
    const around: number[][] = inside.map(() => []);
    for (const [outer, own] of inside.entries()) for (const inner of own) around[inner]?.push(outer);
    return {
      count: sizes.length,
      members: listsOf(this.#sets),
      inside: listsOf(inside),
      around: listsOf(around),
      sums: sumsOf({ members: this.#sets, inside, order, divisions: this.#divisions }),
      order,
    };
  }

  #add(members: number[]): number {
    const key = members.join();
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = this.#sets.push(members) - 1;
      this.#ids.set(key, id);
    }
    return id;
  }

  /** A set is inside another when the other holds every one of its patches. */
  #containment(): number[][] {
    const holders: number[][] = Array.from({ length: this.#patches }, () => []);
    for (const [set, members] of this.#sets.entries()) for (const patch of members) holders[patch]?.push(set);
    const inside: number[][] = this.#sets.map(() => []);
    const shared = new Int32Array(this.#sets.length);
    for (const [set, members] of this.#sets.entries()) {
      const met: number[] = [];
      for (const patch of members)
        for (const holder of holders[patch] ?? []) {
          if (shared[holder] === 0) met.push(holder);
          shared[holder] = (shared[holder] ?? 0) + 1;
        }
      for (const holder of met) {
        if (shared[holder] === members.length && holder !== set) inside[holder]?.push(set);
        shared[holder] = 0;
      }
    }
    return inside;
  }
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
