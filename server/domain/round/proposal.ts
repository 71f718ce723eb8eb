/** A provider's answer to a round: one or two alternatives, each for a set of lots. */
import { isDay } from '../day.ts';
import type { Bid } from './choice.ts';
import type { Terms } from './terms.ts';

export interface LotAsk {
  readonly lot: number;
  /** US dollars of public money. */
  readonly subsidy: number;
  /** US dollars that building it takes, all together. */
  readonly capital: number;
}

export interface Milestone {
  /** Per cent of homes that can be served by the day. */
  readonly percent: number;
  readonly day: string;
}

export interface Alternative {
  readonly lots: readonly LotAsk[];
  /** `all`: all of its lots or none; `each`: any of them by itself. */
  readonly bundle: 'all' | 'each';
  /** BDC code. */
  readonly technology: number;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  readonly latencyMs: number;
  /** Per cent of the lots' homes. */
  readonly share: number;
  /** US dollars a household and month. */
  readonly pricePerMonth: number;
  readonly install: number;
  readonly termMonths: number;
  /** Days, YYYY-MM-DD. */
  readonly start: string;
  readonly finish: string;
  readonly milestones: readonly Milestone[];
}

export interface Attachment {
  /** UUID. */
  readonly id: string;
  readonly kind: 'pdf' | 'coverage';
  readonly name: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly isConfidential: boolean;
}

export interface Proposal {
  readonly alternatives: readonly Alternative[];
  /** Other organizations that bid jointly; empty: none. */
  readonly partners: string;
  /** Other public money for the same homes, declared; empty: none. */
  readonly otherMoney: string;
  readonly words: string;
  readonly signer: { readonly name: string; readonly title: string; readonly email: string };
  readonly attachments: readonly Attachment[];
  readonly confidential: readonly ConfidentialPart[];
}

/** What a provider may keep out of the copy for requests under public records law. Lots, prices and asks are never secret. */
export const CONFIDENTIAL_PARTS = ['capital', 'partners', 'otherMoney', 'words', 'signer'] as const;
export type ConfidentialPart = (typeof CONFIDENTIAL_PARTS)[number];

export const MOST_ALTERNATIVES = 2;

export const PROPOSAL_FAULTS = [
  'no-alternative',
  'no-lots',
  'lot-unknown',
  'lot-twice',
  'no-such-day',
  'finish-before-start',
  'milestones',
  'no-signer',
  'slow',
] as const;
export type ProposalFault = (typeof PROPOSAL_FAULTS)[number];

export interface FaultFound {
  readonly fault: ProposalFault;
  /** 1 or 2; undefined: of the proposal as a whole. */
  readonly alternative: number | undefined;
}

/** What keeps a proposal from being submitted. @param lots of the round */
export function faultsOf({ alternatives, signer }: Proposal, lots: ReadonlySet<number>): FaultFound[] {
  const whole: ProposalFault[] = [];
  if (alternatives.length === 0) whole.push('no-alternative');
  if (signer.name.trim() === '' || !signer.email.includes('@')) whole.push('no-signer');
  return [
    ...whole.map((fault) => ({ fault, alternative: undefined })),
    ...alternatives.flatMap((alternative, at) =>
      faultsOfAlternative(alternative, lots).map((fault) => ({ fault, alternative: at + 1 })),
    ),
  ];
}

function faultsOfAlternative(alternative: Alternative, lots: ReadonlySet<number>): ProposalFault[] {
  const own = alternative.lots.map(({ lot }) => lot);
  const { start, finish, milestones } = alternative;
  const days = [start, finish, ...milestones.map(({ day }) => day)];
  const isFault: Partial<Record<ProposalFault, boolean>> = {
    'no-lots': own.length === 0,
    'lot-unknown': own.some((lot) => !lots.has(lot)),
    'lot-twice': new Set(own).size < own.length,
    'no-such-day': !days.every(isDay),
    'finish-before-start': finish < start,
    milestones: !areInOrder(milestones, finish),
    slow: alternative.downloadMbps < 1 || alternative.uploadMbps < 1,
  };
  return PROPOSAL_FAULTS.filter((fault) => isFault[fault]);
}

/** Both ascend, and all homes are served by the finish. */
function areInOrder(milestones: readonly Milestone[], finish: string): boolean {
  const last = milestones.at(-1);
  const rises = milestones.every((one, at) => {
    const before = milestones[at - 1];
    return !before || (one.percent > before.percent && one.day >= before.day);
  });
  return last === undefined || (rises && last.percent === 100 && last.day <= finish);
}

/** Terms of a round that an alternative does not meet: said to its provider and to staff, who decide. */
export const DEPARTURES = [
  'downloadMbps',
  'uploadMbps',
  'latencyMs',
  'pricePerMonth',
  'install',
  'termMonths',
  'startBy',
  'finishBy',
] as const satisfies readonly (keyof Terms)[];
export type Departure = (typeof DEPARTURES)[number];

export function departuresOf(offer: Alternative, terms: Terms): Departure[] {
  const below = (own: number, least: number | null) => least !== null && own < least;
  const above = (own: number, most: number | null) => most !== null && own > most;
  const after = (own: string, last: string | null) => last !== null && own > last;
  const departs: Record<Departure, boolean> = {
    downloadMbps: below(offer.downloadMbps, terms.downloadMbps),
    uploadMbps: below(offer.uploadMbps, terms.uploadMbps),
    latencyMs: above(offer.latencyMs, terms.latencyMs),
    pricePerMonth: above(offer.pricePerMonth, terms.pricePerMonth),
    install: above(offer.install, terms.install),
    termMonths: below(offer.termMonths, terms.termMonths),
    startBy: after(offer.start, terms.startBy),
    finishBy: after(offer.finish, terms.finishBy),
  };
  return DEPARTURES.filter((name) => departs[name]);
}

/** Per cent of the reference amount, to one decimal; null: no amount is named. */
export function percentOfReference(subsidy: number, reference: number | null): number | null {
  return reference === null || reference === 0 ? null : Math.round((1000 * subsidy) / reference) / 10;
}

/** Students a share of a lot's homes stands for, rounded down: no choice promises too much. */
export function studentsReached(students: number, share: number): number {
  return Math.floor((students * share) / 100);
}

/** @param students of the round's lots */
export function bidsOf(
  { alternatives }: Proposal,
  { proposal, provider }: { readonly proposal: number; readonly provider: string },
  students: ReadonlyMap<number, number>,
): Bid[] {
  return alternatives.flatMap(({ lots, bundle, share, finish }, at) => {
    const alternative = `${proposal}.${at + 1}`;
    const reached = (asks: readonly LotAsk[]) =>
      asks.reduce((sum, { lot }) => sum + studentsReached(students.get(lot) ?? 0, share), 0);
    const bid = (id: string, asks: readonly LotAsk[]): Bid => ({
      id,
      provider,
      alternative,
      lots: asks.map(({ lot }) => lot),
      ask: asks.reduce((sum, { subsidy }) => sum + subsidy, 0),
      students: reached(asks),
      finish,
    });
    return bundle === 'all' ? [bid(alternative, lots)] : lots.map((ask) => bid(`${alternative}.${ask.lot}`, [ask]));
  });
}

/** The copy for requests under public records law; null and empty where a part is confidential. */
export function redacted(proposal: Proposal) {
  const hides = (part: ConfidentialPart) => proposal.confidential.includes(part);
  return {
    ...proposal,
    alternatives: proposal.alternatives.map((alternative) => ({
      ...alternative,
      lots: alternative.lots.map((ask) => ({ ...ask, capital: hides('capital') ? null : ask.capital })),
    })),
    partners: hides('partners') ? null : proposal.partners,
    otherMoney: hides('otherMoney') ? null : proposal.otherMoney,
    words: hides('words') ? null : proposal.words,
    signer: hides('signer') ? null : proposal.signer,
    attachments: proposal.attachments.filter(({ isConfidential }) => !isConfidential),
  };
}

/**
 * A proposal of the round before as a draft for the one that repairs it: only what is asked for again.
 *
 * @param lots of this round, by those of the round before
 */
export function carriedOver(proposal: Proposal, lots: ReadonlyMap<number, number>): Proposal {
  const alternatives = proposal.alternatives.map((alternative) => ({
    ...alternative,
    lots: alternative.lots.flatMap((ask) => {
      const lot = lots.get(ask.lot);
      return lot === undefined ? [] : [{ ...ask, lot }];
    }),
  }));
  // Files are sealed for their own round.
  return { ...proposal, alternatives: alternatives.filter(({ lots }) => lots.length > 0), attachments: [] };
}
