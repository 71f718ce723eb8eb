/** “Prepare a file”: the district's own call list, which stays in its browser. */
import type { HomeSaid } from '../../../home-said.ts';
import type { DeviceStatus } from '../../../survey.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, list } = wordingIn('en');

export const calling = {
  title: 'Your own call list',
  lead: ({ release }: { release: string }) =>
    `Your students by what would help them: whom to ask, to connect, to equip. It is made here, from your export and the public verdicts of the release “${release}”, and nothing of it is sent.`,
  noVerdicts: 'The public verdicts of your district are not at hand',
  noVerdictsWhy: ({ leaId }: { leaId: string }) =>
    `This page can load them only before a file is chosen, for the district number that stands there then. Load the page again, look that the number is ${leaId}, and choose the same files: what you did is kept. Where it says this again, nothing is published of your state yet.`,
  columns: 'Columns of your export to put on the list',
  make: 'Make the call list',
  makeAgain: 'Make it again',
  failed: 'The list could not be made. Check the rows again, then try again.',
  counted: ({ students }: { students: number }) =>
    `${plural(students, 'student is', 'students are')} on the lists below.`,
  others: ({ students }: { students: number }) =>
    `${plural(students, 'student lives', 'students live')} where service is missing or unclear. That is for the state and providers to mend, so no list names them for their connection.`,
  noFixed: ({ students }: { students: number }) =>
    `${plural(students, 'student', 'students')} with no fixed residence ${students === 1 ? 'is' : 'are'} on no list: your liaison knows how to reach them.`,
  sortBy: 'Sort by',
  asExported: 'the order of your export',
  print: 'Print the lists',
  save: 'Save the lists as CSV',
  warning: 'The lists name students. Treat the paper and the file as you treat any list of students.',
  firstOnes: ({ listed }: { listed: number }) => `The first ${grouped(listed)} are shown; the file has all.`,
  done: 'Done',
  said: 'What the family said',
  list: {
    ask: ({ students }: { students: number }) => `Ask: ${plural(students, 'student', 'students')}`,
    connect: ({ students }: { students: number }) => `Connect: ${plural(students, 'student', 'students')}`,
    equip: ({ students }: { students: number }) => `Equip: ${plural(students, 'student', 'students')}`,
  },
  why: {
    ask: 'Filings show service at the home, and the family has not said whether it has any, or its answer could not be read. A call to ask is enough.',
    connect:
      'Filings show service at the home, and the family says that it has none, or does not say that what it has is good enough.',
    equip: 'The family says that the student has no device of their own for learning.',
  },
  call: { ask: 'Ask', connect: 'Connect', equip: 'Equip' },
  home: {
    connected: 'Well connected',
    inadequate: 'Connected, not well',
    unavailable: 'No service to be had',
    unaffordable: 'Costs too much',
    undesired: 'Not wanted',
    other: 'Not connected for another reason',
    unanswered: 'No answer',
    how_unknown: 'Connected; how well is not known',
    why_unknown: 'Not connected; why is not known',
    unread: 'Answer not understood',
  } satisfies Record<HomeSaid, string>,
  device: {
    own: 'A device of their own',
    shared: 'A shared device',
    unsuitable: 'Only a phone',
    none: 'No device',
    unanswered: 'No answer',
  } satisfies Record<DeviceStatus, string>,
  csv: {
    calls: 'What to do',
    home: 'Internet at home',
    device: 'Device',
    list: ({ calls }: { calls: readonly string[] }) => list(calls),
  },
};

export type CallingMessages = typeof calling;
