import { type Static, Type } from 'typebox';

const MAIL_STATES = ['waiting', 'sent', 'refused', 'marked'] as const;

export const OutboxMessage = Type.Object({
  id: Type.Integer(),
  recipient: Type.String(),
  template: Type.String(),
  language: Type.Enum(['en', 'es']),
  subject: Type.String(),
  state: Type.Enum(MAIL_STATES, {
    description: 'sent: the mail server took it. refused: it did for good. marked: somebody sent it by hand.',
  }),
  tries: Type.Integer({ description: 'How often the mail server was asked.' }),
  lastAnswer: Type.Union([Type.String(), Type.Null()], { description: 'What the mail server said last.' }),
  hasLink: Type.Boolean({
    description: 'It holds the link of a district, and opens as no file: a coordinator sends it again.',
  }),
  isNoAddress: Type.Boolean({ description: 'It was not sent: what stands for its recipient is no address.' }),
  isLinkEnded: Type.Boolean({ description: 'It was not sent, as the link in it no longer opened.' }),
  markedBy: Type.Union([Type.String(), Type.Null()]),
  queuedAt: Type.String(),
  endedAt: Type.Union([Type.String(), Type.Null()]),
});
export type OutboxMessage = Static<typeof OutboxMessage>;

export const Outbox = Type.Object({
  isSending: Type.Boolean({ description: 'Whether a mail server is configured; otherwise staff send by hand.' }),
  messages: Type.Array(OutboxMessage),
});
export type Outbox = Static<typeof Outbox>;
