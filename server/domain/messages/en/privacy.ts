/** “How accurate is this”: how far numbers are off, what is hidden, and what is done before a number is shown. */
import { wordingIn } from '../wording.ts';

const { grouped, plural, percent, date, decimal } = wordingIn('en');

const FAMILIES: Readonly<Record<string, string>> = {
  home: 'What families say of their connection',
  device: 'What families say of devices',
  equip: 'Needs a device',
  lever: 'Build, upgrade, check, connect, ask: counted',
  estimated_verdict: 'Served, underserved, unserved: estimated',
  estimated_lever: 'Build, upgrade, check, connect, ask: estimated',
  estimated_disputed: 'Disputed: estimated',
};

const LEVELS: Readonly<Record<string, string>> = {
  patch: 'Patch',
  hex8: 'Hex of 180 acres',
  hex7: 'Hex of 2 square miles',
  hex6: 'Hex of 14 square miles',
  hex5: 'Hex of 98 square miles',
  senate_district: 'Senate district',
  house_district: 'House district',
  congressional_district: 'Congressional district',
  school_district: 'School district',
  tribal: 'Tribal area',
  county: 'County',
  state: 'State',
};

const PLACES: Readonly<Record<string, string>> = {
  county: 'counties',
  senate_district: 'senate districts',
  house_district: 'house districts',
  congressional_district: 'congressional districts',
  school_district: 'school districts',
  town: 'towns',
  tribal: 'tribal areas',
  school: 'schools',
};

const AUDIENCES: Readonly<Record<string, string>> = {
  public: 'everybody',
  agency: 'the state agency',
  provider: 'providers',
  district: 'a district',
};

const placesOf = (kind: string) => PLACES[kind] ?? kind.replaceAll('_', ' ');

export const privacy = {
  title: 'How accurate is this',
  lead: 'Numbers about children are hidden where they are small and changed a little where they are shown. This page says how much, measured against the truth when the release was made.',
  didNotCome: 'The privacy report did not come',
  onItsWay: 'The report is on its way.',

  glance: 'At a glance',
  shownTo: ({ release, releasedAt, audience }: { release: string; releasedAt: string; audience: string }) =>
    `Release “${release}” of ${date(releasedAt)}, as shown to ${AUDIENCES[audience] ?? audience}.`,
  restsOn: 'Service rests on',
  whoseView: 'Whose view',
  smallestArea: 'Smallest area',
  floors: ({ students, households }: { students: number; households: number }) =>
    `${plural(students, 'student', 'students')} in ${plural(households, 'household', 'households')}`,
  shownOfLarge: 'Counts large enough to show that are shown',
  stateError: "The state's counts, average error",
  atMost: ({ share }: { share: number }) => `at most ${percent(share)}`,
  percent: ({ share }: { share: number }) => percent(share),
  students: ({ count }: { count: number }) => decimal(count, 1),
  count: ({ count }: { count: number }) => grouped(count),

  howFar: 'How far off a shown number is',
  howFarLead:
    'In students, either way. The bar is the average; the line beyond it is what 95 of 100 numbers stay within. “Of the count” is the average beside the size of the number: the larger the place, the less it matters.',
  errorsOfCounts: 'Errors of counts',
  errorsOfCountsCaption: 'Difference between published and true counts of students',
  nothingMeasured: 'Nothing was measured for this release.',
  estimateFromCount: 'How far an estimate is from a count',
  estimateLead:
    'Of counties, districts and the state there are both: what was counted, and what is estimated of the same students by share of locations. This is how far they lie apart. Of smaller areas there is the estimate alone.',
  errorsOfEstimates: 'Errors of estimates',
  errorsOfEstimatesCaption: 'Difference between estimates and published counts of the same students',
  numbersOfA: 'Numbers of a',
  onAverage: 'On average',
  most: '95 of 100 within',
  scale: ({ longest }: { longest: number }) => `0 to ${plural(longest, 'student', 'students')}`,
  asBars: 'As bars',
  ofTheCount: 'Of the count',
  measuredOn: 'Measured on',
  tooFew: 'Too few counts are shown: an error measured on them would give some of them away.',
  notKnown: 'not known',
  bar: 'Mean and 95 %',
  family: ({ family }: { family: string }) => FAMILIES[family] ?? family,
  level: ({ level }: { level: string }) => LEVELS[level] ?? level.replaceAll('_', ' '),

  leftOut: 'What is hidden, kept or approximate',
  hidden: ({ counts, rows, share }: { counts: number; rows: number; share: number }) =>
    `${plural(counts, 'count', 'counts')} in ${plural(rows, 'row', 'rows')} are hidden: ${percent(share)} of all. Most of them are of kinds that nobody, or hardly anybody, in the area is of.`,
  nothingKept: 'Every area was counted anew: none keeps its numbers from an earlier release.',
  kept: ({ patches }: { patches: number }) =>
    `${plural(patches, 'area is', 'areas are')} counted as in the release before, as hardly anybody changed there.`,
  noResidenceHidden: ({ students }: { students: number }) =>
    `Students with no fixed residence: hidden, fewer than ${students}, or none were sent.`,
  noResidence: ({ students }: { students: number }) =>
    `About ${plural(students, 'student has', 'students have')} no fixed residence. They are counted here and nowhere on the map.`,
  exactDistricts:
    'Numbers of school districts are of their own students exactly: no area is shared by two, but where both say so.',
  exactPlaces: ({ kind }: { kind: string }) =>
    `Numbers of ${placesOf(kind)} are exact in area: every patch lies in one.`,
  approximated: ({ kind, share }: { kind: string; share: number }) =>
    `${percent(share)} of students count to another of the ${placesOf(kind)} than the one they live in, as areas are never cut.`,

  releases: 'Releases',
  releasesLead: 'Each stays as it was made, unless it is withdrawn. Its own report is behind its name.',
  released: ({ releasedAt, isCurrent, isDraft }: { releasedAt: string; isCurrent: boolean; isDraft: boolean }) =>
    `${date(releasedAt)}${isCurrent ? ', current' : isDraft ? ', a draft that is not published' : ''}`,

  neverReceived: 'What we never receive',
  neverReceivedLead:
    'No name, no address, no coordinates, no date of birth and no student number. A district turns its own list into a code for each student, a code for each household and a hexagon of about 180 acres, on its own computer, with a key that only the district keeps. A file that still holds anything else is refused.',
  promised: 'What we promise, and what not',
  notPromised: 'We do not promise:',

  rules: 'What is done before a number is shown',
  noSmallGroups: 'No small groups',
  noSmallGroupsRule: ({ students, households }: { students: number; households: number }) =>
    `Every area has at least ${students} students in ${households} households. A count under ${students}, or one that leaves fewer than ${students} of its area, is hidden. Hidden looks the same whether nobody is behind it or a few.`,
  noise: 'A little noise',
  noiseRule: ({ deviation }: { deviation: number }) =>
    `Each count is moved by up to ${deviation} students, up as often as down. The same question always has the same answer, so asking again averages nothing out; another question has another noise, so a difference of two numbers proves nothing. Totals of students and households are exact.`,
  answersOnly: 'Only answers are counted',
  answersOnlyRule:
    'Below the county we count what families answered. Where service is missing follows from filings, not from children: it is estimated, an exact total times the share of locations that filings leave without service, and called so. Anybody can work it out again.',
  tried: 'Tried before it is shown',
  triedRule:
    'Programs look for the least and the most that every small group could be, from all that is published, to everybody and in earlier releases. What would prove one is hidden; it looks like any other hidden count.',
  rounded: 'Rounded',
  roundedRule: ({ multiple }: { multiple: number }) =>
    `What everybody sees is then rounded to the nearest ${multiple}.`,
  notRounded: 'Not rounded',
  notRoundedRule: 'This view shows the numbers with their noise as they are; what everybody sees is rounded besides.',
  carefulPercentages: 'Careful percentages',
  carefulPercentagesRule: ({ steps }: { steps: readonly { atLeast: number; lowest: number; highest: number }[] }) =>
    `The smaller the group, the less its extremes may say: ${steps
      .map(({ atLeast, lowest, highest }) => `from ${atLeast} students ${lowest} to ${highest} %`)
      .join('; ')}.`,
  slow: 'Slow to change',
  slowRule: ({ students }: { students: number }) =>
    `An area where fewer than ${students} students changed since its numbers were set keeps them, so that two releases side by side do not tell who came, left or answered.`,
};

export type PrivacyMessages = typeof privacy;
