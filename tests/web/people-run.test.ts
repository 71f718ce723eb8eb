/**
 * People and their rooms from the first sign-in to the log: by clicks and keys, each person in a browser of their own, against real issuers.
 * Nothing is asked of the API but who somebody is.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, openBrowser, openPage, PHONE, picture } from '../support/browser.ts';
import { startIssuer, type TestIssuer } from '../support/oidc.ts';
import { type Product, startProduct } from '../support/product.ts';

const CLIENT = { clientId: 'gapmap', clientSecret: 'of-the-test-of-the-test' };

/** Two of the demo's companies. */
const LARKSPUR = { id: '540101', name: 'Larkspur Cable Holdings, LLC' };
const SKYLARK = { id: '540130', name: 'Skylark Mobile' };

let folder: string;
let product: Product;
let issuers: readonly TestIssuer[] = [];
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gapmap-people-'));
  const port = await freePort();
  const client = { ...CLIENT, product: `http://127.0.0.1:${port}` };
  const groups = { ada: ['admins'], sam: ['education'], pat: ['commission'] };
  const [state, companies] = await Promise.all([
    startIssuer({ ...client, name: 'state', key: 'state', groups }),
    startIssuer({ ...client, name: 'companies', key: 'companies', groups: {} }),
  ]);
  issuers = [state, companies];
  const given = { claim: 'groups', state: '54' };
  const settings = join(folder, 'sign-in.json');
  writeFileSync(
    settings,
    JSON.stringify({
      issuers: [
        {
          ...CLIENT,
          key: 'state',
          issuer: state.address,
          label: 'State employees',
          roles: [
            { ...given, value: 'admins', role: 'admin', organization: 'Office of Technology' },
            { ...given, value: 'education', role: 'sea', organization: 'Department of Education' },
            { ...given, value: 'commission', role: 'puc', organization: 'Service Commission' },
          ],
        },
        { ...CLIENT, key: 'companies', issuer: companies.address, label: 'Companies', roles: [] },
      ],
    }),
  );
  [product, browser] = await Promise.all([
    startProduct(20_000, { PORT: String(port), GAPMAP_SIGN_IN: settings }),
    openBrowser(),
  ]);
}, 900_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await Promise.all(issuers.map((issuer) => issuer.close()));
  if (folder) rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const someone = async (options: BrowserContextOptions = DESK) =>
  (await openPage(browser, `${product.url}/sign-in`, options)).page;
const me = async (page: Page) => (await page.request.get(`${product.url}/api/v1/me`)).json();

/** Does what the page for a busy database says, which on a busy machine comes now and then. */
async function untilAnswered(page: Page, wanted: Locator): Promise<void> {
  const busy = page.getByText('Load the page once more');
  for (let times = 0; times < 8; times++) {
    await wanted.or(busy).first().waitFor();
    if (!(await busy.isVisible())) return;
    await page.waitForTimeout(5_000);
    await page.reload();
  }
}

async function signIn(page: Page, label: string, login: string): Promise<void> {
  const issuer = page.getByRole('link', { name: `Sign in: ${label}` });
  await untilAnswered(page, issuer);
  await issuer.click();
  const name = page.locator('input[name=login]');
  await untilAnswered(page, name);
  await name.fill(login);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').press('Enter');
  await page.getByRole('button', { name: 'Continue' }).press('Enter');
  // The way back from the issuer is not the end of it; the map it ends on need not be drawn.
  await page.waitForURL(({ href, pathname }) => href.startsWith(product.url) && !pathname.startsWith('/sign-in'), {
    waitUntil: 'commit',
  });
}

async function invitation(
  admin: Page,
  { whom, organization, role, providerId }: { whom: string; organization: string; role: string; providerId?: string },
): Promise<string> {
  await admin.goto(`${product.url}/people`);
  await admin.getByLabel('Whom it is for').fill(whom);
  await admin.getByLabel('Organization').fill(organization);
  await admin.getByRole('combobox', { name: 'Role' }).selectOption(role);
  if (providerId) await admin.getByLabel('FCC provider id').fill(providerId);
  await admin.getByRole('button', { name: 'Make the invitation' }).press('Enter');
  return admin.getByLabel('Link').inputValue();
}

async function takeUp(link: string, login: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const page = await someone(options);
  await page.goto(link);
  const goOn = page.getByRole('button', { name: 'Go on to signing in' });
  await untilAnswered(page, goOn);
  await goOn.press('Enter');
  await signIn(page, 'Companies', login);
  return page;
}

/** By the row of pages of one's role. */
async function goTo(page: Page, room: string): Promise<void> {
  const folded = page.locator('summary', { hasText: 'Pages of your role' });
  const row = page.getByRole('navigation', { name: 'Pages of your role' });
  await folded.or(row).first().waitFor();
  if (await folded.isVisible()) await folded.press('Enter');
  await row.getByRole('link', { name: room }).press('Enter');
}

async function downloaded(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().press('Enter'),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

/** Of the first provider in the list about which families say otherwise. */
async function evidenceOfAny(puc: Page): Promise<string> {
  const links = puc.locator('table').first().locator('tbody tr a');
  await links.first().waitFor();
  const names = await links.allTextContents();
  for (const name of names) {
    await puc.getByRole('link', { name, exact: true }).first().press('Enter');
    await puc.getByRole('heading', { name: 'Evidence for a challenge' }).waitFor();
    if ((await puc.getByRole('link', { name: 'Evidence (CSV)' }).count()) > 0) return downloaded(puc, 'Evidence (CSV)');
    await puc.getByRole('link', { name: 'All providers' }).press('Enter');
    await puc.getByRole('heading', { level: 1, name: 'Workbench' }).waitFor();
    await links.first().waitFor();
  }
  throw new Error(`no family says otherwise about any of ${names.join(', ')}`);
}

/** Next year's plant around the middle of the state. */
const RING = [
  [-81.6, 38.0],
  [-80.2, 38.0],
  [-80.2, 39.4],
  [-81.6, 39.4],
  [-81.6, 38.0],
];
const PLAN = {
  name: 'next-year.geojson',
  mimeType: 'application/geo+json',
  buffer: Buffer.from(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: { technology: 50, maxdown: 1000, maxup: 500 },
          geometry: { type: 'Polygon', coordinates: [RING] },
        },
      ],
    }),
  ),
};

test('an administrator, staff, the commission, two providers and a viewer do their work', {
  timeout: 900_000,
}, async ({ onTestFailed }) => {
  onTestFailed(async () => {
    for (const [at, context] of browser.contexts().entries())
      for (const page of context.pages()) await picture(page, `people failed ${at}`);
  });
  const admin = await someone();
  await signIn(admin, 'State employees', 'ada');
  const invited = {
    larkspur: await invitation(admin, {
      whom: 'lee@example.org',
      organization: LARKSPUR.name,
      role: 'provider',
      providerId: LARKSPUR.id,
    }),
    skylark: await invitation(admin, {
      whom: 'kim@example.org',
      organization: SKYLARK.name,
      role: 'provider',
      providerId: SKYLARK.id,
    }),
    senate: await invitation(admin, { whom: 'jo@example.org', organization: 'Senate', role: 'viewer' }),
  };
  const [sea, puc, lee, kim, jo] = [
    await someone(),
    await someone(),
    await takeUp(invited.larkspur, 'lee'),
    await takeUp(invited.skylark, 'kim'),
    await takeUp(invited.senate, 'jo', PHONE),
  ];
  await signIn(sea, 'State employees', 'sam');
  await signIn(puc, 'State employees', 'pat');
  expect(await Promise.all([admin, sea, puc, lee, kim, jo].map(async (page) => (await me(page)).person.role))).toEqual([
    'admin',
    'sea',
    'puc',
    'provider',
    'provider',
    'viewer',
  ]);
  expect(await jo.getByRole('navigation', { name: 'Pages of your role' }).count()).toBe(0);

  await goTo(lee, 'Your room');
  await lee.locator('.room-demand[data-ready]').waitFor();
  await expect.poll(() => lee.locator('h1').textContent()).toBe(LARKSPUR.name);
  await expect.poll(() => lee.locator('#served tbody tr').count()).toBeGreaterThan(0);
  await lee.getByLabel('Within', { exact: true }).selectOption('60');
  await lee.waitForURL(/miles=60/);
  await lee.locator('.room-demand[data-ready]').waitFor();
  const near = lee.locator('#near tbody tr');
  await expect.poll(() => near.count()).toBeGreaterThanOrEqual(10);
  const plans = lee.locator('section[aria-labelledby="plans"]');
  await plans.getByLabel('What you call it').fill('Next year');
  await plans.getByLabel('Coverage file').setInputFiles(PLAN);
  await plans.getByRole('button', { name: 'Load it' }).press('Enter');
  await lee.locator('#near thead').getByText('Inside “Next year”').waitFor();
  await picture(lee, 'people provider');

  await goTo(kim, 'Your room');
  await kim.locator('.room-demand[data-ready]').waitFor();
  await expect.poll(() => kim.locator('h1').textContent()).toBe(SKYLARK.name);
  expect(await kim.getByText('Next year').count()).toBe(0);

  const correction = lee.locator('section[aria-labelledby="corrections"]');
  await correction.getByLabel(/Coverage file/).setInputFiles(PLAN);
  await correction.getByLabel('What is wrong, in a sentence').fill('We built this in May.');
  await correction.getByRole('button', { name: 'Send the correction' }).press('Enter');
  await correction.locator('li[data-decision="waiting"]').waitFor();
  await goTo(sea, 'Corrections');
  const waiting = sea.locator('.room-correction[data-decision="waiting"]');
  await waiting.getByText('We built this in May.').waitFor();
  await waiting.getByLabel(/Your reason/).fill('Matches the permit.');
  await waiting.getByRole('button', { name: 'Accept' }).press('Enter');
  await waiting.getByRole('button', { name: 'Yes, accept it' }).press('Enter');
  await sea.locator('.room-correction[data-decision="accepted"]').waitFor();
  await lee.reload();
  await lee.locator('li[data-decision="accepted"]').getByText('Matches the permit.').waitFor();
  await kim.reload();
  await kim.locator('.room-demand[data-ready]').waitFor();
  expect(await kim.getByText('Matches the permit.').count()).toBe(0);

  await goTo(puc, 'Workbench');
  const most = puc.locator('table').first().locator('tbody tr').first();
  const disagreed = (await most.locator('th').textContent())?.trim() ?? '';
  await most.getByRole('link').press('Enter');
  await puc.locator('[data-claims=drawn]').waitFor();
  await expect.poll(() => puc.locator('h1').textContent()).toContain(disagreed);
  const hexagons = await downloaded(puc, 'Hexagons (CSV)');
  expect(hexagons.split('\n').length).toBeGreaterThan(100);
  await picture(puc, 'people commission');
  await puc.getByRole('link', { name: 'All providers' }).press('Enter');
  await puc.getByLabel('At a speed of').selectOption('25_3');
  await puc.waitForURL(/25_3/);
  const evidence = await evidenceOfAny(puc);
  expect(evidence.split('\n').length).toBeGreaterThan(2);

  await goTo(sea, 'What it would cost');
  await sea.locator('.cost-row').first().waitFor();
  for (let at = 0; at < 5; at++) {
    await sea.locator('.cost-list input').nth(at).focus();
    await sea.keyboard.press('Space');
  }
  await sea.locator('.cost-chosen', { hasText: '5' }).waitFor();
  await sea.getByLabel('Budget, in US dollars').fill('400000');
  await sea.locator('.cost-plans').waitFor();
  await expect.poll(() => sea.locator('.cost-plan').first().locator('tbody tr').count()).toBeGreaterThan(0);
  await sea.getByLabel('Name of the scenario').fill('Five first');
  await sea.keyboard.press('Enter');
  await sea.getByText('Scenario: Five first').waitFor();
  await picture(sea, 'people cost');

  await admin.goto(`${product.url}/people/log`);
  for (const act of ['filed a correction', 'accepted a correction'])
    await admin.getByRole('cell', { name: act }).first().waitFor();
  await picture(admin, 'people log');
});
