/**
 * Rate of a lever by verdict: a place's shown count of the lever, divided by its estimated students of the verdict. The count
 * as one view reads it, with the same rounding: with truer numbers, the decimals of estimates would reveal small counts. The
 * estimate, too, uses that view's patches, by public filings, as levers are counted.
 */
import { LEVERS, type Lever, SORTS, sortOf } from '../lever.ts';
import { VERDICT_TIERS, type VerdictTier } from '../speed.ts';
import { countPosition } from '../statistic.ts';
import { VERDICTS } from '../verdict.ts';
import type { Rates, Sums } from './sums.ts';

/** A place's published counts, in the order of PLACE_COUNTS. */
export interface PlaceCounts {
  readonly students: number;
  readonly counts: readonly (number | null)[];
  readonly hidden: string;
}

/** For sums that need no rates. */
export const NO_RATES: Rates = { levers: LEVERS.map(() => 0), unanswered: 0 };

/** The verdicts that call for a lever. */
const SORT_OF_LEVER: Readonly<Record<Lever, number>> = {
  build: SORTS.indexOf('unserved'),
  upgrade: SORTS.indexOf('underserved'),
  check: SORTS.indexOf('unclear'),
  connect: SORTS.indexOf('served'),
  ask: SORTS.indexOf('served'),
};

/** A release's way of counting levers. */
export interface Counting {
  /** Tier of the one reading. */
  readonly benchmark: VerdictTier;
  /** In students: a count that reads few or none counts as half of it. */
  readonly floor: number;
}

/**
 * The state's rates. A lever whose verdict does not occur in the one reading (*upgrade*, where that is 25/3) gets the rate of
 * students not connected.
 *
 * @param sums of all patches
 */
export function ratesOfState(row: PlaceCounts, sums: Sums, counting: Counting): Rates {
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
  return ratesOf(row, sums, counting, { levers: LEVERS.map((lever) => anybody[lever]), unanswered: 0 });
}

/** A county's rates; the state's, where its own count is unusable or nobody in it has the verdict. @param sums of its patches */
export function ratesOfCounty(row: PlaceCounts, sums: Sums, counting: Counting, state: Rates): Rates {
  return ratesOf(row, sums, counting, state);
}

function ratesOf(row: PlaceCounts, sums: Sums, { benchmark, floor }: Counting, instead: Rates): Rates {
  const first = VERDICT_TIERS.indexOf(benchmark) * VERDICTS.length;
  const students = SORTS.map((_, sort) =>
    VERDICTS.reduce((sum, verdict, at) => (sortOf(verdict) === sort ? sum + (sums.counted[first + at] ?? 0) : sum), 0),
  );
  const shares = LEVERS.map((lever, at) => {
    const of = students[SORT_OF_LEVER[lever]] ?? 0;
    const other = instead.levers[at] ?? 0;
    if (of === 0) return other;
    return shareOf(row, countPosition({ kind: 'lever', lever }), of, other, floor);
  });
  const levers = LEVERS.map((lever, at) => {
    const together = LEVERS.reduce(
      (sum, other, i) => (SORT_OF_LEVER[other] === SORT_OF_LEVER[lever] ? sum + (shares[i] ?? 0) : sum),
      0,
    );
    return (shares[at] ?? 0) / Math.max(1, together);
  });
  return { levers, unanswered: shareOf(row, UNANSWERED, row.students, instead.unanswered, floor) };
}

/** A count among the given students; a hidden one gets the rate of elsewhere, within its bounds. */
function shareOf(row: PlaceCounts, position: number, students: number, elsewhere: number, floor: number): number {
  const count = countOf(row, position);
  if (count !== null) return count / students;
  const few = floor / 2;
  if (row.hidden[position] === 'l') return Math.min(elsewhere, few / students);
  return row.hidden[position] === 'h' ? Math.max(elsewhere, (row.students - few) / students) : elsewhere;
}

export const CONNECTED = countPosition({ kind: 'home', status: 'connected' });
export const UNANSWERED = countPosition({ kind: 'home', status: 'unanswered' });
export const UNAVAILABLE = countPosition({ kind: 'home', status: 'unavailable' });

function countOf({ counts }: PlaceCounts, position: number): number | null {
  return counts[position] ?? null;
}
