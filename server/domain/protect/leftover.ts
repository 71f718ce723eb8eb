/** What a class leaves of one it lies inside: another class, with which it makes up the whole, or a rest that no class counts. */
import type { Split } from './classes.ts';
import { type Family, familyOf } from './family.ts';
import { isWithin, type Kinds, without } from './kinds.ts';

/** What one class has more than another inside it, where no class counts just those; by the pairs that leave the same students. */
export interface RestClasses {
  readonly count: number;
  /** By pair the rest it leaves; pairs of one rest follow each other. */
  readonly restOf: Int32Array;
  readonly wholes: Int32Array;
  readonly parts: Int32Array;
  readonly family: Family;
}

/**
 * @param classes what each counts
 * @param inside by class those inside it
 * @param domains kinds of which each student is of just one, such as all answers to one question
 */
export function leftOver(
  classes: readonly Kinds[],
  inside: readonly (readonly number[])[],
  domains: readonly Kinds[],
): { splits: Split[]; rests: RestClasses } {
  const everybody = classes.length;
  const known = new Map(classes.map((kinds, own) => [kinds.join(), own]));
  const splits: Split[] = [];
  const members = new Map<string, Kinds>();
  const rests = new Map<string, { whole: number; part: number }[]>();
  for (const [whole, parts] of inside.entries())
    for (const part of parts) {
      const kinds = without(classes[whole] as Kinds, classes[part] as Kinds);
      const left = kinds.join();
      const other = known.get(left);
      if (other !== undefined) splits.push({ whole, parts: [part, other] });
      else {
        rests.set(left, [...(rests.get(left) ?? []), { whole, part }]);
        members.set(left, kinds);
      }
    }
  const others = classes.map((kinds) => {
    const domain = domains.find((all) => isWithin(kinds, all));
    return domain && without(domain, kinds);
  });
  for (const [own, kinds] of others.entries()) {
    const other = kinds && known.get(kinds.join());
    if (other !== undefined) splits.push({ whole: everybody, parts: [own, other] });
  }
  const pairs = [...rests.values()].flatMap((own, rest) => own.map((pair) => ({ rest, ...pair })));
  return {
    splits,
    rests: {
      count: rests.size,
      restOf: Int32Array.from(pairs, ({ rest }) => rest),
      wholes: Int32Array.from(pairs, ({ whole }) => whole),
      parts: Int32Array.from(pairs, ({ part }) => part),
      family: familyOf(classes, others, [...members.values()]),
    },
  };
}
