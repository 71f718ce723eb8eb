/** Whom a coordinator writes to and calls, and the log of it. All under the role `outreacher`, of its state. */
import { isMailAddress } from '../../domain/mail-address.ts';
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { LINK_ENDED } from '../mail/index.ts';
import type { ContactEntry, ContactFields } from './contract-messages.ts';

export async function contactsOf(tx: Tx): Promise<Map<string, ContactFields>> {
  const rows = await tx.rows<ContactFields>(
    `select lea_id as "leaId", name, coalesce(email, '') as email, coalesce(telephone, '') as telephone, language
     from outreach.contacts`,
  );
  return new Map(rows.map((row) => [row.leaId, row]));
}

/**
 * In place of what was known of these districts; all, or none.
 *
 * @throws Refusal outreach.email, outreach.contact-empty
 */
export async function writeContacts(tx: Tx, contacts: readonly ContactFields[], by: string): Promise<void> {
  for (const { leaId, name, email, telephone } of contacts) {
    if (email.trim() !== '' && !isMailAddress(email.trim())) throw refusal('outreach.email', 422, { leaId });
    if ((name + email + telephone).trim() === '') throw refusal('outreach.contact-empty', 422, { leaId });
  }
  for (const { leaId, name, email, telephone, language } of contacts)
    await tx.run(
      `insert into outreach.contacts (lea_id, name, email, telephone, language, written_by)
       values ($1, $2, nullif($3, ''), nullif($4, ''), $5, $6)
       on conflict (lea_id) do update set
         name = excluded.name,
         email = excluded.email,
         telephone = excluded.telephone,
         language = excluded.language,
         written_at = now(),
         written_by = excluded.written_by`,
      [leaId, name.trim(), email.trim(), telephone.trim(), language, by],
    );
}

export interface LogRow extends Omit<ContactEntry, 'districtName' | 'sentAt'> {
  readonly sentAt: Date;
}

/** Newest first. */
export function logOf(tx: Tx, collection: number): Promise<LogRow[]> {
  return tx.rows<LogRow>(
    `select
       id,
       lea_id as "leaId",
       message,
       way,
       who,
       subject,
       reached,
       sent_at as "sentAt",
       sent_by as "sentBy",
       mail_state as "mailState",
       nullif(mail_answer, $2) as "mailAnswer",
       mail_answer is not distinct from $2 as "isLinkEnded"
     from outreach.log
     where collection_id = $1
     order by sent_at desc, id desc`,
    [collection, LINK_ENDED],
  );
}

export interface Call {
  readonly collection: number;
  readonly leaId: string;
  readonly who: string;
  readonly reached: boolean;
  readonly by: string;
}

export async function writeCall(tx: Tx, { collection, leaId, who, reached, by }: Call): Promise<void> {
  await tx.run(
    `insert into outreach.sendings (collection_id, lea_id, message, way, who, reached, sent_by)
     values ($1, $2, 'call', 'telephone', $3, $4, $5)`,
    [collection, leaId, who, reached, by],
  );
}
