/**
 * Which statistics lie inside which: lever "build" inside "unserved", "unserved" by all technologies inside "unserved" by
 * wired ones, and so on. Found from the filings and not from a list of rules, so that none is forgotten: one is inside
 * another when whoever counts in the first counts in the second, in every cell that filings distinguish and whatever a
 * family may answer. Filings are public, so a reader can find the same.
 */
import { type Lists, listsOf } from './patch-sets.ts';

export interface Nesting {
  /** By statistic those inside it. Of two that are the same everywhere, the earlier is inside the later. */
  readonly inside: Lists;
  /** Statistics, each after all that are inside it. */
  readonly order: Int32Array;
}

/** @param kinds the statistics each kind of student counts in, one list for every kind there can be */
export function nestingOf(statistics: number, kinds: readonly ArrayLike<number>[]): Nesting {
  // together[s][t]: in how many kinds both count.
  const together = new Int32Array(statistics * statistics);
  for (const kind of kinds)
    for (let i = 0; i < kind.length; i++)
      for (let j = 0; j < kind.length; j++) {
        const at = (kind[i] as number) * statistics + (kind[j] as number);
        together[at] = (together[at] as number) + 1;
      }
  const kindsOf = (s: number) => together[s * statistics + s] as number;
  const inside: number[][] = [];
  for (let t = 0; t < statistics; t++) {
    const own: number[] = [];
    for (let s = 0; s < statistics; s++) {
      const isInside = s !== t && kindsOf(s) > 0 && together[s * statistics + t] === kindsOf(s);
      if (isInside && (kindsOf(s) < kindsOf(t) || s < t)) own.push(s);
    }
    inside.push(own);
  }
  const order = Int32Array.from(inside.keys()).sort(
    (a, b) => (inside[a]?.length ?? 0) - (inside[b]?.length ?? 0) || a - b,
  );
  return { inside: listsOf(inside), order };
}
