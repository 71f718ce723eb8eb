/**
 * A row's estimates as small numbers. Most follow from others: verdicts of a reading add up to the students,
 * technologies and tiers mostly agree, a lever is a verdict times its county's rate, and a reading's levers add up to
 * those not connected, if that count is shown. So each estimate is predicted from those before it, and written as a
 * code of the difference: 0 as predicted, 1 nobody, 2 everybody, from 3 on by how much (1 more, 1 less, 2 more, ...).
 *
 * The prediction uses only the row's numbers, in sums, products and quotients of doubles, which are equal on every machine.
 */
import { LEVERS, LEVERS_AT_TIER, type Lever, leverFor } from './lever.ts';
import { VERDICT_TIERS, type VerdictTier } from './speed.ts';
import { ESTIMATES, estimatePosition } from './statistic.ts';
import { PROFILES, type Profile } from './technology.ts';
import { SOURCES, type Source, VERDICTS_AT_TIER, type Verdict } from './verdict.ts';

/** The numbers of a row that precede its estimates. */
export interface CodedRow {
  readonly students: number;
  /** Students not connected, as shown; undefined if the levers are not fitted to it. */
  readonly apart: number | undefined;
}

const WIDTH = ESTIMATES.length;

/** @param values of one row, in the order of ESTIMATES @param codes of the row, output */
export function codeEstimates(values: Uint32Array, row: CodedRow, codes: Uint32Array): void {
  walk(row, (position, predicted) => {
    const value = values[position] ?? 0;
    codes[position] = codeOf(value, predicted, row.students);
    return value;
  });
}

/** The inverse: reads `codes`, writes `values`. */
export function decodeEstimates(codes: Uint32Array, row: CodedRow, values: Uint32Array): void {
  walk(row, (position, predicted) => {
    const value = numberOf(codes[position] ?? 0, predicted, row.students);
    values[position] = value;
    return value;
  });
}

function codeOf(value: number, predicted: number, students: number): number {
  if (value === predicted) return 0;
  if (value === 0) return 1;
  if (value === students) return 2;
  return value > predicted ? 2 * (value - predicted) + 1 : 2 * (predicted - value) + 2;
}

function numberOf(code: number, predicted: number, students: number): number {
  if (code === 0) return predicted;
  if (code === 1) return 0;
  if (code === 2) return students;
  return code % 2 === 1 ? predicted + (code - 1) / 2 : predicted - (code - 2) / 2;
}

const known = new Float64Array(WIDTH);
/** By lever, running totals: students with the lever, and students whose verdict calls for it. */
const taken = new Float64Array(LEVERS.length);
const called = new Float64Array(LEVERS.length);
const expected = new Float64Array(LEVERS.length);

function walk({ students, apart }: CodedRow, settle: (position: number, predicted: number) => number): void {
  taken.fill(0);
  called.fill(0);
  for (const { verdicts, levers } of READINGS) {
    let sum = 0;
    for (let i = 0; i < verdicts.length; i++) {
      const step = verdicts[i] as VerdictStep;
      const value = settle(step.at, step.predict ? step.predict(known) : Math.max(0, students - sum));
      known[step.at] = value;
      sum += value;
    }
    settleLevers(levers, apart, settle);
  }
  for (const step of DISPUTED) known[step.at] = settle(step.at, step.predict?.(known) ?? 0);
}

/** *Ask* is predicted from those who have service; the others share the remaining students not connected, if known. */
function settleLevers(
  levers: readonly LeverStep[],
  apart: number | undefined,
  settle: (position: number, predicted: number) => number,
): void {
  let rest = apart ?? 0;
  let all = 0;
  for (let i = 0; i < levers.length; i++) {
    const step = levers[i] as LeverStep;
    const affected = affectedBy(step);
    const calls = called[step.lever] ?? 0;
    const share = calls > 0 ? (affected * (taken[step.lever] ?? 0)) / calls : affected;
    if (step.lever === ASK) {
      const value = settle(step.at, calls > 0 ? Math.round(share) : 0);
      taken[ASK] = (taken[ASK] ?? 0) + value;
      called[ASK] = calls + affected;
      rest -= value;
    } else {
      expected[step.lever] = share;
      all += share;
    }
  }
  const fit = apart === undefined || all === 0 ? 1 : Math.max(0, rest) / all;
  let settled = 0;
  for (let i = 0; i < levers.length; i++) {
    const { lever, at } = levers[i] as LeverStep;
    if (lever === ASK) continue;
    const value = settle(at, Math.round((expected[lever] ?? 0) * fit));
    taken[lever] = (taken[lever] ?? 0) + value;
    settled += value;
  }
  const factor = apart === undefined || all === 0 ? 1 : settled / all;
  for (let i = 0; i < levers.length; i++) {
    const step = levers[i] as LeverStep;
    if (step.lever !== ASK) called[step.lever] = (called[step.lever] ?? 0) + affectedBy(step) * factor;
  }
}

function affectedBy({ of }: LeverStep): number {
  let affected = 0;
  for (let i = 0; i < of.length; i++) affected += known[of[i] ?? 0] ?? 0;
  return affected;
}

interface VerdictStep {
  readonly at: number;
  /** Predicts from the estimates before it; undefined for the last of a reading, which is the remainder. */
  readonly predict: ((known: Float64Array) => number) | undefined;
}

interface LeverStep {
  readonly at: number;
  readonly lever: number;
  /** Positions of the verdicts that call for it. */
  readonly of: readonly number[];
}

const ASK = LEVERS.indexOf('ask');
/** Order within a reading: those that predict others come first. */
const TURN: Record<Verdict, number> = { unserved: 0, underserved: 1, served: 2, unknown: 3, partly: 4 };
/** 100/20 is the most informative, so 25/3 follows it. */
const TIERS_IN_ORDER = [...VERDICT_TIERS].reverse();
const READINGS = PROFILES.flatMap((profile) =>
  SOURCES.flatMap((source) => TIERS_IN_ORDER.map((tier) => readingOf(profile, source, tier))),
);
const DISPUTED: readonly VerdictStep[] = PROFILES.map((profile, i) => {
  const before = PROFILES[i - 1];
  const position = (of: Profile) => estimatePosition({ kind: 'estimated_disputed', profile: of });
  return { at: position(profile), predict: before ? asAt(position(before)) : () => 0 };
});

function readingOf(profile: Profile, source: Source, tier: VerdictTier) {
  const position = (verdict: Verdict, of: Partial<{ profile: Profile; source: Source; tier: VerdictTier }> = {}) =>
    estimatePosition({ kind: 'estimated_verdict', profile, source, tier, verdict, ...of });
  const before = PROFILES[PROFILES.indexOf(profile) - 1];
  const last: Verdict = source === 'agreed' && tier === '100_20' ? 'partly' : 'served';
  const order = VERDICTS_AT_TIER[tier]
    .filter((verdict) => verdict !== last)
    .sort((one, other) => TURN[one] - TURN[other]);
  const predict = (verdict: Verdict): ((known: Float64Array) => number) => {
    if (tier === '25_3') return asAt(position(verdict, { tier: '100_20' }));
    if (source === 'agreed') return agreedOf(verdict, position);
    if (before) return asAt(position(verdict, { profile: before }));
    return source === 'puc' ? asAt(position(verdict, { source: 'fcc' })) : () => 0;
  };
  const levers = LEVERS_AT_TIER[tier].map((lever): LeverStep => {
    const of = VERDICTS_AT_TIER[tier].filter((verdict) => callsFor(verdict, lever));
    const at = estimatePosition({ kind: 'estimated_lever', profile, source, tier, lever });
    return { at, lever: LEVERS.indexOf(lever), of: of.map((verdict) => position(verdict)) };
  });
  return {
    verdicts: [
      ...order.map((verdict): VerdictStep => ({ at: position(verdict), predict: predict(verdict) })),
      { at: position(last), predict: undefined },
    ],
    levers,
  };
}

function callsFor(verdict: Verdict, lever: Lever): boolean {
  return leverFor(verdict, lever === 'ask' ? 'unanswered' : 'inadequate') === lever;
}

function asAt(position: number): (known: Float64Array) => number {
  return (known) => known[position] ?? 0;
}

/** Both filings agree on at most the smaller of the two; students without service by both are underserved at least. */
function agreedOf(
  verdict: Verdict,
  position: (verdict: Verdict, of?: { source: Source }) => number,
): (known: Float64Array) => number {
  const at = (source: Source, of: Verdict) => position(of, { source });
  const pair = (of: Verdict) => [at('fcc', of), at('puc', of)] as const;
  const [fcc, puc] = pair(verdict);
  if (verdict === 'unknown') return (known) => Math.max(known[fcc] ?? 0, known[puc] ?? 0);
  if (verdict !== 'underserved') return (known) => Math.min(known[fcc] ?? 0, known[puc] ?? 0);
  const [fccUnserved, pucUnserved] = pair('unserved');
  const both = position('unserved');
  return (known) => {
    const lacking = Math.min(
      (known[fcc] ?? 0) + (known[fccUnserved] ?? 0),
      (known[puc] ?? 0) + (known[pucUnserved] ?? 0),
    );
    return Math.max(0, lacking - (known[both] ?? 0));
  };
}
