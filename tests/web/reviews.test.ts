/** The review of a collection in a real browser: a district answers, its coordinator reads and takes up, the next collection says so. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK, openBrowser, PHONE } from '../support/browser.ts';
import { give, homesFile, linkOf, newCollection, openCollect } from '../support/collect-pages.ts';
import { type Product, startProduct } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

const PICTURES = process.env.GAPMAP_TEST_PICTURES;
const LEA_ID = '5400390';
let product: Product;
let browser: Browser;
let collection = 0;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(2_000), openBrowser()]);
  collection = await newCollection(product, `Review ${Date.now()}`);
  const link = await linkOf(product, collection, LEA_ID);
  const { page } = await openCollect(browser, product, { link, path: `/collect?collection=${collection}` });
  await give(page, homesFile(LEA_ID, 60));
  await page.getByRole('button', { name: /^Accept/ }).click();
  await page.getByRole('heading', { name: 'Five questions for the next collection' }).waitFor();
  await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function asDistrict(id: number, lang: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const link = await linkOf(product, id, LEA_ID);
  return (await openCollect(browser, product, { link, path: `/collect?collection=${id}&lang=${lang}`, options })).page;
}

async function asCoordinator(id: number, lang: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const { coordinator: link } = product.links;
  const path = `/collect?collection=${id}&view=review&lang=${lang}`;
  return (await openCollect(browser, product, { link, path, options })).page;
}

async function expectNoFaults(page: Page, name: string, options: { viewport: { width: number } }): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(options.viewport.width);
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/review ${name}.png`, fullPage: true });
}

describe('the review of a collection', () => {
  test('takes a district’s answers, and refuses words about a student before anything is sent', async () => {
    const page = await asDistrict(collection, 'en');
    const form = page.locator('.review');
    await form.getByLabel('Half a day').check();
    await form.getByLabel('Mending rows').check();
    await form.getByLabel('What else should we know?').fill('Casey Invented, born 3/14/2012, was twice in it.');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
    await form.getByRole('button', { name: 'Send the answers' }).click();
    await form.getByText('Your words hold what looks like').waitFor();
    expect(await form.getByRole('alert').textContent()).not.toMatch(/Casey|2012/);
    expect(sent.filter((request) => /^PUT|Casey/.test(request))).toEqual([]);
    await form.getByLabel('What else should we know?').fill('The dates of our system were not known to the page.');
    await form.getByRole('button', { name: 'Send the answers' }).click();
    await form.getByText('Thank you. Your coordinator has your answers.').waitFor();
    await page.reload();
    await form.getByRole('button', { name: 'Send the changed answers' }).waitFor();
    expect(await form.getByLabel('Half a day').isChecked()).toBe(true);
    await page.context().close();
  });

  test('is read by the coordinator, taken up, and said to districts of the next collection', async () => {
    const page = await asCoordinator(collection, 'en');
    await page.getByText('1 of 1 district with an accepted file answered.').waitFor();
    expect(await page.locator('[data-question="hardest"]').textContent()).toContain('Mending rows1 district');
    expect(await page.locator('.said').textContent()).toBe('The dates of our system were not known to the page.');
    await page.getByRole('button', { name: 'Add a sentence' }).click();
    await page.getByLabel('About').last().selectOption('hardest');
    await page.getByLabel('What changes').last().fill('The page reads dates of three more systems.');
    await page.getByRole('button', { name: 'Save what you take up' }).click();
    await page.getByText('Saved.').waitFor();
    await page.context().close();
    const next = await newCollection(product, `Next ${Date.now()}`);
    const district = await asDistrict(next, 'en');
    const changed = district.getByRole('region', { name: 'What changed because of you' });
    await changed.getByText('The page reads dates of three more systems.').waitFor();
    expect(await district.locator('.review').count()).toBe(0);
    if (PICTURES) await district.screenshot({ path: `${PICTURES}/review changed.png` });
    await district.context().close();
  });

  test.each([
    ['en', 'desk', DESK],
    ['es', 'phone', PHONE],
  ] as const)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s, %s', async (lang, name, options) => {
    const district = await asDistrict(collection, lang, options);
    await district.locator('.review').waitFor();
    await expectNoFaults(district, `district ${lang} ${name}`, options);
    await district.context().close();
    const coordinator = await asCoordinator(collection, lang, options);
    await coordinator.locator('.taken-up').waitFor();
    await expectNoFaults(coordinator, `coordinator ${lang} ${name}`, options);
    await coordinator.context().close();
  });

  test('takes all its words from messages', async () => {
    for (const [open, ready] of [
      [asDistrict, '.review'],
      [asCoordinator, '.taken-up'],
    ] as const) {
      const page = await open(collection, 'qps');
      await page.locator(ready).waitFor();
      expect((await unsaidOn(page)).filter((words) => !/Review \d/.test(words))).toEqual([]);
      await page.context().close();
    }
  });
});
