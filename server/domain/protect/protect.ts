/**
 * Turns true counts into what may be shown, for every set of patches and every statistic: noise and floors. What a reader could
 * still prove from all of it together is looked for afterwards (`programs/`), and hidden as well.
 */
import { HIDDEN_CODES } from '../hidden.ts';
import { COUNTS } from '../statistic.ts';
import { hiddenCode, isSmall } from './code.ts';
import { isDecoy, type Keyed, noiseOf } from './noise.ts';
import { type PatchSets, sumBySet } from './patch-sets.ts';
import { roundedForPublic } from './round.ts';

export interface TrueCounts {
  /** Rows of as many statistics, one a patch. */
  readonly counts: Int32Array;
  /** Likewise the sums of the record keys of those counted, modulo 2^32. */
  readonly keys: Int32Array;
  /** By patch the sum of the record keys of everybody, likewise. */
  readonly groupKeys: Int32Array;
  /** By statistic the first that counts the same students: the two are one statistic, with one number. */
  readonly sameAs: Int32Array;
}

export interface Protected {
  /** By set and statistic (`set * statistics + statistic`): a count, or one of HIDDEN_CODES. The same for agency and provider. */
  readonly codes: Int32Array;
  /** Likewise 1 where a count is hidden by a floor and does not say on which side. */
  readonly isDecoy: Uint8Array;
  /** True counts, likewise; for the programs, and for what the release says of its own accuracy. */
  readonly truth: Int32Array;
  readonly students: Int32Array;
  readonly statistics: number;
}

/**
 * @param students by patch
 * @param floor students: a count is shown if it and what it leaves of its group are at least so many, truly and with noise
 */
export function protect(
  sets: PatchSets,
  truths: TrueCounts,
  students: ArrayLike<number>,
  floor: number,
  keyed: Keyed,
): Protected {
  const statistics = truths.sameAs.length;
  const group = sumBySet(sets, students);
  const groupKeys = sumBySet(sets, truths.groupKeys);
  const codes = new Int32Array(sets.count * statistics);
  const truth = new Int32Array(codes.length);
  const decoys = new Uint8Array(codes.length);
  for (let statistic = 0; statistic < statistics; statistic++) {
    const named = truths.sameAs[statistic] as number;
    const counts = sumBySet(sets, columnOf(truths.counts, statistics, statistic));
    const keys = sumBySet(sets, columnOf(truths.keys, statistics, statistic));
    for (let set = 0; set < sets.count; set++) {
      const at = set * statistics + statistic;
      const all = group[set] as number;
      const key = groupKeys[set] as number;
      const own = counts[set] as number;
      truth[at] = own;
      if (sets.isTotalOnly[set] === 1) {
        codes[at] = HIDDEN_CODES.either;
        continue;
      }
      if (statistic >= COUNTS.length && sets.hasLevers[set] === 0) continue;
      // Where the truth alone decides no noise is drawn: most counts of a state are zero.
      const isDecided = !isSmall(all, floor) && Math.min(own, all - own) < floor;
      const noisy = isDecided ? own : own + noiseOf(keyed, key, named, keys[set] as number);
      const isFar = Math.min(own, noisy) >= floor && all - Math.max(own, noisy) >= floor;
      if (isFar) codes[at] = noisy;
      else if (isDecoy(keyed, key, named)) {
        codes[at] = HIDDEN_CODES.either;
        decoys[at] = 1;
      } else codes[at] = hiddenCode(own, noisy, all, floor);
    }
  }
  return { codes, isDecoy: decoys, truth, students: group, statistics };
}

/** What an audience reads of one set. @param statistics how many, from the first */
export function codesFor(
  made: Protected,
  set: number,
  statistics: number,
  { isPublic, floor }: { isPublic: boolean; floor: number },
): Int32Array {
  const codes = made.codes.slice(set * made.statistics, set * made.statistics + statistics);
  const students = made.students[set] ?? 0;
  return isPublic ? codes.map((code) => roundedForPublic(code, students, floor)) : codes;
}

/**
 * Hides counts by choice, under each of their names: they read as those that a floor hides without a side.
 *
 * @param positions in `codes`, of shown counts or of hidden ones that say a side
 */
export function hideByChoice(made: Protected, sameAs: Int32Array, positions: Iterable<number>): void {
  for (const position of positions) {
    const statistic = position % made.statistics;
    const from = position - statistic;
    for (let other = 0; other < made.statistics; other++)
      if (sameAs[other] === sameAs[statistic]) made.codes[from + other] = HIDDEN_CODES.either;
  }
}

/** One statistic of all patches, contiguous: summing it into some twelve sets a patch then stays in the cache. */
function columnOf(rows: Int32Array, statistics: number, statistic: number): Int32Array {
  const column = new Int32Array(rows.length / statistics);
  for (let patch = 0, at = statistic; patch < column.length; patch++, at += statistics)
    column[patch] = rows[at] as number;
  return column;
}
