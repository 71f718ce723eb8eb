/** The panel of the map: the sentence, the number, the legend, the options, the search and the ranked list. */
import type { Filer, Source } from '../../../verdict.ts';
import { ended, wordingIn } from '../../wording.ts';
import { memberTitles } from '../member-titles.ts';
import { options } from './options.ts';
import { capital, fromServed } from './ranking.ts';

const { grouped, date, list, plural, agree, wholePercent } = wordingIn('en');

const WHOSE: Readonly<Record<Source, string>> = {
  agreed: 'where both the FCC and the state say so',
  fcc: 'where the FCC says so',
  puc: 'where the state says so',
};

const LACKING: Readonly<Record<'unserved' | 'underserved', string>> = {
  unserved: 'cannot buy even 25/3',
  underserved: 'cannot buy 100/20',
};

export const panel = {
  sentence: {
    title: 'What am I looking at',
    noFiling: 'No filing to go by',
    noFilingWhy: ({ why }: { why: string }) =>
      `${why.charAt(0).toUpperCase()}${why.slice(1)}, so nothing is said of service that can be bought. Students and what families answered are shown.`,
    coverage:
      'Share of locations where a provider reports <tier/> Mbps to the FCC, counting <technology/>, as filed for <vintage/>.',
    disputed: 'Students in homes <source/>, counting <technology/>, as filed for <vintage/>.',
    equip: 'Students <measure/>, by what families answered.',
    unserved: 'Students <measure/>, <source/>, counting <technology/>, as filed for <vintage/>.',
    lever: 'Students <measure/> at <tier/> Mbps, <source/>, counting <technology/>, as filed for <vintage/>.',
    whichStudents: 'Which students',
    whichSpeed: 'At which speed',
    whoseWord: 'By whose word',
    whichTechnologies: 'Counting which technologies',
    whichDate: 'Filings of which date',
    noDate: 'no date yet',
    /** Until the release has come, and where it did not come. */
    dateComing: 'a date that is loading',
    dateFailed: 'a date that did not come',
    vintage: ({ asOf }: { asOf: string }) => date(asOf),
    vintageNamed: ({ asOf, release }: { asOf: string; release: string }) => `${date(asOf)} (${release})`,
    vintageDraft: ({ asOf, release }: { asOf: string; release: string }) => `${date(asOf)} (${release}, draft)`,
  },
  legend: {
    units: {
      coverage: 'Locations served',
      unserved: 'Students, unserved, by share of locations',
      all: 'What most would need, by share of locations',
      build: 'Students, build, by share of locations',
      upgrade: 'Students, upgrade, by share of locations',
      check: 'Students, check, by share of locations',
      connect: 'Students, connect, by share of locations',
      ask: 'Students, ask, by share of locations',
      equip: 'Students, equip',
      disputed: 'Students, disputed, by share of locations',
    },
    /** Mean areas of H3 cells by resolution, rounded for people. Source: H3 statistics. */
    sizes: {
      5: 'one hex is 98 square miles',
      6: 'one hex is 14 square miles',
      7: 'one hex is 2 square miles',
      8: 'one hex is 180 acres',
    } as Readonly<Record<number, string>>,
    shareStep: ({ lowest, highest }: { lowest: number; highest: number }) => `${lowest} to ${highest} %`,
    lastShare: ({ lowest }: { lowest: number }) => `${lowest} to 100 % of locations`,
    toSquareMile: ({ what }: { what: string }) => `${what}, to a square mile`,
    step: ({ lowest, highest }: { lowest: number; highest: number }) =>
      lowest === 0 ? `under ${grouped(highest)}` : `${grouped(lowest)} to ${grouped(highest)}`,
    /** `range`: students to a square mile; `here`: students in a hex as large as most at this zoom. */
    densityStep: ({ range, here }: { range: string; here: string }) => `${range} (${here})`,
    here: ({ fewest, atMost }: { fewest: number; atMost: number }) =>
      `${grouped(fewest)}${atMost === fewest ? '' : ` to ${grouped(atMost)}`} in a hex`,
    hereOrMore: ({ fewest }: { fewest: number }) => `${grouped(fewest)} or more in a hex`,
    notHere: 'only in larger hexes',
    lastStep: ({ lowest }: { lowest: number }) => `${grouped(lowest)} or more`,
    few: ({ fewest }: { fewest: number }) => `fewer than ${grouped(fewest)}`,
    fewOfEach: ({ fewest }: { fewest: number }) => `fewer than ${grouped(fewest)} of each`,
    hidden: 'few or none, hidden',
    noAnswers: 'no answers from most',
    land: 'no hex: no student, or none sent',
    committed: 'a provider signed to serve it',
    confirmed: 'signed, and a later filing confirms it',
    partly: 'partly: some homes served',
    hexesInView: 'hexes in view',
    hexesComing: 'The hexes are loading; how many have each color is not known yet.',
    hexesFailed: 'Hexes did not come, so they are not counted.',
    showAll: 'Show all again',
    explained:
      'Bars count the hexes in view; larger hexes gather places with few students. Press a row to keep only its hexes.',
  },
  options,
  search: {
    titles: memberTitles,
    find: 'Find a county, district or town',
    found: 'Places found',
    kindIn: ({ what, place }: { what: string; place: string }) => `${what}, ${place}`,
    noneCalled: ({ text }: { text: string }) => `No place is called “${text}”.`,
    searching: ({ text }: { text: string }) => `Looking for “${text}”.`,
    failed: 'The places did not come. Type again to retry.',
  },
  clusters: {
    title: 'Where first',
    walk: 'Walk the list',
    coming: 'The list is on its way.',
    failed: 'The list did not come',
    none: 'No cluster for this choice',
    noneWhy: 'Nowhere do enough neighboring homes lack service by this source.',
    tryAlone: ({ commission }: { commission: string }) => `Try the word of the FCC or of the ${commission} alone.`,
    paidLeftOut: ({ names, clusterCount }: { names: readonly string[]; clusterCount: number }) =>
      `Land that somebody is already paid to build on (${list(names)}) does not count in this order, nor in the map's build, by share of locations.${clusterCount > 0 ? ` ${plural(clusterCount, 'place lies', 'places lie')} on it and ${agree(clusterCount, 'is', 'are')} left out.` : ''}`,
    paidCounted: ({ names }: { names: readonly string[] }) =>
      `Land that somebody is already paid to build on (${list(names)}) counts like any other, in this order and on the map.`,
    countPaid: 'Count it',
    leavePaid: 'Leave it out',
    committedLeftOut: ({ count }: { count: number }) =>
      `${plural(count, 'place is', 'places are')} left out: a provider signed to serve ${agree(count, 'it', 'them')}.`,
    committedIn: ({ percent }: { percent: number }) => `signed for ${wholePercent(percent / 100)}`,
    confirmedIn: ({ confirmed }: { confirmed: number }) => `confirmed for ${wholePercent(confirmed / 100)}`,
    seeCommitments: 'Who signed what',
    showMore: 'Show more',
    allAsTable: 'All as a table',
    noRanking: ({ why }: { why: string }) => `Nothing can be ranked without filings: ${why}.`,
    listed: ({ lacking, source }: { lacking: 'unserved' | 'underserved'; source: Source }) =>
      listed(lacking, WHOSE[source]),
    listedByOne: ({
      lacking,
      filer,
      commission,
      why,
    }: {
      lacking: 'unserved' | 'underserved';
      filer: Filer;
      commission: string;
      why: string;
    }) => listed(lacking, `by ${filer === 'fcc' ? 'FCC' : commission} filings (${why})`),
    alwaysBy: 'Always ranked by reliable broadband.',
    counties: ({ names }: { names: readonly string[] }) => `${names.join(', ')}.`,
    nearest: ({ miles, provider }: { miles: number; provider: string }) =>
      ended(`${capital(fromServed(miles))}: ${provider}`),
    noneNear: 'No service found near',
  },
  figure: {
    title: ({ place }: { place: string }) => `How much, ${place}`,
    titleComing: 'How much',
    thisPlace: 'this place',
    coming: 'Coming',
    stateComing: "The state's number is on its way.",
    failed: 'The numbers did not come',
    placeComing: 'Looking up the numbers.',
    placeFailed: 'The numbers of this place did not come',
    illustrative: ({ what }: { what: string }) => `${what}, illustrative outline`,
    allAbout: ({ place }: { place: string }) => `All about ${place}`,
    allPlaces: 'All districts and counties',
    backTo: ({ place }: { place: string }) => `Back to ${place}`,
    hidden: ({ fewest }: { fewest: number }) => `Hidden: fewer than ${grouped(fewest)} students.`,
    togetherWith: ({ names }: { names: readonly string[] }) =>
      `Published only together with ${names.join(', ')}: the numbers are of all of them.`,
    approximated: ({ percent }: { percent: number }) =>
      `Its border cuts through hexes: at most ${percent} % of these students live across it, or are counted next door.`,
    withoutResidence: ({ students }: { students: number }) =>
      `About ${grouped(students)} more students have no fixed residence: they are on no map and in no other number.`,
    coverage: 'Coverage is counted by location, not by student. Point at a hex to read its share.',
    coverageTotal: ({
      servedLocations,
      locations,
      speed,
      stateName,
    }: {
      servedLocations: number;
      locations: number;
      speed: string;
      stateName: string;
    }) =>
      `In ${stateName}, ${grouped(servedLocations)} of ${grouped(locations)} locations (${wholePercent(servedLocations / Math.max(1, locations))}) have service at ${speed} as filed with the FCC.`,
    /** `what`: what is counted, as "students live where ..."; `part`: their share, as "about 15 in 100". */
    of: ({ what, students }: { what: string; students: number }) => `${what}, of ${grouped(students)}.`,
    ofWithShare: ({ what, students, part }: { what: string; students: number; part: string }) =>
      `${what}, of ${grouped(students)} (${part}).`,
    paidLeftOut: ({ students, names }: { students: number; names: readonly string[] }) =>
      `Left out: about ${grouped(students)} on land that somebody is already paid to build on (${names.join(', ')}), by share of locations.`,
    paidCounted: ({ students, names }: { students: number; names: readonly string[] }) =>
      `Of them about ${grouped(students)} live on land that somebody is already paid to build on (${names.join(', ')}), by share of locations.`,
    countPaid: 'Count them too',
    leavePaid: 'Leave them out',
    showAllLevers: 'Show all levers together',
    answers: 'What families say of their connection',
  },
  sources: {
    accuracy: 'How accurate is this',
    title: 'According to whom, and how sure',
    /** "FCC Broadband Data Collection, as of Dec 31, 2025, revised May 13, 2026" */
    filing: ({ publisher, title, asOf, revision }: FilingFacts) =>
      `${publisher} ${title}, as of ${date(asOf)}, revised ${date(revision)}`,
    /** The same where technologies were revised on different days; `parts`: each as `revised` says it. */
    filingOfParts: ({
      publisher,
      title,
      asOf,
      pieces,
    }: Omit<FilingFacts, 'revision'> & { pieces: readonly string[] }) =>
      `${publisher} ${title}, as of ${date(asOf)}: ${pieces.join('; ')}`,
    revised: ({ names, revision }: { names: readonly string[]; revision: string }) =>
      `${list(names)} revised ${date(revision)}`,
    corrected: ({ provider }: { provider: string }) => `Holds a correction by ${provider}, which the state accepted.`,
    madeUp: ({ text }: { text: string }) => `${text} (synthetic)`,
    families: ({ collection }: { collection: string }) => `Families' answers to their schools, ${collection}`,
    states: 'Outlines of states: U.S. Census Bureau',
    floors: ({ fewest, households }: { fewest: number; households: number }) =>
      `Every number is a sum of areas with at least ${fewest} students in ${households} households, with small protective noise. A count under ${fewest} is hidden and says so.`,
    release: ({ release, releasedAt }: { release: string; releasedAt: string }) =>
      `Release “${release}”, ${date(releasedAt)}.`,
    line: ({ pieces }: { pieces: readonly string[] }) => `Sources: ${pieces.join('; ')}.`,
    fcc: ({ publisher, title, asOf }: Omit<FilingFacts, 'revision'>) => `${publisher} ${title}, as of ${date(asOf)}`,
    /** Each filing has a date of its own. */
    commission: ({ filings, commission, earliest, latest }: FilingsFacts) =>
      `${plural(filings, `state (${commission}) filing`, `state (${commission}) filings`)}, as of ${earliest === latest ? date(earliest) : `dates from ${date(earliest)} to ${date(latest)}`}`,
    answers: ({ collection }: { collection: string }) => `families' answers, ${collection}`,
  },
};

interface FilingsFacts {
  readonly filings: number;
  readonly commission: string;
  /** The earliest and the latest date that any of them is of. */
  readonly earliest: string;
  readonly latest: string;
}

interface FilingFacts {
  readonly publisher: string;
  readonly title: string;
  readonly asOf: string;
  readonly revision: string;
}

function listed(lacking: 'unserved' | 'underserved', whose: string): string {
  return `Neighboring hexes where most homes ${LACKING[lacking]}, by public filings. Numbers are students by share of locations, ${whose}. Ranked by those, their density, distance to service and need.`;
}

export type PanelMessages = typeof panel;
