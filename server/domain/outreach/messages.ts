/** What a coordinator sends about a collection, and how a text is filled for one district. */

/** To districts, in the order they are sent. */
const DISTRICT_MESSAGES = ['invitation', 'how', 'reminder', 'last_call', 'thanks'] as const;

/** To families; a district hands them on, as nobody else knows whom to write to. */
export const FAMILY_MESSAGES = ['letter', 'text'] as const;
export type FamilyMessage = (typeof FAMILY_MESSAGES)[number];

export const OUTREACH_MESSAGES = [...DISTRICT_MESSAGES, ...FAMILY_MESSAGES] as const;
export type OutreachMessage = (typeof OUTREACH_MESSAGES)[number];

export function isForFamilies(message: OutreachMessage): message is FamilyMessage {
  return (FAMILY_MESSAGES as readonly string[]).includes(message);
}

/** What stands in braces in a text and is filled for each district. `link` opens the district's door, `page` shows what is published of it. */
const FIELDS = ['district', 'contact', 'link', 'page'] as const;
export type MessageField = (typeof FIELDS)[number];

/** A link is for the district alone, and its contact is no one for families to call. */
export function fieldsOf(message: OutreachMessage): readonly MessageField[] {
  return isForFamilies(message) ? ['district', 'page'] : FIELDS;
}

export type MessageValues = Readonly<Partial<Record<MessageField, string>>>;

const FIELD = /\{([^{}]*)\}/g;

/** Fields without a value stay as they are. */
export function filled(text: string, values: MessageValues): string {
  return text.replace(FIELD, (whole, name: string) => values[name as MessageField] ?? whole);
}

/** The first word in braces that a message has no value for; undefined: none. */
export function strangeField(text: string, message: OutreachMessage): string | undefined {
  const known: readonly string[] = fieldsOf(message);
  return [...text.matchAll(FIELD)].map(([, name = '']) => name).find((name) => !known.includes(name));
}

export type WrittenTexts = Readonly<Record<string, { readonly subject: string; readonly text: string }>>;

/** The first such word in any language. A subject is in the outbox and in the log, where no link may be. */
export function strangeIn(texts: WrittenTexts, message: OutreachMessage): string | undefined {
  return Object.values(texts)
    .map(({ subject, text }) => {
      const field = strangeField(text, message) ?? strangeField(subject, message);
      return field ?? (holdsLink(subject) ? 'link' : undefined);
    })
    .find((field) => field !== undefined);
}

/** Whether a district could not take its next step with a message. */
export function lacksLink(texts: WrittenTexts, message: OutreachMessage): boolean {
  return message !== 'thanks' && !isForFamilies(message) && Object.values(texts).some(({ text }) => !holdsLink(text));
}

export function holdsLink(text: string): boolean {
  return text.includes('{link}');
}
