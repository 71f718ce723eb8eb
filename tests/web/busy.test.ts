/** What the map says before its numbers have come, and how it asks a busy server again by itself. */
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, picture, untilDrawn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

const API = /\/(api\/v1|tiles)\//;
const BUSY = { status: 503, headers: { 'retry-after': '1' }, json: { code: 'database.busy', status: 503 } } as const;

async function opened(act: (page: Page) => Promise<unknown>, path = '/'): Promise<Page> {
  const context = await browser.newContext({ ...DESK, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await act(page);
  await page.goto(`${product.url}${path}`);
  return page;
}

describe('before the numbers have come', () => {
  test('the map names no number and no date, and says after some seconds that it takes long', async () => {
    const page = await opened((one) => one.route(API, () => new Promise(() => undefined)));
    const legend = page.locator('.legend');
    await legend.getByText('The hexes are loading').waitFor();
    expect(await legend.locator('.legend-count').count()).toBe(0);
    expect(await legend.innerText()).not.toMatch(/in a hex|in view/);
    expect(await page.locator('.sentence').innerText()).toContain('as filed for a date that is loading');
    await page.getByText('It takes longer than usual.').first().waitFor();
    await page.getByRole('combobox', { name: 'Find a county, district or town' }).fill('Clay');
    await page.getByText('Looking for “Clay”.').waitFor();
    await picture(page, 'before the numbers', { isWhole: false });
    await page.context().close();
  });
});

describe('a busy server', () => {
  test.each([
    ['the release', /\/api\/v1\/release\?/, 'it is asked again by itself'],
    ['tiles', /\/tiles\//, 'Hexes are coming'],
  ])('is asked again by itself: %s', async (_, which, said) => {
    let refusals = 0;
    const page = await opened((one) =>
      one.route(which, (route) => (refusals++ < 3 ? route.fulfill(BUSY) : route.continue())),
    );
    await page.getByText(said).first().waitFor();
    await untilDrawn(page);
    await picture(page, 'once it answered', { isWhole: false });
    expect(refusals).toBeGreaterThan(3);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.context().close();
  });
});
