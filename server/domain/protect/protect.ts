/**
 * Turns true counts into what may be published, for every set of patches and every statistic at once.
 *
 * A count is shown, with cell-key noise, only if it and what it leaves of its group meet the floor, both truly and with
 * the noise. And since a different value betrays a different set, a set that exceeds one inside it by fewer than the floor
 * takes that one's value: two published values of which one counts among the other are either equal (the difference may
 * be nobody) or differ by the floor or more. See README.md for what an attacker is assumed to know.
 */
import { auditor, LARGEST_DEFICIT } from './audit.ts';
import { eitherCode, hiddenCode, isShown } from './code.ts';
import type { Nesting } from './nested.ts';
import { NOISE_DEVIATION, noiseOf, slackOf } from './noise.ts';
import { type PatchSets, sumBySet } from './patch-sets.ts';

/** Patch by patch and statistic by statistic: how many, and the sum of their record keys. */
export interface TrueCounts {
  /** Rows of as many statistics, one a patch. */
  readonly counts: Int32Array;
  /** Likewise, modulo 2^32. */
  readonly keys: Int32Array;
  readonly statistics: number;
}

export interface Protected {
  /** By statistic and set (`statistic * sets + set`): a count, or one of HIDDEN_CODES. */
  readonly codes: Int32Array;
  readonly students: Int32Array;
  /** True counts, likewise; for what the release says of its own accuracy. */
  readonly truth: Int32Array;
  /** Counts that meet the floor and are hidden all the same, so that no difference gives a smaller group away. */
  readonly alsoHidden: { readonly forNesting: number; readonly byAudit: number };
}

/**
 * @param students by patch
 * @param floor students: no group of fewer, but for none, may be provable
 */
export function protect(
  sets: PatchSets,
  truths: TrueCounts,
  nesting: Nesting,
  students: ArrayLike<number>,
  floor: number,
): Protected {
  const { count: n } = sets;
  const { statistics } = truths;
  const group = sumBySet(sets, (patch) => students[patch] ?? 0);
  const truth = new Int32Array(statistics * n);
  const codes = new Int32Array(statistics * n);
  const alsoHidden = { forNesting: 0, byAudit: 0 };
  const known = new Map<number, number>();
  // Two values nearer than this would prove that the sets differ, and by how few at most.
  const nearest = floor - 2 * NOISE_DEVIATION;
  const audit = auditor(sets, group, floor);

  for (const statistic of nesting.order) {
    const from = statistic * n;
    const column = (rows: Int32Array) => sumBySet(sets, (patch) => rows[patch * statistics + statistic] as number);
    truth.set(column(truths.counts), from);
    const keys = column(truths.keys);
    const values = codes.subarray(from, from + n);
    const isTaken = new Uint8Array(n);
    for (const set of sets.order) {
      const own = truth[from + set] as number;
      const all = group[set] as number;
      const noisy = own === 0 ? 0 : own + noiseOf(keys[set] as number);
      if (own < floor || all - own < floor) {
        values[set] = hiddenCode(own, noisy, all, floor);
        continue;
      }
      const near = own - (floor + slackOf(keys[set] as number));
      let taken = -1;
      let isTorn = false;
      let largest = -1;
      const compare = (value: number, smaller: number) => {
        if (smaller <= near) {
          if (value > largest) largest = value;
        } else if (taken < 0) taken = value;
        else if (taken !== value) isTorn = true;
      };
      for (let i = sets.inside.starts[set] as number; i < (sets.inside.starts[set + 1] as number); i++) {
        const inner = sets.inside.items[i] as number;
        const value = values[inner] as number;
        if (isShown(value)) compare(value, truth[from + inner] as number);
      }
      for (
        let i = nesting.inside.starts[statistic] as number;
        i < (nesting.inside.starts[statistic + 1] as number);
        i++
      ) {
        const at = (nesting.inside.items[i] as number) * n + set;
        const value = codes[at] as number;
        if (isShown(value)) compare(value, truth[at] as number);
      }
      const fingerprint = (keys[set] as number) * 2 ** 21 + own;
      const same = known.get(fingerprint);
      if (taken < 0) taken = same ?? -1;
      else if (same !== undefined && same !== taken) isTorn = true;
      if (taken >= 0) isTaken[set] = 1;
      const value = taken < 0 ? noisy : taken;
      if (value < floor || all - value < floor) values[set] = hiddenCode(own, noisy, all, floor);
      else if (
        isTorn ||
        (largest >= 0 && largest > value - nearest) ||
        own - value > NOISE_DEVIATION + LARGEST_DEFICIT ||
        betraysTheRest(set)
      ) {
        values[set] = eitherCode(noisy, all);
        alsoHidden.forNesting += 1;
      } else {
        values[set] = value;
        known.set(fingerprint, value);
      }

      /** Whether the value, beside one inside it, proves that fewer than the floor of the students between are not counted. */
      function betraysTheRest(outer: number): boolean {
        for (let i = sets.inside.starts[outer] as number; i < (sets.inside.starts[outer + 1] as number); i++) {
          const inner = sets.inside.items[i] as number;
          const between = all - (group[inner] as number);
          const innerValue = values[inner] as number;
          if (between >= 2 * floor || !isShown(innerValue) || innerValue === value) continue;
          const most = value - innerValue + 2 * NOISE_DEVIATION;
          const least = Math.max(value - innerValue - 2 * NOISE_DEVIATION, floor);
          if (between - most >= 1 && between - least < floor) return true;
        }
        return false;
      }
    }
    alsoHidden.byAudit += audit({ values, truth: truth.subarray(from, from + n), isTaken });
  }
  return { codes, students: group, truth, alsoHidden };
}
