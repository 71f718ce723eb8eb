/** What a class leaves of one it lies inside: another class, with which it makes up the whole, or a rest that no class counts. */
import type { Split } from './classes.ts';

/** The kinds of student that a class counts, as bits. */
export type Kinds = Int32Array;

/** What one class has more than another inside it, where no class counts just those; by the pairs that leave the same students. */
export interface RestClasses {
  readonly count: number;
  /** By pair the rest it leaves; pairs of one rest follow each other. */
  readonly restOf: Int32Array;
  readonly wholes: Int32Array;
  readonly parts: Int32Array;
}

/**
 * @param classes what each counts, and everybody last
 * @param inside by class those inside it
 */
export function leftOver(
  classes: readonly Kinds[],
  inside: readonly (readonly number[])[],
): { splits: Split[]; rests: RestClasses } {
  const everybody = classes.length - 1;
  const known = new Map(classes.map((kinds, own) => [kinds.join(), own]));
  const splits: Split[] = [];
  const rests = new Map<string, { whole: number; part: number }[]>();
  for (const [whole, parts] of inside.entries())
    for (const part of parts) {
      const left = without(classes[whole] as Kinds, classes[part] as Kinds).join();
      const other = known.get(left);
      if (other !== undefined) splits.push({ whole, parts: [part, other] });
      // Who is left of everybody is who is not counted, and that is no rest: whatever is said of a count is said of those.
      else if (whole !== everybody) rests.set(left, [...(rests.get(left) ?? []), { whole, part }]);
    }
  const pairs = [...rests.values()].flatMap((own, rest) => own.map((pair) => ({ rest, ...pair })));
  return {
    splits,
    rests: {
      count: rests.size,
      restOf: Int32Array.from(pairs, ({ rest }) => rest),
      wholes: Int32Array.from(pairs, ({ whole }) => whole),
      parts: Int32Array.from(pairs, ({ part }) => part),
    },
  };
}

function without(whole: Kinds, part: Kinds): Kinds {
  return whole.map((word, at) => word & ~(part[at] as number));
}
