/** What filings claim for one cell. Thresholds: BEAD NOFO (2022), an area is unserved when 80 % of its locations are. */
import type { VerdictTier } from './speed.ts';

export const VERDICTS = ['served', 'underserved', 'unserved', 'partly', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** At 25/3 nothing can be underserved. */
export const VERDICTS_AT_TIER: Record<VerdictTier, readonly Verdict[]> = {
  '25_3': ['served', 'unserved', 'partly', 'unknown'],
  '100_20': VERDICTS,
};

/** Where a verdict comes from: one publisher's filings, or what both say. */
export const SOURCES = ['fcc', 'puc', 'agreed'] as const;
export type Source = (typeof SOURCES)[number];

export const AREA_THRESHOLD = 0.8;
