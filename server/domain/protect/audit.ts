/**
 * The attacker the release is tried by before it is published: interval arithmetic over everything that is a sum of
 * something else. It hides more until no group of one to fewer than the floor is provable.
 */
import { type AuditedSets, boundByArea, boundByOwn, isBetrayed } from './bounds.ts';
import { eitherCode, isShown } from './code.ts';
import type { PatchSets } from './patch-sets.ts';

const REPAIRS = 50;

/** @param students by set @returns a function that mends one statistic and says how many counts it had to hide */
export function auditor(sets: PatchSets, students: Int32Array, floor: number): (audited: AuditedSets) => number {
  const low = new Int32Array(sets.count);
  const high = new Int32Array(sets.count);
  return (audited) => {
    const proven = () => {
      boundByOwn(audited, students, floor, low, high);
      boundByArea(sets, audited.values, floor, low, high);
      return firstProven(students, floor, low, high);
    };
    for (let hidden = 0; ; hidden++) {
      const betrayed = proven();
      const around = betrayed < 0 ? [] : shownAround(sets, betrayed, audited);
      if (around.length === 0 || hidden === REPAIRS) return hidden;
      hideOne(around, audited.values, students, floor, () => proven() !== betrayed);
    }
  };
}

/** Hides the smallest number without which the proof fails; where none is enough by itself, the smallest. */
function hideOne(
  around: readonly number[],
  values: Int32Array,
  students: Int32Array,
  floor: number,
  isEnough: () => boolean,
): void {
  const hide = (set: number) => {
    const value = values[set] as number;
    values[set] = eitherCode(value, students[set] as number, floor);
    return value;
  };
  for (const set of around) {
    const value = hide(set);
    if (isEnough()) return;
    values[set] = value;
  }
  hide(around[0] as number);
}

/** A set of which one to fewer than the floor are provably counted, or provably not; -1 = none. */
function firstProven(students: Int32Array, floor: number, low: Int32Array, high: Int32Array): number {
  for (let set = 0; set < students.length; set++)
    if (isBetrayed(low[set] as number, high[set] as number, students[set] as number, floor)) return set;
  return -1;
}

/** Shown sets that the set is inside, the smallest counts first. */
export function shownAround(
  { around }: PatchSets,
  set: number,
  { values, truth }: Pick<AuditedSets, 'values' | 'truth'>,
): number[] {
  return [...around.items.subarray(around.starts[set], around.starts[set + 1])]
    .filter((outer) => isShown(values[outer] as number))
    .sort((a, b) => (truth[a] as number) - (truth[b] as number) || a - b);
}
