/** The plan of whom to tell what about a collection. */
import type { Stage } from '../../outreach/response.ts';
import type { OutreachStep, Told } from '../../outreach/steps.ts';
import { wordingIn } from '../wording.ts';

interface ContactOutcome {
  readonly way: string;
  readonly mailState: string | null;
  readonly reached: boolean | null;
  readonly isLinkEnded: boolean;
}

const { date, grouped, plural } = wordingIn('en');

interface CollectionFacts {
  readonly collection: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly districtCount: number;
}

export const outreach = {
  told: {
    districts: 'Districts',
    schools: 'Schools',
    families: 'Families',
    providers: 'Providers',
    legislators: 'Legislators',
  } satisfies Record<Told, string>,
  steps: {
    announce: ({ collection, opensOn }: CollectionFacts) =>
      `Tell members that “${collection}” begins on ${date(opensOn)}, and what it will answer.`,
    invite: ({ districtCount, opensOn, closesOn }: CollectionFacts) =>
      `Invite ${plural(districtCount, 'district', 'districts')}: from ${date(opensOn)} to ${date(closesOn)}. Ask who will send the file.`,
    how: () => 'Send the survey kit, and how a file is prepared in ten minutes.',
    letter: ({ closesOn }: CollectionFacts) =>
      `Send the letter home, in both languages. Answers count until ${date(closesOn)}.`,
    open: ({ districtCount }: CollectionFacts) =>
      `Give ${plural(districtCount, 'district its link', 'districts their links')}.`,
    remind: ({ closesOn }: CollectionFacts) =>
      `Remind the districts that have not begun: the last day is ${date(closesOn)}.`,
    last_call: ({ closesOn }: CollectionFacts) => `Last call to those still missing: ${date(closesOn)}.`,
    telephone: () => 'Telephone the districts that have not sent, the largest first.',
    thank: ({ collection }: CollectionFacts) => `Thank the districts for “${collection}”, with the number that came.`,
    results: () => 'Give each member the brief of their own district.',
    offer: () => 'Show providers where students without service live near their plant.',
  } satisfies Record<OutreachStep, (facts: CollectionFacts) => string>,
  who: { coordinator: 'Coordinator', district: 'District office', agency: 'Education agency' },
  title: ({ collection }: { collection: string }) => `Outreach plan: ${collection}`,
  window: ({ opensOn, closesOn }: { opensOn: string; closesOn: string }) =>
    `The collection takes files from ${date(opensOn)} to ${date(closesOn)}.`,
  day: ({ on }: { on: string }) => date(on),
  calendar: ({ collection }: { collection: string }) => `Outreach: ${collection}`,
  columns: { on: 'On', told: 'Whom', what: 'What', who: 'By whom', done: 'Done' },
  reach: {
    title: 'Contacts and what to expect',
    allKnown: 'Somebody to write to is known in every district.',
    unknown: ({ count, districtCount }: { count: number; districtCount: number }) =>
      `Nobody to write to is known in ${count} of ${plural(districtCount, 'district', 'districts')}:`,
    before: ({ collection, accepted, of }: { collection: string; accepted: number; of: number }) =>
      `In “${collection}” ${accepted} of ${plural(of, 'district', 'districts')} had an accepted file at the end.`,
    half: ({ dayNumber }: { dayNumber: number }) =>
      `Half of its accepted files were accepted by day ${grouped(dayNumber)}.`,
    longer: ({ days }: { days: number }) =>
      `It took longer then than this window of ${plural(days, 'day', 'days')} is, so that nothing says how many districts will be done by the last day.`,
    expected: ({ count, districtCount }: { count: number; districtCount: number }) =>
      `If it goes as then, ${count} of ${plural(districtCount, 'district', 'districts')} will be done by the last day.`,
    noBefore: 'No collection came before, so that nothing says what to expect.',
  },
  files: {
    readMe: 'README.txt',
    about:
      'merge.csv has one row for each message, for a mail merge. Each .eml file opens in a mail program, ready to send. The link in a message is its district’s own: whoever has it acts for the district. Send each message to its district alone, and then delete this folder.',
    aboutFamilies:
      'merge.csv has one row for each district and language. Districts hand these messages on to families: nobody else knows their addresses.',
  },
  log: {
    nobody: 'nobody is written down',
    outcome: ({ way, mailState, reached, isLinkEnded }: ContactOutcome) => {
      if (way === 'telephone') return reached ? 'reached' : 'nobody answered';
      if (way === 'file') return 'made as a file';
      if (isLinkEnded) return 'not sent: its link had ended';
      return (
        { waiting: 'waits', sent: 'sent', refused: 'refused', marked: 'sent by hand' }[mailState ?? ''] ??
        'no longer in the outbox'
      );
    },
  },
  reasons: {
    stage: {
      nothing: () => 'Has never opened its link.',
      opened: () => 'Has opened its link, and prepared nothing.',
      prepared: () => 'Has prepared a file, and not sent it.',
      sent: ({ count }) => `Has sent ${plural(count, 'file', 'files')}, and not accepted: one step is left.`,
      taken_back: () => 'Has taken its file back, and sent no other.',
      accepted: () => 'Is done.',
    } satisfies Record<Stage, (facts: { readonly count: number }) => string>,
    size: ({ enrolled }: { enrolled: number }) => `Enrolls ${plural(enrolled, 'student', 'students')}.`,
    unknownSize: 'Its enrollment is not known.',
    written: ({ count, on }: { count: number; on: string }) =>
      `Was sent ${plural(count, 'message', 'messages')}, the last on ${date(on)}.`,
    neverWritten: 'Was sent nothing yet.',
    silent: ({ days }: { days: number }) =>
      days === 0 ? 'Was here today.' : `Was last here ${plural(days, 'day', 'days')} ago.`,
    reached: ({ on }: { on: string }) => `Was reached by telephone on ${date(on)}.`,
  },
  page: {
    title: 'Outreach',
    lead: 'Who is told what, when and by whom; what is sent, and how districts respond.',
    about: 'The plan is made from the window. Tick, edit and assign it, and it is kept.',
    coming: 'The plan is on its way.',
    failed: 'The plan did not come',
    noWindow: 'A plan needs a first and a last day.',
    doneIt: ({ what }: { what: string }) => `Done: ${what}`,
    save: 'Save the plan',
    saved: 'Saved.',
    notSaved: 'The plan was not saved',
    calendar: 'Calendar (ICS)',
    csv: 'Table (CSV)',
    pdf: 'Plan (PDF)',
  },
};

export type OutreachMessages = typeof outreach;
