/** The page of one place. */
import { wordingIn } from '../wording.ts';

const { grouped, plural, date, list, decimal, wholePercent } = wordingIn('en');

const ordinal = (rank: number) => {
  const rest = rank % 100;
  const end = rest > 10 && rest < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${grouped(rank)}${end}`;
};

export const placePage = {
  coming: 'The page is on its way.',
  failed: 'This place did not come',
  /** `part`: about 15 in 100. */
  provenExactly: ({
    place,
    proven,
    students,
    part,
  }: {
    place: string;
    proven: number;
    students: number;
    part: string;
  }) =>
    `About ${grouped(proven)} of ${plural(students, 'student', 'students')} in ${place}, ${part}, have a gap, by filings or by the family’s own word.`,
  provenAtLeast: ({ place, proven, students }: { place: string; proven: number; students: number }) =>
    `At least ${grouped(proven)} of ${plural(students, 'student', 'students')} in ${place} have a gap, by filings or by the family’s own word; some of the numbers are hidden.`,
  provenHidden: ({ place, students }: { place: string; students: number }) =>
    `Of ${plural(students, 'student', 'students')} in ${place}, too few to say have a gap, by filings or by the family’s own word.`,
  noFilings: ({ place, students }: { place: string; students: number }) =>
    `${plural(students, 'student lives', 'students live')} in ${place}. Nothing is said of service that can be bought: no filing is known in this view.`,
  hidden: ({ place, fewest }: { place: string; fewest: number }) =>
    `Too few students live in ${place} for numbers of its own: fewer than ${grouped(fewest)}, or none were sent.`,
  notHeard: ({ students }: { students: number }) =>
    `Another ${grouped(students)} live where service is reported and were not heard.`,
  part: ({ percent, bound }: { percent: number; bound: string }) =>
    `${bound === 'most' ? 'at most' : bound === 'least' ? 'at least' : 'about'} ${percent} in 100`,
  illustrative: 'Illustrative outline, made for the demo',
  together: ({ names }: { names: readonly string[] }) =>
    `Published only together with ${list(names)}: the numbers are of all of them.`,
  howMany: 'All students, in six groups',
  map: 'On the map',
  showMap: 'Show the map',
  openMap: 'Open on the large map',
  mapComing: 'The map is on its way.',
  mapFailed: 'This browser cannot draw the map. The tables on this page say the same.',
  mapWhat:
    'Each hex is shaded by students in homes where no provider reports service, by share of locations; the dashed line is the place.',
  ranks: 'Rank among its kind',
  ranksOf: ({ what, among }: { what: string; among: number }) =>
    `Among ${grouped(among)} ${what} with numbers of their own, most first:`,
  rankedBy: {
    proven: 'Gaps, by filings or by the family’s own word',
    build: 'Build',
    equip: 'Without a device of their own',
  } as Readonly<Record<string, string>>,
  byNumber: 'by number',
  byShare: 'by share of students',
  rank: ({ highestRank, lowestRank, among }: { highestRank: number; lowestRank: number; among: number }) =>
    highestRank === lowestRank
      ? `${ordinal(highestRank)} of ${grouped(among)}`
      : `${ordinal(highestRank)} to ${ordinal(lowestRank)} of ${grouped(among)}`,
  notRanked: 'not ranked: hidden',
  rankExplained: 'Equal numbers, and hidden ones that may be larger or smaller, share a range.',
  othersNotRanked: ({ places }: { places: number }) =>
    `${plural(places, 'other has', 'others have')} too few students to be ranked.`,
  trend: 'Over time',
  trendExplained: 'The same place in each release. What changed between two may be families, filings or both.',
  release: 'Release',
  filingsOf: 'FCC filings of',
  clusters: 'Where first, inside',
  clustersExplained:
    'Neighboring hexes where most homes cannot buy even 25/3, by public filings. The rank is the state’s; students are of the whole cluster, by share of locations.',
  noClusters: 'No cluster of the state reaches into this place.',
  moreClusters: 'The first ten are listed; the map has all.',
  cluster: ({ rank, name }: { rank: number; name: string }) => `${grouped(rank)}. ${name}`,
  clusterStudents: ({ students, fewest, share }: { students: number; fewest: number; share: number }) =>
    `${students < fewest ? `fewer than ${grouped(fewest)}` : `about ${grouped(students)}`} students, ${wholePercent(share)} of them here`,
  providers: 'Who reports service here',
  providersExplained: 'To the FCC, by number of locations. A report is no proof that a home can buy it.',
  noProviders: 'No FCC filing is known in this view.',
  provider: 'Provider',
  technology: 'Technology',
  locations: 'Locations',
  atSpeed: '100/20 Mbps at',
  ofLocations: ({ share }: { share: number }) =>
    share > 0 && share < 0.005 ? 'under 1 % of all' : `${wholePercent(share)} of all`,
  upTo: 'Download',
  megabits: ({ mbps }: { mbps: number }) => `up to ${grouped(mbps)} Mbps`,
  technologies: {
    10: 'copper',
    40: 'cable',
    50: 'fiber',
    60: 'satellite, high orbit',
    61: 'satellite, low orbit',
    70: 'wireless, unlicensed',
    71: 'wireless, licensed',
    72: 'wireless, shared license',
  } as Readonly<Record<number, string>>,
  otherTechnology: 'other technology',
  schools: 'Schools and towns',
  schoolCount: ({ count }: { count: number }) => plural(count, 'school', 'schools'),
  noSchools: 'No school is loaded here.',
  townsAre: 'Towns:',
  around: 'On the same ground, and next door',
  overlapExplained: 'Shares are of this place’s students, by the areas that count to both.',
  inPart: ({ share }: { share: number }) => (share >= 0.995 ? 'all of it' : `${wholePercent(share)} of its students`),
  neighbors: 'Neighbors',
  gradesApart: ({ names }: { names: readonly string[] }) =>
    `Other grades on the same ground: ${list(names)}. A student counts to the district that sent it, never twice.`,
  levels: {
    elementary: 'Elementary district',
    secondary: 'Secondary district',
    unified: 'Unified district',
  } as Readonly<Record<string, string>>,
  allOfKind: ({ what }: { what: string }) => `All ${what}`,
  sure: 'How sure',
  approximated: ({ percent }: { percent: number }) =>
    `Numbers are of whole areas: at most ${percent} % of these students live across the border, or live here and count next door.`,
  exact: 'Numbers are of whole areas, and none of them crosses this border.',
  errorOf: ({ family, mean, most }: { family: string; mean: number; most: number }) =>
    `${family}: off by ${decimal(mean, 1)} students on average, 95 of 100 by no more than ${grouped(most)}.`,
  families: {
    home: 'Answers about the connection',
    device: 'Answers about devices',
    equip: 'Without a device',
    lever: 'Build, upgrade, connect, check and ask',
    estimated_lever: 'Estimates of the same',
  } as Readonly<Record<string, string>>,
  noErrors:
    'The usual error of counts and estimates is not measured for so few places. Noise and rounding move a count by a few students at most; the brief says by how many.',
  more: 'How accurate is this',
  sources: 'According to whom',
  filing: ({
    publisher,
    title,
    asOf,
    revision,
  }: {
    publisher: string;
    title: string;
    asOf: string;
    revision: string;
  }) => `${publisher} ${title}, as of ${date(asOf)}, revised ${date(revision)}`,
  synthetic: 'synthetic',
  answers: ({ collection }: { collection: string }) => `Families’ answers to their schools, ${collection}`,
  drawnBy: ({ publisher, vintage }: { publisher: string; vintage: string }) =>
    `Outline: ${publisher}${vintage === '' ? '' : `, ${vintage.length > 4 ? date(vintage) : vintage}`}`,
  drawnByNobody: 'Outline: publisher not named when it was loaded',
  view: {
    public: 'The public’s view.',
    agency: 'The state agency’s view.',
    provider: 'A provider’s view.',
    district: 'A school district’s view.',
  } as Readonly<Record<string, string>>,
  cite: 'Cite this',
  citation: ({ name, release, releasedAt }: { name: string; release: string; releasedAt: string }) =>
    `Gapmap, ${name}, release “${release}” of ${date(releasedAt)}.`,
  citeExplained: 'This address always shows the same release, whatever is published later:',
  older: 'A newer release is current.',
  showCurrent: 'Show the current one',
};
