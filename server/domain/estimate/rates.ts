/**
 * How often students of a verdict have a lever: a place's shown count of the lever, by its estimated students of the verdict. The
 * count as one view reads it, rounded as there: with truer numbers the decimals of estimates would tell small counts. The estimate
 * of that view's patches too, by public filings, as levers are counted.
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

/** For sums that no rate is needed of. */
export const NO_RATES: Rates = { levers: LEVERS.map(() => 0), unanswered: 0 };

/** The verdicts that call for a lever. */
const SORT_OF_LEVER: Readonly<Record<Lever, number>> = {
  build: SORTS.indexOf('unserved'),
  upgrade: SORTS.indexOf('underserved'),
  check: SORTS.indexOf('unclear'),
  connect: SORTS.indexOf('served'),
  ask: SORTS.indexOf('served'),
};

/** How a release counts levers. */
export interface Counting {
  /** Tier of the one reading. */
  readonly benchmark: VerdictTier;
  /** Students: a count that reads few or none is taken for half of it. */
  readonly floor: number;
}

/**
 * The state's. A lever whose verdict nobody has in the one reading (*upgrade*, where that is 25/3) is as frequent as not being
 * connected is.
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

/** A county's: where nothing can be said of its own count, or nobody in it has the verdict, the state's. @param sums of its patches */
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

/** A count among so many students; hidden it is what it is elsewhere, as far as it may be. */
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
