/**
 * The number a brief opens with: students with a proven gap at home, as far as it may be said. It is a count where counts are shown, an
 * estimate where they are hidden, and never more than what was published: each kind reads differently.
 */
import type { Hidden } from '../hidden.ts';
import { ONE_READING } from '../lever.ts';
import {
  type Segment,
  STANDING_OF_SEGMENT,
  segmentCountKey,
  segmentEstimateKey,
  segmentsAt,
  sumUpTo,
} from '../segments.ts';
import type { VerdictTier } from '../speed.ts';
import type { Filer } from '../verdict.ts';

/** Published of a place. */
export interface PlaceNumbers {
  readonly students: number | null;
  readonly counts: Readonly<Record<string, number | null>>;
  readonly hidden: Readonly<Record<string, Hidden>>;
  readonly estimates: Readonly<Record<string, number>>;
}

/** Under which numbers are read. */
export interface NumbersRead {
  readonly numbers: PlaceNumbers;
  readonly filers: readonly Filer[];
  readonly benchmark: VerdictTier;
  /** Students that one count of a place of this kind is off, at most; see `countOff`. */
  readonly off: number;
}

export type Headline =
  /** Sum of shown counts; `isLeast` where others of the sum are hidden. */
  | { readonly kind: 'counted'; readonly students: number; readonly off: number; readonly isLeast: boolean }
  /** No count of the sum is shown: computed from totals and filings. */
  | { readonly kind: 'estimated'; readonly students: number }
  /** No filing says what can be bought, so that families alone speak. */
  | { readonly kind: 'answers'; readonly students: number; readonly off: number; readonly isLeast: boolean }
  | { readonly kind: 'hidden' };

const LACKING = ['inadequate', 'unavailable', 'unaffordable', 'undesired', 'other'].map((status) => `home.${status}`);

export function headlineOf(read: NumbersRead): Headline {
  const { numbers, filers } = read;
  if (filers.length === 0) return summed('answers', LACKING, read) ?? { kind: 'hidden' };
  const proven = provenAt(read.benchmark);
  const counted = summed('counted', proven.map(segmentCountKey), read);
  if (counted) return counted;
  const keys = proven.map((segment) => segmentEstimateKey(segment, { ...ONE_READING, tier: read.benchmark }));
  if (numbers.students === null || keys.some((key) => numbers.estimates[key] === undefined)) return { kind: 'hidden' };
  const estimates = keys.map((key) => numbers.estimates[key] ?? 0);
  return { kind: 'estimated', students: sumUpTo(numbers.students, estimates) };
}

/** Segments that filings or the family themselves report, at a speed. */
export function provenAt(tier: VerdictTier): readonly Segment[] {
  return segmentsAt(tier).filter((segment) => STANDING_OF_SEGMENT[segment] === 'proven');
}

/** Undefined where none of the counts is shown. Nearly everybody is shown as no number either. */
function summed(
  kind: 'counted' | 'answers',
  keys: readonly string[],
  { numbers: { counts, students: everybody }, off }: NumbersRead,
): Headline | undefined {
  const shown = keys.flatMap((key) => counts[key] ?? []);
  if (shown.length === 0) return undefined;
  const students = sumUpTo(everybody, shown);
  return { kind, students, off: shown.length * off, isLeast: shown.length < keys.length && students !== everybody };
}

/** What a release says of the error of its counts. */
export interface CountError {
  /** 95 of 100 counts of the kind are off by no more; null = too few counts to say. */
  readonly p95: number | null;
  /** Most students that noise moves a count. */
  readonly deviation: number;
  /** Counts are multiples of it. */
  readonly rounding: number;
}

/** Bound on a count's error in students: of 95 in 100 counts or, where that was not measured, of every count. */
export function countOff({ p95, deviation, rounding }: CountError): number {
  return p95 === null ? deviation + Math.floor(rounding / 2) : Math.ceil(p95);
}

/** Whole percents that bound a share, given the error of its number; equal where the error leaves one. */
export interface Share {
  readonly lowest: number;
  readonly highest: number;
}

/** Undefined of an estimate, whose error is not bounded, and of numbers without a whole. */
export function shareOf(headline: Headline, students: number | null): Share | undefined {
  if (students === null || students === 0 || !('off' in headline)) return undefined;
  const percent = (count: number) => (100 * Math.min(Math.max(count, 0), students)) / students;
  const least = percent(headline.students - headline.off);
  const most = percent(headline.students + headline.off);
  const middle = Math.round(percent(headline.students));
  if (headline.isLeast) return { lowest: Math.floor(least), highest: 100 };
  return most - least <= 1
    ? { lowest: middle, highest: middle }
    : { lowest: Math.floor(least), highest: Math.ceil(most) };
}

/** How many students' families answered. */
export type Response =
  | { readonly kind: 'share'; readonly percent: number }
  | { readonly kind: 'few' }
  | { readonly kind: 'nearly all' }
  | { readonly kind: 'unsaid' };

export function responseOf({ students, counts, hidden }: PlaceNumbers): Response {
  const unanswered = counts['home.unanswered'];
  if (students !== null && students > 0 && typeof unanswered === 'number')
    return { kind: 'share', percent: Math.max(0, Math.round(100 - (100 * unanswered) / students)) };
  if (hidden['home.unanswered'] === 'high') return { kind: 'few' };
  return hidden['home.unanswered'] === 'low' ? { kind: 'nearly all' } : { kind: 'unsaid' };
}

/** Where a smaller percentage of families answered, the sentence says so. */
const LOW_RESPONSE = 50;

export function isLowResponse(response: Response): boolean {
  return response.kind === 'few' || (response.kind === 'share' && response.percent < LOW_RESPONSE);
}

/** A number beside that of an earlier release. */
export type Change =
  | { readonly kind: 'fewer' | 'more'; readonly by: number }
  /** No difference that the error of both would not explain. */
  | { readonly kind: 'within' }
  | { readonly kind: 'incomparable' };

export interface Comparable {
  readonly headline: Headline;
  readonly filers: readonly Filer[];
  readonly benchmark: VerdictTier;
}

/** Compares two sums only if both are whole and rest on filings of the same publishers at the same speed. */
export function changeOf(now: Comparable, before: Comparable): Change {
  const [one, other] = [now.headline, before.headline];
  if (now.benchmark !== before.benchmark || now.filers.join() !== before.filers.join()) return { kind: 'incomparable' };
  if (!('off' in one) || !('off' in other) || one.isLeast || other.isLeast) return { kind: 'incomparable' };
  const by = one.students - other.students;
  if (Math.abs(by) <= one.off + other.off) return { kind: 'within' };
  return { kind: by < 0 ? 'fewer' : 'more', by: Math.abs(by) };
}
