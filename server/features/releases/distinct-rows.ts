/** Students of one published row by statistic. */
export interface Group {
  /** Rows of counts, of which this one begins at `from`. */
  readonly counts: Int32Array;
  readonly from: number;
  readonly students: number;
}

/**
 * Numbers groups by what they hold, from 0: two with the same students and counts have the same number, whichever row
 * they are. Undefined is one of them.
 *
 * @param statistics counts of a group
 */
export function distinctRows(statistics: number): (group: Group | undefined) => number {
  const known = new Map<number, { id: number; students: number; counts: Int32Array }>();
  let next = 0;
  let nothing: number | undefined;
  return (group) => {
    if (!group) {
      nothing ??= next++;
      return nothing;
    }
    for (let key = hashOf(group, statistics); ; key++) {
      const same = known.get(key);
      if (same === undefined) {
        const counts = group.counts.slice(group.from, group.from + statistics);
        known.set(key, { id: next, students: group.students, counts });
        return next++;
      }
      if (same.students === group.students && isSame(same.counts, group)) return same.id;
    }
  };
}

function isSame(counts: Int32Array, group: Group): boolean {
  for (let i = 0; i < counts.length; i++) if (counts[i] !== group.counts[group.from + i]) return false;
  return true;
}

/** FNV-1a over whole counts, twice with different seeds: 52 bits, so that the compare above hardly ever fails. */
function hashOf({ counts, from, students }: Group, statistics: number): number {
  let low = 0x811c9dc5 ^ students;
  let high = 0x01234567 ^ students;
  for (let i = from; i < from + statistics; i++) {
    low = Math.imul(low ^ (counts[i] as number), 0x01000193);
    high = Math.imul(high ^ (counts[i] as number), 0x5bd1e995) ^ (high >>> 15);
  }
  return (low >>> 0) + (high & 0xfffff) * 2 ** 32;
}
