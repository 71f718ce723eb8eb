/** What the worker does with messages that wait: each is a job, and is tried until the mail server takes it or refuses it for good. */
import nodemailer from 'nodemailer';
import type { Config } from '../../config.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../platform/db.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { opens, sentToken } from '../accounts/index.ts';
import { dataKey } from '../intake/index.ts';
import { fieldsOf, type Written } from './eml.ts';

/** Queue of messages to send; a job names one. */
export const MAIL_QUEUE = 'mail';

export interface MailJob {
  readonly message: number;
}

/** After the first refusal for a while, the second, ...: in all nearly a day, as RFC 5321 4.5.4.1 would have at least some hours. */
const PAUSE_MINUTES = [1, 5, 30, 120, 360, 720];
/** A worker that was killed while it sent is not heard of again: then another tries. */
const IN_HAND_MINUTES = 10;
const TIMEOUT_MS = 30_000;

/** Asks for each message that is due, once. Does nothing without a mail server. */
export async function lookAfterMail({ db, config }: Deps, jobs: Pick<Jobs, 'send'>): Promise<void> {
  if (!config.mail) return;
  const due = await db.as({ role: 'postman' }, (tx) =>
    tx.rows<{ id: number }>(
      "select id from mail.messages where state = 'waiting' and next_try_at <= now() order by id",
    ),
  );
  if (due.length === 0) return;
  await db.asOwner(async (tx) => {
    const free = await tx.rows<{ id: number }>(
      `select id
       from unnest($2::integer[]) as due (id)
       where not exists (
         select
         from pgboss.job
         where name = $1
           and singleton_key = 'message ' || due.id
           and state in ('created', 'retry', 'active')
       )
       order by id`,
      [MAIL_QUEUE, due.map(({ id }) => id)],
    );
    for (const { id: message } of free)
      await jobs.send(tx, MAIL_QUEUE, { message } satisfies MailJob, { onlyOne: `message ${message}` });
  });
}

/** Stored in place of a mail server's answer where the address is invalid. */
export const NO_ADDRESS = 'no-address';
/** The same where a message holds a link that no longer opens. */
export const LINK_ENDED = 'link-ended';

/** Sends a message that is due, and writes down how it went. Throws nothing that names a person: the answer is in the table. */
export async function sendAsked({ db, config }: Pick<Deps, 'db' | 'config'>, { message }: MailJob): Promise<void> {
  if (!config.mail) return;
  const taken = await takeUp(db, message);
  if (!taken) return;
  const transport = nodemailer.createTransport({
    url: config.mail.smtpUrl.reveal(),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const page = await pageOf({ db, config }, message, taken.page);
    if (page === undefined) return await settle(db, message, 'refused', LINK_ENDED);
    const { response } = await transport.sendMail(fieldsOf({ ...taken, page }, addressOf(config), config.mail.from));
    await settle(db, message, 'sent', response);
  } catch (error) {
    await settleFailed(db, message, taken.tries, error as SendingError);
  } finally {
    transport.close();
  }
}

/** Path that a message leads to: the link of a district, which exists here and in the message alone. Undefined: it no longer opens. */
async function pageOf(deps: Pick<Deps, 'db' | 'config'>, message: number, page: string): Promise<string | undefined> {
  const found = await deps.db.as({ role: 'postman' }, (tx) =>
    tx.maybe<{ link: number; seed: string }>('select link, seed from mail.link_of($1)', [message]),
  );
  if (!found) return page;
  const link = { id: found.link, token: sentToken(await dataKey(deps), found.seed) };
  const isGood = await deps.db.as({ role: 'postman' }, (tx) => opens(tx, link));
  return isGood ? `/enter/${link.token}?to=${page}` : undefined;
}

type SendingError = Error & {
  readonly code?: string;
  readonly response?: string;
  /** The server will never take this message. */
  readonly permanent?: boolean;
};

async function settleFailed(db: Db, message: number, tries: number, error: SendingError): Promise<void> {
  // A wrong password is the operator's to mend, not this message's end.
  const isForGood = error.permanent === true && error.code !== 'EAUTH';
  const pause = PAUSE_MINUTES[tries - 1];
  const answer = error.response ?? error.message;
  if (isForGood || pause === undefined) return settle(db, message, 'refused', answer);
  await db.as({ role: 'postman' }, (tx) =>
    tx.run(
      `update mail.messages
       set next_try_at = now() + make_interval(mins => $2), last_answer = $3
       where id = $1 and state = 'waiting'`,
      [message, pause, shortened(answer)],
    ),
  );
}

async function settle(db: Db, message: number, state: 'sent' | 'refused', answer: string): Promise<void> {
  await db.as({ role: 'postman' }, (tx) =>
    tx.run(
      "update mail.messages set state = $2, ended_at = now(), last_answer = $3 where id = $1 and state = 'waiting'",
      [message, state, shortened(answer)],
    ),
  );
}

/** Takes a message in hand; undefined where somebody else has, or it is sent. */
function takeUp(db: Db, message: number): Promise<(Written & { tries: number }) | undefined> {
  return db.as({ role: 'postman' }, (tx) =>
    tx.maybe(
      `update mail.messages
       set tries = tries + 1, next_try_at = now() + make_interval(mins => $2)
       where id = $1 and state = 'waiting' and next_try_at <= now()
       returning message_id as "messageId", recipient, language, subject, words, page, queued_at as "queuedAt", tries`,
      [message, IN_HAND_MINUTES],
    ),
  );
}

function shortened(answer: string): string {
  return answer.replace(/\p{Cc}+/gu, ' ').slice(0, 500);
}

function addressOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host}:${port}`;
}
