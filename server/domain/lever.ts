/**
 * What would close a student's gap. Every student who is not connected has exactly one connection lever; `equip` is a
 * second axis. Each lever takes different money and different people.
 */
import type { VerdictTier } from './speed.ts';
import type { DeviceStatus, HomeStatus } from './survey.ts';
import { DEFAULT_PROFILE } from './technology.ts';
import type { Verdict } from './verdict.ts';

export const LEVERS = ['build', 'upgrade', 'check', 'connect', 'ask'] as const;
export type Lever = (typeof LEVERS)[number];

/** At 25/3 nothing is underserved, so nothing can be upgraded. */
export const LEVERS_AT_TIER: Record<VerdictTier, readonly Lever[]> = {
  '25_3': ['build', 'check', 'connect', 'ask'],
  '100_20': LEVERS,
};

/** @returns undefined for a student connected by its own answer: a family knows better than any filing */
export function leverFor(verdict: Verdict, home: HomeStatus): Lever | undefined {
  if (home === 'connected') return undefined;
  if (verdict !== 'served') return WHERE_NOT_SERVED[verdict];
  return home === 'unanswered' ? 'ask' : 'connect';
}

const WHERE_NOT_SERVED: Record<Exclude<Verdict, 'served'>, Lever> = {
  unserved: 'build',
  underserved: 'upgrade',
  partly: 'check',
  unknown: 'check',
};

/**
 * The one reading that levers are counted in, at places: the release's benchmark tier, reliable broadband, and both filings
 * agreeing, by public filings for every audience. Only one, because each further reading of the same students reveals more.
 */
export const ONE_READING = { profile: DEFAULT_PROFILE, source: 'agreed' } as const;

/** Verdicts as far as levers distinguish them: at a home that is not connected, each sort calls for another lever. */
export const SORTS = ['served', 'underserved', 'unserved', 'unclear'] as const;
export type Sort = (typeof SORTS)[number];

/** Position in SORTS of a verdict. */
export function sortOf(verdict: Verdict): number {
  return verdict === 'partly' || verdict === 'unknown' ? SORTS.indexOf('unclear') : SORTS.indexOf(verdict);
}

export const VERDICT_OF_SORT: Record<Sort, Verdict> = {
  served: 'served',
  underserved: 'underserved',
  unserved: 'unserved',
  unclear: 'partly',
};

/** Whether a student needs a device of its own: has none, a shared one, or only a phone. No answer means no claim. */
export function needsEquipment(device: DeviceStatus): boolean {
  return device === 'none' || device === 'shared' || device === 'unsuitable';
}
