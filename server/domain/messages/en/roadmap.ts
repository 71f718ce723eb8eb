/** The pages that look ahead and back: the roadmap of collections, filings and releases, and the blueprint of a needs assessment. */
import type { BlueprintStep, Standing } from '../../blueprint.ts';
import type { Question } from '../../survey.ts';
import type { Break } from '../../trend.ts';
import { wordingIn } from '../wording.ts';

const { agree, grouped, date, list, plural } = wordingIn('en');

const QUESTIONS: Readonly<Record<Question, string>> = {
  internet_access: 'internet at home',
  internet_type: 'kind of internet',
  performance: 'how well it works',
  barrier: 'why there is none',
  device: 'device',
  device_access: 'whether the device is shared',
  device_provider: 'who gives the device',
};

const BREAKS: Readonly<Record<Break, string>> = {
  benchmark: 'another speed counts as enough',
  filers: 'they rest on filings of other publishers',
  technologies: 'the FCC filings have files of other technologies',
};

const named = (names: readonly string[]) => list(names.map((name) => QUESTIONS[name as Question] ?? name));
/** Districts by name while they fit a sentence. */
const MOST_NAMED = 6;
const districts = (names: readonly string[]) =>
  names.length > MOST_NAMED ? plural(names.length, 'district', 'districts') : list(names);

export const roadmap = {
  title: 'Roadmap',
  lead: 'Collections, FCC filings and releases on one time line, past and planned, and which of them compare.',
  failed: 'The roadmap did not come',
  coming: 'The roadmap is on its way.',
  line: 'On one line',
  lineAlt: ({ earliest, latest, marks }: { earliest: string; latest: string; marks: number }) =>
    `Time line from ${date(earliest)} to ${date(latest)} with ${plural(marks, 'entry', 'entries')}, which the table below lists.`,
  today: 'Today',
  rows: { collections: 'Collections', filings: 'FCC filings', releases: 'Releases' },
  table: 'Day by day',
  when: 'When',
  what: 'What',
  standing: 'Standing',
  past: 'past',
  now: 'now',
  planned: 'to come',
  missed: 'not loaded',
  collection: ({ name }: { name: string }) => `Collection “${name}”`,
  filing: ({ asOf, issued }: { asOf: string; issued: readonly string[] }) =>
    `FCC filings as of ${date(asOf)}, issued ${list(issued.map((day) => date(day)))}`,
  window: ({ asOf, aboutOut }: { asOf: string; aboutOut: string }) =>
    `FCC filings as of ${date(asOf)}, to be expected about ${date(aboutOut)}`,
  release: ({ name, collection }: { name: string; collection: string }) =>
    `Release “${name}”, with the answers of “${collection}”`,
  day: ({ day }: { day: string }) => date(day),
  days: ({ opensOn, closesOn }: { opensOn: string; closesOn: string }) => `${date(opensOn)} to ${date(closesOn)}`,
  noDay: 'no window',
  fccRule:
    'The FCC takes filings as of 30 June and 31 December. Each comes out about seven months later, and is re-issued after that.',
  unseen: 'Collections are shown to a coordinator who is signed in.',
  compares: 'What compares, and what does not',
  comparesLead: 'Computed from the questions, districts, floors, speeds and filings of those that follow each other.',
  pair: ({ before, after }: { before: string; after: string }) => `“${before}” and “${after}”`,
  releases: 'Releases',
  collections: 'Collections',
  none: 'Two are needed to compare. There is one, or none.',
  same: 'They compare in everything.',
  added: ({ names }: { names: readonly string[] }) =>
    `Asked in the later alone, so that nothing compares there: ${named(names)}.`,
  dropped: ({ names }: { names: readonly string[] }) =>
    `Asked in the earlier alone, so that nothing compares there: ${named(names)}.`,
  missing: ({ names }: { names: readonly string[] }) =>
    `Accepted from the earlier alone: ${districts(names)}. State totals do not compare.`,
  joined: ({ names }: { names: readonly string[] }) =>
    `Accepted from the later alone: ${districts(names)}. State totals do not compare.`,
  stillOpen: 'Which districts will have sent is not known before it closes.',
  broken: ({ breaks }: { breaks: readonly Break[] }) =>
    `Numbers that follow from filings do not compare: ${list(breaks.map((each) => BREAKS[each]))}.`,
  otherFloors: 'Other floors hide other numbers, so that a number that is gone says nothing.',
  sameAnswers: 'They rest on the same answers: only the filings differ.',
  filingsCompare: 'Numbers that follow from filings compare.',

  blueprint: {
    title: 'Blueprint',
    lead: 'Leads a state through its needs assessment. What is done is read from this instance; each step leads to where it is done.',
    standing: { done: 'done', begun: 'begun', open: 'open', unseen: 'a coordinator sees it' } satisfies Record<
      Standing,
      string
    >,
    who: 'Who',
    goes: 'Go there',
    steps: {
      collection: {
        title: 'Plan the collection',
        who: 'Coordinator',
        what: 'Choose the window and the questions. Ask the same questions as before where you want to compare.',
      },
      invited: {
        title: 'Invite the districts',
        who: 'Coordinator',
        what: 'Give each district its link. Tell it the last day, and who answers the telephone.',
      },
      answers: {
        title: 'Gather the answers',
        who: 'Districts',
        what: 'Districts prepare their files on their own computers and send what has no name and no address in it.',
      },
      fcc: {
        title: 'Load the newest FCC filings',
        who: 'Operator',
        what: 'They come out twice a year; the roadmap says when.',
      },
      commission: {
        title: 'Load the commission’s filings',
        who: 'Operator, with the commission',
        what: 'They say what the FCC’s do not, and the pages show where both disagree.',
      },
      release: {
        title: 'Make the release',
        who: 'Operator',
        what: 'The report on accuracy says what is hidden and how far numbers are off. Read it before you publish.',
      },
      published: {
        title: 'Publish, and tell',
        who: 'Education agency',
        what: 'Briefs for every member, the story for the committee, tables for journalists.',
      },
    } satisfies Record<BlueprintStep, { title: string; who: string; what: string }>,
    invited: ({ count, total }: { count: number; total: number }) =>
      `${grouped(count)} of ${plural(total, 'district', 'districts')} ${agree(count, 'is', 'are')} invited.`,
    accepted: ({ count, total }: { count: number; total: number }) =>
      `${grouped(count)} of ${plural(total, 'district', 'districts')} ${agree(count, 'has', 'have')} an accepted file.`,
    newest: ({ asOf }: { asOf: string }) => `The newest here are as of ${date(asOf)}.`,
    due: ({ asOf }: { asOf: string }) => `Those as of ${date(asOf)} should be out.`,
    current: 'They are current.',
    decisions: 'Decisions the data will inform',
    decisionsLead: 'Name them first. They say which questions to ask, and whom.',
    decide: {
      map: 'Where to build, and where to upgrade what is there',
      cost: 'What that costs, and what a budget pays for',
      devices: 'How many devices each district orders',
      places: 'Which places stand out, and whom to show it to',
      change: 'Whether it is getting better',
    },
    publish: 'What to publish',
    publishList: [
      'The release with its report on accuracy, on the day that is announced.',
      'What is not in it: students without a fixed residence, families who gave no answer, places under the floor.',
      'The questions as they were asked, in each language.',
      'Whom to write to when a number looks wrong.',
    ],
  },
};

export type RoadmapMessages = typeof roadmap;
