import type { Language } from '../../domain/messages/language.ts';
import type { Tx } from '../../platform/db.ts';
import { type Facts, signed, subjectOf, type Template, writtenIn } from './templates.ts';

export interface Letter<T extends Template> {
  /** One address, without a name. */
  readonly to: string;
  readonly template: T;
  readonly facts: Facts<T>;
  readonly language: Language;
  readonly stateFips: string;
  /** Path of the page that the message leads to; never one that opens anything by itself. */
  readonly page: string;
  /** Until then the outbox does not show it; undefined: it does at once. */
  readonly shownFrom?: Date;
}

/** @param tx of the act that the message tells of: both are kept, or neither. Its role needs `execute` on `mail.queue` */
export async function queueMail<T extends Template>(tx: Tx, letter: Letter<T>): Promise<void> {
  const { to, template, facts, language, stateFips, page, shownFrom } = letter;
  const { subject, words } = writtenIn(language, template, facts);
  await tx.run('select mail.queue($1, $2, $3, $4, $5, $6, $7, $8)', [
    stateFips,
    to,
    template,
    language,
    subject,
    words,
    page,
    shownFrom ?? null,
  ]);
}

/** A message that somebody wrote, in which `<link/>` stands for the link of a district, or for the page where there is no link. */
export interface OwnLetter {
  readonly to: string;
  /** Name of what it is, for the outbox. */
  readonly template: string;
  readonly language: Language;
  readonly subject: string;
  readonly words: string;
  readonly stateFips: string;
  readonly page: string;
  /** Number of a link that was made to be sent; undefined: none is in it. */
  readonly link: number | undefined;
}

/** Like `queueMail`; `tx` is the issuer's. @returns number of the message */
export async function queueOwnLetter(tx: Tx, letter: OwnLetter): Promise<number> {
  const { to, template, language, subject, words, stateFips, page, link } = letter;
  const { id } = await tx.one<{ id: number }>('select mail.queue_with_link($1, $2, $3, $4, $5, $6, $7, $8) as id', [
    stateFips,
    to,
    template,
    language,
    subjectOf(subject),
    signed(language, words),
    page,
    link ?? null,
  ]);
  return id;
}
