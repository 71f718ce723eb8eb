/** The outreach plan in a real browser: ticked, edited, assigned, kept. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

async function openPlan(lang: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await openLink(page, product.links.coordinator);
  await page.goto(`${product.url}/collect?lang=${lang}`);
  await page.locator('a[href^="/outreach?collection="]').click();
  await page.locator('.outreach-plan').waitFor();
  return page;
}

describe('the outreach plan', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', 'en', DESK],
    ['on a phone, in Spanish', 'es', PHONE],
  ];
  test.each(views)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s', async (name, lang, options) => {
    const page = await openPlan(lang, options);
    expect(await violationsOn(page)).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    await picture(page, `outreach ${name}`);
    await page.context().close();
  });

  test('is ticked, edited and assigned, and is so after a reload', async () => {
    const page = await openPlan('en', DESK);
    const first = page.locator('.outreach-plan > li').first();
    await first.getByRole('checkbox').check();
    await first.getByLabel('By whom').fill('Pat');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await page.locator('.outreach-plan').waitFor();
    expect(await first.getByRole('checkbox').isChecked()).toBe(true);
    expect(await first.getByLabel('By whom').inputValue()).toBe('Pat');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Calendar (ICS)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^outreach-\d+\.ics$/);
    await page.context().close();
  });
});
