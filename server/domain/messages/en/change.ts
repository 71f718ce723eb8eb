/** “Getting better or not”: releases side by side, how FCC filings differ, and two maps under one divider. */
import type { Change } from '../../change.ts';
import { tierName, type VerdictTier } from '../../speed.ts';
import type { Break } from '../../trend.ts';
import { wordingIn } from '../wording.ts';

const { grouped, date, list } = wordingIn('en');

interface FilingFacts {
  readonly asOf: string;
  readonly revision: string;
}

const KINDS: Readonly<Record<string, string>> = {
  state: 'the whole state',
  county: 'a county',
  school_district: 'a school district',
  senate_district: 'a senate district',
  house_district: 'a house district',
  congressional_district: 'a congressional district',
  town: 'a town',
};
const MANY: Readonly<Record<string, string>> = {
  county: 'counties',
  school_district: 'school districts',
  senate_district: 'senate districts',
  house_district: 'house districts',
  congressional_district: 'congressional districts',
  town: 'towns',
};

const CHANGES: Readonly<Record<Change, string>> = {
  built: 'Built',
  upgraded: 'Upgraded',
  withdrawn: 'Withdrawn',
  restored: 'Restored by the FCC',
  removed: 'Removed by the FCC',
  refiled: 'Filed again',
  list_added: 'New on the list',
  list_gone: 'Gone from the list',
  gained_25_3: 'Gained 25/3',
  lost_25_3: 'Lost 25/3',
  gained_100_20: 'Gained 100/20',
  lost_100_20: 'Lost 100/20',
  listed: 'Locations compared',
};

const RULES: Readonly<Partial<Record<Change, string>>> = {
  built: 'a provider files a technology where it filed none before, and the location was on the list both times',
  upgraded: 'the same provider and technology with a higher speed, down or up, and neither lower',
  withdrawn: 'the rows of a provider and technology are gone, and the location is still on the list',
  restored: 'rows that a re-issue of the same date brings: nothing can have been built on one date',
  removed: 'rows that a re-issue of the same date no longer has, as after a challenge',
  refiled: 'any other difference: a lower speed, another name, another registration number',
  list_added: 'a location that no file of the earlier date has',
  list_gone: 'a location that no file of the later date has',
  gained_100_20: 'reliable broadband (wired or licensed wireless) at 100/20 Mbps afterwards and not before',
  lost_100_20: 'the same before and not afterwards',
};

const BREAKS: Readonly<Record<Break, string>> = {
  benchmark: 'another speed counts as enough',
  filers: 'they rest on filings of other publishers',
  technologies: 'the FCC filings have files of other technologies',
};

const SERIES: Readonly<Record<string, string>> = {
  unserved: 'Filings report no service (estimate)',
  build: 'Build: no service to buy',
  upgrade: 'Upgrade: slow service only',
  connect: 'Connect: service is there, the family is not well connected',
  check: 'Check: filings do not say',
  ask: 'Ask: served, and gave no answer',
  connected: 'Connected',
  unanswered: 'Gave no answer about the connection',
  equip: 'Need a device',
};

const SOURCES: Readonly<Record<string, string>> = {
  agreed: 'all filings together',
  fcc: 'FCC filings alone',
  puc: 'utility commission filings alone',
};

const filing = ({ asOf, revision }: FilingFacts) => `${date(asOf)} (issued ${date(revision)})`;

export const change = {
  title: 'Getting better or not',
  lead: 'Releases side by side, what FCC filings gained and lost from one to the next, and two maps under one divider.',
  didNotCome: 'What changed did not come',
  onItsWay: 'The numbers are on their way.',

  place: 'Place',
  kindOfPlace: 'Kind of place',
  whichPlace: 'Which one',
  choose: 'Choose one',
  kind: ({ kind }: { kind: string }) => KINDS[kind] ?? kind.replaceAll('_', ' '),
  many: ({ kind }: { kind: string }) => MANY[kind] ?? kind.replaceAll('_', ' '),

  awaitedTitle: 'More history is on its way',
  awaited: ({ editions }: { editions: readonly FilingFacts[] }) =>
    `These FCC filings, and a release that rests on them, are being loaded: ${list(editions.map(filing))}. This page shows them as soon as they are there.`,

  trend: 'Releases side by side',
  trendLead: ({ name }: { name: string }) =>
    `Students of ${name}, release by release. Each panel begins at zero and has a scale of its own.`,
  answer: ({ before, release, after, later }: { before: string; release: string; after: string; later: string }) =>
    `Students where filings report no service: ${before} in “${release}”, ${after} in “${later}” (estimates).`,
  answerBroken: ({ breaks }: { breaks: readonly Break[] }) =>
    `Whether it is getting better cannot be read from the first release and the last, which are not made the same way: ${list(breaks.map((each) => BREAKS[each]))}.`,
  trendOne: 'There is one release, so there is nothing to set beside it yet.',
  notShown: 'is not shown on its own: it has too few students.',
  together: ({ names }: { names: readonly string[] }) => `The numbers are of this place together with ${list(names)}.`,
  releaseLine: ({ number, release, collection, asOf, benchmark }: ReleaseLine) =>
    `${number}: ${release}. Answers of ${collection}, FCC filings as of ${asOf === null ? 'no date' : date(asOf)}, enough is ${tierName(benchmark)} Mbps.`,
  draft: 'A draft, not published.',
  sameAnswers: ({ number, priorNumber }: { number: number; priorNumber: number }) =>
    `${priorNumber} and ${number} rest on the same answers: only the filings differ.`,
  broken: ({ number, priorNumber, breaks }: { number: number; priorNumber: number; breaks: readonly Break[] }) =>
    `No line between ${priorNumber} and ${number} where numbers follow from filings: ${list(breaks.map((each) => BREAKS[each]))}.`,
  hiddenKey:
    'A hollow square is a hidden number, never zero. A ring is an estimate, by share of locations. Counts are changed a little, by “How accurate is this”, so a small step up or down may be no change.',
  series: ({ series }: { series: string }) => SERIES[series] ?? series,
  count: ({ count }: { count: number }) => grouped(count),
  about: ({ count }: { count: number }) => (count < 10 ? 'fewer than 10' : `about ${grouped(count)}`),
  hidden: ({ hidden }: { hidden: string }): string =>
    hidden === 'low' ? 'few or none' : hidden === 'high' ? 'nearly all' : 'hidden',
  none: 'no number',
  asTable: 'The same numbers as a table',
  number: 'Release',
  panel: ({ series, amounts }: { series: string; amounts: readonly string[] }) =>
    `${SERIES[series] ?? series}: ${amounts.map((value, i) => `release ${i + 1}, ${value}`).join('; ')}.`,

  filings: 'What FCC filings gained and lost',
  filingsLead:
    'Counted are locations, homes and businesses, of public FCC filings, found again by location id. None of it counts students.',
  compared: 'Filings compared',
  pair: ({
    fromFiling,
    toFiling,
    compared,
  }: {
    fromFiling: FilingFacts;
    toFiling: FilingFacts;
    compared: 'as_of' | 'revision';
  }) =>
    compared === 'as_of'
      ? `as of ${date(fromFiling.asOf)} with ${date(toFiling.asOf)}`
      : `as of ${date(toFiling.asOf)}: issued ${date(fromFiling.revision)}, re-issued ${date(toFiling.revision)}`,
  editions: ({ fromFiling, toFiling }: { fromFiling: FilingFacts; toFiling: FilingFacts }) =>
    `As of ${filing(fromFiling)}, and as of ${filing(toFiling)}.`,
  fewFilings: 'Two FCC filings are needed to compare them, and there are fewer.',
  waiting: 'These two are about to be compared. This page shows it as soon as it is done.',
  making: 'These two are being compared. This page shows it as soon as it is done.',
  failed: 'These two could not be compared. Whoever runs this server is told why.',
  notCompared: ({ technologies }: { technologies: readonly string[] }) =>
    `Left out, because only one of the two has a file of it: ${list(technologies)}.`,
  change: ({ change }: { change: Change }) => CHANGES[change],
  rules: 'How these are told apart',
  rulesLead:
    'A location counts to the hexagon that the FCC gives it, and to the place that holds the middle of that hexagon. It may count in several lines.',
  rule: ({ change }: { change: Change }) => RULES[change] ?? '',
  ranked: ({ many }: { many: string }) => `Gains and losses of ${many}`,
  rankedOf: 'Gains and losses of',
  net: 'Net at 100/20',
  netOf: ({ net }: { net: number }) => (net > 0 ? `+${grouped(net)}` : net < 0 ? `−${grouped(-net)}` : '0'),
  placeColumn: 'Place',
  showAll: ({ places }: { places: number }) => `Show all ${grouped(places)}`,
  showFewer: 'Show fewer',
  asCsv: 'Take the table along (CSV)',
  noPlaces: 'No place of this kind has locations in both filings.',
  providers: ({ name }: { name: string }) => `Who changed what in ${name}`,
  provider: 'Provider',
  technology: 'Technology',
  nothingChanged: 'No provider changed anything here.',

  swipe: 'Two maps under one divider',
  swipeLead: 'Drag the divider, or move it with the arrow keys. Both maps show the same place.',
  left: 'Left map',
  right: 'Right map',
  by: 'by',
  side: ({ release, source }: { release: string; source: string }) => `${release}, ${SOURCES[source] ?? source}`,
  source: ({ source }: { source: string }) => SOURCES[source] ?? source,
  leftSource: 'Filings of the left map',
  rightSource: 'Filings of the right map',
  divider: 'Divider between the two maps',
  dividerAt: ({ percent, left, right }: { percent: number; left: string; right: string }) =>
    `${percent} % left: ${left}; right: ${right}`,
  needsWebGl: 'This browser cannot draw the maps. The tables above say the same in numbers.',
  swipeLegend: 'The legend counts the hexes of the left map. Its rows choose colors in both.',
  sameSides: 'Both sides show the same. Choose another release or other filings for one of them.',
  otherMethod:
    'The two releases are not made the same way, so a difference between the maps may come from that: see above.',
};

interface ReleaseLine {
  readonly number: number;
  readonly release: string;
  readonly collection: string;
  readonly asOf: string | null;
  readonly benchmark: VerdictTier;
}

export type ChangeMessages = typeof change;
