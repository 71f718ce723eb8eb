/**
 * Classes, whom they do not count, and rests, as one family: which of them lie inside which. Somebody in a rest is somebody in
 * every one that holds it; and of one that holds few, those inside it are few.
 */
import { isWithin, type Kinds, sizeOf } from './kinds.ts';

/** Classes are numbered first, then by class whom it does not count, then rests. */
export interface Family {
  /** By pair one inside another with none between; smaller wholes first. */
  readonly parts: Int32Array;
  readonly wholes: Int32Array;
}

/** @param classes what each counts @param others by class whom it does not count, where that is known @param rests as classes */
export function familyOf(
  classes: readonly Kinds[],
  others: readonly (Kinds | undefined)[],
  rests: readonly Kinds[],
): Family {
  const members = [...classes, ...others, ...rests].map((kinds) => kinds ?? NOBODY);
  const first = new Map<string, number>();
  for (const [one, kinds] of members.entries()) {
    const key = kinds.join();
    if (!first.has(key) && kinds.some((word) => word !== 0)) first.set(key, one);
  }
  const size = members.map(sizeOf);
  const order = [...first.values()].sort((a, b) => (size[a] as number) - (size[b] as number));
  const isIn = order.map(() => new Uint8Array(order.length));
  const parts: number[] = [];
  const wholes: number[] = [];
  for (const [i, whole] of order.entries()) {
    const own = isIn[i] as Uint8Array;
    for (let j = i - 1; j >= 0; j--) {
      // What lies inside one that lies inside has one between.
      if (own[j] === 1) continue;
      const part = order[j] as number;
      if (!isWithin(members[part] as Kinds, members[whole] as Kinds)) continue;
      own[j] = 1;
      const inside = isIn[j] as Uint8Array;
      for (let k = 0; k < j; k++) if (inside[k] === 1) own[k] = 1;
      parts.push(part);
      wholes.push(whole);
    }
  }
  return { parts: Int32Array.from(parts), wholes: Int32Array.from(wholes) };
}

const NOBODY: Kinds = new Int32Array();
