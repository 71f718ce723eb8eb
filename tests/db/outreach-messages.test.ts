/** A coordinator writes to districts through a real SMTP server; what arrives is read back, and links are in the messages alone. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Deps } from '../../server/deps.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { sendAsked } from '../../server/features/mail/index.ts';
import type { ContactLog, MessageDrafts, MessageTexts } from '../../server/features/outreach/contract-messages.ts';
import { type Answer, type Office, OTHER, OWN, openOffice } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import { signedInAs } from '../support/people.ts';

const database = testDatabase();
const arrived: { to: string; source: string }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData: (stream, session, callback) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      arrived.push({
        to: session.envelope.rcptTo[0]?.address ?? '',
        source: Buffer.concat(parts).toString(),
      });
      callback(null, 'taken');
    });
  },
});
let deps: Deps;
let office: Office;
/** The same server without a mail server. */
let byHand: FastifyInstance;
let collection = 0;

const CONTACTS = [
  { leaId: OWN, name: 'Pat Office', email: 'pat@own.example', telephone: '+1 304 555 0100', language: 'en' },
  { leaId: OTHER, name: 'Ana Oficina', email: 'ana@other.example', telephone: '', language: 'es' },
];

beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  const { mail } = readConfig({
    GAPMAP_SMTP_URL: `smtp://127.0.0.1:${port}`,
    GAPMAP_MAIL_FROM: 'office@state.example',
  });
  const { config } = database.deps;
  deps = { ...database.deps, config: { ...config, mail, publicUrl: 'https://gapmap.example' } };
  office = await openOffice(deps);
  byHand = await buildApp(database.deps);
  collection = await office.open('Fall of the test');
}, 300_000);
afterAll(async () => {
  await office?.app.close();
  await byHand?.close();
  await new Promise<void>((done) => server.close(done));
});
beforeEach(async () => {
  arrived.length = 0;
  const written = await put(CONTACTS);
  expect(written.status).toBe(204);
});

const at = (path: string) => `/collections/${collection}/${path}`;
const put = (districtContacts: object[]) => office.ask('coordinator', 'PUT', at('contacts'), { districtContacts });
const draftsNow = async () => (await office.ask('coordinator', 'GET', at('messages'))).json as MessageDrafts;
const textsOf = async (message: string) =>
  (await draftsNow()).drafts.find((draft) => draft.message === message)?.texts as MessageTexts;
async function send(message: string, changed: Partial<MessageTexts> = {}, leaIds = [OWN, OTHER]): Promise<Answer> {
  const texts = { ...(await textsOf(message)), ...changed };
  return office.ask('coordinator', 'POST', at('messages'), { message, texts, leaIds });
}
/** What a worker does. */
async function deliver(): Promise<void> {
  const waiting = await deps.db.asOwner((tx) =>
    tx.rows<{ id: number }>("select id from mail.messages where state = 'waiting' order by id"),
  );
  for (const { id } of waiting) await sendAsked(deps, { message: id });
}
const logNow = async () => ((await office.ask('coordinator', 'GET', at('contact-log'))).json as ContactLog).entries;

/** Words of a message, as a mail program shows them. */
function wordsOf(source: string): string {
  const body = source.slice(source.indexOf('\r\n\r\n') + 4);
  if (/^Content-Transfer-Encoding: base64/im.test(source)) return Buffer.from(body, 'base64').toString();
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(source)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
const tokenIn = (words: string) => /\/enter\/(gapmap_[\w-]{43})\?to=\/collect/.exec(words)?.[1] ?? 'none';
const mailTo = (to: string) => wordsOf(arrived.find((mail) => mail.to === to)?.source ?? '');
async function opensAs(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await office.app.inject({ url: '/api/v1/collect/me', headers });
  return answer.statusCode === 200 ? answer.json<{ leaId: string }>().leaId : answer.statusCode;
}

describe('a message to districts', () => {
  it('is proposed in both languages with the facts of the collection, and without any link', async () => {
    const { drafts, isSending, districts } = await draftsNow();
    expect(isSending).toBe(true);
    expect(drafts.map(({ message }) => message)).toEqual([
      'invitation',
      'how',
      'reminder',
      'last_call',
      'thanks',
      'letter',
      'text',
    ]);
    const invitation = await textsOf('invitation');
    expect(invitation.en.text).toContain('“Fall of the test”');
    expect(invitation.en.text).toContain('2 districts are asked');
    expect(invitation.es.text).toContain('Se invita a 2 distritos');
    expect((await textsOf('reminder')).en.subject).toMatch(/^21 days are left/);
    expect(districts.map(({ contact }) => contact?.email)).toEqual(['ana@other.example', 'pat@own.example']);
    expect(JSON.stringify(drafts)).not.toMatch(/gapmap_/);
  });

  it('says whom districts call where the collection does, and families nothing of it', async () => {
    const says = (contact: string) =>
      deps.db.asOwner((tx) =>
        tx.run('update intake.collections set contact = $1 where id = $2', [contact, collection]),
      );
    expect((await textsOf('reminder')).en.text).not.toContain('questions?');
    await says('Dana Hale, 304-555-0111');
    const [reminder, letter] = [await textsOf('reminder'), await textsOf('letter')];
    await says('');
    expect(reminder.en.text).toMatch(/\n\nDo you have questions\? Call or write to: Dana Hale, 304-555-0111$/);
    expect(reminder.es.text).toMatch(/\n\n¿Tiene preguntas\? Llame o escriba a: Dana Hale, 304-555-0111$/);
    expect(letter.en.text).not.toContain('Dana Hale');
  });

  it('arrives three times: an invitation, a reminder with the same link, and thanks without one, each in the language of its contact', async () => {
    expect((await send('invitation')).json).toEqual({ sent: 2 });
    await deliver();
    expect(arrived.map(({ to }) => to).sort()).toEqual(['ana@other.example', 'pat@own.example']);
    const [own, other] = [tokenIn(mailTo('pat@own.example')), tokenIn(mailTo('ana@other.example'))];
    expect(mailTo('pat@own.example')).toContain('Hello Pat Office,');
    expect(mailTo('ana@other.example')).toContain('Hola, Ana Oficina:');
    expect([await opensAs(own), await opensAs(other)]).toEqual([OWN, OTHER]);
    expect(mailTo('pat@own.example')).not.toContain(other);

    arrived.length = 0;
    const edited = { subject: 'Still missing', text: 'Dear {contact} of {district}: {link}' };
    expect((await send('reminder', { en: edited })).status).toBe(200);
    await deliver();
    const reminder = arrived.find(({ to }) => to === 'pat@own.example')?.source ?? '';
    expect(reminder).toMatch(/^Subject: Still missing\r$/m);
    expect(wordsOf(reminder)).toContain('Dear Pat Office of ');
    expect([tokenIn(mailTo('pat@own.example')), tokenIn(mailTo('ana@other.example'))]).toEqual([own, other]);

    arrived.length = 0;
    expect((await send('thanks', {}, [OTHER])).json).toEqual({ sent: 1 });
    await deliver();
    expect(mailTo('ana@other.example')).toContain(`https://gapmap.example/place/school_district/${OTHER}`);
    expect(mailTo('ana@other.example')).not.toContain('/enter/');

    const log = await logNow();
    expect(log.map(({ leaId, message, who, mailState }) => [leaId, message, who, mailState])).toEqual([
      [OTHER, 'thanks', 'Ana Oficina, ana@other.example', 'sent'],
      [OTHER, 'reminder', 'Ana Oficina, ana@other.example', 'sent'],
      [OWN, 'reminder', 'Pat Office, pat@own.example', 'sent'],
      [OTHER, 'invitation', 'Ana Oficina, ana@other.example', 'sent'],
      [OWN, 'invitation', 'Pat Office, pat@own.example', 'sent'],
    ]);
    expect(log[0]?.sentBy).toBe('link “coordinator of the test”');
    await expectNowhere([own, other]);
  });

  it('whose link was ended before it went out is not sent, and both outbox and contact log say why', async () => {
    await send('invitation', {}, [OWN]);
    const { districtStates } = (await office.ask('coordinator', 'GET', `/collections/${collection}`)).json;
    const link = districtStates.find(({ leaId }: { leaId: string }) => leaId === OWN).link.id;
    expect((await office.ask('coordinator', 'DELETE', `/links/${link}`)).status).toBe(204);
    await deliver();
    expect(arrived).toEqual([]);
    expect((await logNow())[0]).toMatchObject({ mailState: 'refused', isLinkEnded: true, mailAnswer: null });
    const staff = await signedInAs(deps, { role: 'sea', name: 'Sam Staff' });
    const headers = { host: 'localhost', ...staff.headers };
    const { messages } = (await byHand.inject({ url: '/api/v1/mail', headers })).json<{
      messages: { id: number; hasLink: boolean; isLinkEnded: boolean; lastAnswer: string | null }[];
    }>();
    const refused = messages.find(({ isLinkEnded }) => isLinkEnded);
    expect(refused).toMatchObject({ hasLink: true, lastAnswer: null });
    const file = await byHand.inject({ url: `/api/v1/mail/${refused?.id}/message.eml`, headers });
    expect([file.statusCode, file.json().code]).toEqual([409, 'mail.has-link']);

    expect((await send('last_call', {}, [OWN])).status).toBe(200);
    await deliver();
    expect(await opensAs(tokenIn(mailTo('pat@own.example')))).toBe(OWN);
  });

  it('ends a link that was shown, and not one that was sent before', async () => {
    const shown = await office.ask('coordinator', 'POST', at('links'), { leaIds: [OWN] });
    const token = /gapmap_[\w-]{43}/.exec(shown.json.links[0].url)?.[0] ?? '';
    expect(await opensAs(token)).toBe(OWN);
    await send('reminder', {}, [OWN]);
    await deliver();
    expect(await opensAs(token)).toBe(401);
    expect(await opensAs(tokenIn(mailTo('pat@own.example')))).toBe(OWN);
  });

  it('is refused whole where one district has no address, a word in braces is unknown, or the link is missing', async () => {
    const before = await logNow();
    await deps.db.asOwner((tx) => tx.run('update outreach.contacts set email = null where lea_id = $1', [OTHER]));
    const refusals = [
      await send('reminder'),
      await send('reminder', { en: { subject: 'x', text: '{link} {contactt}' } }, [OWN]),
      await send('reminder', { es: { subject: 'x', text: 'sin' } }, [OWN]),
      await send('reminder', { en: { subject: 'x {link}', text: '{link}' } }, [OWN]),
      await send('reminder', { en: { subject: 'x\r\nBcc: a@b.example', text: '{link}' } }, [OWN]),
      await send('letter', {}, [OWN]),
      await send('reminder', {}, ['5499999']),
    ];
    expect(refusals.map(({ status, json }) => [status, json.code])).toEqual([
      [422, 'outreach.no-address'],
      [422, 'outreach.field'],
      [422, 'outreach.no-link'],
      [422, 'outreach.field'],
      [422, 'outreach.subject'],
      [422, 'outreach.families'],
      [422, 'collect.unknown-district'],
    ]);
    expect(refusals[0]?.json.leaIds).toEqual([OTHER]);
    expect(refusals[1]?.json.detail).toContain('{contactt}');
    expect(await logNow()).toEqual(before);
    await deliver();
    expect(arrived).toEqual([]);
  });

  it('is made as files where no mail server is set up: a draft and a row for each district, with its own link', async () => {
    const texts = await textsOf('invitation');
    const body = { message: 'invitation', texts, leaIds: [OWN, OTHER] };
    const refused = await byHand.inject({
      method: 'POST',
      url: `/api/v1/collect${at('messages')}`,
      headers: { authorization: `Bearer ${office.tokens.coordinator}` },
      payload: body,
    });
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'outreach.no-mail']);
    const answer = await filesAt('messages/files', body);
    expect(answer.headers['cache-control']).toContain('no-store');
    const files = unzipSync(answer.rawPayload);
    expect(Object.keys(files).sort()).toEqual(
      [
        'README.txt',
        `${OTHER}-invitation.eml`,
        `${OTHER}-invitation.txt`,
        `${OWN}-invitation.eml`,
        `${OWN}-invitation.txt`,
        'merge.csv',
      ].sort(),
    );
    const rows = parse(strFromU8(files['merge.csv'] ?? new Uint8Array()), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    const own = tokenIn(rows.find(({ lea_id }) => lea_id === OWN)?.link ?? '');
    expect(await opensAs(own)).toBe(OWN);
    const draft = strFromU8(files[`${OWN}-invitation.eml`] ?? new Uint8Array());
    expect(draft).toMatch(/^X-Unsent: 1\r$/m);
    expect(draft).toMatch(/^To: pat@own\.example\r$/m);
    expect(tokenIn(wordsOf(draft))).toBe(own);
    expect((await logNow())[0]).toMatchObject({ way: 'file', mailState: null, message: 'invitation' });
    await expectNowhere([own]);
  });
});

describe('a file for a district where nobody is written down', () => {
  it('is in the contact log for nobody, in words in its table', async () => {
    await deps.db.asOwner((tx) => tx.run('delete from outreach.contacts where lea_id = $1', [OTHER]));
    await filesAt('messages/files', { message: 'how', texts: await textsOf('how'), leaIds: [OTHER] });
    expect((await logNow())[0]).toMatchObject({ leaId: OTHER, way: 'file', who: '' });
    const table = (await office.ask('coordinator', 'GET', at('contact-log.csv?lang=en'))).body;
    expect((parse(table, { bom: true, columns: true }) as Record<string, string>[])[0]?.who).toBe(
      'nobody is written down',
    );
  });
});

describe('a message to families', () => {
  it('is made for each district in both languages, as a letter to print and as a row with its parts', async () => {
    const letter = { message: 'letter', texts: await textsOf('letter'), leaIds: [OWN] };
    const letters = unzipSync((await filesAt('messages/files', letter)).rawPayload);
    expect(Object.keys(letters).filter((name) => name.endsWith('.html'))).toEqual([
      `${OWN}-letter-en.html`,
      `${OWN}-letter-es.html`,
    ]);
    expect(strFromU8(letters[`${OWN}-letter-es.html`] ?? new Uint8Array())).toContain('<html lang="es">');
    expect(strFromU8(letters[`${OWN}-letter-en.txt`] ?? new Uint8Array())).toContain('Call your school.');
    const text = { message: 'text', texts: await textsOf('text'), leaIds: [OTHER] };
    const texts = unzipSync((await filesAt('messages/files', text)).rawPayload);
    const rows = parse(strFromU8(texts['merge.csv'] ?? new Uint8Array()), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(rows.map(({ language, parts }) => [language, parts])).toEqual([
      ['en', '1'],
      ['es', '1'],
    ]);
    expect(rows[1]?.text).toContain('La escuela le da la hoja y le ayuda.');
  });
});

describe('contacts and calls', () => {
  it('are refused whole where one address is none, and are of the own state alone', async () => {
    const [first, second] = CONTACTS;
    const refused = await put([
      { ...first, name: 'Changed' },
      { ...second, email: 'nobody' },
    ]);
    expect([refused.status, refused.json]).toMatchObject([422, { code: 'outreach.email', leaId: OTHER }]);
    expect((await put([{ ...first, leaId: '5100030' }])).status).toBe(422);
    const { districts } = await draftsNow();
    expect(districts.map(({ contact }) => contact?.name)).toEqual(['Ana Oficina', 'Pat Office']);
    const { token } = await createToken(deps, { role: 'coordinator', stateFips: '51', label: 'neighbor', days: 1 });
    const headers = { authorization: `Bearer ${token}` };
    for (const path of ['messages', 'contact-log', 'contact-log.csv', 'response', 'calls.csv'])
      expect((await office.app.inject({ url: `/api/v1/collect${at(path)}`, headers })).statusCode).toBe(404);
    const seen = await deps.db.as({ role: 'outreacher', stateFips: '51' }, (tx) =>
      tx.rows('select lea_id from outreach.contacts union all select lea_id from outreach.log'),
    );
    expect(seen).toEqual([]);
  });

  it('are written down: who was called, whether somebody answered, and by whom', async () => {
    expect((await office.ask('coordinator', 'POST', at('calls'), { leaId: OWN, reached: true })).status).toBe(204);
    expect((await logNow())[0]).toMatchObject({
      leaId: OWN,
      message: 'call',
      way: 'telephone',
      who: 'Pat Office, +1 304 555 0100',
      reached: true,
      subject: null,
    });
    const table = parse((await office.ask('coordinator', 'GET', at('contact-log.csv?lang=es'))).body, {
      bom: true,
      columns: true,
    }) as Record<string, string>[];
    expect(table[0]).toMatchObject({ message: 'call', outcome: 'contestó' });
    const acts = await deps.db.asOwner((tx) =>
      tx.rows<{ thing: string }>("select thing from audit.entries where did = 'outreach.called'"),
    );
    expect(acts).toEqual([{ thing: `collection ${collection}, district ${OWN}` }]);
  });

  it('stand newest first in the contact log, by when it was and not by when it was written down', async () => {
    const called = await office.ask('coordinator', 'POST', at('calls'), { leaId: OTHER, reached: false });
    expect(called.status).toBe(204);
    const [last] = await logNow();
    await deps.db.asOwner((tx) =>
      tx.run("update outreach.sendings set sent_at = now() - interval '9 days' where id = $1", [last?.id ?? 0]),
    );
    const times = (await logNow()).map(({ sentAt }) => sentAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await logNow()).at(-1)?.id).toBe(last?.id);
  });
});

async function filesAt(path: string, payload: object) {
  const headers = { authorization: `Bearer ${office.tokens.coordinator}` };
  const answer = await byHand.inject({
    method: 'POST',
    url: `/api/v1/collect${at(path)}`,
    headers,
    payload,
  });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  return answer;
}

/** No table of the database but that of hashes, and no answer of the API, holds a link that was sent. */
async function expectNowhere(tokens: readonly string[]): Promise<void> {
  const kept = await deps.db.asOwner(async (tx) => {
    const tables = await tx.rows<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name
       from pg_tables
       where schemaname in ('accounts', 'audit', 'collect', 'disclosures', 'mail', 'outreach', 'pgboss')`,
    );
    const texts: string[] = [];
    for (const { name } of tables) {
      const { text } = await tx.one<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as text from ${name} t`,
      );
      texts.push(text);
    }
    return texts.join(' ');
  });
  expect(kept).toContain('outreach.invitation');
  const answers = await Promise.all(
    ['messages', 'contact-log', 'contact-log.csv', 'response', 'calls.csv', 'plan', 'plan.csv'].map(
      async (path) => (await office.ask('coordinator', 'GET', at(path))).body,
    ),
  );
  for (const token of tokens) {
    expect(token).toMatch(/^gapmap_/);
    expect(kept.includes(token)).toBe(false);
    expect(answers.join(' ').includes(token)).toBe(false);
  }
}
