/** Signing in at an issuer that tells the truth, and at one that lies in every way a client has to notice. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { COMMAND_LINE } from '../../server/features/audit/index.ts';
import { invite } from '../../server/features/people/invitations.ts';
import { testDatabase } from '../support/database.ts';
import { cookiesOf, OWN_PAGE } from '../support/enter.ts';
import { HONEST, type LyingIssuer, startLyingIssuer } from '../support/lying-issuer.ts';

const database = testDatabase();
let app: FastifyInstance;
let first: LyingIssuer;
let second: LyingIssuer;

beforeAll(async () => {
  [first, second] = await Promise.all([startLyingIssuer('gapmap'), startLyingIssuer('gapmap')]);
  const role = { state: '54', claim: 'groups' };
  const signIn = join(database.dataDir, 'sign-in.json');
  const issuer = { clientId: 'gapmap', clientSecret: 'of-the-test' };
  writeFileSync(
    signIn,
    JSON.stringify({
      issuers: [
        {
          ...issuer,
          key: 'state',
          issuer: first.address,
          label: 'State employees',
          roles: [
            { ...role, value: 'agency', role: 'sea', organization: 'Department of Education' },
            { ...role, value: 'commission', role: 'puc', organization: 'Service Commission' },
          ],
        },
        { ...issuer, key: 'other', issuer: second.address, label: 'Others', roles: [] },
      ],
    }),
  );
  app = await buildApp({ ...database.deps, config: { ...database.deps.config, signIn } });
  await app.ready();
}, 300_000);
afterAll(async () => {
  await app?.close();
  await Promise.all([first?.close(), second?.close()]);
});
beforeEach(() => {
  Object.assign(first.lies, HONEST());
  Object.assign(second.lies, HONEST());
});

let computers = 0;
const HOST = { host: 'localhost:8080' };
const get = (url: string, cookie = '') => {
  computers += 1;
  return app.inject({
    url,
    headers: { ...HOST, accept: 'text/html', ...(cookie ? { cookie } : {}) },
    remoteAddress: `127.1.${computers >> 8}.${computers & 255}`,
  });
};
const pathOf = ({ pathname, search }: URL) => `${pathname}${search}`;

async function begun(key = 'state', cookie = '') {
  const left = await get(`/sign-in/${key}`, cookie);
  expect(left.statusCode).toBe(303);
  return { location: String(left.headers.location), cookie: cookiesOf(left) || cookie };
}

async function signedIn(key = 'state', cookie = '') {
  const issuer = key === 'state' ? first : second;
  const left = await begun(key, cookie);
  const back = issuer.comeBack(left.location);
  const answer = await get(pathOf(back), left.cookie);
  return { left, back, answer, cookie: cookiesOf(answer) };
}
/** Without the style, which holds a font. */
const textOf = (page: string) => page.replace(/<style>[\s\S]*<\/style>/, '');
const me = async (cookie: string) => (await app.inject({ url: '/api/v1/me', headers: { cookie } })).json();
const acts = () =>
  database.deps.db.asOwner((tx) =>
    tx.rows<{ who: string; did: string }>('select who, did from audit.entries order by id desc limit 1'),
  );

describe('signing in at an issuer', () => {
  it('asks with PKCE, a state and a nonce, each new', async () => {
    const [one, two] = [await begun(), await begun()].map(({ location }) => new URL(location).searchParams);
    expect(one?.get('code_challenge_method')).toBe('S256');
    expect(one?.get('redirect_uri')).toBe('http://localhost:8080/sign-in/state/callback');
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)?.length).toBeGreaterThanOrEqual(43);
      expect(one?.get(name)).not.toBe(two?.get(name));
    }
  });

  it('gives the role that the claims give, under a new session, and writes it down', async () => {
    const { left, answer, cookie } = await signedIn();
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/?audience=agency']);
    expect(cookie).not.toBe(left.cookie);
    expect(await me(cookie)).toMatchObject({
      role: 'agency',
      audiences: ['agency', 'public'],
      person: { name: 'Olive Test', organization: 'Department of Education', role: 'sea' },
    });
    expect(await me(left.cookie)).toMatchObject({ role: 'public', ended: true });
    expect(await acts()).toEqual([{ who: 'Olive Test', did: 'people.signed-in' }]);
  });

  it('ends a role that the claims no longer give, and its session with it', async () => {
    const before = await signedIn();
    first.lies.claims = { groups: ['commission'] };
    const { cookie } = await signedIn();
    expect(await me(cookie)).toMatchObject({ role: 'puc', audiences: ['agency', 'public'] });
    expect(await me(before.cookie)).toMatchObject({ role: 'public', ended: true });
    first.lies.claims = { groups: 'agency' };
    expect(await me((await signedIn()).cookie)).toMatchObject({ role: 'agency' });
  });

  it('is refused to whoever has no role, and makes no person of them', async () => {
    first.lies.claims = { sub: 'stranger', groups: ['cooks'] };
    const { answer, cookie } = await signedIn();
    expect(answer.statusCode).toBe(403);
    expect(textOf(answer.body)).toContain('nobody has given you a role');
    expect(await me(cookie)).toMatchObject({ role: 'public' });
    const { found } = await database.deps.db.asOwner((tx) =>
      tx.one<{ found: boolean }>("select exists (select from accounts.identities where subject = 'stranger') as found"),
    );
    expect(found).toBe(false);
  });

  it('ends unused after half an hour, and after half a day whatever is done', async () => {
    const { cookie } = await signedIn();
    const age = (text: string) => database.deps.db.asOwner((tx) => tx.run(text));
    await age("update accounts.sessions set used_at = now() - interval '29 minutes' where person_id is not null");
    expect(await me(cookie)).toMatchObject({ role: 'agency' });
    await age("update accounts.sessions set used_at = now() - interval '31 minutes' where person_id is not null");
    expect(await me(cookie)).toMatchObject({ role: 'public', ended: true });
    const again = await signedIn();
    const { hours } = await database.deps.db.asOwner((tx) =>
      tx.one<{ hours: number }>(
        'select extract(epoch from expires_at - begun_at)::float8 / 3600 as hours from accounts.sessions order by id desc limit 1',
      ),
    );
    expect(hours).toBeCloseTo(12, 3);
    await age("update accounts.sessions set expires_at = now() - interval '1 second' where person_id is not null");
    expect(await me(again.cookie)).toMatchObject({ role: 'public', ended: true });
  });
});

describe('an answer that is not as it should be', () => {
  const LIES: Record<string, () => void> = {
    'a token of another issuer': () => Object.assign(first.lies.claims, { iss: 'https://elsewhere.example' }),
    'an answer in the name of another issuer': () => Object.assign(first.lies.back, { iss: second.address }),
    'a token for another client': () => Object.assign(first.lies.claims, { aud: 'another' }),
    'a token with another nonce': () => Object.assign(first.lies.claims, { nonce: 'another' }),
    'a token without a nonce': () => Object.assign(first.lies.claims, { nonce: undefined }),
    'a state of another sign-in': () => Object.assign(first.lies.back, { state: 'another' }),
    'a key that the issuer no longer publishes': () => Object.assign(first.lies, { unpublishedKey: true }),
    'a clock two minutes ahead': () =>
      Object.assign(first.lies, { ahead: 120, claims: { nbf: Math.floor(Date.now() / 1000) + 120 } }),
    'a token that has expired': () => Object.assign(first.lies, { ahead: -600 }),
    'a refusal by the issuer': () => Object.assign(first.lies.back, { error: 'access_denied' }),
  };

  it.each(Object.keys(LIES))('signs nobody in: %s', async (lie) => {
    LIES[lie]?.();
    const { answer, cookie } = await signedIn();
    expect(answer.statusCode).toBe(403);
    expect(textOf(answer.body)).toContain('did not confirm who you are');
    expect(await me(cookie)).toMatchObject({ role: 'public' });
  });

  it('is taken within a minute of difference between the clocks', async () => {
    Object.assign(first.lies, { ahead: 45, claims: { nbf: Math.floor(Date.now() / 1000) + 45 } });
    expect((await signedIn()).answer.statusCode).toBe(303);
    Object.assign(first.lies, { ahead: -330, claims: {} });
    expect((await signedIn()).answer.statusCode).toBe(303);
  });

  it('cannot be sent twice, nor by another browser, nor to another issuer’s address', async () => {
    const { left, back, cookie } = await signedIn();
    for (const shown of ['', left.cookie, cookie]) {
      const replayed = await get(pathOf(back), shown);
      expect([replayed.statusCode, replayed.headers.location]).toEqual([400, undefined]);
    }
    expect(await me(cookie)).toMatchObject({ role: 'agency' });
    const mine = await begun();
    const moved = first.comeBack(mine.location);
    moved.pathname = '/sign-in/other/callback';
    expect((await get(pathOf(moved), mine.cookie)).statusCode).toBe(400);
  });

  it('says that the issuer does not answer', async () => {
    const gone = await startLyingIssuer('gapmap');
    const signIn = join(database.dataDir, 'gone.json');
    const issuer = {
      key: 'gone',
      issuer: gone.address,
      clientId: 'gapmap',
      clientSecret: 'x',
      label: 'Gone',
      roles: [],
    };
    writeFileSync(signIn, JSON.stringify({ issuers: [issuer] }));
    await gone.close();
    const own = await buildApp({ ...database.deps, config: { ...database.deps.config, signIn } });
    expect((await own.inject({ url: '/sign-in/gone', headers: HOST })).statusCode).toBe(503);
    await own.close();
  });
});

describe('an invitation', () => {
  const wish = {
    stateFips: '54',
    leaId: undefined,
    providerId: undefined,
    organization: 'A company',
    label: 'ann@example.org',
  };
  const make = () =>
    database.deps.db.asOwner((tx) =>
      invite(tx, { ...wish, role: 'provider', providerId: 130_001 }, COMMAND_LINE('54')),
    );
  const press = async (link: string) => {
    computers += 1;
    const remoteAddress = `127.2.${computers >> 8}.${computers & 255}`;
    const form = { ...HOST, ...OWN_PAGE, 'content-type': 'application/x-www-form-urlencoded' };
    return app.inject({ method: 'POST', url: link, headers: form, remoteAddress });
  };

  it('is taken up by signing in at any issuer, once', async () => {
    const { link } = await make();
    const page = await get(link);
    expect(page.body).toContain('provider, for A company');
    expect(page.body).not.toContain(link.slice(8));
    expect(page.headers['set-cookie']).toBeUndefined();
    const pressed = await press(link);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, '/sign-in']);
    const waiting = cookiesOf(pressed);
    expect((await get('/sign-in', waiting)).body).toContain('You have an invitation: provider, for A company.');
    second.lies.claims = { sub: 'ann', name: 'Ann Example' };
    const { answer, cookie } = await signedIn('other', waiting);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/?audience=provider']);
    expect(await me(cookie)).toMatchObject({ role: 'provider', providerId: 130_001, person: { name: 'Ann Example' } });
    expect((await get(link)).statusCode).toBe(410);
    expect((await press(link)).statusCode).toBe(410);
    expect(await me((await signedIn('other')).cookie)).toMatchObject({ role: 'provider' });
  });

  it('is not taken up by two who began before either was done', async () => {
    const { link } = await make();
    const [one, two] = [await press(link), await press(link)];
    second.lies.claims = { sub: 'bob' };
    expect((await signedIn('other', cookiesOf(one))).answer.statusCode).toBe(303);
    second.lies.claims = { sub: 'eve' };
    expect((await signedIn('other', cookiesOf(two))).answer.statusCode).toBe(410);
  });

  it('is over when it has expired', async () => {
    const { link, id } = await make();
    await database.deps.db.asOwner((tx) =>
      tx.run('update accounts.invitations set expires_at = now() where id = $1', [id]),
    );
    expect((await get(link)).statusCode).toBe(410);
    expect((await press(link)).statusCode).toBe(410);
  });
});

describe('signing out', () => {
  it('ends the session, writes it down, and offers to sign out at the issuer', async () => {
    const { cookie } = await signedIn();
    const headers = { ...HOST, ...OWN_PAGE, cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const foreign = await app.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { ...headers, 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.statusCode).toBe(403);
    const out = await app.inject({ method: 'POST', url: '/sign-out', headers });
    expect([out.statusCode, out.headers.location]).toEqual([303, '/signed-out/state']);
    expect(await me(cookie)).toMatchObject({ role: 'public' });
    expect(await acts()).toEqual([{ who: 'Olive Test', did: 'people.signed-out' }]);
  });
});

describe('without a setting', () => {
  it('nobody signs in, and links open as before', async () => {
    const plain = await buildApp(database.deps);
    expect((await plain.inject({ url: '/sign-in/state', headers: HOST })).statusCode).toBe(404);
    expect(
      (await plain.inject({ method: 'POST', url: '/sign-in/demo/1', headers: { ...HOST, ...OWN_PAGE } })).statusCode,
    ).toBe(404);
    expect((await plain.inject('/api/v1/me')).json()).toEqual({ role: 'public', audiences: ['public'] });
    await plain.close();
  });
});
