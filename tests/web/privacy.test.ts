/** “How accurate is this”, in a real browser against the real product: its numbers are the API's. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { PrivacyReport } from '../../server/features/releases/contract-report.ts';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let report: PrivacyReport;

inBrowser(2_000, async (made, its) => {
  product = made;
  browser = its;
  report = (await (await fetch(`${product.url}/api/v1/privacy`)).json()) as PrivacyReport;
});

async function open(path: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, `${product.url}${path}`, options);
  await opened.page.locator('#shown-share').waitFor();
  return opened;
}

describe('the page about accuracy', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', '/privacy', DESK],
    ['on a phone', '/privacy', PHONE],
    ['in the dark', '/privacy?theme=dark', DESK],
    ['at 400 %', '/privacy', MAGNIFIED],
    ['in Spanish on a phone', '/privacy?lang=es', PHONE],
  ];
  test.each(views)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s', async (name, path, options) => {
    const { page, faults } = await open(path, options);
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    await picture(page, `privacy ${name}`);
    await page.context().close();
  });

  test('takes every word from a message', async () => {
    const { page } = await open('/privacy?lang=qps');
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('comes in the language the browser wants, and in another by its switch, which the next page remembers', async () => {
    const { page, faults } = await open('/privacy', { ...DESK, locale: 'es-MX' });
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await expect.poll(() => page.locator('h1').textContent()).toBe('Qué tan exacto es esto');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'How accurate is this' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'How accurate is this' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('shows every error figure of the report, and says where there is none', async () => {
    const { page } = await open('/privacy');
    for (const { family, level, meanAbsolute, p95Absolute, counts } of report.errors) {
      const line = page.locator(`tr[data-family="${family}"][data-level="${level}"]`);
      const row = await line.textContent();
      if (meanAbsolute === null || p95Absolute === null) expect(row).toContain('Too few counts');
      else {
        const mean = Number(await line.locator('td').first().textContent());
        expect(Math.abs(mean - meanAbsolute)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(row).toContain(String(p95Absolute));
      }
      expect(row).toContain(counts.toLocaleString('en-US'));
    }
    await expect.poll(() => page.locator('table.errors tr[data-family]').count()).toBe(report.errors.length);
    await page.context().close();
  });

  test('says floors, noise, rounding and what is hidden as the report does', async () => {
    const { page } = await open('/privacy');
    const words = await page.locator('main').textContent();
    expect(words).toContain(`at least ${report.floors.students} students in ${report.floors.households} households`);
    expect(words).toContain(`by up to ${report.method.noise.deviation} students`);
    expect(words).toContain(`rounded to the nearest ${report.method.rounding}`);
    expect(words).toContain(`${report.hidden.counts.toLocaleString('en-US')} counts`);
    expect(words).toContain(`“${report.release.name}”`);
    await page.context().close();
  });

  test('describes to the agency its own numbers, which are not rounded', async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await openLink(page, product.links.agency);
    await page.goto(`${product.url}/privacy?audience=agency`);
    await page.locator('#shown-share').waitFor();
    await expect.poll(() => page.locator('main').textContent()).toContain('as shown to the state agency');
    await expect.poll(() => page.locator('.rules').textContent()).toContain('Not rounded');
    await context.close();
  });

  test('says what failed where the view needs a sign-in', async () => {
    const { page } = await openPage(browser, `${product.url}/privacy?audience=agency`, DESK);
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('needs a sign-in');
    await page.context().close();
  });

  test('is one step from the map, for the release on it', async () => {
    const { page } = await openPage(browser, product.url, DESK);
    await page.locator('.figure').getByRole('link', { name: 'How accurate is this' }).click();
    await page.locator('#shown-share').waitFor();
    expect(new URL(page.url()).searchParams.get('release')).toBe(String(report.release.id));
    await page.context().close();
  });
});
