/** The outbox: messages that were written to people, and what became of them. */
import { wordingIn } from '../wording.ts';

const { momentHere, plural } = wordingIn('en');

export const outbox = {
  title: 'Outbox',
  lead: 'Every message that was written to people of providers and districts for your state, and what became of it.',
  coming: 'The outbox is on its way.',
  failed: 'The outbox did not come',
  forStaff: 'This page is for staff of the education agency and of the utility commission. Open your link, or sign in.',
  isSending: 'A mail server sends what waits. What it refuses for a while is tried again for nearly a day.',
  byHand:
    'No mail server is set up here. Open each message as a file: your mail program shows it ready to send. Then mark it as sent.',
  none: 'No message was written yet.',
  count: ({ count }: { count: number }) => plural(count, 'message', 'messages'),
  recipient: 'To',
  subject: 'Subject',
  state: 'What became of it',
  acts: 'What to do',
  states: { waiting: 'waits', sent: 'sent', refused: 'refused', marked: 'sent by hand' },
  at: ({ at }: { at: string }) => momentHere(at),
  tries: ({ tries }: { tries: number }) => `tried ${plural(tries, 'time', 'times')}`,
  answer: ({ text }: { text: string }) => `The mail server says: ${text}`,
  noAddress: 'It was not sent: this is no e-mail address. Have the contact mended, and tell the person otherwise.',
  linkEnded: 'It was not sent: the link in it no longer opened. A coordinator sends it again from “Outreach”.',
  hasLink: 'It holds the link of a district. A coordinator sends it again from “Outreach”.',
  markedBy: ({ who }: { who: string }) => `by ${who}`,
  open: 'Open as a file',
  openNamed: ({ recipient }: { recipient: string }) => `Open the message to ${recipient} as a file`,
  mark: 'Mark as sent',
  markNamed: ({ recipient }: { recipient: string }) => `Mark the message to ${recipient} as sent`,
  notMarked: 'It was not marked',
};

export type OutboxMessages = typeof outbox;
