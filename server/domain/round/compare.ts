/** Offers for the same lot beside each other. */
import {
  type Alternative,
  bidsOf,
  type Departure,
  departuresOf,
  type Proposal,
  percentOfReference,
  studentsReached,
} from './proposal.ts';
import type { Terms } from './terms.ts';

export interface ComparedLot {
  readonly id: number;
  readonly students: number;
  readonly households: number;
  readonly reference: number | null;
}

export interface ComparedProposal {
  readonly id: number;
  readonly provider: string;
  readonly proposal: Proposal;
}

/** One alternative's offer for one lot. Amounts in US dollars; students and households are estimates: the lot's times the share. */
export interface Offer {
  readonly proposal: number;
  readonly provider: string;
  readonly alternative: number;
  readonly bid: string;
  readonly lot: number;
  readonly isBundle: boolean;
  readonly subsidy: number;
  readonly percentOfReference: number | null;
  readonly students: number;
  readonly households: number;
  readonly perStudent: number | null;
  /** Public money for each home and month of the term. */
  readonly perHomeMonth: number | null;
  readonly technology: number;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  readonly pricePerMonth: number;
  readonly finish: string;
  readonly departures: Departure[];
  /** Bids of others for the lot. */
  readonly overlaps: string[];
}

/** By lot, then dollars a student. */
export function offersOf(proposals: readonly ComparedProposal[], lots: readonly ComparedLot[], terms: Terms): Offer[] {
  const offers = proposals.flatMap((one) =>
    one.proposal.alternatives.flatMap((alternative, at) => offersOfOne(one, { alternative, at }, lots, terms)),
  );
  return lots.flatMap(({ id }) => {
    const ofLot = offers.filter(({ lot }) => lot === id);
    return ofLot
      .map((offer) => ({
        ...offer,
        overlaps: ofLot.filter(({ proposal }) => proposal !== offer.proposal).map(({ bid }) => bid),
      }))
      .toSorted((a, b) => (a.perStudent ?? Infinity) - (b.perStudent ?? Infinity) || a.bid.localeCompare(b.bid));
  });
}

function offersOfOne(
  { id, provider, proposal }: ComparedProposal,
  { alternative, at }: { alternative: Alternative; at: number },
  lots: readonly ComparedLot[],
  terms: Terms,
): Omit<Offer, 'overlaps'>[] {
  const bids = bidsOf(proposal, { proposal: id, provider }, new Map());
  const own = bids.filter((bid) => bid.alternative === `${id}.${at + 1}`);
  const { technology, downloadMbps, uploadMbps, pricePerMonth, finish, share, termMonths } = alternative;
  return alternative.lots.flatMap(({ lot: wanted, subsidy }) => {
    const lot = lots.find((one) => one.id === wanted);
    const bid = own.find((one) => one.lots.includes(wanted));
    if (!lot || !bid) return [];
    const students = studentsReached(lot.students, share);
    const households = studentsReached(lot.households, share);
    return [
      {
        proposal: id,
        provider,
        alternative: at + 1,
        bid: bid.id,
        lot: wanted,
        isBundle: alternative.bundle === 'all',
        subsidy,
        percentOfReference: percentOfReference(subsidy, lot.reference),
        students,
        households,
        perStudent: students > 0 ? subsidy / students : null,
        perHomeMonth: households > 0 && termMonths > 0 ? subsidy / households / termMonths : null,
        technology,
        downloadMbps,
        uploadMbps,
        pricePerMonth,
        finish,
        departures: departuresOf(alternative, terms),
      },
    ];
  });
}
