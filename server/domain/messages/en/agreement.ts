/** A draft of an agreement to share data, in the words of what this instance does. Every number in it comes from a setting. */
import type { PersonRole } from '../../actor.ts';
import { wordingIn } from '../wording.ts';

const { date, list, plural } = wordingIn('en');

export const agreement = {
  title: 'Data-sharing agreement (draft)',
  draft:
    'A draft for lawyers. It is written from the settings of this instance on the day below, and binds nobody until it is signed.',
  made: ({ day }: { day: string }) => `Written on ${date(day)}.`,
  parties: {
    title: 'Between whom',
    agency: ({ stateName }: { stateName: string }) => `The state education agency of ${stateName} (“the agency”).`,
    district: ({ districtName }: { districtName: string }) => `${districtName} (“the district”).`,
    every: 'Each school district that sends a file (“the district”).',
  },
  purpose: {
    title: 'What for',
    words: ({ collection }: { collection: string }) =>
      `The agency finds out where students cannot learn at home, and helps to get them connected. This agreement is about the collection “${collection}”.`,
    window: ({ opensOn, closesOn }: { opensOn: string; closesOn: string }) =>
      `It takes files from ${date(opensOn)} to ${date(closesOn)}.`,
    asked: ({ names }: { names: readonly string[] }) => `It asks families about: ${list(names)}.`,
    only: 'The agency uses the data for nothing else, sells none of it, and gives no row of it to anybody.',
  },
  taken: {
    title: 'What is taken',
    lead: 'The district’s own computer prepares the file, in its browser, before anything is sent. These are all columns that the file can have:',
    column: 'Column',
    holds: 'What it holds',
    columns: {
      lea_id: 'The number of the district.',
      student_key: 'A pseudonym made with a key that the district keeps.',
      household_key: 'A pseudonym of the household, made with the same key.',
      cell: 'A hexagon of about 180 acres. The coordinate and the address stay in the district.',
      residence: 'That a student has no fixed residence, and then no hexagon, household, grade or answer.',
      grade_level: 'The grade.',
      internet_access: 'Whether there is internet at home.',
      barrier: 'Why there is none.',
      internet_type: 'Which kind there is.',
      performance: 'Whether it is good enough to learn with.',
      device: 'On which device the student learns.',
      device_access: 'Whether it is shared.',
      device_provider: 'Who gave it.',
    },
    never:
      'Names, addresses, coordinates, student numbers, dates of birth, telephone numbers and mail addresses are not taken. The server refuses a file that holds other columns.',
  },
  shown: {
    title: 'What is shown',
    floors: ({ students, households }: { students: number; households: number }) =>
      `Every number is a sum of areas with at least ${plural(students, 'student', 'students')} in ${plural(households, 'household', 'households')}. Smaller areas are put together until they hold as many.`,
    noise: ({ deviation, rounding }: { deviation: number; rounding: number }) =>
      `Before it is shown, a count is changed by up to ${plural(deviation, 'student', 'students')}; what everybody reads is rounded to a multiple of ${rounding}. Small counts are hidden.`,
    promise: 'What that promises',
    not: 'What it does not promise',
  },
  kept: {
    title: 'How long it is kept',
    atOnce: 'The file itself is deleted in the moment in which the district accepts what was read from it.',
    hours: ({ hours }: { hours: number }) =>
      `The file itself is deleted ${plural(hours, 'hour', 'hours')} after the district accepts what was read from it.`,
    untouched: ({ hours }: { hours: number }) =>
      `A file that nobody accepts is deleted after ${plural(hours, 'hour', 'hours')} without work on it.`,
    rows: 'The file is encrypted while the database holds it. The rows that were read from it are kept for the releases. The district takes back what it sent on the page of its collection; the agency’s operator deletes what a district sent, or what was sent for a collection, on request, with a certificate.',
    certificate:
      'Each deletion of a file has a certificate, signed, that says what came, what became of it, and when its bytes were deleted. The district reads and checks it on its page.',
    links: ({ days }: { days: number }) =>
      `A district’s link ends ${plural(days, 'day', 'days')} after the last day of the collection, unless its coordinator says otherwise or ends it before.`,
  },
  readers: {
    title: 'Who reads what',
    lead: 'No role of a person, and no login that answers requests, can read a row of a student. The database itself refuses it.',
    role: 'Role',
    reads: 'What it may do',
  },
  log: {
    title: 'What is written down',
    acts: 'Each act of a person or of a link is in a log with who, what and when. The database refuses to change or delete an entry. An administrator of the state reads it.',
    disclosures: 'What was given to whom is in a log of disclosures, which the coordinator reads and exports.',
    nothing: 'Neither log, nor an error, nor an address holds anything of a student.',
  },
  signed: {
    title: 'Signed',
    agency: 'For the agency: name, title, date',
    district: 'For the district: name, title, date',
    line: '____________________________________________',
  },
  readerOf: {
    admin: 'Administrator',
    sea: 'Education agency',
    puc: 'Utility commission',
    coordinator: 'Coordinator of collections',
    district: 'School district',
    provider: 'Provider',
    viewer: 'Guest',
  } satisfies Record<PersonRole, string>,
};

export type AgreementMessages = typeof agreement;
