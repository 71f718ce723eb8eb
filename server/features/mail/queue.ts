import type { Language } from '../../domain/messages/language.ts';
import type { Tx } from '../../platform/db.ts';
import { type Facts, type Template, writtenIn } from './templates.ts';

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
