/** Messages about a collection, whom they go to, and the contact log. Times are ISO 8601 in UTC. */
import { type Static, Type } from 'typebox';
import { OUTREACH_MESSAGES } from '../../domain/outreach/messages.ts';
import { filledText, freeText } from '../../platform/fields.ts';
import { DISTRICT_STATES } from '../collect/index.ts';

const LeaId = Type.String({ pattern: '^[0-9]{7}$' });
const Language = Type.Enum(['en', 'es'] as const);
const orNull = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const MessageText = Type.Object({
  subject: freeText({ maxLength: 300, description: 'Not used for a text message.' }),
  text: filledText({ maxLength: 5000, description: 'Words in braces are filled for each district.' }),
});
export const MessageTexts = Type.Object({ en: MessageText, es: MessageText });
export type MessageTexts = Static<typeof MessageTexts>;

export const SendBody = Type.Object({
  message: Type.Enum(OUTREACH_MESSAGES),
  texts: MessageTexts,
  leaIds: Type.Array(LeaId, { minItems: 1, maxItems: 2000, uniqueItems: true }),
});
export type SendBody = Static<typeof SendBody>;

export const SendAnswer = Type.Object({ sent: Type.Integer() });

/** Empty: not known; never blank otherwise. */
const emptyOrFilled = (maxLength: number) => Type.String({ maxLength, pattern: '^(?! +$)[^\\u0000-\\u001f\\u007f]*$' });

/** Of a district; what is not known is empty. */
export const ContactFields = Type.Object({
  leaId: LeaId,
  name: emptyOrFilled(120),
  email: emptyOrFilled(254),
  telephone: emptyOrFilled(40),
  language: Language,
});
export type ContactFields = Static<typeof ContactFields>;

export const ContactsBody = Type.Object({
  districtContacts: Type.Array(ContactFields, { minItems: 1, maxItems: 2000 }),
});

export const MessageDrafts = Type.Object({
  collection: Type.String(),
  isSending: Type.Boolean({
    description: 'Whether a mail server is configured; otherwise messages are made as files.',
  }),
  pageBase: Type.String({ description: 'What the address of a district’s published page begins with.' }),
  drafts: Type.Array(Type.Object({ message: Type.Enum(OUTREACH_MESSAGES), texts: MessageTexts })),
  districts: Type.Array(
    Type.Object({
      leaId: Type.String(),
      name: Type.String(),
      state: Type.Enum(DISTRICT_STATES),
      hasOpened: Type.Boolean({ description: 'Whether anybody of the district was ever here for this collection.' }),
      contact: Type.Union([ContactFields, Type.Null()], { description: 'Null: nobody is written down.' }),
      last: Type.Union([Type.Object({ message: Type.String(), sentAt: Type.String() }), Type.Null()], {
        description: 'The last message or call to it.',
      }),
    }),
  ),
});
export type MessageDrafts = Static<typeof MessageDrafts>;

export const ContactEntry = Type.Object({
  id: Type.Integer(),
  leaId: Type.String(),
  districtName: Type.String(),
  message: Type.String({ description: 'A message, or `call`.' }),
  way: Type.Enum(['mail', 'file', 'telephone'] as const, { description: 'file: made to be sent by hand.' }),
  who: Type.String(),
  subject: orNull('Null: a call.'),
  reached: Type.Union([Type.Boolean(), Type.Null()], { description: 'Of a call: whether somebody answered.' }),
  sentAt: Type.String(),
  sentBy: Type.String(),
  mailState: orNull('Of a mail: waiting, sent, refused or marked as sent by hand; else null.'),
  mailAnswer: orNull('What the mail server said last, of a mail that is not sent.'),
  isLinkEnded: Type.Boolean({ description: 'It was not sent, as the link in it no longer opened.' }),
});
export type ContactEntry = Static<typeof ContactEntry>;

export const ContactLog = Type.Object({
  collection: Type.String(),
  entries: Type.Array(ContactEntry, { description: 'The newest first.' }),
});
export type ContactLog = Static<typeof ContactLog>;

export const CallBody = Type.Object({ leaId: LeaId, reached: Type.Boolean() });
