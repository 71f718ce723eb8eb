/** The outreach plan in a real browser: ticked, edited, assigned, kept. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(2_000), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const PICTURES = process.env.GAPMAP_TEST_PICTURES;

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
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      options.viewport?.width ?? 0,
    );
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/outreach ${name}.png`, fullPage: true });
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
