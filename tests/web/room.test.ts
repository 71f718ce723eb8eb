/** A provider's room and the agency's page of corrections, by clicks and keys in separate browsers. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

/** Enters by a link, and opens a page of its own. */
async function enter(role: 'provider' | 'agency', path: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, 'about:blank', options);
  await openLink(opened.page, product.links[role]);
  await opened.page.goto(`${product.url}${path}`);
  return opened;
}

async function room(query = '', options: BrowserContextOptions = DESK) {
  const opened = await enter('provider', `/room${query}`, options);
  await opened.page.locator('.room-demand[data-ready]').waitFor();
  return opened;
}

/** Around the middle of West Virginia. */
const AREA = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { technology: 50, maxdown: 1000, maxup: 500 },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-81.6, 38.0],
            [-80.2, 38.0],
            [-80.2, 39.4],
            [-81.6, 39.4],
            [-81.6, 38.0],
          ],
        ],
      },
    },
  ],
};
const FILE = { name: 'next-year.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(AREA)) };

describe('the provider’s room', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', '', DESK],
    ['on a phone', '', PHONE],
    ['at 400 %', '', MAGNIFIED],
    ['in Spanish on a phone', '?lang=es', PHONE],
  ];
  test.each(views)(
    'breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s',
    async (name, query, options) => {
      const { page, faults } = await room(query, options);
      expect(await violationsOn(page)).toEqual([]);
      expect(faults).toEqual([]);
      expect(await overhangOn(page)).toBe(0);
      await picture(page, `room ${name}`);
      await page.context().close();
    },
  );

  test('takes every word from a message', async () => {
    const { page } = await room('?lang=qps');
    const outside = await unsaidOn(page);
    expect(outside).toEqual([]);
    await page.context().close();
  });

  test('opens on the provider’s own name, and says to others whose link it needs', async () => {
    const { page } = await room();
    const named = await page.locator('h1').textContent();
    const { provider } = (await (await page.request.get(`${product.url}/api/v1/room`)).json()) as {
      provider: { name: string };
    };
    expect(named).toBe(provider.name);
    await expect.poll(() => page.locator('#served tbody tr').count()).toBeGreaterThan(0);
    await page.context().close();
    const stranger = await openPage(browser, `${product.url}/room`);
    await stranger.page.getByText('This room opens by a provider’s link').waitFor();
    expect(await violationsOn(stranger.page)).toEqual([]);
    await stranger.page.context().close();
  });

  test('lists what is near, by choices that its address carries, by keys', async () => {
    const { page } = await room('?miles=60');
    const rows = page.locator('#near tbody tr');
    const all = await rows.count();
    expect(all).toBeGreaterThan(2);
    await page.getByLabel('Within', { exact: true }).focus();
    await page.getByLabel('Within', { exact: true }).selectOption('2');
    await page.waitForURL(/miles=2/);
    await page.locator('.room-demand[data-ready]').waitFor();
    expect(await rows.count()).toBeLessThanOrEqual(all);
    await page.getByLabel('Within', { exact: true }).selectOption('60');
    await page.locator('#near').getByRole('button', { name: 'Students, estimated' }).press('Enter');
    await page.waitForURL(/sort=students/);
    await page.reload();
    await page.locator('.room-demand[data-ready]').waitFor();
    await expect.poll(() => page.locator('#near th[aria-sort]').textContent()).toContain('Students, estimated');
    await page.context().close();
  });

  test('loads a plan that the list then lays over each cluster as an estimate, and deletes it', async () => {
    const { page, faults } = await room('?miles=60&sort=students');
    const plans = page.locator('section[aria-labelledby="plans"]');
    await plans.getByLabel('What you call it').fill('Next year');
    await plans.getByLabel('Coverage file').setInputFiles(FILE);
    await plans.getByRole('button', { name: 'Load it' }).press('Enter');
    await page.locator('#near thead').getByText('Inside “Next year”').waitFor();
    const inside = /^(about [\d,]+|fewer than 10) \(\d+ % of locations\)$/;
    await page.locator('#near tbody tr td:nth-last-child(2)').filter({ hasText: inside }).first().waitFor();
    await picture(page, 'room plan');
    await plans.getByRole('button', { name: 'Delete Next year' }).click();
    await plans.getByRole('button', { name: 'No, keep it' }).press('Enter');
    await plans.getByRole('button', { name: 'Delete Next year' }).press('Enter');
    await plans.getByRole('button', { name: 'Yes, delete it' }).press('Enter');
    await page.locator('#near thead').getByText('Inside “Next year”').waitFor({ state: 'detached' });
    await plans.getByLabel('What you call it').fill('Wrong');
    await plans.getByLabel('Coverage file').setInputFiles({ ...FILE, buffer: Buffer.from('no map') });
    await plans.getByRole('button', { name: 'Load it' }).click();
    await plans.getByRole('alert').waitFor();
    expect(faults.filter((fault) => !/status of 4/.test(fault))).toEqual([]);
    await page.context().close();
  });

  test('adds an address to write to, says of a bad one what is wrong, and stops, by keys', async () => {
    const { page, faults } = await room('?miles=20');
    const mailing = page.locator('section[aria-labelledby="mailing"]');
    await mailing.getByText('Nobody is written to.').waitFor();
    await mailing.getByLabel('E-mail address').fill('pat@provider.example');
    expect(await mailing.getByLabel('New clusters within').inputValue()).toBe('20');
    await mailing.getByLabel('Write in').selectOption('es');
    await mailing.getByRole('button', { name: 'Write to this address' }).press('Enter');
    await mailing.getByText(/within 20 miles, in Spanish, since/).waitFor();
    await mailing.getByLabel('E-mail address').fill('pat@provider.example');
    await mailing.getByRole('button', { name: 'Write to this address' }).press('Enter');
    await mailing
      .getByRole('alert')
      .getByText(/written to already/)
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'room mailing');
    await mailing.getByRole('button', { name: 'Stop writing to pat@provider.example' }).press('Enter');
    await mailing.getByText('Nobody is written to.').waitFor();
    expect(faults.filter((fault) => !/status of 4/.test(fault))).toEqual([]);
    await page.context().close();
  });

  test('sends a correction, which the agency accepts with a reason in a browser of its own, and the room says so', async () => {
    const { page } = await room();
    const form = page.locator('section[aria-labelledby="corrections"]');
    await form.getByLabel(/Coverage file/).setInputFiles(FILE);
    await form.getByLabel('What is wrong, in a sentence').fill('We built this in May.');
    await form.getByRole('button', { name: 'Send the correction' }).press('Enter');
    await form.locator('li[data-decision="waiting"]').waitFor();

    const staff = await enter('agency', '/corrections');
    const one = staff.page.locator('.room-correction[data-decision="waiting"]');
    await one.getByText('We built this in May.').waitFor();
    await one.locator('.room-areas').waitFor();
    await expect.poll(() => one.locator('.county-lines').getAttribute('d')).toMatch(/Z/);
    expect(await violationsOn(staff.page)).toEqual([]);
    await picture(staff.page, 'corrections');
    await one.getByLabel(/Your reason/).fill('Matches the permit.');
    await one.getByRole('button', { name: 'Accept' }).press('Enter');
    expect(await violationsOn(staff.page)).toEqual([]);
    await one.getByRole('button', { name: 'Yes, accept it' }).press('Enter');
    await staff.page.locator('.room-correction[data-decision="accepted"]').waitFor();
    await staff.page.context().close();

    await page.reload();
    const told = page.locator('li[data-decision="accepted"]');
    await told.getByText('Matches the permit.').waitFor();
    await page.context().close();
  });
});
