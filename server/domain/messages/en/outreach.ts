/** The plan of whom to tell what about a collection. */
import type { OutreachStep, Told } from '../../outreach/steps.ts';
import { wordingIn } from '../wording.ts';

const { date, plural } = wordingIn('en');

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
  calendar: ({ collection }: { collection: string }) => `Outreach: ${collection}`,
  columns: { on: 'On', told: 'Whom', what: 'What', who: 'By whom', done: 'Done' },
  page: {
    title: 'Outreach plan',
    lead: 'Who is told what, when and by whom. It is made from the window; tick, edit and assign it, and it is kept.',
    coming: 'The plan is on its way.',
    failed: 'The plan did not come',
    noWindow: 'A plan needs a first and a last day.',
    doneIt: ({ what }: { what: string }) => `Done: ${what}`,
    save: 'Save the plan',
    saved: 'Saved.',
    notSaved: 'The plan was not saved',
    calendar: 'Calendar (ICS)',
    csv: 'Table (CSV)',
    print: 'Print, or save as PDF',
  },
};

export type OutreachMessages = typeof outreach;
