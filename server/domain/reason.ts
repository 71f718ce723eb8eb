/**
 * A verdict's reason in words, from structured facts: who reports what, for how much of the cell. Names only what publishers
 * filed, never a student.
 */
import type { FilingsMessages } from './messages/en/filings.ts';
import type { ReasonMessages } from './messages/en/reasons.ts';
import { SPEED_TIERS, TIER_KEYS, type TierKey } from './speed.ts';
import { PROFILE_TECHNOLOGIES, type Profile, type TechnologyCode } from './technology.ts';
import { FILERS, type Filer } from './verdict.ts';

/** One provider's technology in a cell by the FCC: locations it reaches at any speed, and at each tier. */
export interface OfferFact {
  readonly provider: string;
  readonly technology: TechnologyCode;
  readonly locations: number;
  readonly locationsAt: Readonly<Record<TierKey, number>>;
}

export interface FccFacts {
  /** Locations of all technologies in the cell; 0 if the FCC reports none. */
  readonly locations: number;
  readonly offers: readonly OfferFact[];
}

/** One area of a state filing over a cell. */
export interface AreaFact {
  readonly provider: string;
  readonly technology: TechnologyCode;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  /** Share of the cell it covers, 0 to 1. */
  readonly share: number;
}

/** Offers and areas to name; further ones are only counted. */
const NAMED = 3;

/** Why a source says nothing of the whole state. @param audience of the view */
export function noFilingWords(messages: FilingsMessages, filer: Filer, audience: string): string {
  return messages.noFiling({ filer, isAgency: audience === 'agency' });
}

/** Everything a view lacks in one clause; undefined if both filed. @param audience of the view */
export function missingWords(
  messages: FilingsMessages,
  filers: readonly Filer[],
  audience: string,
): string | undefined {
  const missing = FILERS.filter((filer) => !filers.includes(filer));
  return missing.length === 0 ? undefined : messages.missing({ missing, isAgency: audience === 'agency' });
}

/** Whose word decides on service where sources must agree, for a line of a report. */
export function agreedInWords(messages: FilingsMessages, filers: readonly Filer[], audience: string): string {
  const missing = missingWords(messages, filers, audience);
  if (missing === undefined) return messages.both;
  const [filer] = filers;
  return filer ? messages.alone({ filer, missing }) : messages.none({ missing });
}

/** @param messages in the reader's language */
export function fccReason(messages: ReasonMessages, facts: FccFacts, profile: Profile): string {
  const { locations } = facts;
  if (locations === 0) return messages.noLocation;
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
  if (offers.length === 0) return messages.noOffer({ profile, locations });
  const named = offers
    .slice(0, NAMED)
    .map(({ provider, technology, best }) => ({ provider, technology, tier: best.tier, locations: best.locations }));
  return messages.offers({ offers: named, more: offers.length - named.length, locations });
}

/** @param areas low latency residential areas that touch the cell @param commission what the state calls its own */
export function pucReason(
  messages: ReasonMessages,
  areas: readonly AreaFact[],
  { profile, commission }: { profile: Profile; commission: string },
): string {
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
  if (shown.length === 0) return messages.noService({ commission });
  const named = shown
    .slice(0, NAMED)
    .map(({ share, ...area }) => ({ ...area, isSlow: isSlow(area), percent: percentOf(share) }));
  return messages.areas({ commission, areas: named, more: shown.length - named.length });
}

/** The fastest tier at which an offer reaches anybody; undefined below the slowest tier. */
function bestTier(offer: OfferFact): { rank: number; tier: TierKey | undefined; locations: number } {
  const tier = TIER_KEYS.findLast((key) => offer.locationsAt[key] > 0);
  if (!tier) return { rank: -1, tier, locations: offer.locations };
  return { rank: TIER_KEYS.indexOf(tier), tier, locations: offer.locationsAt[tier] };
}

function isSlow(area: Pick<AreaFact, 'downloadMbps' | 'uploadMbps'>): boolean {
  const { downloadMbps, uploadMbps } = SPEED_TIERS['25_3'];
  return area.downloadMbps < downloadMbps || area.uploadMbps < uploadMbps;
}

/** Whole percent of a cell; rounds nearly all to all, and hardly any to one. */
function percentOf(share: number): number {
  return share >= 0.995 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}

/** By code unit, so that the order does not depend on the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
