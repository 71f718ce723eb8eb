/**
 * Numbers rows by what they hold, from 0: two with the same codes have the same number, whichever row they are.
 * Undefined is one of them.
 */
export function distinctRows(): (codes: Int32Array | undefined) => number {
  const known = new Map<number, { id: number; codes: Int32Array }>();
  let next = 0;
  let nothing: number | undefined;
  return (codes) => {
    if (!codes) {
      nothing ??= next++;
      return nothing;
    }
    for (let key = hashOf(codes); ; key++) {
      const same = known.get(key);
      if (same === undefined) {
        known.set(key, { id: next, codes });
        return next++;
      }
      if (isSame(same.codes, codes)) return same.id;
    }
  };
}

function isSame(one: Int32Array, other: Int32Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** FNV-1a over whole counts, twice with different seeds: 52 bits, so that the compare above hardly ever fails. */
function hashOf(codes: Int32Array): number {
  let low = 0x811c9dc5;
  let high = 0x01234567;
  for (const code of codes) {
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995) ^ (high >>> 15);
  }
  return (low >>> 0) + (high & 0xfffff) * 2 ** 32;
}
