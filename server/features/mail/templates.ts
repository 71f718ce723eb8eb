/** A message in words. */
import { clusterNameIn } from '../../domain/cluster/name-in.ts';
import { clusterNames } from '../../domain/messages/en/cluster-names.ts';
import { mail as en, type MailMessages } from '../../domain/messages/en/mail.ts';
import { clusterNames as clusterNamesEs } from '../../domain/messages/es/cluster-names.ts';
import { mail as es } from '../../domain/messages/es/mail.ts';
import type { Language } from '../../domain/messages/language.ts';

export type Template = keyof MailMessages['text'] & keyof MailMessages['subject'];

/** The facts that a template's subject and text take. */
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
  const messages = messagesIn(language);
  const told = inLanguage(language, facts);
  const say = (message: unknown) => (message as (facts: Facts<T>) => string)(told);
  return { subject: subjectOf(say(messages.subject[template])), words: signed(language, say(messages.text[template])) };
}

/** Names of clusters, and of commitments, whose name is that of a lot and may be a cluster's. */
function inLanguage<F>(language: Language, facts: F): F {
  const words = language === 'es' ? clusterNamesEs : clusterNames;
  const named = (name: unknown) => clusterNameIn(words, String(name));
  const { commitmentName, nearest } = facts as { commitmentName?: string; nearest?: readonly { name: string }[] };
  return {
    ...facts,
    ...(commitmentName !== undefined && { commitmentName: named(commitmentName) }),
    ...(nearest !== undefined && { nearest: nearest.map((one) => ({ ...one, name: named(one.name) })) }),
  };
}

/** A name may hold a line's end, which would end the subject. */
export function subjectOf(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').slice(0, SUBJECT_LENGTH);
}

export function signed(language: Language, words: string): string {
  return `${words}\n\n-- \n${messagesIn(language).signature}\n`;
}

function messagesIn(language: Language): MailMessages {
  return language === 'es' ? es : en;
}
