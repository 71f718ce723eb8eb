/** What a brief says of a place. No sentence claims more than was published: each way of knowing has its own. */
import type { Filer } from '../../verdict.ts';
import { wordingIn } from '../wording.ts';

const { grouped, date, decimal, list, plural } = wordingIn('en');

interface HeadlineFacts {
  readonly students: number;
  readonly total: number;
  readonly place: string;
}

type OfferFacts = Readonly<{ provider: string; technologyName: string; locations: number }>;
type ChangeFacts = Readonly<{ students: number; previous: string }>;

interface ShareFacts {
  readonly lowest: number;
  readonly highest: number;
}

interface WhoseFacts {
  readonly filers: readonly Filer[];
  readonly commission: string;
}

const bare = ({ students, isLeast }: { students: number; isLeast: boolean }) =>
  `${isLeast ? 'at least about' : 'about'} ${grouped(students)}`;

/** As `ranking.ts` says distances: filings place homes in hexes half a mile from middle to middle. */
function far(miles: number): string {
  if (miles <= 0.7) return 'within about half a mile';
  const about = miles < 3 ? Math.round(2 * miles) / 2 : Math.round(miles);
  return `about ${decimal(about, Number.isInteger(about) ? 0 : 1)} ${about === 1 ? 'mile' : 'miles'} away`;
}

const opening = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** "about 25 in 100"; a range where the published error leaves one. */
function part({ lowest, highest }: ShareFacts): string {
  if (lowest === highest) return lowest === 0 ? 'fewer than 1 in 100' : `about ${lowest} in 100`;
  return highest === 100 ? `at least ${lowest} in 100` : `between ${lowest} and ${highest} in 100`;
}

function whose({ filers, commission }: WhoseFacts): string {
  const [one, other] = filers.map((filer) => (filer === 'fcc' ? 'the FCC' : `the ${commission}`));
  return other === undefined
    ? `by what providers filed with ${one ?? 'nobody'} alone`
    : `by what providers filed with ${one} and ${other}`;
}

export const brief = {
  sentence: {
    counted: (facts: HeadlineFacts & ShareFacts & WhoseFacts & { isLeast: boolean }) =>
      `${opening(bare(facts))} of the ${grouped(facts.total)} students in ${facts.place}, ${part(facts)}, have no adequate internet at home, ${whose(facts)} or by their families’ own answers.`,
    answers: (facts: HeadlineFacts & ShareFacts & { isLeast: boolean }) =>
      `${opening(bare(facts))} of the ${grouped(facts.total)} students in ${facts.place}, ${part(facts)}, have no adequate internet at home, by their families’ answers alone: no filing says what can be bought.`,
    estimated: (facts: HeadlineFacts & WhoseFacts) =>
      `By share of locations, about ${grouped(facts.students)} of the ${grouped(facts.total)} students in ${facts.place} have no adequate internet at home: an estimate ${whose(facts)}, as the counts are hidden.`,
    fewEstimated: (facts: Omit<HeadlineFacts, 'students'> & WhoseFacts & { fewest: number }) =>
      `By share of locations, fewer than ${grouped(facts.fewest)} of the ${grouped(facts.total)} students in ${facts.place} have no adequate internet at home: an estimate ${whose(facts)}, as the counts are hidden.`,
    hidden: ({ total, place }: Omit<HeadlineFacts, 'students'>) =>
      `How many of the ${grouped(total)} students in ${place} have no adequate internet at home is hidden, as too few of them were counted to say.`,
    noNumbers: ({ place }: { place: string }) => `${place} has too few students for numbers of its own.`,
  },
  response: {
    low: ({ percent }: { percent: number }) =>
      percent === 0
        ? 'Families of fewer than 1 in 100 students have answered, so there may be more.'
        : `Families of only ${percent} in 100 students have answered, so there may be more.`,
    few: 'Nearly no family has answered, so there may be more.',
  },
  together: ({ names }: { names: readonly string[] }) => list(names),
  figure: {
    counted: 'students with no adequate internet at home',
    estimated: 'students with no adequate internet at home, by share of locations',
    about: 'about',
    atLeast: 'at least about',
    fewerThan: 'fewer than',
    hidden: 'hidden',
  },
  change: {
    first: 'No earlier release to compare with.',
    fewer: ({ students, previous }: ChangeFacts) => `${grouped(students)} fewer than in “${previous}”.`,
    more: ({ students, previous }: ChangeFacts) => `${grouped(students)} more than in “${previous}”.`,
    /** Where both releases count one collection, under other filings. */
    fewerByFilings: ({ students, previous }: ChangeFacts) =>
      `${grouped(students)} fewer than in “${previous}”, by other filings; the answers are of the same collection.`,
    moreByFilings: ({ students, previous }: ChangeFacts) =>
      `${grouped(students)} more than in “${previous}”, by other filings; the answers are of the same collection.`,
    within: ({ previous }: { previous: string }) => `No change since “${previous}” beyond the published error.`,
    incomparable: ({ previous }: { previous: string }) =>
      `Not compared with “${previous}”: a count is hidden, the filings are of other publishers, or the speed is another.`,
  },
  small: {
    students: 'students in all',
    build: 'live where no provider reports even 25/3, not counting those who say they are well connected',
    equip: 'have no device, share one, or have only a phone',
    answered: 'in 100 students’ families answered',
    answeredShare: ({ percent }: { percent: number }) => `${percent}`,
    fewerThanOne: 'fewer than 1',
    nearlyAll: 'nearly all',
    nearlyNone: 'nearly none',
    unsaid: 'hidden',
  },
  why: {
    title: 'Why students are offline',
    need: 'What they need',
    students: 'Students',
    share: 'In 100',
    build: 'Build: no provider reports even 25/3',
    upgrade: 'Upgrade: one reports 25/3, none 100/20',
    connect: ({ speed }: { speed: string }) => `Connect: ${speed} is there, the family is not well connected`,
    check: 'Check: filings are mixed or silent',
    ask: ({ speed }: { speed: string }) => `Ask: ${speed} is there, no answer yet`,
    connected: 'Connected, by their own answer',
    proven: 'The first three are gaps by filings or by the family’s own word; the others are not.',
    percent: ({ percent }: { percent: number }) => `${percent}`,
    underOne: 'under 1',
    unsaid: '–',
    noFiling: 'No filing says what can be bought, so that what they need is not known.',
  },
  hiddenAs: { low: 'few or none', high: 'nearly all', either: 'too few to say' },
  answers: {
    title: 'What families answered',
    answer: 'Answer',
    students: 'Students',
    unavailable: 'No service to be had',
    unaffordable: 'Cannot pay for it',
    undesired: 'Do not want it',
    other: 'Another reason',
    inadequate: 'Have it, but too weak',
    unanswered: 'No answer',
    connected: 'Well connected',
  },
  providers: {
    title: 'Who serves, and who could',
    present: 'Already in the clusters:',
    near: 'Nearest with service:',
    none: 'No provider is reported in or near a cluster here.',
    offer: ({ provider, technologyName, speeds, locations }: OfferFacts & { speeds: string }) =>
      `${provider}, ${technologyName}, up to ${speeds} at ${plural(locations, 'location', 'locations')}`,
    slowOffer: ({ provider, technologyName, locations }: OfferFacts) =>
      `${provider}, ${technologyName}, slower than 10/1 at ${plural(locations, 'location', 'locations')}`,
    nearest: ({ provider, technologyName, miles }: { provider: string; technologyName: string; miles: number }) =>
      `${provider}, ${technologyName}, ${far(miles)}`,
  },
  clusters: {
    title: 'Clusters here',
    cluster: 'Cluster',
    students: 'Students',
    nearest: 'Nearest service',
    about: ({ students }: { students: number }) => `about ${grouped(students)}`,
    fewerThan: ({ fewest }: { fewest: number }) => `fewer than ${grouped(fewest)}`,
    none: 'No cluster of homes without service lies here.',
    noFiling: 'Clusters rest on filings, and there is none.',
    miles: ({ miles, provider }: { miles: number; provider: string }) => `${provider}, ${far(miles)}`,
    partHere: ({ what, percent }: { what: string; percent: number }) => `${what} (${percent} % of it here)`,
    noneNear: 'none found near',
    note: ({ listed, total }: { listed: number; total: number }) =>
      `${listed < total ? `The first ${grouped(listed)} of ${grouped(total)}, by rank in the state. ` : ''}Students by share of locations, of each whole cluster.`,
  },
  ask: {
    title: 'The ask',
    what: 'What',
    value: 'Value',
    amount: 'Amount',
    program: 'Program',
    due: 'By',
    dollars: ({ dollars }: { dollars: number }) => `$${grouped(dollars)}`,
    day: ({ day }: { day: string }) => date(day),
  },
  sources: {
    title: 'According to whom, and how sure',
    fcc: ({ publisher, title, asOf, revision }: { publisher: string; title: string; asOf: string; revision: string }) =>
      `${publisher} ${title}, as of ${date(asOf)}, revised ${date(revision)}.`,
    commission: ({ filings, commission, asOf }: { filings: number; commission: string; asOf: string }) =>
      `${plural(filings, `state (${commission}) filing`, `state (${commission}) filings`)}, the newest as of ${date(asOf)}.`,
    answers: ({ collection }: { collection: string }) => `Families’ answers to their schools, ${collection}.`,
    release: ({ release, releasedAt }: { release: string; releasedAt: string }) =>
      `Release “${release}”, ${date(releasedAt)}.`,
    off: ({ students }: { students: number }) =>
      `Of such places, 95 in 100 counts are off by at most ${plural(students, 'student', 'students')}.`,
    offMost: ({ students }: { students: number }) =>
      `Noise and rounding move a count by at most ${plural(students, 'student', 'students')}; the usual error of counts and estimates is not measured for so few places.`,
    estimate: 'What is “by share of locations” is an estimate from totals and public filings, no count of children.',
    cut: ({ percent }: { percent: number }) =>
      `The border cuts through hexes: at most ${percent} % of these students live across it, or are counted next door.`,
    hidden: ({ pieces }: { pieces: readonly string[] }) => `Hidden here: ${pieces.join('; ')}.`,
    hiddenAs: ({ what, how }: { what: string; how: string }) => `${what} (${how})`,
    floors: ({ fewest, households }: { fewest: number; households: number }) =>
      `Numbers are sums of areas with at least ${fewest} students in ${households} households. A count under ${fewest} is hidden; none and a few look the same.`,
    unplaced: 'Students without a fixed residence are in none of these numbers.',
    illustrative: 'The outline was drawn for the demo.',
  },
  map: {
    alt: ({ place, hexes, locations }: { place: string; hexes: number; locations: number }) =>
      `Map of ${place}: ${plural(hexes, 'hexagon', 'hexagons')}, darker where more students without adequate internet live on a square mile, and ${plural(locations, 'cluster outlined', 'clusters outlined')}.`,
    altStudents: ({ place, hexes }: { place: string; hexes: number }) =>
      `Map of ${place}: ${plural(hexes, 'hexagon', 'hexagons')}, darker where more students live on a square mile.`,
    legend: 'Students without adequate internet on a square mile, by share of locations',
    legendStudents: 'Students on a square mile',
    none: 'none',
    under: ({ highest }: { highest: number }) => `under ${grouped(highest)}`,
    between: ({ lowest, highest }: { lowest: number; highest: number }) => `${grouped(lowest)} to ${grouped(highest)}`,
    over: ({ lowest }: { lowest: number }) => `${grouped(lowest)} or more`,
    cluster: 'Cluster',
    clusterNamed: 'Cluster listed',
    school: 'School',
    town: 'Town',
    road: 'Road',
    water: 'Water',
    north: 'N',
    scale: ({ miles }: { miles: number }) => plural(miles, 'mile', 'miles'),
  },
  link: {
    here: 'This page, with its numbers:',
    qr: ({ address }: { address: string }) => `QR code of ${address}`,
  },
  kinds: {
    state: 'State',
    county: 'County',
    school_district: 'School district',
    senate_district: 'Senate district',
    house_district: 'House district',
    congressional_district: 'Congressional district',
    town: 'Town',
  } as Readonly<Record<string, string>>,
  /** Line above the name. */
  above: ({ what, stateName }: { what: string; stateName: string }) => `${what}, ${stateName}`,
  views: { agency: 'Agency’s view', provider: 'Providers’ view', district: 'District’s view' } as Readonly<
    Record<string, string>
  >,
  brief: 'Brief',
  all: ({ what, stateName }: { what: string; stateName: string }) => `Briefs, ${what}: ${stateName}`,
  synthetic: 'Synthetic demo data',
  draft: 'Draft: not published',
};

export type BriefMessages = typeof brief;
