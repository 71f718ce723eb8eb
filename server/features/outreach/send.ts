/**
 * Sends a message to districts. Links, mail and log are one transaction of the role `issuer`, so that no link is made whose message is not
 * queued, and no message is queued that the log lacks. A link exists in the message alone; see accounts/sent-links.ts.
 */

import type { Deps } from '../../deps.ts';
import type { Coordinator } from '../../domain/actor.ts';
import { DAY_MS, dayOf } from '../../domain/day.ts';
import type { Language } from '../../domain/messages/language.ts';
import {
  filled,
  holdsLink,
  isForFamilies,
  lacksLink,
  type OutreachMessage,
  strangeIn,
} from '../../domain/outreach/messages.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { type DistrictLink, linksToSend } from '../accounts/index.ts';
import { type Doer, recordAct } from '../audit/index.ts';
import { type Collection, daysOf } from '../collect/index.ts';
import { dataKey } from '../intake/index.ts';
import { queueOwnLetter } from '../mail/index.ts';
import type { MessageTexts, SendBody } from './contract-messages.ts';
import { type Addressed, pageOf, valuesFor } from './drafts.ts';

type SendingDeps = Pick<Deps, 'config'> & { readonly db: Db };

export interface Sending extends Omit<SendBody, 'leaIds'> {
  readonly coordinator: Coordinator;
  readonly collection: Collection;
  readonly to: readonly Addressed[];
  readonly doer: Doer;
  /** Of this server, for pages that a text names. */
  readonly origin: string;
}

/** A message filled for one district. It may hold the district's link, so only its sender gets it. */
export interface FilledMessage extends Addressed {
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly link: string | undefined;
}

/** By the mail queue. @throws Refusal outreach.* before anything is made or sent */
export async function sendByMail(deps: SendingDeps, sending: Sending): Promise<number> {
  const { message, texts, coordinator, to, origin } = sending;
  if (isForFamilies(message)) throw refusal('outreach.families', 422);
  refuseUnclear(message, texts);
  if (!deps.config.mail) throw refusal('outreach.no-mail', 409);
  const without = to.filter(({ contact }) => !contact?.email).map(({ leaId }) => leaId);
  if (without.length > 0) throw refusal('outreach.no-address', 422, { leaIds: without });
  await inOneAct(deps, sending, 'outreach.sent', async (tx, links) => {
    for (const one of to) {
      const language = languageOf(one);
      const { subject, text } = texts[language];
      const values = valuesFor(one, { link: '<link/>', origin });
      const mail = await queueOwnLetter(tx, {
        to: one.contact?.email ?? '',
        template: `outreach.${message}`,
        language,
        subject: filled(subject, values),
        words: filled(text, values),
        stateFips: coordinator.stateFips,
        page: links.has(one.leaId) ? '/collect' : pageOf(one.leaId),
        link: links.get(one.leaId)?.id,
      });
      await log(tx, sending, { one, subject: filled(subject, values), mail });
    }
  });
  return to.length;
}

/** To be sent by hand. @throws Refusal outreach.* before anything is made */
export async function makeMessages(deps: SendingDeps, sending: Sending): Promise<FilledMessage[]> {
  const { message, texts, to, origin } = sending;
  refuseUnclear(message, texts);
  const languages: readonly Language[] | undefined = isForFamilies(message) ? ['en', 'es'] : undefined;
  return inOneAct(deps, sending, 'outreach.files', async (tx, links) => {
    const made: FilledMessage[] = [];
    for (const one of to) {
      const token = links.get(one.leaId)?.token;
      const link = token === undefined ? undefined : `${origin}/enter/${token}?to=/collect`;
      const values = valuesFor(one, { link, origin });
      for (const language of languages ?? [languageOf(one)]) {
        const { subject, text } = texts[language];
        made.push({ ...one, language, subject: filled(subject, values), text: filled(text, values), link });
      }
      await log(tx, sending, { one, subject: filled(texts[languageOf(one)].subject, values) });
    }
    return made;
  });
}

/** The contact's language; English where no contact is known. */
function languageOf({ contact }: Addressed): Language {
  return contact?.language ?? 'en';
}

/** @throws Refusal where a text would reach somebody unfilled, or without the link that it is for */
function refuseUnclear(message: OutreachMessage, texts: MessageTexts): void {
  const field = strangeIn(texts, message);
  if (field !== undefined) throw refusal('outreach.field', 422, { field });
  const subjects = message === 'text' ? [] : [texts.en.subject, texts.es.subject];
  if (subjects.some((subject) => subject.trim() === '' || /\p{Cc}/u.test(subject)))
    throw refusal('outreach.subject', 422);
  if (lacksLink(texts, message)) throw refusal('outreach.no-link', 422);
}

async function inOneAct<T>(
  deps: SendingDeps,
  { message, texts, coordinator, collection, to, doer }: Sending,
  did: 'outreach.sent' | 'outreach.files',
  work: (tx: Tx, links: ReadonlyMap<string, DistrictLink>) => Promise<T>,
): Promise<T> {
  const needing = to.filter((one) => holdsLink(texts[languageOf(one)].text));
  const key = needing.length > 0 ? await dataKey(deps) : Buffer.alloc(0);
  const requests = needing.map(({ leaId, name }) => ({
    role: 'district' as const,
    leaId,
    label: name.slice(0, 90),
    days: daysOf(collection, new Date()),
    collectionId: collection.id,
  }));
  const goodUntil = new Date(Math.max(Date.now(), Date.parse(collection.closesOn ?? dayOf(new Date()))) + DAY_MS);
  return deps.db.as({ role: 'issuer', stateFips: coordinator.stateFips }, async (tx) => {
    const links = await linksToSend(tx, requests, { key, goodUntil, doer });
    const done = await work(tx, links);
    await recordAct(tx, doer, { did, thing: `collection ${collection.id}, ${message}, districts: ${to.length}` });
    return done;
  });
}

/** @param mail number of the message in the outbox; undefined: a file */
async function log(
  tx: Tx,
  { message, collection, doer }: Sending,
  { one, subject, mail }: { one: Addressed; subject: string; mail?: number },
): Promise<void> {
  const { contact, leaId } = one;
  const who = [contact?.name, contact?.email].filter(Boolean).join(', ');
  await tx.run(
    `insert into outreach.sendings (collection_id, lea_id, message, way, who, subject, mail_id, sent_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      collection.id,
      leaId,
      message,
      mail === undefined ? 'file' : 'mail',
      who,
      subject,
      mail ?? null,
      doer.who.slice(0, 200),
    ],
  );
}
