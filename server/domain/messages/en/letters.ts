/** What districts and families are sent about a collection. `{district}`, `{contact}`, `{link}` and `{page}` are filled for each district. */
import type { OutreachMessage } from '../../outreach/messages.ts';
import { wordingIn } from '../wording.ts';

const { date, plural, agree } = wordingIn('en');

export interface LetterFacts {
  readonly collection: string;
  readonly stateName: string;
  readonly opensOn: string;
  readonly closesOn: string;
  /** From today to the last day, that day included. */
  readonly daysLeft: number;
  readonly districtCount: number;
  readonly accepted: number;
  readonly questionCount: number;
}

const OWN_LINK =
  'This is the link of {district}. Whoever has it acts for the district, so please do not forward it:\n{link}';

export const letters = {
  /** Under what districts are sent, where a collection says whom they call. */
  questions: ({ callWhom }: { callWhom: string }) => `Do you have questions? Call or write to: ${callWhom}`,
  subject: {
    invitation: ({ collection, closesOn }: LetterFacts) => `Please take part by ${date(closesOn)}: ${collection}`,
    how: ({ collection }: LetterFacts) => `How to send the file in ten minutes: ${collection}`,
    reminder: ({ collection, daysLeft }: LetterFacts) =>
      `${plural(daysLeft, 'day is', 'days are')} left: ${collection}`,
    last_call: ({ collection, closesOn }: LetterFacts) => `Last call, until ${date(closesOn)}: ${collection}`,
    thanks: ({ collection }: LetterFacts) => `Thank you for ${collection}`,
    letter: ({ closesOn }: LetterFacts) => `Do you have internet at home? Please answer by ${date(closesOn)}`,
    text: ({ collection }: LetterFacts) => `Text message: ${collection}`,
  } satisfies Record<OutreachMessage, (facts: LetterFacts) => string>,
  text: {
    invitation: ({ collection, stateName, opensOn, closesOn, districtCount }: LetterFacts) =>
      `Hello {contact},\n\n{district} is asked to take part in “${collection}”. With it the state of ${stateName} finds the students who cannot learn at home, and helps to get them connected. ${plural(districtCount, 'district is', 'districts are')} asked.\n\nFrom ${date(opensOn)} to ${date(closesOn)} you send one file. A page makes it on your own computer. No name, number or address leaves your district.\n\n${OWN_LINK}\n\nWill somebody else send the file? Please tell your state education agency.`,
    how: ({ collection, closesOn }: LetterFacts) =>
      `Hello {contact},\n\nThis is how {district} sends its file for “${collection}” in ten minutes:\n\n1. Export your students from the system you use: a number, an address, a grade, and what families answered.\n2. Open your link below and choose “Prepare”. Give the page your export. It works on your own computer and sends nothing.\n3. Look through what the page asks about. Save the file it makes, and the key beside it. Keep the key: next year needs it.\n4. Go back to your link and upload the file. Read what the check found, and accept it.\n\nThe last day is ${date(closesOn)}. You can take a file back, and send a better one, until then.\n\n${OWN_LINK}`,
    reminder: ({ collection, closesOn, daysLeft, accepted, districtCount }: LetterFacts) =>
      `Hello {contact},\n\nWe have no accepted file from {district} for “${collection}” yet. The last day is ${date(closesOn)}: ${plural(daysLeft, 'day is', 'days are')} left. So far ${accepted} of ${plural(districtCount, 'district', 'districts')} ${agree(accepted, 'is', 'are')} done.\n\nIf you began, what you began is kept. Your link takes you to your next step.\n\n${OWN_LINK}`,
    last_call: ({ collection, closesOn, accepted, districtCount }: LetterFacts) =>
      `Hello {contact},\n\nThis is the last call for “${collection}”. After ${date(closesOn)} no file is taken, and the students of {district} are left out of what the state asks for. ${accepted} of ${plural(districtCount, 'district', 'districts')} ${agree(accepted, 'is', 'are')} done.\n\nDoes something hold you up? Call your state education agency today.\n\n${OWN_LINK}`,
    thanks: ({ collection, accepted, districtCount }: LetterFacts) =>
      `Hello {contact},\n\nThank you: {district} took part in “${collection}”. ${accepted} of ${plural(districtCount, 'district', 'districts')} sent what ${agree(accepted, 'its', 'their')} families answered.\n\nThis page shows what is published of your district. It changes with the next release:\n{page}`,
    letter: ({ closesOn, questionCount }: LetterFacts) =>
      `Dear family,\n\nDoes your child have good internet at home? A computer to learn with? {district} asks all families. What you tell us helps to bring internet and computers to the homes that need them.\n\nPlease answer ${plural(questionCount, 'short question', 'short questions')} by ${date(closesOn)}. It takes about three minutes. You get the form from your school.\n\nYour answers are safe. Your name and address stay with the school district. The state shows numbers for many homes at once, and never for one family.\n\nDo you need help with the form? Call your school.\n\nThank you,\n{district}`,
    text: ({ closesOn, questionCount }: LetterFacts) =>
      `{district}: Do you have internet at home? Please answer ${plural(questionCount, 'short question', 'short questions')} by ${date(closesOn)}. Your school has the form, and helps.`,
  } satisfies Record<OutreachMessage, (facts: LetterFacts) => string>,
};

export type LetterMessages = typeof letters;
