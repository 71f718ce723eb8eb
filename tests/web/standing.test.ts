/** A draft and a withdrawn release, in a real browser: what staff see first, and what a link to withdrawn numbers shows. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, faultsOn, openPage, PHONE, picture } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

const REASON = 'Filings were read twice.';
let product: Product;
let browser: Browser;
let staff: BrowserContextOptions;
/** Number of the draft. */
let draft: number;

inBrowser(2_000, async (made, its) => {
  product = made;
  browser = its;
  const printed = await product.command('release', 'Spring 2027', '--draft', '--by', 'the broadband office');
  draft = Number(/a draft, number (\d+)/.exec(printed)?.[1]);
  const token = new URL(product.links.agency).pathname.split('/').at(-1);
  staff = { extraHTTPHeaders: { authorization: `Bearer ${token}` } };
});

async function open(path: string, options: BrowserContextOptions, wanted: string) {
  const { page } = await openPage(browser, `${product.url}${path}`, options);
  await page.locator(wanted).first().waitFor();
  await picture(page, `standing ${path.replace(/\W/g, ' ')} ${options.viewport?.width}`, { isWhole: false });
  return page;
}

describe('a draft', () => {
  test.each([
    ['at a desk', DESK],
    ['on a phone', PHONE],
  ])('says on map and accuracy page that it is not published: %s', async (_name, size) => {
    for (const path of ['/', '/privacy']) {
      const page = await open(`${path}?audience=agency&release=${draft}`, { ...size, ...staff }, '.draft-mark');
      await expect.poll(() => page.locator('.draft-mark').textContent()).toBe('Draft: not published');
      expect(await faultsOn(page)).toEqual([]);
      await page.context().close();
    }
  });

  test('is in the lists of the agency, and in nobody else’s', async () => {
    const own = await open('/privacy?audience=agency', { ...DESK, ...staff }, '#shown-share');
    await own.getByRole('link', { name: 'Spring 2027' }).click();
    await own.locator('.draft-mark').waitFor();
    expect(new URL(own.url()).searchParams.get('audience')).toBe('agency');
    const other = await open('/privacy', DESK, '#shown-share');
    expect(await other.getByText('Spring 2027').count()).toBe(0);
    await own.context().close();
    await other.context().close();
  });
});

describe('a withdrawn release', () => {
  test.each([
    ['at a desk', DESK],
    ['on a phone', PHONE],
  ])(
    'is told of with its reason, and leads to the current one: %s',
    async (_name, size) => {
      if (size === DESK) {
        await product.command('publish', 'Spring 2027');
        await product.command('withdraw', 'Spring 2027', '--reason', REASON);
      }
      for (const path of ['/', '/privacy']) {
        const page = await open(`${path}?release=${draft}`, size, '.message');
        await expect
          .poll(() => page.locator('.message').allTextContents(), { timeout: 30_000 })
          .toEqual([expect.stringContaining(REASON)]);
        expect(await faultsOn(page)).toEqual([]);
        await page.getByRole('link', { name: 'Show the current release' }).first().click();
        await page.locator('.state-name', { hasText: /./ }).waitFor();
        expect(await page.locator('.message').count()).toBe(0);
        await page.context().close();
      }
    },
    600_000,
  );

  test('takes every word from a message', async () => {
    const page = await open(`/?release=${draft}&lang=qps`, DESK, '.message');
    const unsaid = await unsaidOn(page);
    expect(unsaid.filter((text) => !text.includes('Spring 2027') && !text.includes(REASON))).toEqual([]);
    await page.context().close();
  });
});
