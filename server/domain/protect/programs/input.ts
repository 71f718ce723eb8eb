/** A release, and those before it, as the programs see them. */
import type { Lists } from '../../lists.ts';

export interface ProgramsInput {
  /** In students: no group of one to fewer may be provable. The lowest floor of all releases so far. */
  readonly floor: number;
  /** By patch the number of its res-5 hex. What a patch held in an earlier release and no longer does is a patch of its own. */
  readonly hex5: Int32Array;
  /** How many patches the release has; those after them are of earlier releases. */
  readonly current: number;
  /** Sets of patches with published numbers, as PatchSets has them. */
  readonly sets: { readonly count: number; readonly members: Lists; readonly inside: Lists };
  /** By set 1 = published as it is (agency, provider), 2 = rounded (public), 3 = both, 0 = its students only. */
  readonly shownTo: Uint8Array;
  /** By set and statistic 1 where it was published before, so that it can no longer be hidden. */
  readonly isOlder: Uint8Array;
  /** Positions of numbers that stay hidden, as an earlier release hid them by choice. */
  readonly hiddenBefore: Int32Array;
  /** By set the filings its levers rest on, as a row of `sortIn`. */
  readonly filings: Uint16Array;
  /** By set and statistic (`set * COUNTED_EACH + statistic`, as PLACE_COUNTS): a number, a code of HIDDEN_CODES, or UNASKED. */
  readonly codes: Int32Array;
  /** Likewise the floor it was shown or hidden by. */
  readonly floors: Uint16Array;
  /** Likewise 1 where the floors hide it without saying a side. */
  readonly isDecoy: Uint8Array;
  /** By statistic the first that counts the same students of every set: the two show one number. */
  readonly sameAs: Int32Array;
  /** By filings and kind of cell (`filings * kinds + kind`) a position in SORTS. */
  readonly sortIn: Uint8Array;
  readonly kinds: number;
  /** By home and device answer (`home * DEVICE_ANSWERS + device`) 1 where a student of the state gave both. */
  readonly isGiven: Uint8Array;
  readonly students: StudentTallies;
}

/** How many students of a patch, district and kind of cell gave an answer; one row an answer given. */
export interface StudentTallies {
  readonly patch: Int32Array;
  readonly district: Int32Array;
  readonly kind: Int32Array;
  /** Home answers from 0, device answers after them. */
  readonly answer: Uint8Array;
  readonly students: Int32Array;
}

/** One student a row of the arrays given. */
export interface HomesTold {
  readonly patchOf: ArrayLike<number>;
  readonly district: ArrayLike<number>;
  readonly kind: ArrayLike<number>;
  readonly homeStatus: ArrayLike<number>;
  readonly deviceStatus: ArrayLike<number>;
}
