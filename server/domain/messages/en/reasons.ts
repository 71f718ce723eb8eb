/** Why a verdict is what it is: who reports what, to how much of a cell. `commission` is what the state calls its own. */
import { type SPEED_TIERS, tierName } from '../../speed.ts';
import type { Profile, TechnologyCode } from '../../technology.ts';
import type { Verdict } from '../../verdict.ts';
import { wordingIn } from '../wording.ts';
import { technologies } from './technologies.ts';

const { grouped, agree } = wordingIn('en');

/** Speeds of one offer; `tier` undefined: below the slowest there is. */
export interface SaidOffer {
  readonly provider: string;
  readonly technology: TechnologyCode;
  readonly tier: keyof typeof SPEED_TIERS | undefined;
  readonly locations: number;
}

export interface SaidArea {
  readonly provider: string;
  readonly technology: TechnologyCode;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  readonly isSlow: boolean;
  /** Whole percent of the cell; 100 is all of it. */
  readonly percent: number;
}

const SLOWEST = tierName('25_3');

const withMore = (named: readonly string[], more: number) =>
  more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ');

export const reasons = {
  noLocation: 'the FCC reports no location here',
  noOffer: ({ profile, locations }: { profile: Profile; locations: number }) =>
    `no provider reports ${technologies.profiles[profile]} to any of ${grouped(locations)} ${agree(locations, 'location', 'locations')}`,
  offers: ({ offers, more, locations }: { offers: readonly SaidOffer[]; more: number; locations: number }) =>
    withMore(
      offers.map(
        (offer) =>
          `${offer.provider} reports ${technologies.names[offer.technology]} ${offer.tier ? tierName(offer.tier) : `below ${SLOWEST}`} to ${grouped(offer.locations)} of ${grouped(locations)} ${agree(locations, 'location', 'locations')}`,
      ),
      more,
    ),
  noService: ({ commission }: { commission: string }) => `the ${commission} filing shows no service`,
  areas: ({ commission, areas, more }: { commission: string; areas: readonly SaidArea[]; more: number }) =>
    `the ${commission} filing shows ${withMore(
      areas.map(
        (area) =>
          `${area.provider} ${technologies.names[area.technology]} ${area.downloadMbps}/${area.uploadMbps}${area.isSlow ? ` (below ${SLOWEST})` : ''} over ${area.percent === 100 ? 'all of the cell' : `${area.percent} % of the cell`}`,
      ),
      more,
    )}`,
  both: ({ fccReason, pucReason }: { fccReason: string; pucReason: string }) => `${fccReason}; ${pucReason}`,
  dispute: ({ commission, fcc, puc }: { commission: string; fcc: Verdict; puc: Verdict }) =>
    `the FCC says ${fcc}, the ${commission} filing says ${puc}`,
};

export type ReasonMessages = typeof reasons;
