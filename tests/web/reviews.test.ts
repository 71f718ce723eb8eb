/** The review of a collection in a real browser: a district answers, its coordinator reads and takes up, the next collection says so. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, faultsOn, PHONE, picture } from '../support/browser.ts';
import { give, homesFile, linkOf, newCollection, openCollect } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

const LEA_ID = '5400390';
let product: Product;
let browser: Browser;
let collection = 0;

inBrowser(2_000, async (made, its) => {
  product = made;
  browser = its;
  collection = await newCollection(product, `Review ${Date.now()}`);
  const link = await linkOf(product, collection, LEA_ID);
  const { page } = await openCollect(browser, product, { link, path: `/collect?collection=${collection}` });
  await give(page, homesFile(LEA_ID, 60));
  await page.getByRole('button', { name: /^Accept/ }).click();
  await page.getByRole('heading', { name: 'Five questions for the next collection' }).waitFor();
  await page.context().close();
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

async function expectNoFaults(page: Page, name: string): Promise<void> {
  expect(await faultsOn(page)).toEqual([]);
  await picture(page, `review ${name}`);
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
    await expect
      .poll(() => page.locator('[data-question="hardest"]').textContent())
      .toContain('Mending rows1 district');
    await expect
      .poll(() => page.locator('.said').textContent())
      .toBe('The dates of our system were not known to the page.');
    await page.getByRole('button', { name: 'Add a sentence' }).click();
    await page.locator('main').getByLabel('About', { exact: true }).last().selectOption('hardest');
    await page.getByLabel('What changes').last().fill('The page reads dates of three more systems.');
    await page.getByRole('button', { name: 'Save what you take up' }).click();
    await page.getByText('Saved.').waitFor();
    await page.context().close();
    const next = await newCollection(product, `Next ${Date.now()}`);
    const district = await asDistrict(next, 'en');
    const changed = district.getByRole('region', { name: 'What changed because of you' });
    await changed.getByText('The page reads dates of three more systems.').waitFor();
    expect(await district.locator('.review').count()).toBe(0);
    await picture(district, `review changed`);
    await district.context().close();
  });

  test.each([
    ['en', 'desk', DESK],
    ['es', 'phone', PHONE],
  ] as const)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s, %s', async (lang, name, options) => {
    const district = await asDistrict(collection, lang, options);
    await district.locator('.review').waitFor();
    await expectNoFaults(district, `district ${lang} ${name}`);
    await district.context().close();
    const coordinator = await asCoordinator(collection, lang, options);
    await coordinator.locator('.taken-up').waitFor();
    await expectNoFaults(coordinator, `coordinator ${lang} ${name}`);
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
