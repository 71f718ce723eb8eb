/** The words of the map: short, plain, and the same in the sentence, the legend, the cards and the table. */
import { countyName } from '../../../server/domain/county-name.ts';
import type { Lever } from '../../../server/domain/lever.ts';
import { tierName, type VerdictTier } from '../../../server/domain/speed.ts';
import type { HomeStatus } from '../../../server/domain/survey.ts';
import type { Profile } from '../../../server/domain/technology.ts';
import type { Verdict } from '../../../server/domain/verdict.ts';
import type { Choice, Measure, SourceChoice } from './choice.ts';
import { FILER_WORDS, type Heard, missing, onlyFiler } from './heard.ts';

/** As a choice inside the sentence "Students ...". */
export const MEASURE_WORDS: Record<Measure, string> = {
  unserved: 'living where nobody reports service',
  all: 'with any gap at home',
  build: 'with no service to buy (build)',
  upgrade: 'with slow service only (upgrade)',
  check: 'whose service is unclear (check)',
  connect: 'served but not well connected (connect)',
  ask: 'served, with no answer yet (ask)',
  equip: 'without a device of their own (equip)',
};

export const MEASURE_NAMES: Record<Exclude<Measure, 'all'>, string> = {
  unserved: 'Unserved',
  build: 'Build',
  upgrade: 'Upgrade',
  check: 'Check',
  connect: 'Connect',
  ask: 'Ask',
  equip: 'Equip',
};

export const LEVER_NAMES: Record<Lever, string> = MEASURE_NAMES;

/** What each says of a home, for the legend, the list and the spoken summaries. */
export function measureMeaning(measure: Exclude<Measure, 'all'>, tier: VerdictTier): string {
  switch (measure) {
    case 'unserved':
      return 'no provider reports even 25/3';
    case 'build':
      return 'no provider reports even 25/3, without the well connected';
    case 'upgrade':
      return 'a provider reports 25/3, none 100/20, without the well connected';
    case 'check':
      return 'filings are mixed or silent, without the well connected';
    case 'connect':
      return `${tierName(tier)} is there, the family is not well connected`;
    case 'ask':
      return `${tierName(tier)} is there, the family gave no answer`;
    case 'equip':
      return 'no device, a shared one, or only a phone';
  }
}

/** The same, short enough for a line of the legend. */
export function leverInLegend(lever: Lever): string {
  switch (lever) {
    case 'build':
      return 'Build: no 25/3 reported';
    case 'upgrade':
      return 'Upgrade: 25/3, not 100/20';
    case 'check':
      return 'Check: mixed or no filings';
    case 'connect':
      return 'Connect: served, not well used';
    case 'ask':
      return 'Ask: served, no answer yet';
  }
}

const SOURCE_WORDS: Record<SourceChoice, string> = {
  agreed: 'FCC and PUC filings agree',
  fcc: 'FCC filings say so',
  puc: 'PUC filings say so',
  disputed: 'the sources dispute it',
};

/** A source as a choice inside the sentence: "where FCC and PUC filings agree", or "by FCC filings" where one alone filed. */
export function sourceInSentence(source: SourceChoice, heard: Heard | undefined): string {
  const only = heard && onlyFiler(heard);
  if (!only) return `where ${SOURCE_WORDS[source]}`;
  return source === 'disputed'
    ? `where the family disputes ${FILER_WORDS[only]} filings`
    : `by ${FILER_WORDS[only]} filings`;
}

export const PROFILE_WORDS: Record<Profile, string> = {
  bead_2022: 'reliable broadband, no satellite',
  terrestrial: 'anything but satellite',
  wired: 'wires only, no satellite',
  any: 'everything, satellite too',
};

export function satelliteNote(profile: Profile): string {
  return profile === 'any'
    ? 'Satellite is counted. It reports service nearly everywhere, so nearly every home looks served.'
    : 'Satellite is not counted.';
}

export const VERDICT_WORDS: Record<Verdict, string> = {
  served: 'Served',
  underserved: 'Underserved',
  unserved: 'Unserved',
  partly: 'Partly served',
  unknown: 'Unknown',
};

export const ANSWER_WORDS: Record<HomeStatus, string> = {
  connected: 'Well connected',
  inadequate: 'Connected, not well',
  unavailable: 'No service to be had',
  unaffordable: 'Costs too much',
  undesired: 'Not wanted',
  other: 'Not connected for another reason',
  unanswered: 'No answer',
};

export function verdictMeaning(verdict: Verdict, tier: VerdictTier): string {
  switch (verdict) {
    case 'served':
      return `most homes can buy ${tierName(tier)}`;
    case 'underserved':
      return 'most homes can buy 25/3 but not 100/20';
    case 'unserved':
      return 'most homes cannot buy even 25/3';
    case 'partly':
      return 'some homes can, some cannot';
    case 'unknown':
      return 'no filing says';
  }
}

/** The sentence as one line of text, for print, the page title and screen readers. @param choice one that can be answered */
export function sentence(choice: Choice, heard: Heard | undefined): string {
  const counting = `counting ${PROFILE_WORDS[choice.profile]}, by hex`;
  const only = heard && onlyFiler(heard);
  const alone = only ? ` (${missing(heard)})` : '';
  if (choice.layer === 'coverage')
    return `Share of locations where a provider reports ${tierName(choice.tier)} Mbps to the FCC, ${counting}`;
  if (choice.source === 'disputed')
    return only
      ? `Students in homes ${sourceInSentence('disputed', heard)} of service at 100/20 Mbps${alone}, ${counting}`
      : `Students in homes about which the FCC, the state or the family dispute service at 100/20 Mbps, ${counting}`;
  if (choice.measure === 'equip') return 'Students without a device of their own, by what families answered, by hex';
  const who = sourceInSentence(choice.source, heard);
  if (choice.measure === 'unserved') return `Students ${MEASURE_WORDS.unserved}, ${who}${alone}, ${counting}`;
  return `Students ${MEASURE_WORDS[choice.measure]} at ${tierName(choice.tier)} Mbps, ${who}${alone}, ${counting}`;
}

/** Under the large number: what it counts, in one plain sentence without its full stop. */
export function countedAs(choice: Choice, heard: Heard): string {
  const only = onlyFiler(heard);
  if (choice.source === 'disputed')
    return only
      ? `students live where the family finds no service, though ${FILER_WORDS[only]} filings show it`
      : 'students live where the sources cannot all be right';
  switch (choice.measure) {
    case 'unserved':
      return 'students live where no provider reports even 25/3';
    case 'all':
      return 'students have a gap at home that somebody could close';
    case 'build':
      return 'students live where no provider reports even 25/3, without the well connected';
    case 'upgrade':
      return 'students live where no provider reports 100/20, though one reports 25/3, without the well connected';
    case 'check':
      return 'students live where the filings are mixed or silent, without the well connected';
    case 'connect':
      return `students are not well connected though ${tierName(choice.tier)} is there`;
    case 'ask':
      return `students live where ${tierName(choice.tier)} is there, and nobody has asked them or they gave no answer`;
    case 'equip':
      return 'students have no device, share one, or have only a phone';
  }
}

export { tierName };

/** "Berkeley County" of the county filed as "Berkeley"; other kinds carry their kind in their name. */
export function placeName({ kind, id, name }: { kind: string; id: string; name: string }): string {
  return kind === 'county' ? countyName(name, id) : name;
}

export const PLACE_KIND_WORDS: Record<string, string> = {
  state: 'state',
  county: 'county',
  school_district: 'school district',
  senate_district: 'senate district',
  house_district: 'house district',
  congressional_district: 'congressional district',
  town: 'town',
  school: 'school',
};
