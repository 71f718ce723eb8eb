/**
 * Turns true counts into what may be published, for every set of patches and every statistic at once.
 *
 * A count is shown, with cell-key noise, only if it and what it leaves of its group meet the floor, both truly and with
 * the noise. And since a different value betrays a different set, a set that exceeds one inside it by fewer than the floor
 * takes that one's value (`choose.ts`). See README.md for what an attacker is assumed to know.
 */
import { HIDDEN_CODES } from '../hidden.ts';
import { listAt } from '../lists.ts';
import { audit } from './audit.ts';
import { chosenValue, leastThatMatters } from './choose.ts';
import type { Classes } from './classes.ts';
import { eitherCode, hiddenCode, isShown } from './code.ts';
import { type LivedIn, localClasses } from './local.ts';
import { isSideless, NOISE_DEVIATION, noiseOf, slackOf } from './noise.ts';
import { type PatchSets, sumBySet } from './patch-sets.ts';

/** Patch by patch and statistic by statistic: how many, and the sum of their record keys. */
export interface TrueCounts {
  /** Rows of as many statistics, one a patch. */
  readonly counts: Int32Array;
  /** Likewise, modulo 2^32. */
  readonly keys: Int32Array;
  readonly statistics: number;
  /** By patch the sum of the record keys of everybody, likewise. */
  readonly groupKeys: Int32Array;
}

export interface Protected {
  /** By class and set (`class * sets + set`): a count, or one of HIDDEN_CODES. */
  readonly codes: Int32Array;
  /** 1 where the value may be that of a set inside. */
  readonly isTaken: Uint8Array;
  readonly students: Int32Array;
  /** True counts, likewise; for what the release says of its own accuracy. */
  readonly truth: Int32Array;
  /** Counts that meet the floor and are hidden all the same, so that no difference gives a smaller group away. */
  readonly alsoHidden: { readonly forNesting: number; readonly byAudit: number };
}

/**
 * @param students by patch
 * @param floor students: no group of fewer, but for none, may be provable
 * @param livedIn where it is known which kinds of students an area can have
 */
export function protect(
  sets: PatchSets,
  truths: TrueCounts,
  classes: Classes,
  students: ArrayLike<number>,
  floor: number,
  livedIn?: LivedIn,
): Protected {
  const { count: n } = sets;
  const group = sumBySet(sets, students);
  const groupKeys = sumBySet(sets, truths.groupKeys);
  const truth = new Int32Array(classes.count * n);
  const codes = new Int32Array(classes.count * n);
  const isTaken = new Uint8Array(classes.count * n);
  const known = new Map<number, number>();
  let forNesting = 0;

  for (const own of classes.order) {
    const from = own * n;
    const statistic = classes.statisticOf[own] as number;
    const column = (rows: Int32Array) => sumBySet(sets, columnOf(rows, truths.statistics, statistic));
    const counts = column(truths.counts);
    truth.set(counts, from);
    const keys = column(truths.keys);
    const values = codes.subarray(from, from + n);
    const kindsInside = listAt(classes.inside, own);
    const hide = (set: number, count: number, noisy: number) => {
      const all = group[set] as number;
      const code = hiddenCode(count, noisy, all, floor);
      const isSilent = code === HIDDEN_CODES.low && isSideless(groupKeys[set] as number, statistic);
      values[set] = isSilent ? HIDDEN_CODES.either : code;
    };
    for (const set of sets.order) {
      const count = counts[set] as number;
      if (count === 0) {
        hide(set, 0, 0);
        continue;
      }
      const all = group[set] as number;
      const key = keys[set] as number;
      const noisy = count + noiseOf(key);
      if (count < floor || all - count < floor) {
        hide(set, count, noisy);
        continue;
      }
      const inside = insideOf({ sets, codes, truth }, set, own, kindsInside, count - floor - slackOf(key), floor);
      const fingerprint = key * FINGERPRINTS + count;
      const value = chosenValue({ own: count, noisy, same: known.get(fingerprint), ...inside }, floor);
      if (value === undefined || betraysTheRest(sets, group, values, set, value, floor)) {
        values[set] = eitherCode(noisy, all, floor);
        forNesting += 1;
      } else if (value < floor || all - value < floor) hide(set, count, value);
      else {
        values[set] = value;
        isTaken[from + set] = inside.near.length > 0 || value !== noisy ? 1 : 0;
        known.set(fingerprint, value);
      }
    }
  }
  const local = livedIn && localClasses(sets, classes, livedIn);
  const byAudit = audit(sets, classes, { codes, isTaken, students: group }, floor, local);
  return { codes, isTaken, students: group, truth, alsoHidden: { forNesting, byAudit } };
}

/** One statistic of every patch, side by side: summed over some twelve sets a patch, it is read where it lies close. */
function columnOf(rows: Int32Array, statistics: number, statistic: number): Int32Array {
  const column = new Int32Array(rows.length / statistics);
  for (let patch = 0, at = statistic; patch < column.length; patch++, at += statistics)
    column[patch] = rows[at] as number;
  return column;
}

/** More than any count of students: a fingerprint and a count make one number. */
const FINGERPRINTS = 2 ** 22;

/**
 * What is shown of the sets and statistics that count some of the same students and nobody else.
 *
 * @param near the most that a set inside may hold without being near
 */
function insideOf(
  { sets, codes, truth }: { sets: PatchSets; codes: Int32Array; truth: Int32Array },
  set: number,
  own: number,
  kindsInside: Int32Array,
  near: number,
  floor: number,
): { near: number[]; far: number[] } {
  const found = { near: [] as number[], far: [] as number[] };
  const matters = leastThatMatters(near + floor, floor);
  const note = (at: number) => {
    const value = codes[at] as number;
    if (!isShown(value)) return;
    if ((truth[at] as number) > near) found.near.push(value);
    else if (value > matters) found.far.push(value);
  };
  const from = own * sets.count;
  const to = sets.inside.starts[set + 1] as number;
  for (let i = sets.inside.starts[set] as number; i < to; i++) note(from + (sets.inside.items[i] as number));
  for (const kind of kindsInside) note(kind * sets.count + set);
  return found;
}

/** Whether a value, beside one inside it, proves that fewer than the floor of the students between are not counted. */
function betraysTheRest(
  sets: PatchSets,
  group: Int32Array,
  values: Int32Array,
  outer: number,
  value: number,
  floor: number,
): boolean {
  const to = sets.inside.starts[outer + 1] as number;
  for (let i = sets.inside.starts[outer] as number; i < to; i++) {
    const inner = sets.inside.items[i] as number;
    const between = (group[outer] as number) - (group[inner] as number);
    const innerValue = values[inner] as number;
    if (between >= 2 * floor || !isShown(innerValue) || innerValue === value) continue;
    const most = value - innerValue + 2 * NOISE_DEVIATION;
    const least = Math.max(value - innerValue - 2 * NOISE_DEVIATION, 1);
    if (between - most >= 1 && between - least < floor) return true;
  }
  return false;
}
