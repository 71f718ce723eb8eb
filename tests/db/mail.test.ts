/** Mail by a real SMTP server, which takes, refuses for a while or refuses for good; and the outbox without one. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/deps.ts';
import {
  type Letter,
  lookAfterMail,
  MAIL_QUEUE,
  type MailJob,
  queueMail,
  sendAsked,
} from '../../server/features/mail/index.ts';
import { openJobs } from '../../server/platform/jobs.ts';
import { smallStateDatabase } from '../support/database.ts';
import { signedInAs } from '../support/people.ts';

const database = smallStateDatabase();
const TO = 'pat@provider.example';
const LETTER = {
  to: TO,
  template: 'amended',
  facts: {
    roundName: 'Ridge',
    closesAt: '2026-12-05T17:00:00Z',
    note: 'Speeds are 100/20.',
    amendedParts: ['terms', 'closesAt'],
  },
  language: 'en',
  stateFips: '54',
  page: '/rounds/7',
} as const satisfies Letter<'amended'>;

/** What the server does with the next message. */
let answer: { code: number; words: string } | undefined;
const arrived: string[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: (_, __, callback) =>
    callback(answer && Object.assign(new Error(answer.words), { responseCode: answer.code })),
  onData: (stream, _, callback) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      arrived.push(Buffer.concat(parts).toString());
      callback(null, 'taken');
    });
  },
});
let deps: Deps;
let app: FastifyInstance;
let staff: Awaited<ReturnType<typeof signedInAs>>;

beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const { mail } = readConfig({
    GAPMAP_SMTP_URL: `smtp://127.0.0.1:${port}`,
    GAPMAP_MAIL_FROM: 'office@state.example',
  });
  deps = { ...database.deps, config: { ...database.deps.config, mail, publicUrl: 'https://gapmap.example' } };
  app = await buildApp({ ...database.deps, config: { ...database.deps.config, mail } });
  staff = await signedInAs(deps, { role: 'sea', name: 'Sam Staff' });
}, 300_000);
afterAll(async () => {
  await app?.close();
  await new Promise<void>((done) => server.close(done));
});
beforeEach(async () => {
  arrived.length = 0;
  answer = undefined;
  await deps.db.asOwner((tx) => tx.run('delete from mail.messages'));
});

const queue = (changed: Partial<Letter<'amended'>> = {}) =>
  deps.db.as({ role: 'agency', stateFips: '54' }, (tx) => queueMail(tx, { ...LETTER, ...changed }));
const rows = () =>
  deps.db.asOwner((tx) =>
    tx.rows<{ id: number; state: string; tries: number; answer: string | null; waits: boolean }>(
      'select id, state, tries, last_answer as answer, next_try_at > now() as waits from mail.messages order by id',
    ),
  );
const sendAll = async () => {
  for (const { id } of await rows()) await sendAsked(deps, { message: id });
};
/** As if the pause were over. */
const later = () => deps.db.asOwner((tx) => tx.run('update mail.messages set next_try_at = now()'));
const outbox = async (who = staff) =>
  (await app.inject({ url: '/api/v1/mail', headers: { host: 'localhost', ...who.headers } })).json<{
    isSending: boolean;
    messages: { id: number; state: string; lastAnswer: string | null; recipient: string; isNoAddress: boolean }[];
  }>();

describe('a message', () => {
  it('is delivered by the queue, once, as it was written', async () => {
    await queue();
    const jobs = await openJobs(deps.db, [MAIL_QUEUE], (error) => {
      throw error;
    });
    await lookAfterMail(deps, jobs);
    await lookAfterMail(deps, jobs);
    await jobs.work<MailJob>(MAIL_QUEUE, (job) => sendAsked(deps, job));
    await expect.poll(async () => (await rows())[0]?.state, { timeout: 20_000 }).toBe('sent');
    await lookAfterMail(deps, jobs);
    await jobs.stop();
    expect(arrived).toHaveLength(1);
    const [source = ''] = arrived;
    expect(source).toMatch(/^From: office@state\.example\r$/m);
    expect(source).toMatch(/^To: pat@provider\.example\r$/m);
    expect(source).toMatch(/^Subject: The terms changed, please confirm: Ridge\r$/m);
    expect(source).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(source.replace(/=\r\n/g, '')).toContain('https://gapmap.example/rounds/7');
    expect(source).not.toContain('<link/>');
  });

  it('that is refused for a while waits, and goes out later under the same name', async () => {
    await queue();
    answer = { code: 451, words: 'greylisted, come again' };
    await sendAll();
    const [first] = await rows();
    expect(first).toMatchObject({ state: 'waiting', tries: 1, waits: true });
    expect(first?.answer).toContain('451');
    answer = undefined;
    await sendAll();
    expect(arrived).toEqual([]);
    await later();
    await sendAll();
    expect(await rows()).toMatchObject([{ state: 'sent', tries: 2 }]);
    expect(arrived).toHaveLength(1);
  });

  it('that is refused for a while seven times is given up', async () => {
    await queue();
    answer = { code: 452, words: 'too much' };
    for (let i = 0; i < 7; i++) {
      await later();
      await sendAll();
    }
    expect(await rows()).toMatchObject([{ state: 'refused', tries: 7 }]);
  });

  it('that is refused for good says so in the outbox, and is not tried again', async () => {
    await queue();
    answer = { code: 550, words: 'no such mailbox' };
    await sendAll();
    await later();
    answer = undefined;
    await sendAll();
    expect(arrived).toEqual([]);
    const { messages } = await outbox();
    expect(messages).toMatchObject([{ state: 'refused', recipient: TO }]);
    expect(messages[0]?.lastAnswer).toContain('no such mailbox');
  });

  it('is not lost when nothing listens, nor refused for a password that is wrong', async () => {
    await queue();
    const away = {
      ...deps,
      config: {
        ...deps.config,
        mail: readConfig({ GAPMAP_SMTP_URL: 'smtp://127.0.0.1:1', GAPMAP_MAIL_FROM: 'a@b.example' }).mail,
      },
    };
    const [message] = await rows();
    await sendAsked(away, { message: message?.id ?? 0 });
    expect(await rows()).toMatchObject([{ state: 'waiting', tries: 1 }]);
  });

  it('exists only if what it tells of does', async () => {
    const failing = deps.db.as({ role: 'agency', stateFips: '54' }, async (tx) => {
      await queueMail(tx, LETTER);
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect(await rows()).toEqual([]);
  });

  it('leads to no page that opens by itself, and is of the actor’s own state', async () => {
    for (const wrong of [
      { page: '/enter/gapmap_agency_x' },
      { page: '/invite/gapmap_invitation_x' },
      { page: 'https://elsewhere.example' },
    ])
      await expect(queue(wrong)).rejects.toThrow(/check constraint/);
    await expect(queue({ stateFips: '51' })).rejects.toThrow('own state');
    expect(await rows()).toEqual([]);
  });

  it('to what is not one address is kept, sent nowhere and said in the outbox', async () => {
    for (const to of ['a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example', 'no address']) await queue({ to });
    await later();
    await sendAll();
    expect(arrived).toEqual([]);
    const { messages } = await outbox();
    expect(messages.map(({ recipient, state, lastAnswer }) => [recipient, state, lastAnswer])).toEqual([
      ['no address', 'refused', null],
      ['a@b.example Bcc: c@d.example', 'refused', null],
      ['a@b.example, c@d.example', 'refused', null],
    ]);
    expect(messages).toMatchObject(Array(3).fill({ isNoAddress: true }));
    const [last] = messages;
    const headers = { host: 'localhost', ...staff.headers };
    const draft = await app.inject({ url: `/api/v1/mail/${last?.id}/message.eml`, headers });
    expect(draft.body).not.toMatch(/^To:/m);
    const marked = await app.inject({ method: 'POST', url: `/api/v1/mail/${last?.id}/sent`, headers });
    expect(marked.statusCode).toBe(204);
  });

  it('has a subject of one line, whatever the name in it', async () => {
    await queue({ facts: { ...LETTER.facts, roundName: 'Ridge\r\nBcc: c@d.example' } });
    await sendAll();
    expect(arrived[0]?.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m);
  });
});

describe('the outbox', () => {
  it('opens a message as a draft and marks it as sent, with an act in the log that names nobody', async () => {
    await queue({ language: 'es' });
    const [message] = (await outbox()).messages;
    const file = await app.inject({
      url: `/api/v1/mail/${message?.id}/message.eml`,
      headers: { host: 'localhost', ...staff.headers },
    });
    expect(file.headers['content-type']).toMatch(/^message\/rfc822/);
    expect(file.body).toMatch(/^X-Unsent: 1\r$/m);
    expect(file.body).toMatch(/^Content-Language: es\r$/m);
    const mark = () =>
      app.inject({
        method: 'POST',
        url: `/api/v1/mail/${message?.id}/sent`,
        headers: { host: 'localhost', ...staff.headers },
      });
    expect((await mark()).statusCode).toBe(204);
    expect((await mark()).statusCode).toBe(409);
    expect((await outbox()).messages).toMatchObject([{ state: 'marked' }]);
    await sendAll();
    expect(arrived).toEqual([]);
    const acts = await deps.db.asOwner((tx) =>
      tx.rows<{ did: string; who: string; thing: string }>(
        'select did, who, thing from audit.entries where did = $1 order by id desc limit 1',
        ['mail.marked'],
      ),
    );
    expect(acts).toEqual([{ did: 'mail.marked', who: 'Sam Staff', thing: `message ${message?.id}` }]);
  });

  it('shows a state its own messages alone, and a receipt only when it may be known', async () => {
    await queue();
    await queue({ shownFrom: new Date(Date.now() + 3_600_000) });
    const elsewhere = await signedInAs(deps, { role: 'sea', stateFips: '51' });
    expect((await outbox()).messages).toHaveLength(1);
    expect((await outbox(elsewhere)).messages).toEqual([]);
    const hidden = (await rows()).at(-1)?.id;
    const asked = await app.inject({
      url: `/api/v1/mail/${hidden}/message.eml`,
      headers: { host: 'localhost', ...staff.headers },
    });
    expect(asked.statusCode).toBe(404);
  });

  it('says whether a mail server is set up', async () => {
    expect((await outbox()).isSending).toBe(true);
    const { mail } = readConfig({});
    expect(mail).toBeUndefined();
    expect(() => readConfig({ GAPMAP_SMTP_URL: 'smtp://user:hunter2@host' })).toThrow(/GAPMAP_MAIL_FROM/);
    expect(() => readConfig({ GAPMAP_SMTP_URL: 'host:hunter2' })).toThrow(expect.not.stringContaining('hunter2'));
  });
});
