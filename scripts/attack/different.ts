/**
 * What two different numbers tell. The same students are never shown as two numbers, whatever they are called and wherever; so
 * where one of two counts among the other, somebody is counted in the larger one alone.
 */
import { EVERYBODY } from './catalog.ts';
import { NO_NUMBER, type System } from './system.ts';

/** A set of a group. */
export type Counted = readonly [group: number, set: number];

/** 1 where a set and one that holds it are shown with different numbers. */
export function areDifferent(
  { numbers, rounded }: Pick<System, 'numbers' | 'rounded'>,
  [group, set]: Counted,
  [otherGroup, otherSet]: Counted,
): 0 | 1 {
  const differ = (rows: readonly Int32Array[]) => {
    const one = rows[group]?.[set] ?? NO_NUMBER;
    const other = rows[otherGroup]?.[otherSet] ?? NO_NUMBER;
    return one !== NO_NUMBER && other !== NO_NUMBER && one !== other;
  };
  return differ(numbers) || differ(rounded) ? 1 : 0;
}

/** Notes that there is somebody: in what a set has more than one inside it, and in the other of two areas that make up a third. */
export function readDifferent(system: System): void {
  const { catalog, groups, sums, least } = system;
  const note = (group: number, set: number) => {
    const own = least[group] as Int32Array;
    own[set] = Math.max(own[set] as number, 1);
  };
  const rests = catalog.splits.filter(({ whole, parts }) => whole !== EVERYBODY && parts.length === 2);
  for (const group of groups.keys())
    for (const { whole, parts } of rests)
      for (const [part, rest] of [parts, [...parts].reverse()] as [number, number][])
        if (areDifferent(system, [group, part], [group, whole])) note(group, rest);
  for (const { whole, parts } of sums) {
    if (parts.length !== 2) continue;
    for (const [part, other] of [parts, [...parts].reverse()] as [number, number][])
      for (let set = EVERYBODY + 1; set < catalog.names.length; set++)
        if (areDifferent(system, [part, set], [whole, set])) note(other, set);
  }
}
