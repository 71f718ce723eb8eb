/** The pages for everybody: read in two minutes, usable by everybody, and a number that comes out the same. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { about as inEnglish } from '../../server/domain/messages/en/about.ts';
import { about as inSpanish } from '../../server/domain/messages/es/about.ts';
import type { Release } from '../../server/features/releases/contract.ts';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

/** Words that one reads aloud in two minutes, slowly. */
const TWO_MINUTES = 300;

describe('the pages for everybody', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['reading at a desk', '/how-to-read', DESK],
    ['reading on a phone, in Spanish', '/how-to-read?lang=es', PHONE],
    ['method in the dark', '/method?theme=dark', DESK],
    ['method on a phone', '/method', PHONE],
    ['accessibility at 400 %', '/accessibility', MAGNIFIED],
    ['accessibility at a desk, in Spanish', '/accessibility?lang=es', DESK],
  ];
  test.each(views)('break no rule of WCAG 2.1 AA and need no sideways scrolling: %s', async (name, path, options) => {
    const { page, faults } = await openPage(browser, `${product.url}${path}`, options);
    await page.locator('.document-foot').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    expect(faults).toEqual([]);
    await picture(page, name);
    await page.context().close();
  });

  test.each(['/how-to-read', '/method', '/accessibility'])('take every word from a message: %s', async (path) => {
    const { page } = await openPage(browser, `${product.url}${path}?lang=qps`);
    await page.locator('.document-foot').waitFor();
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('are shown, and change their language, in a browser that forbids storage', async () => {
    const { page } = await openPage(browser, 'about:blank', PHONE);
    await page.addInitScript(
      `for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: () => { throw new DOMException('forbidden', 'SecurityError'); } });`,
    );
    await page.goto(`${product.url}/how-to-read?lang=es`);
    await page.getByRole('heading', { level: 1, name: inSpanish.reading.title }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: inEnglish.reading.title }).waitFor();
    expect(page.url()).toBe(`${product.url}/how-to-read?lang=en`);
    await page.context().close();
  });

  test.each([
    ['en', inEnglish],
    ['es', inSpanish],
  ])('are read in two minutes: %s', (_language, { reading }) => {
    const words = [reading.lead, ...reading.parts.flat()].join(' ').split(/\s+/);
    expect(words.length).toBeLessThanOrEqual(TWO_MINUTES);
  });

  test('recompute the state’s number of students from the public files, as the release says it', async () => {
    const release = (await (await fetch(`${product.url}/api/v1/release`)).json()) as Release;
    const { page, faults } = await openPage(browser, `${product.url}/method`);
    await page.getByRole('button', { name: 'Do it here' }).click();
    const said = page.locator('[data-sum]');
    await said.waitFor();
    expect(Number(await said.getAttribute('data-sum'))).toBe(release.totals?.students);
    await expect.poll(() => said.textContent()).toContain('Both are the same.');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('are one step from the words of the map, and from any page’s foot', async () => {
    const { page } = await openPage(browser, `${product.url}/privacy`);
    await page.locator('.document-foot').getByRole('link', { name: 'Accessibility' }).click();
    await page.getByRole('heading', { level: 1, name: 'Accessibility' }).waitFor();
    await page.goto(product.url);
    await page.locator('.guide summary').click();
    await page.locator('.guide').getByRole('link', { name: 'How to read this map' }).click();
    await page.getByRole('heading', { level: 1, name: 'How to read this map' }).waitFor();
    await page.context().close();
  });
});
