/** Kinds of students, as bits of words. */
export type Kinds = Int32Array;

export function noKinds(kinds: number): Kinds {
  return new Int32Array(Math.ceil(kinds / 32));
}

export function addKind(to: Kinds, kind: number): void {
  to[kind >> 5] = (to[kind >> 5] as number) | (1 << (kind & 31));
}

export function isWithin(part: Kinds, whole: Kinds): boolean {
  for (let word = 0; word < part.length; word++)
    if (((part[word] as number) & ~(whole[word] as number)) !== 0) return false;
  return true;
}

export function isSame(one: Kinds, other: Kinds): boolean {
  return one.every((word, at) => word === other[at]);
}

export function without(whole: Kinds, part: Kinds): Kinds {
  return whole.map((word, at) => word & ~(part[at] as number));
}

export function together(parts: readonly Kinds[]): Kinds {
  return parts.reduce((all, part) => all.map((word, at) => word | (part[at] as number)));
}

export function sizeOf(kinds: Kinds): number {
  let size = 0;
  for (const word of kinds) for (let bits = word; bits !== 0; bits &= bits - 1) size += 1;
  return size;
}
