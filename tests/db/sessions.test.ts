/** Entering by a link, what a browser then holds, and how it ends. */

import cookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import type { TokenHolder } from '../../server/domain/actor.ts';
import { createToken, revokeToken } from '../../server/features/accounts/index.ts';
import { sessionCookie } from '../../server/features/accounts/session-cookie.ts';
import { keepSessions } from '../../server/features/accounts/session-store.ts';
import { OWN } from '../support/collect.ts';
import { testDatabase } from '../support/database.ts';
import { cookiesOf, OWN_PAGE, pressOpen } from '../support/enter.ts';
import { writeTileRelease } from '../support/tile-release.ts';

const PUBLIC_URL = 'https://gapmap.example';
const BY_HTTPS = { host: 'gapmap.example', 'x-forwarded-proto': 'https' };
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const SAFARI =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';

const database = testDatabase();
let app: FastifyInstance;
/** Where the world reaches it by https. */
let secure: FastifyInstance;
/** Roles under which the application asked the database. */
const asked: string[] = [];

beforeAll(async () => {
  await writeTileRelease(database.deps.db, 'autumn');
  app = await buildApp(database.deps);
  await app.ready();
  const { as } = app.db;
  Object.assign(app.db, {
    as: (...given: Parameters<typeof as>) => {
      asked.push(given[0].role);
      return as(...given);
    },
  });
  const config = { ...database.deps.config, publicUrl: PUBLIC_URL, trustedProxies: ['127.0.0.0/8'] };
  secure = await buildApp({ ...database.deps, config });
  await secure.ready();
}, 300_000);
afterAll(() => Promise.all([app?.close(), secure?.close()]));
beforeEach(() => {
  asked.length = 0;
});

const DISTRICT: TokenHolder = { role: 'district', leaId: OWN };
const AGENCY: TokenHolder = { role: 'agency', stateFips: '54' };
const tokenFor = (holder: TokenHolder) => createToken(database.deps, { ...holder, label: 'of the test', days: 1 });

async function entered(holder: TokenHolder, headers: Record<string, string> = {}) {
  const made = await tokenFor(holder);
  const answer = await pressOpen(app, made.link, headers);
  expect(answer.statusCode).toBe(303);
  return { made, answer, headers: { cookie: cookiesOf(answer), ...OWN_PAGE } };
}
const me = async (headers: Record<string, string>) => (await app.inject({ url: '/api/v1/me', headers })).json();
const rows = () =>
  database.deps.db.asOwner((tx) =>
    tx.rows<{ id: number; hash: Buffer; token_id: number; text: string }>(
      'select id, hash, token_id, s::text as text from accounts.sessions s order by id desc',
    ),
  );

describe('a link’s address', () => {
  it('asks by a button and starts nothing: no cookie, no session, whoever loads it', async () => {
    const { link } = await tokenFor(DISTRICT);
    const before = await rows();
    for (const method of ['GET', 'HEAD'] as const) {
      const page = await app.inject({ method, url: link, headers: { accept: 'text/html' } });
      expect(page.statusCode).toBe(200);
      expect(page.headers['set-cookie']).toBeUndefined();
      expect(page.headers['cache-control']).toBe('private, no-store');
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    }
    expect(await rows()).toEqual(before);
    const { body } = await app.inject({ url: link, headers: { accept: 'text/html' } });
    expect(body).toContain('<form method="post"');
    expect(body).toContain('Open it in this browser');
    expect(body).not.toContain(link.split('/').pop());
    const spanish = await app.inject({ url: `${link}?lang=es`, headers: { accept: 'text/html' } });
    expect(spanish.body).toContain('Abrirlo en este navegador');
  });

  it.each([
    ['agency', AGENCY, '', '/?audience=agency'],
    ['provider', { role: 'provider', stateFips: '54', providerId: 130_001 }, '', '/?audience=provider'],
    ['district', DISTRICT, '', `/?audience=district&place=school_district:${OWN}`],
    ['district of a collection', DISTRICT, '?to=/collect', '/collect'],
    ['coordinator', { role: 'coordinator', stateFips: '54' }, '', '/collect'],
    ['district in Spanish', DISTRICT, '?lang=es', `/?audience=district&place=school_district:${OWN}&lang=es`],
    ['district of a collection in Spanish', DISTRICT, '?to=/collect&lang=es', '/collect?lang=es'],
  ] as const)('leads the %s to its page once the button is pressed', async (_who, holder, query, arrives) => {
    const { link } = await tokenFor(holder);
    const answer = await pressOpen(app, link + query);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, arrives]);
  });

  it('is not opened by a form of another site', async () => {
    const { link } = await tokenFor(DISTRICT);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      {},
    ]) {
      const answer = await app.inject({ method: 'POST', url: link, headers });
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const headers = { host: 'localhost:8080', origin: 'http://localhost:8080' };
    expect((await app.inject({ method: 'POST', url: link, headers })).statusCode).toBe(303);
  });

  it('says so when the link is over, as often as it is loaded, and leaves the browser as it was', async () => {
    const { link, id } = await tokenFor(DISTRICT);
    const other = await entered(AGENCY);
    await revokeToken(database.deps, id);
    for (const _time of ['first', 'again']) {
      const page = await app.inject({ url: link, headers: { accept: 'text/html', cookie: other.headers.cookie } });
      expect(page.statusCode).toBe(401);
      expect(page.body).toContain('This link does not open anything');
      expect(page.headers['set-cookie']).toBeUndefined();
    }
    expect((await pressOpen(app, link)).statusCode).toBe(401);
    expect(await me(other.headers)).toMatchObject({ role: 'agency' });
  });
});

describe('the cookie of a session', () => {
  it('holds an id that is not the token, of which the database has a hash alone', async () => {
    const { made, answer } = await entered(AGENCY);
    const [set] = answer.cookies;
    expect(set).toMatchObject({ name: 'gapmap', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(set).not.toHaveProperty('domain');
    expect(set?.value).not.toContain(made.token);
    expect(Math.abs(Number(set?.expires) - Number(made.expiresAt))).toBeLessThan(2000);
    const [row] = await rows();
    expect(row?.token_id).toBe(made.id);
    expect(row?.hash).toHaveLength(32);
    expect(row?.text).not.toContain(set?.value);
    expect(row?.text).not.toContain(made.token);
  });

  it('is __Host- and Secure by https, and nothing else opens there', async () => {
    const { link, token } = await tokenFor(AGENCY);
    const answer = await pressOpen(secure, link, BY_HTTPS);
    expect(answer.statusCode).toBe(303);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-gapmap=[\w-]{32}; (?=.*Path=\/)(?=.*HttpOnly)(?=.*Secure)(?=.*SameSite=Lax)(?!.*Domain)/,
    );
    const ask = async (cookies: string) =>
      (await secure.inject({ url: '/api/v1/me', headers: { ...BY_HTTPS, cookie: cookies } })).json();
    const held = cookiesOf(answer);
    expect(await ask(held)).toMatchObject({ role: 'agency' });
    expect(await ask(held.replace('__Host-', ''))).toMatchObject({ role: 'public' });
    expect(await ask(`__Host-gapmap=${token}`)).toMatchObject({ role: 'public' });
    const left = await secure.inject({
      method: 'POST',
      url: '/leave',
      headers: { ...BY_HTTPS, ...OWN_PAGE, cookie: `${held}; gapmap=${token}` },
    });
    // Browsers refuse to forget a __Host- cookie by a header without Secure. The other one is an earlier version's.
    expect(left.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-gapmap=; (?=.*Max-Age=0)(?=.*Path=\/)(?=.*Secure)/),
      expect.stringMatching(/^gapmap=; (?=.*Max-Age=0)(?=.*Path=\/)/),
    ]);
    expect(await ask(held)).toMatchObject({ role: 'public' });
  });

  it('is another one at each entering, and the one from before opens nothing', async () => {
    const first = await entered(AGENCY);
    const { link } = await tokenFor(DISTRICT);
    const second = await pressOpen(app, link, { cookie: first.headers.cookie });
    expect(cookiesOf(second)).not.toBe(first.headers.cookie);
    expect(await me({ cookie: cookiesOf(second) })).toMatchObject({ role: 'district' });
    expect(await me(first.headers)).toMatchObject({ role: 'public', ended: true });
    const planted = `gapmap=${'x'.repeat(32)}`;
    const { link: third } = await tokenFor(AGENCY);
    expect(cookiesOf(await pressOpen(app, third, { cookie: planted }))).not.toBe(planted);
    expect(await me({ cookie: planted })).toMatchObject({ role: 'public' });
  });
});

describe('plain http', () => {
  it.each(['localhost:8080', '127.0.0.1', '127.8.0.1:80', '[::1]:8080', 'gapmap.localhost'])(
    'signs in on this computer itself: %s',
    async (host) => {
      const { link } = await tokenFor(AGENCY);
      expect((await pressOpen(app, link, { host })).statusCode).toBe(303);
    },
  );

  it.each(['gapmap.example', '10.0.0.5:8080', 'localhost.example', '127.0.0.1.example'])(
    'signs in nobody elsewhere, and its page says what to do: %s',
    async (host) => {
      const { link } = await tokenFor(AGENCY);
      const page = await app.inject({ url: link, headers: { host, accept: 'text/html' } });
      expect(page.statusCode).toBe(403);
      expect(page.body).toContain('Links cannot be opened at this address');
      expect(page.body).toContain('PUBLIC_URL');
      const pressed = await pressOpen(app, link, { host });
      expect(pressed.json()).toMatchObject({ status: 403, code: 'access.needs-https' });
      expect(pressed.headers['set-cookie']).toBeUndefined();
    },
  );

  it('signs in nobody behind a proxy that calls itself localhost', async () => {
    const { link } = await tokenFor(AGENCY);
    const headers = { host: 'localhost:8080', origin: 'http://gapmap.example' };
    expect((await pressOpen(app, link, headers)).statusCode).toBe(403);
  });

  it('signs in nobody where people come by https, and names the address to use', async () => {
    const { link } = await tokenFor(AGENCY);
    const answer = await pressOpen(secure, link, { host: 'localhost:8080' });
    expect(answer.json()).toMatchObject({ status: 403, code: 'access.needs-https' });
    expect(answer.json().detail).toContain(PUBLIC_URL);
  });
});

describe('a session', () => {
  it('ends with its link, at the next request', async () => {
    const { made, headers } = await entered(AGENCY);
    const tile = () => app.inject({ url: '/tiles/1/hexes/6/17/24.mvt?audience=agency', headers });
    expect((await tile()).statusCode).toBe(200);
    expect((await tile()).statusCode).toBe(200);
    await revokeToken(database.deps, made.id);
    const refused = await tile();
    expect(refused.json()).toMatchObject({ status: 401, code: 'access.session-ended' });
    expect(await me(headers)).toMatchObject({ role: 'public', ended: true });
    expect((await app.inject({ url: '/api/v1/release', headers })).statusCode).toBe(200);
  });

  it('ends when its browser leaves', async () => {
    const { headers } = await entered(AGENCY);
    const before = (await rows()).length;
    const elsewhere = await app.inject({
      method: 'POST',
      url: '/leave',
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    });
    expect(elsewhere.statusCode).toBe(403);
    const left = await app.inject({ method: 'POST', url: '/leave', headers });
    expect(left.statusCode).toBe(204);
    expect(left.cookies).toMatchObject([{ name: 'gapmap', value: '', maxAge: 0 }]);
    expect(await rows()).toHaveLength(before - 1);
    expect(await me(headers)).toMatchObject({ role: 'public' });
  });

  it('is listed beside the others of its link, in plain words, and each is ended by its button', async () => {
    const { made, headers } = await entered(DISTRICT, { 'user-agent': FIREFOX });
    const phone = { cookie: cookiesOf(await pressOpen(app, made.link, { 'user-agent': SAFARI })), ...OWN_PAGE };
    const stranger = await entered(AGENCY, { 'user-agent': FIREFOX });
    const list = async () => (await app.inject({ url: '/sessions', headers })).body;
    const page = await list();
    expect(page.match(/<li>/g)).toHaveLength(2);
    expect(page).toContain('Firefox on Windows');
    expect(page).toContain('Safari on iPhone');
    expect(page.match(/The browser you are using/g)).toHaveLength(1);
    const spanish = await app.inject({ url: '/sessions?lang=es', headers });
    expect(spanish.body).toContain('Firefox en Windows');
    const [newest] = await rows();
    const end = (id: number | undefined, from: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: `/sessions/${id}/end`,
        headers: { ...from, 'content-type': 'application/x-www-form-urlencoded' },
      });
    expect((await end(newest?.id, headers)).statusCode).toBe(404);
    expect(await me(stranger.headers)).toMatchObject({ role: 'agency' });
    const ofPhone = (await rows()).find(({ token_id }, n) => n > 0 && token_id === made.id);
    expect((await end(ofPhone?.id, { ...headers, 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    const ended = await end(ofPhone?.id, headers);
    expect([ended.statusCode, ended.headers.location]).toEqual([303, '/sessions']);
    expect(await me(phone)).toMatchObject({ role: 'public', ended: true });
    expect((await list()).match(/<li>/g)).toHaveLength(1);
    const own = (await rows()).find(({ token_id }) => token_id === made.id);
    const last = await end(own?.id, headers);
    expect([last.statusCode, last.headers.location]).toEqual([303, '/']);
    expect(last.cookies).toMatchObject([{ name: 'gapmap', value: '', maxAge: 0 }]);
    expect(await me(headers)).toMatchObject({ role: 'public' });
  });

  it('writes down its last use every five minutes, not at each request', async () => {
    const { headers } = await entered(AGENCY);
    const [{ id } = { id: 0 }] = await rows();
    const usedAt = async () =>
      await database.deps.db.asOwner((tx) =>
        tx.one<{ used_at: Date; ago: number }>(
          'select used_at, extract(epoch from now() - used_at)::float8 as ago from accounts.sessions where id = $1',
          [id],
        ),
      );
    const age = (interval: string) =>
      database.deps.db.asOwner((tx) =>
        tx.run('update accounts.sessions set used_at = now() - $2::interval where id = $1', [id, interval]),
      );
    await age('4 minutes');
    const before = await usedAt();
    await me(headers);
    expect((await usedAt()).used_at).toEqual(before.used_at);
    await age('6 minutes');
    await me(headers);
    expect((await usedAt()).ago).toBeLessThan(60);
    await age('90 days');
    expect(await me(headers)).toMatchObject({ role: 'agency' });
  });
});

describe('who is asking', () => {
  it('is looked up where a route wants to know, and nowhere else', async () => {
    const { headers } = await entered(AGENCY);
    const warm = '/tiles/1/hexes/6/17/24.mvt';
    for (const url of [warm, `${warm}?audience=agency`]) await app.inject({ url, headers });
    for (const [url, transactions] of [
      [warm, []],
      ['/api/v1/survey-kit', []],
      ['/favicon.ico', []],
      ['/nowhere', []],
      ['/api/v1/places?q=clay', ['public']],
      ['/api/v1/me', ['unknown']],
      ['/api/v1/clusters?audience=agency', ['unknown', 'agency']],
      [`${warm}?audience=agency`, ['unknown']],
      ['/api/v1/collect/collections', ['unknown']],
    ] as const) {
      asked.length = 0;
      await app.inject({ url, headers });
      expect([url, asked.filter((role, n) => role !== asked[n - 1])]).toEqual([url, transactions]);
    }
  });

  it('is not looked up for what cannot be the id of a session', async () => {
    await app.inject({ url: '/api/v1/me', headers: { cookie: 'gapmap=short' } });
    expect(asked).toEqual([]);
  });
});

describe('the store of sessions', () => {
  async function signingIn() {
    const steps = Fastify();
    await steps.register(cookie);
    await keepSessions(steps, database.deps.db, sessionCookie(undefined));
    steps.post('/begin', async (request) => {
      Object.assign(request.session, { state: 'asked' });
      return {};
    });
    steps.get('/read', async (request) => ({ ...request.session, cookie: undefined }));
    return steps;
  }

  it('keeps what a sign-in needs between two requests, 30 minutes unused and 12 hours in all', async () => {
    const steps = await signingIn();
    const headers = { cookie: cookiesOf(await steps.inject({ method: 'POST', url: '/begin' })) };
    const read = async () => (await steps.inject({ url: '/read', headers })).json();
    const set = (what: string) =>
      database.deps.db.asOwner((tx) => tx.run(`update accounts.sessions set ${what} where token_id is null`));
    expect(await read()).toMatchObject({ state: 'asked' });
    await set("used_at = now() - interval '29 minutes'");
    expect(await read()).toMatchObject({ state: 'asked' });
    await set("used_at = now() - interval '31 minutes'");
    expect(await read()).not.toHaveProperty('state');
    await set('used_at = now()');
    expect(await read()).toMatchObject({ state: 'asked' });
    const { hours } = await database.deps.db.asOwner((tx) =>
      tx.one<{ hours: number }>(
        'select extract(epoch from expires_at - begun_at)::float8 / 3600 as hours from accounts.sessions where token_id is null',
      ),
    );
    expect(hours).toBe(12);
    await set("expires_at = now() - interval '1 second'");
    expect(await read()).not.toHaveProperty('state');
    expect(await me(headers)).toMatchObject({ role: 'public' });
    await steps.close();
  });

  it('forgets sessions that are over when another begins', async () => {
    await database.deps.db.asOwner((tx) =>
      tx.run("update accounts.sessions set expires_at = now() - interval '1 day'"),
    );
    await entered(AGENCY);
    expect(await rows()).toHaveLength(1);
  });
});
