/** One row of estimates: whole numbers in the order of ESTIMATES. */
import { LEVERS } from '../lever.ts';
import { ESTIMATES, type Estimated } from '../statistic.ts';
import { PROFILES } from '../technology.ts';
import { VERDICTS } from '../verdict.ts';
import { READINGS, readingPosition } from './combo.ts';
import type { Sums } from './sums.ts';

/** Published counts of the same students; null = hidden. */
export interface Shown {
  readonly connected: number | null;
  readonly unanswered: number | null;
  /** Families who say that no service is available; null below county, where they do not enter disputes. */
  readonly unavailable: number | null;
}

export function writeEstimates(sums: Sums, shown: Shown, into: Uint32Array): void {
  const levers = fitted(sums, shown);
  const disputed = PROFILES.map((_, profile) => disputedBy(sums, shown, profile));
  for (const [at, { of, position }] of PLACES_IN_SUMS.entries()) {
    const sum = of === 'verdict' ? sums.verdicts : of === 'lever' ? levers : disputed;
    into[at] = wholeStudents(sum[position] ?? 0);
  }
}

/** Rounds half up. The order of a sum changes its last digits, so a value this close to a half counts as one. */
export function wholeStudents(sum: number): number {
  return Math.floor(sum + 0.5 + 1e-9);
}

/**
 * Fits a row to its shown counts: scales *ask* by the row's own students without an answer against the expected number, and the
 * other four to its students not connected.
 */
function fitted({ students, levers, unanswered: expected }: Sums, { connected, unanswered }: Shown): Float64Array {
  if (connected === null || unanswered === null) return levers;
  const scale = expected > 0 ? unanswered / expected : 1;
  const fit = levers.slice();
  const apart = Math.max(0, students - connected);
  for (let reading = 0; reading < READINGS.length; reading++) {
    const own = fit.subarray(reading * LEVERS.length, (reading + 1) * LEVERS.length);
    const ask = Math.min((own[ASK] ?? 0) * scale, unanswered, apart);
    const others = own.reduce((sum, lever, at) => (at === ASK ? sum : sum + lever), 0);
    if (others > 0) for (const [at, lever] of own.entries()) own[at] = (lever * (apart - ask)) / others;
    own[ASK] = ask;
  }
  return fit;
}

const ASK = LEVERS.indexOf('ask');

/** Families dispute a filing that says served as often as they say unavailable anywhere. */
function disputedBy({ students, contradicted, claimed }: Sums, { unavailable }: Shown, profile: number): number {
  const byFamilies = ((unavailable ?? 0) * (claimed[profile] ?? 0)) / students;
  return (contradicted[profile] ?? 0) + byFamilies;
}

const PLACES_IN_SUMS = ESTIMATES.map(placeInSums);

function placeInSums(estimate: Estimated): { of: 'verdict' | 'lever' | 'disputed'; position: number } {
  switch (estimate.kind) {
    case 'estimated_verdict':
      return {
        of: 'verdict',
        position: readingPosition(estimate) * VERDICTS.length + VERDICTS.indexOf(estimate.verdict),
      };
    case 'estimated_lever':
      return { of: 'lever', position: readingPosition(estimate) * LEVERS.length + LEVERS.indexOf(estimate.lever) };
    case 'estimated_disputed':
      return { of: 'disputed', position: PROFILES.indexOf(estimate.profile) };
  }
}
