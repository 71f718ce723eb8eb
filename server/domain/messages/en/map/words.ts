/** The map's choices and what they mean, as the sentence, the legend, the cards and the table say them. */

import type { Lever } from '../../../lever.ts';
import { tierName, type VerdictTier } from '../../../speed.ts';
import type { HomeStatus } from '../../../survey.ts';
import type { Profile } from '../../../technology.ts';
import type { Filer, Source, Verdict } from '../../../verdict.ts';
import { kindNames } from '../kinds.ts';

/** What can be shown of students but all levers at once. */
export type SaidMeasure = Lever | 'unserved' | 'equip';

const SOURCES: Readonly<Record<Source | 'disputed', (commission: string) => string>> = {
  agreed: (commission) => `where FCC and ${commission} filings agree`,
  fcc: () => 'where FCC filings say so',
  puc: (commission) => `where ${commission} filings say so`,
  disputed: () => 'where the sources dispute it',
};

const NAMES: Readonly<Record<SaidMeasure, string>> = {
  unserved: 'Unserved',
  build: 'Build',
  upgrade: 'Upgrade',
  check: 'Check',
  connect: 'Connect',
  ask: 'Ask',
  equip: 'Equip',
};

const MEANINGS: Readonly<Record<SaidMeasure, (tier: VerdictTier) => string>> = {
  unserved: () => 'no provider reports even 25/3',
  build: () => 'no provider reports even 25/3, not counting those who say they are well connected',
  upgrade: () => 'a provider reports 25/3, none 100/20, not counting those who say they are well connected',
  check: () => 'filings are mixed or silent, not counting those who say they are well connected',
  connect: (tier) => `${tierName(tier)} is there, the family is not well connected`,
  ask: (tier) => `${tierName(tier)} is there, the family gave no answer`,
  equip: () => 'no device, a shared one, or only a phone',
};

const COUNTED: Readonly<Record<SaidMeasure | 'all', (tier: VerdictTier) => string>> = {
  unserved: () => 'students live where no provider reports even 25/3',
  all: () =>
    'students have a gap at home, by filings or by the family’s own word: nothing to buy, slow service only, or served and not well connected',
  build: () => 'students live where no provider reports even 25/3, not counting those who say they are well connected',
  upgrade: () =>
    'students live where no provider reports 100/20, though one reports 25/3, not counting those who say they are well connected',
  check: () =>
    'students live where the filings are mixed or silent, not counting those who say they are well connected',
  connect: (tier) => `students are not well connected though ${tierName(tier)} is there`,
  ask: (tier) => `students live where ${tierName(tier)} is there, and nobody has asked them or they gave no answer`,
  equip: () => 'students have no device, share one, or have only a phone',
};

const filerName = (filer: Filer, commission: string) => (filer === 'fcc' ? 'FCC' : commission);

export const words = {
  /** As a choice inside the sentence "Students ...". */
  measures: {
    unserved: 'living where nobody reports even 25/3',
    all: 'by what would help them',
    build: 'with nothing to buy, not even 25/3 (build)',
    upgrade: 'with slow service only (upgrade)',
    check: 'whose service is unclear (check)',
    connect: 'served but not well connected (connect)',
    ask: 'served, with no answer yet (ask)',
    equip: 'without a device of their own (equip)',
  } satisfies Record<SaidMeasure | 'all', string>,
  measureNames: NAMES,
  /** What each says of a home, for the legend, the list and the spoken summaries. */
  measureMeaning: ({ measure, tier }: { measure: SaidMeasure; tier: VerdictTier }) => MEANINGS[measure](tier),
  /** The same, short enough for a line of the legend. */
  leversInLegend: {
    build: 'Build: no 25/3 reported',
    upgrade: 'Upgrade: 25/3, not 100/20',
    check: 'Check: mixed or no filings',
    connect: 'Connect: served, not well used',
    ask: 'Ask: served, no answer yet',
  } satisfies Record<Lever, string>,
  showOnly: ({ measure }: { measure: SaidMeasure }) => `Show only ${NAMES[measure].toLowerCase()}`,
  /** A source as a choice inside the sentence, where both filed. */
  whose: ({ source, commission }: { source: Source | 'disputed'; commission: string }) => SOURCES[source](commission),
  /** The same where one alone filed. */
  byOne: ({ filer, commission }: { filer: Filer; commission: string }) => `by ${filerName(filer, commission)} filings`,
  disputedOne: ({ filer, commission }: { filer: Filer; commission: string }) =>
    `where the family disputes ${filerName(filer, commission)} filings`,
  profiles: {
    bead_2022: 'reliable broadband, no satellite',
    terrestrial: 'anything but satellite',
    wired: 'wires only, no satellite',
    any: 'everything, satellite too',
  } satisfies Record<Profile, string>,
  satelliteCounted: 'Satellite is counted. It reports service nearly everywhere, so nearly every home looks served.',
  satelliteNotCounted: 'Satellite is not counted.',
  verdicts: {
    served: 'Served',
    underserved: 'Underserved',
    unserved: 'Unserved',
    partly: 'Partly served',
    unknown: 'Unknown',
  } satisfies Record<Verdict, string>,
  verdictMeaning: ({ verdict, tier }: { verdict: Verdict; tier: VerdictTier }) =>
    ({
      served: `most homes can buy ${tierName(tier)}`,
      underserved: 'most homes can buy 25/3 but not 100/20',
      unserved: 'most homes cannot buy even 25/3',
      partly: 'some homes can, some cannot',
      unknown: 'no filing says',
    })[verdict],
  answers: {
    connected: 'Well connected',
    inadequate: 'Connected, not well',
    unavailable: 'No service to be had',
    unaffordable: 'Costs too much',
    undesired: 'Not wanted',
    other: 'Not connected for another reason',
    unanswered: 'No answer',
  } satisfies Record<HomeStatus, string>,
  /** The sentence as one line of text. `who`: whose word, as `whose` says it; `counting`: a profile. */
  lines: {
    coverage: ({ tier, counting }: { tier: VerdictTier; counting: string }) =>
      `Share of locations where a provider reports ${tierName(tier)} Mbps to the FCC, counting ${counting}, by hex`,
    disputed: ({ counting }: { counting: string }) =>
      `Students in homes about which the FCC, the state or the family dispute service at 100/20 Mbps, counting ${counting}, by hex`,
    disputedOne: ({ who, why, counting }: { who: string; why: string; counting: string }) =>
      `Students in homes ${who} of service at 100/20 Mbps (${why}), counting ${counting}, by hex`,
    equip: 'Students without a device of their own, by what families answered, by hex',
    /** Of what does not depend on the speed asked for. */
    anySpeed: ({ what, who, counting }: { what: string; who: string; counting: string }) =>
      `Students ${what}, ${who}, counting ${counting}, by hex`,
    lever: ({ what, tier, who, counting }: { what: string; tier: VerdictTier; who: string; counting: string }) =>
      `Students ${what} at ${tierName(tier)} Mbps, ${who}, counting ${counting}, by hex`,
  },
  /** Under the large number: what it counts, in one plain sentence without its full stop. */
  counted: ({ measure, tier }: { measure: SaidMeasure | 'all'; tier: VerdictTier }) => COUNTED[measure](tier),
  countedDisputed: 'students live where the sources cannot all be right',
  countedDisputedOne: ({ filer, commission }: { filer: Filer; commission: string }) =>
    `students live where the family finds no service, though ${filerName(filer, commission)} filings show it`,
  placeKinds: kindNames,
  /** What a link asks that this view cannot answer. `why`: who did not file. */
  asksCoverage: ({ why }: { why: string }) => `This link asks for coverage filed with the FCC, but ${why}.`,
  asksDispute: ({ filer, commission }: { filer: Filer; commission: string }) =>
    `This link asks where sources dispute each other, but there is only one. Shown is what ${filerName(filer, commission)} filings say.`,
  asksOther: ({ other, why, filer, commission }: { other: Filer; why: string; filer: Filer; commission: string }) =>
    `This link asks what ${filerName(other, commission)} filings say, but ${why}. Shown is what ${filerName(filer, commission)} filings say.`,
};

export type MapWords = typeof words;
