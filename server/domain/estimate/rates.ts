/**
 * How often students of a verdict have a lever: a place's shown count of the lever, by its estimated students of the verdict. Both
 * as one view reads them, and the count as rounded there: with truer numbers the decimals of estimates would tell small counts.
 */
import { LEVERS, type Lever, ONE_READING, SORTS, sortOf } from '../lever.ts';
import type { VerdictTier } from '../speed.ts';
import { countPosition } from '../statistic.ts';
import { VERDICTS } from '../verdict.ts';
import { readingPosition } from './combo.ts';
import type { Sums } from './sums.ts';

export interface Rates {
  /** By lever, in the order of LEVERS: share of the students whose verdict calls for it, 0 to 1. */
  readonly levers: readonly number[];
  /** How much more often than everybody a student of a served home gave no answer: 1 = as often. */
  readonly askOfUnanswered: number;
}

/** A place's published counts, in the order of PLACE_COUNTS. */
export interface PlaceCounts {
  readonly students: number;
  readonly counts: readonly (number | null)[];
  readonly hidden: string;
}

/** For sums that no rate is needed of. */
export const NO_RATES: Rates = { levers: LEVERS.map(() => 0), askOfUnanswered: 0 };

/** The verdicts that call for a lever. */
const SORT_OF_LEVER: Readonly<Record<Lever, number>> = {
  build: SORTS.indexOf('unserved'),
  upgrade: SORTS.indexOf('underserved'),
  check: SORTS.indexOf('unclear'),
  connect: SORTS.indexOf('served'),
  ask: SORTS.indexOf('served'),
};

/**
 * The state's: a lever that is hidden is nobody's (or everybody's, where it reads nearly all). A lever whose verdict nobody has in
 * the one reading (*upgrade*, where that is 25/3) is as frequent as not being connected is.
 *
 * @param sums of all patches
 */
export function ratesOfState(row: PlaceCounts, sums: Sums, benchmark: VerdictTier): Rates {
  const [connected, unanswered] = [countOf(row, CONNECTED) ?? row.students, countOf(row, UNANSWERED) ?? 0];
  const apart = (row.students - connected) / row.students;
  const silent = Math.min(unanswered / row.students, apart);
  const anybody: Record<Lever, number> = {
    build: apart,
    upgrade: apart,
    check: apart,
    connect: apart - silent,
    ask: silent,
  };
  return ratesOf(row, sums, benchmark, {
    none: (lever) => anybody[lever],
    hidden: (_, how) => (how === 'h' ? 1 : 0),
    askOfUnanswered: 1,
  });
}

/** A county's: where its own count is hidden, or nobody in it has the verdict, the state's. @param sums of its patches */
export function ratesOfCounty(row: PlaceCounts, sums: Sums, benchmark: VerdictTier, state: Rates): Rates {
  const ofState = (lever: Lever) => state.levers[LEVERS.indexOf(lever)] ?? 0;
  return ratesOf(row, sums, benchmark, {
    none: ofState,
    hidden: ofState,
    askOfUnanswered: state.askOfUnanswered,
  });
}

interface Instead {
  readonly none: (lever: Lever) => number;
  readonly hidden: (lever: Lever, how: string | undefined) => number;
  readonly askOfUnanswered: number;
}

function ratesOf(row: PlaceCounts, sums: Sums, benchmark: VerdictTier, instead: Instead): Rates {
  const first = readingPosition({ ...ONE_READING, tier: benchmark }) * VERDICTS.length;
  const students = SORTS.map((_, sort) =>
    VERDICTS.reduce((sum, verdict, at) => (sortOf(verdict) === sort ? sum + (sums.verdicts[first + at] ?? 0) : sum), 0),
  );
  const shares = LEVERS.map((lever) => {
    const of = students[SORT_OF_LEVER[lever]] ?? 0;
    if (of === 0) return instead.none(lever);
    const position = countPosition({ kind: 'lever', lever });
    const count = countOf(row, position);
    return count === null ? instead.hidden(lever, row.hidden[position]) : count / of;
  });
  const levers = LEVERS.map((lever, at) => {
    const together = LEVERS.reduce(
      (sum, other, i) => (SORT_OF_LEVER[other] === SORT_OF_LEVER[lever] ? sum + (shares[i] ?? 0) : sum),
      0,
    );
    return (shares[at] ?? 0) / Math.max(1, together);
  });
  const unanswered = countOf(row, UNANSWERED);
  const ask = levers[LEVERS.indexOf('ask')] ?? 0;
  const askOfUnanswered = unanswered === null ? instead.askOfUnanswered : (ask * row.students) / unanswered;
  return { levers, askOfUnanswered };
}

export const CONNECTED = countPosition({ kind: 'home', status: 'connected' });
export const UNANSWERED = countPosition({ kind: 'home', status: 'unanswered' });
export const UNAVAILABLE = countPosition({ kind: 'home', status: 'unavailable' });

function countOf({ counts }: PlaceCounts, position: number): number | null {
  return counts[position] ?? null;
}
