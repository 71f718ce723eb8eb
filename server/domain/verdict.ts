/**
 * What filings claim for one cell. Source: BEAD NOFO (2022), an area is unserved when at least 80 % of its locations
 * are; 47 USC 1702 for 25/3 and 100/20. With public data a home in a half-served cell is *not known* to be unserved,
 * so such a cell is `partly` and never rounded to either side.
 */
import type { VerdictTier } from './speed.ts';

export const VERDICTS = ['served', 'underserved', 'unserved', 'partly', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** At 25/3 nothing can be underserved. */
export const VERDICTS_AT_TIER: Record<VerdictTier, readonly Verdict[]> = {
  '25_3': ['served', 'unserved', 'partly', 'unknown'],
  '100_20': VERDICTS,
};

/** Sources of filings: the FCC, and the state's utility commission. */
export const FILERS = ['fcc', 'puc'] as const;
export type Filer = (typeof FILERS)[number];

/** Where a verdict comes from: one publisher's filings, or what both say. */
export const SOURCES = [...FILERS, 'agreed'] as const;
export type Source = (typeof SOURCES)[number];

/** Sources with any filing, in the order of FILERS. @param filings those that a view may read */
export function filersOf(filings: readonly { readonly source: string }[]): Filer[] {
  return FILERS.filter((filer) => filings.some(({ source }) => source === filer));
}

/** Whether a source says anything of the state. Without filings it would only ever say `unknown`. */
export function canAnswer(source: Source, filers: readonly Filer[]): boolean {
  return source === 'agreed' ? filers.length > 0 : filers.includes(source);
}

export const AREA_THRESHOLD = 0.8;

/** How much of a cell is served by a source: locations (FCC) or sevenths of its area (PUC), each counted once. */
export interface CellService {
  /** 0 = the source knows nothing here that could be served. */
  readonly of: number;
  readonly served: Readonly<Record<VerdictTier, number>>;
}

/** @param service undefined if the source has no filing */
export function verdictAt(tier: VerdictTier, service: CellService | undefined): Verdict {
  if (!service || service.of === 0) return 'unknown';
  // A quotient, not a product: 4 of 5 divides to exactly 0.8, while 0.8 times a count may round up past it.
  const isMost = (locations: number) => locations / service.of >= AREA_THRESHOLD;
  if (isMost(service.served[tier])) return 'served';
  if (isMost(service.of - service.served['25_3'])) return 'unserved';
  if (tier === '100_20' && isMost(service.of - service.served['100_20'])) return 'underserved';
  return 'partly';
}

/**
 * A source's verdict on a hex known in parts: the one that most parts have; in a tie,
 * `partly`.
 *
 * @param votes number of parts by verdict, in the order of VERDICTS
 */
export function mostCommonVerdict(votes: ArrayLike<number>): Verdict {
  let most = 0;
  let said: Verdict = 'partly';
  for (const [at, verdict] of VERDICTS.entries()) {
    const count = votes[at] ?? 0;
    if (count === most) said = 'partly';
    if (count <= most) continue;
    most = count;
    said = verdict;
  }
  return said;
}

/**
 * The verdict that both sources support: served only if both say so, underserved if neither is enough but they differ in
 * degree. A source without filings in the whole state cannot disagree, so the other's word stands; if both filed, a cell
 * where one is silent is `unknown`.
 *
 * @param filers sources with filings in the state, among those the view may read
 */
export function agreedVerdict(fcc: Verdict, puc: Verdict, filers: readonly Filer[] = FILERS): Verdict {
  if (!filers.includes('puc')) return fcc;
  if (!filers.includes('fcc')) return puc;
  if (fcc === puc) return fcc;
  if (fcc === 'unknown' || puc === 'unknown') return 'unknown';
  if (isLacking(fcc) && isLacking(puc)) return 'underserved';
  return 'partly';
}

/** Whether two verdicts cannot both be right. `partly` and `unknown` contradict nothing. */
export function isContradicted(fcc: Verdict, puc: Verdict): boolean {
  return fcc !== puc && isDefinite(fcc) && isDefinite(puc);
}

/**
 * Whether a home is disputed: the filings contradict each other about its cell, or the family answers "Not Available"
 * where a filing says served. Verdicts at 100/20.
 */
export function isDisputed(fcc: Verdict, puc: Verdict, familySaysUnavailable: boolean): boolean {
  return isContradicted(fcc, puc) || (familySaysUnavailable && (fcc === 'served' || puc === 'served'));
}

function isLacking(verdict: Verdict): boolean {
  return verdict === 'unserved' || verdict === 'underserved';
}

function isDefinite(verdict: Verdict): boolean {
  return verdict === 'served' || isLacking(verdict);
}
