/** What a district is asked once its file is accepted, and how its coordinator reads the answers. */
import { wordingIn } from '../../wording.ts';
import { identifying } from '../identifying.ts';

const { grouped, plural } = wordingIn('en');

export const review = {
  title: 'Five questions for the next collection',
  lead: 'You know best what this work was like. Your coordinator reads all answers together, and your words without your district’s name; where few districts answer, it may guess. Answer as many as you like, and change them whenever you like.',
  changed: 'What changed because of you',
  changedOf: ({ collection }: { collection: string }) =>
    `Your coordinator took this up from what districts said after ${collection}.`,
  ask: {
    took: 'How long did it take, from your export to the accepted file?',
    hardest: 'What was hardest?',
    guide: 'Was the guide clear?',
    uneasy: 'Did anything about the data leave you uneasy?',
    again: 'Would you do it again?',
  },
  answer: {
    took: { an_hour: 'Under an hour', half_a_day: 'Half a day', a_day: 'A day', longer: 'Longer' },
    hardest: {
      export: 'Getting the export',
      columns: 'Matching the columns',
      rows: 'Mending rows',
      answers: 'Getting families’ answers',
      upload: 'Key, link and upload',
      nothing: 'Nothing was hard',
    },
    guide: { clear: 'Yes', mostly: 'Mostly', unclear: 'No', unread: 'We did not read it' },
    uneasy: { no: 'No', a_little: 'A little', yes: 'Yes' },
    again: { yes: 'Yes', if_easier: 'If it is easier', no: 'No' },
  },
  words: 'What else should we know?',
  wordsNote: 'Write nothing of a student: no name, number, birth date or address. Such words are not taken.',
  looksLike: ({ findings }: { findings: readonly string[] }) =>
    `Your words hold what looks like ${findings.map((says) => identifying[says] ?? says).join('; ')}. Nothing was sent. Take it out, then send again.`,
  send: 'Send the answers',
  sendAgain: 'Send the changed answers',
  sent: 'Thank you. Your coordinator has your answers.',
  notSent: 'The answers were not sent.',

  answered: ({ districtCount, accepted }: { districtCount: number; accepted: number }) =>
    `${grouped(districtCount)} of ${plural(accepted, 'district', 'districts')} with an accepted file answered.`,
  nobody: 'Nobody has answered yet. A district is asked on its page once its file is accepted.',
  onTheirWay: 'The answers are on their way.',
  didNotCome: 'The answers did not come.',
  question: 'Question',
  answers: 'Answers',
  count: ({ districtCount }: { districtCount: number }) => plural(districtCount, 'district', 'districts'),
  written: 'What districts wrote',
  nothingWritten: 'Nobody wrote anything.',
  takenUp: 'What you take up',
  takenUpLead:
    'One sentence each. The districts of the next collection read them, under “What changed because of you”.',
  about: 'About',
  aboutWords: 'What districts wrote',
  what: 'What changes',
  remove: 'Remove',
  add: 'Add a sentence',
  save: 'Save what you take up',
  saved: 'Saved.',
  notSaved: 'It was not saved.',
};

export type ReviewMessages = typeof review;
