/** A message in words. */
import { mail as en, type MailMessages } from '../../domain/messages/en/mail.ts';
import { mail as es } from '../../domain/messages/es/mail.ts';
import type { Language } from '../../domain/messages/language.ts';

export type Template = keyof MailMessages['text'] & keyof MailMessages['subject'];

/** What subject and text of a template are told. */
export type Facts<T extends Template> = Parameters<MailMessages['subject'][T]>[0] &
  Parameters<MailMessages['text'][T]>[0];

/** As long as the table takes. */
const SUBJECT_LENGTH = 400;

/** @returns `words` with `<link/>` in place of the address of its page */
export function writtenIn<T extends Template>(
  language: Language,
  template: T,
  facts: Facts<T>,
): { subject: string; words: string } {
  const messages: MailMessages = language === 'es' ? es : en;
  const say = (message: unknown) => (message as (facts: Facts<T>) => string)(facts);
  return {
    // A name may hold a line's end, which would end the subject.
    subject: say(messages.subject[template])
      .replace(/\p{Cc}+/gu, ' ')
      .slice(0, SUBJECT_LENGTH),
    words: `${say(messages.text[template])}\n\n-- \n${messages.signature}\n`,
  };
}
