/** What the log of a running server says of whoever comes in by a link. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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
