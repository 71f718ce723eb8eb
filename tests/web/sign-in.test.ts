/** People sign in at two real issuers and by a passkey, in a real browser against the real server, and an administrator invites. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import { COMMAND_LINE } from '../../server/features/audit/index.ts';
import { makeDemoPersons } from '../../server/features/people/index.ts';
import { invite } from '../../server/features/people/invitations.ts';
import { listen, type RunningServer } from '../../server/serve.ts';
import { DESK, openBrowser, PHONE, picture, violationsOn, WCAG_21_AA } from '../support/browser.ts';
import { startIssuer, type TestIssuer } from '../support/oidc.ts';
import { writeTileRelease } from '../support/tile-release.ts';

const MANY = 10_000;

let dataDir: string;
let deps: Deps;
let server: RunningServer;
let state: TestIssuer;
let company: TestIssuer;
let browser: Browser;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'gapmap-sign-in-'));
  const port = await freePort();
  const product = `http://127.0.0.1:${port}`;
  const client = { clientId: 'gapmap', clientSecret: 'of-the-test-of-the-test', product };
  const groups = { admin: ['gapmap-admins'], sam: ['education'], pat: ['commission'] };
  state = await startIssuer({ ...client, name: 'state', key: 'state', groups });
  company = await startIssuer({ ...client, name: 'company', key: 'company', groups: {} });
  const given = { claim: 'groups', state: '54' };
  const signIn = join(dataDir, 'sign-in.json');
  const issuer = { clientId: client.clientId, clientSecret: client.clientSecret };
  const roles = [
    { ...given, value: 'gapmap-admins', role: 'admin', organization: 'Office of Technology' },
    { ...given, value: 'education', role: 'sea', organization: 'Department of Education' },
    { ...given, value: 'commission', role: 'puc', organization: 'Service Commission' },
  ];
  writeFileSync(
    signIn,
    JSON.stringify({
      issuers: [
        { ...issuer, key: 'state', issuer: state.address, label: 'State employees', roles },
        { ...issuer, key: 'company', issuer: company.address, label: 'Companies', roles: [] },
      ],
    }),
  );
  const env = { PORT: String(port), GAPMAP_DATA_DIR: dataDir, LOG_LEVEL: 'silent', GAPMAP_SIGN_IN: signIn };
  deps = await openDeps(readConfig(env));
  await writeTileRelease(deps.db, 'autumn');
  const demo = {
    role: 'viewer',
    stateFips: '54',
    organization: 'Senate',
    leaId: undefined,
    providerId: undefined,
  } as const;
  await makeDemoPersons(deps, [{ ...demo, name: 'Senator June Hart' }]);
  const rates = { api: MANY, tiles: MANY, files: MANY, seldom: MANY, enter: MANY };
  server = await listen({ ...deps, rates, demoPersons: true });
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await deps?.[Symbol.asyncDispose]();
  await Promise.all([state?.close(), company?.close()]);
  if (dataDir) rmSync(dataDir, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function fresh(options = DESK as typeof DESK | typeof PHONE): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { context, page };
}

/** At the issuer's own pages. */
async function passIssuer(page: Page, login: string): Promise<void> {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function signIn(page: Page, label: string, login: string): Promise<void> {
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole('link', { name: `Sign in: ${label}` }).click();
  await passIssuer(page, login);
  await page.waitForURL(`${server.url}/**`);
}
const me = async (page: Page) => (await page.request.get(`${server.url}/api/v1/me`)).json();
const faultsOf = (page: Page) => violationsOn(page, [...WCAG_21_AA, 'wcag22aa']);

describe('people at two issuers', () => {
  test.each([
    ['sam', 'agency', 'sea'],
    ['pat', 'puc', 'puc'],
  ])('%s of the state signs in as %s', async (login, role, personRole) => {
    const { context, page } = await fresh();
    await signIn(page, 'State employees', login);
    expect(new URL(page.url()).searchParams.get('audience')).toBe('agency');
    expect(await me(page)).toMatchObject({ role, person: { name: `${login} of state`, role: personRole } });
    const [cookie, ...others] = (await context.cookies()).filter(({ name }) => name.startsWith('gapmap'));
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', expires: -1 });
    await context.close();
  });

  test('a code cannot be used twice, nor the way back without having left', async () => {
    const { context, page } = await fresh();
    const backs: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/callback?')) backs.push(request.url());
    });
    await signIn(page, 'State employees', 'sam');
    expect(backs.length).toBe(1);
    const replayed = await page.goto(backs[0] ?? '');
    expect(replayed?.status()).toBe(400);
    await page.getByRole('heading', { name: 'Nobody has been signed in' }).waitFor();
    expect(await me(page)).toMatchObject({ role: 'agency' });
    const other = await fresh();
    expect((await other.page.goto(backs[0] ?? ''))?.status()).toBe(400);
    expect(await me(other.page)).toMatchObject({ role: 'public' });
    await context.close();
    await other.context.close();
  });

  test('the same login at another issuer is another person, who has no role', async () => {
    const { context, page } = await fresh();
    await signIn(page, 'Companies', 'admin');
    await page.getByText('nobody has given you a role here').waitFor();
    expect(await me(page)).toMatchObject({ role: 'public' });
    await context.close();
  });

  test('an administrator invites a provider, who takes it up at the other issuer, signs out there too, and is gone', async () => {
    const admin = await fresh();
    await signIn(admin.page, 'State employees', 'admin');
    await admin.page.getByRole('heading', { name: 'People', exact: true }).waitFor();
    await admin.page.getByLabel('Whom it is for').fill('ann@example.org');
    await admin.page.getByLabel('Organization').fill('Ridge Fiber');
    await admin.page.getByRole('combobox', { name: 'Role' }).selectOption('provider');
    await admin.page.getByLabel('FCC provider id').fill('130001');
    expect(await faultsOf(admin.page)).toEqual([]);
    await picture(admin.page, 'people');
    await admin.page.getByRole('button', { name: 'Make the invitation' }).click();
    const link = await admin.page.getByLabel('Link').inputValue();

    const ann = await fresh(PHONE);
    await ann.page.goto(link);
    expect(await faultsOf(ann.page)).toEqual([]);
    await ann.page.getByRole('button', { name: 'Go on to signing in' }).click();
    await ann.page.getByText('You have an invitation: provider, for Ridge Fiber.').waitFor();
    expect(await faultsOf(ann.page)).toEqual([]);
    await picture(ann.page, 'sign-in-invited-phone');
    await ann.page.getByRole('link', { name: 'Sign in: Companies' }).click();
    await passIssuer(ann.page, 'ann');
    await ann.page.waitForURL(`${server.url}/**`);
    expect(await me(ann.page)).toMatchObject({
      role: 'provider',
      providerId: 130_001,
      person: { name: 'ann of company' },
    });

    await admin.page.goto(`${server.url}/people`);
    await admin.page.getByRole('cell', { name: 'Ridge Fiber' }).first().waitFor();
    await admin.page.goto(`${server.url}/people/log?lang=es`);
    await admin.page.getByRole('cell', { name: 'asumió una función' }).waitFor();
    expect(await faultsOf(admin.page)).toEqual([]);
    await picture(admin.page, 'log-es');

    await ann.page.goto(`${server.url}/sign-in`);
    await ann.page.getByRole('button', { name: 'Sign out' }).click();
    await ann.page.getByRole('heading', { name: 'You are signed out' }).waitFor();
    expect(await me(ann.page)).toMatchObject({ role: 'public' });
    await ann.page.getByRole('link', { name: 'Sign out of Companies' }).click();
    await ann.page.getByRole('button').first().click();
    await ann.page.waitForURL(`${server.url}/signed-out**`);
    await signIn(ann.page, 'Companies', 'ann');
    expect(await me(ann.page)).toMatchObject({ role: 'provider' });

    await admin.page.goto(`${server.url}/people`);
    await admin.page.getByRole('button', { name: /End: ann of company, provider/ }).click();
    await admin.page.getByRole('heading', { name: 'People', exact: true }).waitFor();
    expect(await me(ann.page)).toMatchObject({ role: 'public', ended: true });
    await admin.context.close();
    await ann.context.close();
  });
});

describe('a passkey', () => {
  test('is made with an invitation, once, and signs the same person in again', async () => {
    const { context, page } = await fresh();
    const atLocalhost = server.url.replace('127.0.0.1', 'localhost');
    const devices = await context.newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    const { link } = await deps.db.asOwner((tx) =>
      invite(
        tx,
        {
          role: 'provider',
          stateFips: '54',
          organization: 'Small Wireless',
          leaId: undefined,
          providerId: 130_002,
          label: 'Joe of Small Wireless',
        },
        COMMAND_LINE('54'),
      ),
    );
    await page.goto(`${atLocalhost}${link}`);
    await page.getByRole('button', { name: 'Go on to signing in' }).click();
    await page.getByRole('link', { name: 'Make a passkey on this device' }).click();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'passkey');
    await page.getByRole('button', { name: 'Make a passkey' }).click();
    await page.waitForURL(/audience=provider/);
    const whoIs = async () => (await page.request.get(`${atLocalhost}/api/v1/me`)).json();
    const joe = {
      role: 'provider',
      providerId: 130_002,
      person: { name: 'Joe of Small Wireless', organization: 'Small Wireless' },
    };
    expect(await whoIs()).toMatchObject(joe);

    await context.clearCookies();
    expect(await whoIs()).toMatchObject({ role: 'public' });
    await page.route('**/sign-in/passkey.js', (route) => route.abort());
    await page.goto(`${atLocalhost}/sign-in/passkey`);
    await page.getByText('If it stays gray, turn scripts on and load the page again.').waitFor();
    await picture(page, 'passkey without its script');
    await page.unroute('**/sign-in/passkey.js');
    await page.route('**/sign-in/passkey.js', async (route) => {
      await new Promise((done) => setTimeout(done, 1_000));
      await route.continue();
    });
    await page.goto(`${atLocalhost}/sign-in`);
    await page.getByRole('link', { name: 'Sign in with a passkey' }).click();
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.url().endsWith('/sign-in/passkey') && request.method() === 'POST'),
      page.getByRole('button', { name: 'Use my passkey' }).click(),
    ]);
    expect(await page.getByText('If it stays gray').count()).toBe(0);
    await page.waitForURL(/audience=provider/);
    expect(await whoIs()).toMatchObject(joe);
    const replayed = await page.request.post(`${atLocalhost}/sign-in/passkey`, {
      data: JSON.parse(sent.postData() ?? '{}'),
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(replayed.status()).toBe(400);

    await context.clearCookies();
    await devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.goto(`${atLocalhost}/sign-in/passkey`);
    await page.getByRole('button', { name: 'Use my passkey' }).click();
    await page.getByText('This device gave no passkey.').waitFor();
    expect(await whoIs()).toMatchObject({ role: 'public' });
    await context.close();
  });
});

describe('a demo person', () => {
  test('is chosen with one click, by keys too', async () => {
    const { context, page } = await fresh();
    await page.goto(`${server.url}/sign-in`);
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'sign-in');
    const button = page.getByRole('button', { name: 'Senator June Hart, Senate' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${server.url}/`);
    expect(await me(page)).toMatchObject({ role: 'viewer', audiences: ['public'] });
    await context.close();
  });
});
