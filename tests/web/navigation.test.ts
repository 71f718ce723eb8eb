/** Going from page to page: without a reload where that may be, never where it would weaken the page that reads a file. */
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage, untilDrawn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

async function begin(path: string): Promise<{ page: Page; faults: string[]; loads: () => number }> {
  const opened = await openPage(browser, `${product.url}${path}`);
  let loads = 0;
  opened.page.on('domcontentloaded', () => {
    loads += 1;
  });
  return { ...opened, loads: () => loads };
}

const go = (page: Page, name: string) => page.getByRole('navigation', { name: 'Pages' }).getByText(name).click();
const look = (page: Page) => page.locator('html').getAttribute('data-theme');
const focused = (page: Page) => page.locator(':focus').getAttribute('class');
const maySend = (page: Page) =>
  page.evaluate(() =>
    fetch('/api/v1/release').then(
      () => true,
      () => false,
    ),
  );

test('the map, its accuracy and the collection are one document, there and back, each in its own look', async () => {
  const { page, faults, loads } = await begin('/?theme=dark');
  await untilDrawn(page);
  await go(page, 'How accurate is this');
  await page.locator('#shown-share').waitFor();
  expect(new URL(page.url()).searchParams.get('theme')).toBe('dark');
  expect([await look(page), await focused(page)]).toEqual(['dark', 'sr-only']);
  await go(page, 'Collection');
  await page.getByRole('heading', { name: 'How it goes' }).waitFor();
  expect([await look(page), await page.title()]).toEqual(['light', 'Collection · Gapmap']);
  await page.goBack();
  await page.locator('#shown-share').waitFor();
  await page.goBack();
  await untilDrawn(page);
  expect([loads(), await look(page), new URL(page.url()).search]).toEqual([0, 'dark', '?theme=dark']);
  expect(faults).toEqual([]);
});

test('the page that reads a file is a document of its own that can send nothing, by whatever way one comes', async () => {
  const { page, loads } = await begin('/collect');
  await page.getByRole('heading', { name: 'How it goes' }).waitFor();
  const isReady = () => page.locator('.prepare[data-ready=true]').waitFor();
  await go(page, 'Prepare a file');
  await isReady();
  expect([loads(), await maySend(page)]).toEqual([1, false]);
  await go(page, 'How accurate is this');
  await page.locator('#shown-share').waitFor();
  expect([loads(), await maySend(page)]).toEqual([2, true]);
  await page.goBack();
  await isReady();
  expect(await maySend(page)).toBe(false);
});

test('an address that scripts brought about is not shown under the rules of another page', async () => {
  const { page, loads } = await begin('/privacy');
  await page.locator('#shown-share').waitFor();
  await page.evaluate("history.pushState(null, '', '/collect/prepare')");
  await page.locator('.prepare[data-ready=true]').waitFor();
  expect([loads(), await maySend(page)]).toEqual([1, false]);
});
