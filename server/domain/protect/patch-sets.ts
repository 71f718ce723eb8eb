/**
 * The distinct sets of patches that a release publishes numbers of. A hex of one patch, that patch, and a public hex of
 * nothing else are one set: protected once, they look alike wherever they are shown.
 */
export interface PatchSets {
  readonly count: number;
  /** Patches by set, ascending: `members.items` from `members.starts[set]` to the next. */
  readonly members: Lists;
  /** By set the sets strictly inside it. */
  readonly inside: Lists;
  /** By set the sets it is strictly inside of. */
  readonly around: Lists;
  /** By set the fewest sets inside it that make it up, as far as there are any. */
  readonly parts: Lists;
  /** Sets, smaller ones first. */
  readonly order: Int32Array;
}

export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export class PatchSetIndex {
  readonly #patches: number;
  readonly #ids = new Map<string, number>();
  readonly #sets: number[][] = [];

  /** @param patches how many there are; each is a set of its own, with its own number */
  constructor(patches: number) {
    this.#patches = patches;
    for (let patch = 0; patch < patches; patch++) this.#add([patch]);
  }

  /** @param rowOf each patch's row, or -1 @returns by row its set, -1 for a row without a patch */
  addRows(rowOf: Int32Array, rows: number): Int32Array {
    const members: number[][] = Array.from({ length: rows }, () => []);
    for (const [patch, row] of rowOf.entries()) members[row]?.push(patch);
    return Int32Array.from(members, (own) => (own.length === 0 ? -1 : this.#add(own)));
  }

  build(): PatchSets {
    const sizes = this.#sets.map(({ length }) => length);
    const order = Int32Array.from(sizes.keys()).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0) || a - b);
    const inside = this.#containment();
    const around: number[][] = inside.map(() => []);
    for (const [outer, own] of inside.entries()) for (const inner of own) around[inner]?.push(outer);
    const parts = partsOf(this.#sets, inside);
    return {
      count: sizes.length,
      members: listsOf(this.#sets),
      inside: listsOf(inside),
      around: listsOf(around),
      parts: listsOf(parts),
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

/** The largest inside first, none that share a patch. */
function partsOf(members: readonly number[][], inside: readonly number[][]): number[][] {
  const sizeOf = (set: number) => members[set]?.length ?? 0;
  const takenBy = new Map<number, number>();
  return inside.map((own, whole) =>
    [...own]
      .sort((a, b) => sizeOf(b) - sizeOf(a) || a - b)
      .filter((part) => {
        const patches = members[part] ?? [];
        if (patches.some((patch) => takenBy.get(patch) === whole)) return false;
        for (const patch of patches) takenBy.set(patch, whole);
        return true;
      }),
  );
}

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  const items = new Int32Array(starts[lists.length] ?? 0);
  for (const [i, list] of lists.entries()) items.set(list, starts[i] ?? 0);
  return { starts, items };
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
