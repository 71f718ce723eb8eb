/** Many lists of numbers in two arrays: those of `i` are `items` from `starts[i]` to `starts[i + 1]`. */
export interface Lists {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const starts = new Int32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  const items = new Int32Array(starts[lists.length] ?? 0);
  for (const [i, list] of lists.entries()) items.set(list, starts[i] ?? 0);
  return { starts, items };
}

export function listAt({ starts, items }: Lists, i: number): Int32Array {
  return items.subarray(starts[i], starts[i + 1]);
}

/** The inverse: by number, the lists that contain it. @param numbers how many there are @param lists how many lists */
export function reversed(numbers: number, lists: number, list: (i: number) => Iterable<number>): Lists {
  const of: number[][] = Array.from({ length: numbers }, () => []);
  for (let i = 0; i < lists; i++) for (const number of list(i)) of[number]?.push(i);
  return listsOf(of);
}
