/** What the log of a running server says of whoever comes in by a link, and of links that messages hold. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createToken, revokeToken } from '../../server/features/accounts/index.ts';
import { testDatabase } from '../support/database.ts';
import { OWN_PAGE } from '../support/enter.ts';

const GAPMAP = fileURLToPath(new URL('../../bin/gapmap.js', import.meta.url));
const database = testDatabase();
let server: ChildProcess;
let written = '';
let url = '';

beforeAll(async () => {
  const { databaseUrl = '', dataDir } = database.deps.config;
  server = spawn(process.execPath, [GAPMAP, 'serve'], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      GAPMAP_DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: '',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      written += chunk.toString();
      const said = /answers at (http\S+)/.exec(written)?.[1];
      if (said) resolve(said);
    };
    server.stdout?.on('data', read);
    server.stderr?.on('data', read);
    server.once('exit', () => reject(new Error(written)));
  });
});
afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
});

interface Line {
  readonly reqId?: string;
  readonly msg: string;
  readonly token?: number;
  readonly [fact: string]: unknown;
}

const lines = (): Line[] =>
  written
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line)
    .filter(({ reqId }) => reqId !== undefined);

it('the log names who enters, leaves, ends a session or is refused by number, and holds no token, cookie or address', async () => {
  const made = await createToken(database.deps, { role: 'agency', stateFips: '54', label: 'Ash office', days: 1 });
  const press = async () => {
    const answer = await fetch(url + made.link, { method: 'POST', headers: OWN_PAGE, redirect: 'manual' });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  };
  const [first, second, third] = [await press(), await press(), await press()];
  const as = (cookie: string) => ({ headers: { ...OWN_PAGE, cookie } });
  const list = await (await fetch(`${url}/sessions`, as(first))).text();
  const [, other] = /\/sessions\/(\d+)\/end"><button[^>]*aria-label/.exec(list) ?? [];
  await fetch(`${url}/sessions/${other}/end`, { method: 'POST', ...as(first), redirect: 'manual' });
  await fetch(`${url}/leave`, { method: 'POST', ...as(first) });
  await fetch(`${url}/api/v1/collect/me`, as(second));
  await revokeToken(database.deps, made.id);
  await fetch(`${url}/api/v1/patches?audience=agency`, as(second));
  await fetch(url + made.link);
  await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${made.token}` } });
  await expect.poll(() => lines().filter(({ msg }) => msg === 'refused')).toHaveLength(4);

  const said = (msg: string) => lines().filter((line) => line.msg === msg);
  expect(said('entered')).toMatchObject(Array(3).fill({ token: made.id, role: 'agency' }));
  expect(said('session ended')).toMatchObject([{ token: made.id, ended: Number(other) }]);
  expect(said('left')).toMatchObject([{ token: made.id, session: expect.any(Number) }]);
  expect(said('refused')).toMatchObject([
    { token: made.id, role: 'agency', code: 'access.other-role', status: 403 },
    { token: made.id, role: 'agency', code: 'access.session-ended', status: 401 },
    { token: made.id, code: 'access.token-invalid', status: 401 },
    { token: made.id, code: 'access.token-invalid', status: 401 },
  ]);
  const text = JSON.stringify(lines());
  for (const secret of [made.token, first, second, third])
    expect(text).not.toContain(secret.replace(/^gapmap[_=]/, ''));
  expect(text).not.toMatch(/127\.0\.0\.1|Ash office|audience=/);
});

it('the log holds no link of a message that was made as a file, and no address of whom it is for', async () => {
  await database.deps.db.asOwner((tx) =>
    tx.run(
      `insert into places.places (kind, id, name, state_fips, label_point, geom)
       select 'school_district', '5400030', 'Ash County Schools', '54', ST_SetSRID(ST_Point(-80, 38.5), 4326),
         ST_Multi(ST_MakeEnvelope(-80.3, 38.2, -79.7, 38.8, 4326))`,
    ),
  );
  const holder = { role: 'coordinator', stateFips: '54', label: 'Cedar office', days: 1 } as const;
  const { token } = await createToken(database.deps, holder);
  const ask = async (method: string, path: string, body: object) =>
    fetch(`${url}/api/v1/collect/collections${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const window = { name: 'of the log', opensOn: '2026-01-01', closesOn: '2099-01-01', questions: ['device'] };
  const { id } = (await (await ask('POST', '', window)).json()) as { id: number };
  const contact = { leaId: '5400030', name: 'Pat', email: 'pat@own.example', telephone: '', language: 'en' };
  expect((await ask('PUT', `/${id}/contacts`, { districtContacts: [contact] })).status).toBe(204);
  const text = { subject: 'x', text: 'Here: {link}' };
  const sent = { message: 'reminder', texts: { en: text, es: text }, leaIds: ['5400030'] };
  const answer = await ask('POST', `/${id}/messages/files`, sent);
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const link = /gapmap_[\w-]{43}/.exec(strFromU8(files['5400030-reminder.eml'] ?? new Uint8Array()))?.[0] ?? 'none';
  const own = await fetch(`${url}/api/v1/collect/me`, { headers: { authorization: `Bearer ${link}` } });
  expect([answer.status, own.status]).toEqual([200, 200]);
  const asked = () => lines().filter((line) => JSON.stringify(line).includes('/messages/files'));
  await expect.poll(() => asked().length).toBeGreaterThan(0);
  expect(written).not.toContain(link.replace('gapmap_', ''));
  expect(written).not.toMatch(/pat@own\.example|Ash County|Cedar/);
});
