/** What would close a student's gap. Every student has exactly one connection lever; `equip` is a second axis. */
import type { VerdictTier } from './speed.ts';

export const LEVERS = ['build', 'upgrade', 'check', 'connect', 'ask'] as const;
export type Lever = (typeof LEVERS)[number];

/** At 25/3 nothing is underserved, so nothing is to upgrade. */
export const LEVERS_AT_TIER: Record<VerdictTier, readonly Lever[]> = {
  '25_3': ['build', 'check', 'connect', 'ask'],
  '100_20': LEVERS,
};
