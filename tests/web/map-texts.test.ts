/** The map in other languages than English, in a real browser against the real product. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, openPage, overhangOn, PHONE, picture, untilDrawn, violationsOn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

async function open(path: string, options: BrowserContextOptions = DESK): Promise<{ page: Page; faults: string[] }> {
  const opened = await openPage(browser, `${product.url}${path}`, options);
  await untilDrawn(opened.page);
  return opened;
}

async function selectHex(page: Page): Promise<void> {
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.locator('#spoken').textContent(), { timeout: 30_000 }).not.toBe('');
  await page.keyboard.press('Enter');
  await page.locator('.card .verdicts').waitFor();
}

describe('every word of the map comes from a message', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['unserved', '/?lang=qps', DESK],
    ['all levers', '/?lang=qps&measure=all', DESK],
    ['devices on a phone', '/?lang=qps&measure=equip', PHONE],
    ['the disputed', '/?lang=qps&source=disputed&profile=any', DESK],
    ['coverage', '/?lang=qps&layer=coverage', DESK],
    ['a county', '/?lang=qps&place=county:54039&tier=25_3', DESK],
  ];
  test.each(views)('of %s', async (_name, path, options) => {
    const { page } = await open(path, options);
    // A county may hold no cluster.
    await page.locator('.cluster-list').waitFor({ state: 'attached' });
    await page.locator('.print-only h1').waitFor({ state: 'attached' });
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('of a hex, what is spoken of it, and of a cluster', async () => {
    const { page } = await open('/?lang=qps');
    await selectHex(page);
    expect(await unsaidOn(page)).toEqual([]);
    await page.locator('.cluster-list button').first().click();
    await page.locator('.card .parts').waitFor({ state: 'attached' });
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('of what is found, and of what is not', async () => {
    const { page } = await open('/?lang=qps');
    await page.getByRole('combobox').first().fill('kanawha');
    await page.getByRole('option').first().waitFor();
    expect(await unsaidOn(page)).toEqual([]);
    await page.getByRole('combobox').first().fill('no such place');
    await expect.poll(() => page.locator('.search .note').textContent(), { timeout: 30_000 }).not.toBe('');
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('every word of the table, and of the map on paper, comes from a message', () => {
  test.each([
    ['unserved', '/table?lang=qps'],
    ['the disputed', '/table?lang=qps&source=disputed'],
    ['coverage', '/table?lang=qps&layer=coverage'],
  ])('of %s', async (_name, path) => {
    const { page } = await open(path);
    for (const rows of [page.locator('.table-section').first(), page.locator('.table-section').last()])
      await rows.locator('tbody tr').first().waitFor();
    await page.locator('.print-only').waitFor({ state: 'attached' });
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the map in Spanish', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', '/?lang=es', DESK],
    ['on a phone', '/?lang=es', PHONE],
  ];
  test.each(views)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s', async (name, path, options) => {
    const { page, faults } = await open(path, options);
    await page.locator('.cluster-list li').first().waitFor({ state: 'attached' });
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    await picture(page, `map in Spanish ${name}`, { isWhole: false });
    await page.context().close();
  });

  test('says reasons and names of technologies in Spanish, and changes with the switch without a reload', async () => {
    const { page } = await open('/?lang=es');
    await selectHex(page);
    await expect.poll(() => page.locator('#spoken').textContent()).toMatch(/^[\d,]+ estudiantes?[. ]/);
    await expect
      .poll(() => page.locator('.card .verdicts').textContent())
      .toMatch(/ubicaci(ón|ones)|ninguna ubicación/);
    expect(await page.title()).toMatch(/^Estudiantes /);
    await page.evaluate('window.isSame = true');
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('.sentence h2').textContent()).toBe('What am I looking at');
    await expect.poll(() => page.locator('.card .verdicts').textContent(), { timeout: 30_000 }).toMatch(/location/);
    expect(await page.evaluate('window.isSame')).toBe(true);
    await page.context().close();
  });
});
