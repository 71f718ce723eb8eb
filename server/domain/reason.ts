/**
 * A verdict's reason in words, from structured facts: who reports what, to how much of the cell. Only what publishers
 * filed is named, never a student.
 */
import type { FilingsMessages } from './messages/en/filings.ts';
import { SPEED_TIERS, TIER_KEYS, type TierKey, tierName } from './speed.ts';
import {
  PROFILE_NAMES,
  PROFILE_TECHNOLOGIES,
  type Profile,
  TECHNOLOGY_NAMES,
  type TechnologyCode,
} from './technology.ts';
import { FILERS, type Filer, type Verdict } from './verdict.ts';

/** One provider's technology in a cell by the FCC: locations it reaches at all, and at each tier. */
export interface OfferFact {
  readonly provider: string;
  readonly technology: TechnologyCode;
  readonly locations: number;
  readonly locationsAt: Readonly<Record<TierKey, number>>;
}

export interface FccFacts {
  /** Locations of all technologies in the cell; 0 when the FCC reports none. */
  readonly locations: number;
  readonly offers: readonly OfferFact[];
}

/** One area a state filing draws over a cell. */
export interface AreaFact {
  readonly provider: string;
  readonly technology: TechnologyCode;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  /** Share of the cell it covers, 0 to 1. */
  readonly share: number;
}

/** Offers and areas named before the rest are only counted. */
const NAMED = 3;

/** Why a source says nothing of the whole state. @param audience whose view it is */
export function noFilingWords(messages: FilingsMessages, filer: Filer, audience: string): string {
  return messages.noFiling({ filer, isAgency: audience === 'agency' });
}

/** Everything a view lacks in one clause, or undefined when both filed. @param audience whose view it is */
export function missingWords(
  messages: FilingsMessages,
  filers: readonly Filer[],
  audience: string,
): string | undefined {
  const missing = FILERS.filter((filer) => !filers.includes(filer));
  return missing.length === 0 ? undefined : messages.missing({ missing, isAgency: audience === 'agency' });
}

/** On whose word service is judged where sources are to agree, for a line of a report. */
export function agreedInWords(messages: FilingsMessages, filers: readonly Filer[], audience: string): string {
  const missing = missingWords(messages, filers, audience);
  if (missing === undefined) return messages.both;
  const [filer] = filers;
  return filer ? messages.alone({ filer, missing }) : messages.none({ missing });
}

export function fccReason(facts: FccFacts, profile: Profile): string {
  if (facts.locations === 0) return 'the FCC reports no location here';
  const offers = facts.offers
    .filter((offer) => PROFILE_TECHNOLOGIES[profile].includes(offer.technology) && offer.locations > 0)
    .map((offer) => ({ ...offer, best: bestTier(offer) }))
    .sort(
      (a, b) =>
        b.best.rank - a.best.rank ||
        b.best.locations - a.best.locations ||
        compare(a.provider, b.provider) ||
        a.technology - b.technology,
    );
  const all = `${facts.locations} ${facts.locations === 1 ? 'location' : 'locations'}`;
  if (offers.length === 0) return `no provider reports ${PROFILE_NAMES[profile]} to any of ${all}`;
  return listed(
    offers.map(
      (o) => `${o.provider} reports ${TECHNOLOGY_NAMES[o.technology]} ${o.best.speed} to ${o.best.locations} of ${all}`,
    ),
  );
}

/** @param areas low latency residential areas that touch the cell */
export function pucReason(areas: readonly AreaFact[], profile: Profile): string {
  const shown = areas
    .filter((area) => PROFILE_TECHNOLOGIES[profile].includes(area.technology) && area.share > 0)
    .sort(
      (a, b) =>
        b.share - a.share ||
        b.downloadMbps - a.downloadMbps ||
        b.uploadMbps - a.uploadMbps ||
        compare(a.provider, b.provider) ||
        a.technology - b.technology,
    );
  if (shown.length === 0) return 'the PUC filing shows no service';
  return `the PUC filing shows ${listed(
    shown.map(
      (area) =>
        `${area.provider} ${TECHNOLOGY_NAMES[area.technology]} ${speedOf(area)} over ${shareInWords(area.share)}`,
    ),
  )}`;
}

/** The reason of the agreed verdict: both sources' reasons in one sentence, or one's and why the other says nothing. */
export function agreedReason(fcc: string, puc: string): string {
  return `${fcc}; ${puc}`;
}

/** Why a cell is disputed, or undefined when it is not. */
export function disputeReason(fcc: Verdict, puc: Verdict, contradicted: boolean): string | undefined {
  return contradicted ? `the FCC says ${fcc}, the PUC filing says ${puc}` : undefined;
}

/** The fastest tier an offer reaches anybody with. */
function bestTier(offer: OfferFact): { rank: number; speed: string; locations: number } {
  const tier = TIER_KEYS.findLast((key) => offer.locationsAt[key] > 0);
  if (!tier) return { rank: -1, speed: `below ${tierName('25_3')}`, locations: offer.locations };
  return { rank: TIER_KEYS.indexOf(tier), speed: tierName(tier), locations: offer.locationsAt[tier] };
}

function speedOf(area: AreaFact): string {
  const { downloadMbps, uploadMbps } = SPEED_TIERS['25_3'];
  const speed = `${area.downloadMbps}/${area.uploadMbps}`;
  return area.downloadMbps < downloadMbps || area.uploadMbps < uploadMbps
    ? `${speed} (below ${tierName('25_3')})`
    : speed;
}

function shareInWords(share: number): string {
  return share >= 0.995 ? 'all of the cell' : `${Math.max(1, Math.round(share * 100))} % of the cell`;
}

function listed(parts: readonly string[]): string {
  const more = parts.length - NAMED;
  const named = parts.slice(0, NAMED).join(', ');
  return more > 0 ? `${named} and ${more} more` : named;
}

/** By code unit, so that the words do not depend on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
