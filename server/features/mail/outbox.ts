/** The outbox of a state: what was written, and what became of it. */
import type { Tx } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { OutboxMessage } from './contract.ts';
import type { Written } from './eml.ts';
import { LINK_ENDED, NO_ADDRESS } from './send.ts';

/** Most messages listed. */
const MOST = 500;

/** What waits or was refused comes first, then the newest. */
export async function outboxOf(tx: Tx): Promise<OutboxMessage[]> {
  const rows = await tx.rows<Omit<OutboxMessage, 'queuedAt' | 'endedAt'> & { queuedAt: Date; endedAt: Date | null }>(
    `select
       id,
       recipient,
       template,
       language,
       subject,
       state,
       tries,
       nullif(nullif(last_answer, $2), $3) as "lastAnswer",
       last_answer is not distinct from $2 as "isLinkEnded",
       last_answer is not distinct from $3 as "isNoAddress",
       link_id is not null as "hasLink",
       marked_by as "markedBy",
       queued_at as "queuedAt",
       ended_at as "endedAt"
     from mail.messages
     order by state not in ('waiting', 'refused'), id desc
     limit $1`,
    [MOST, LINK_ENDED, NO_ADDRESS],
  );
  return rows.map((row) => ({
    ...row,
    queuedAt: row.queuedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }));
}

/** @throws Refusal 404 where the reader's state has no such message */
export async function messageNumbered(tx: Tx, id: number): Promise<Written & { readonly hasLink: boolean }> {
  const written = await tx.maybe<Written & { hasLink: boolean }>(
    `select message_id as "messageId", recipient, language, subject, words, page, queued_at as "queuedAt", link_id is not null as "hasLink"
     from mail.messages
     where id = $1`,
    [id],
  );
  if (!written) throw refusal('mail.unknown', 404);
  return written;
}

/** @throws Refusal 404 as above, 409 where it is sent already */
export async function markSent(tx: Tx, id: number, by: string): Promise<void> {
  await messageNumbered(tx, id);
  const marked = await tx.run(
    `update mail.messages
     set state = 'marked', ended_at = now(), marked_by = $2
     where id = $1 and state in ('waiting', 'refused')`,
    [id, by.slice(0, 200)],
  );
  if (marked === 0) throw refusal('mail.sent', 409);
}
