/** Why an offer on a card does not make its hex served: the question everybody asks who sees a provider in a red hex. */
import type { VerdictTier } from '../../../../server/domain/speed.ts';
import { meetsTier } from '../../../../server/domain/speed.ts';
import { isTechnologyCode, PROFILE_TECHNOLOGIES, type Profile } from '../../../../server/domain/technology.ts';
import { AREA_THRESHOLD } from '../../../../server/domain/verdict.ts';
import type { CellVerdict } from '../../lib/api.ts';

type Offer = CellVerdict['offers'][number];
type Area = CellVerdict['areas'][number];

export interface Reading {
  readonly profile: Profile;
  readonly tier: VerdictTier;
}

export type NotCounted =
  | { readonly why: 'technology' }
  | { readonly why: 'speed' }
  | { readonly why: 'share'; readonly reached: number; readonly locations: number; readonly needed: number };

/** @param locations distinct locations of the hex. @returns undefined when the offer alone makes it served */
export function offerNotCounted(offer: Offer, locations: number | null, reading: Reading): NotCounted | undefined {
  if (!isOfProfile(offer.technology, reading.profile)) return { why: 'technology' };
  const reached = offer[`locations_${reading.tier}`];
  if (reached === 0) return { why: 'speed' };
  if (locations === null || reached / locations >= AREA_THRESHOLD) return undefined;
  return { why: 'share', reached, locations, needed: Math.ceil(AREA_THRESHOLD * locations - 1e-9) };
}

/** A state filing has no locations: how much of the hex it covers is said with it. */
export function areaNotCounted(area: Area, { profile, tier }: Reading): NotCounted | undefined {
  if (!isOfProfile(area.technology, profile)) return { why: 'technology' };
  return meetsTier({ ...area, lowLatency: true }, tier) ? undefined : { why: 'speed' };
}

function isOfProfile(technology: number, profile: Profile): boolean {
  return isTechnologyCode(technology) && PROFILE_TECHNOLOGIES[profile].includes(technology);
}
