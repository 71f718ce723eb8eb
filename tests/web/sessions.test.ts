/** In by a link, the list of browsers it is open in, and out, in a real browser against the real product. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, faultsOn, MAGNIFIED, openPage, PHONE, picture, untilDrawn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

/** A browser of its own, in by a link. */
async function signedIn(link: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, 'about:blank', options);
  await openLink(opened.page, link);
  return opened;
}

const audienceOf = (page: Page) => new URL(page.url()).searchParams.get('audience');
const over = (page: Page) => page.getByText('You are no longer signed in');

describe('a link', () => {
  test('opens its view once the button is pressed, and not when its page is merely loaded', async () => {
    const { page, faults } = await openPage(browser, product.links.agency);
    await page.getByRole('heading', { name: 'Open your link' }).waitFor();
    expect(await page.context().cookies()).toEqual([]);
    await page.getByRole('button', { name: 'Open it in this browser' }).click();
    await untilDrawn(page);
    expect(audienceOf(page)).toBe('agency');
    await expect.poll(() => page.locator('.panel .audience').textContent()).toContain('View for: agency');
    const [cookie, ...others] = await page.context().cookies();
    expect(others).toEqual([]);
    expect(cookie).toMatchObject({ name: 'gapmap', httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(product.links.agency).not.toContain(cookie?.value);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a session ended elsewhere', () => {
  test('is said once, also after a reload, and the map is the public’s', async () => {
    const mine = await signedIn(product.links.provider);
    await untilDrawn(mine.page);
    const other = await signedIn(product.links.provider, PHONE);
    await untilDrawn(other.page);

    await mine.page.getByRole('link', { name: 'Where your link is open' }).click();
    await mine.page.getByRole('heading', { name: 'Where your link is open' }).waitFor();
    const rows = mine.page.locator('.sessions li');
    await expect.poll(() => rows.count()).toBe(2);
    await expect.poll(() => rows.getByText('The browser you are using').count()).toBe(1);
    await expect.poll(() => rows.first().getByRole('heading').textContent()).toMatch(/^Chrome on /);
    await mine.page.getByRole('button', { name: /^End number \d+: Chrome on / }).click();
    await expect.poll(() => rows.count()).toBe(1);

    const asked: number[] = [];
    other.page.on('response', (response) => asked.push(response.status()));
    await other.page.getByRole('button', { name: 'Zoom in' }).click();
    await over(other.page).waitFor({ state: 'attached' });
    await expect.poll(() => audienceOf(other.page)).toBeNull();
    await untilDrawn(other.page);
    await expect.poll(() => over(other.page).count()).toBe(1);
    const refused = asked.filter((status) => status === 401).length;
    await other.page.waitForTimeout(2_000);
    expect(asked.filter((status) => status === 401)).toHaveLength(refused);

    asked.length = 0;
    await other.page.reload();
    await untilDrawn(other.page);
    await over(other.page).waitFor({ state: 'attached' });
    await expect.poll(() => over(other.page).count()).toBe(1);
    expect(asked.filter((status) => status >= 400)).toEqual([]);

    await other.page.getByRole('button', { name: 'More words' }).click();
    await other.page.getByRole('button', { name: 'I have read this' }).click();
    await over(other.page).waitFor({ state: 'detached' });
    await other.page.reload();
    await untilDrawn(other.page);
    expect(await over(other.page).count()).toBe(0);

    await mine.page.getByRole('button', { name: 'Sign out here' }).click();
    await untilDrawn(mine.page);
    expect(await mine.page.context().cookies()).toEqual([]);
    await Promise.all([mine, other].map(({ page }) => page.context().close()));
  });
});

describe('the pages of signing in', () => {
  const sizes = [
    ['at a desk', DESK],
    ['on a phone', PHONE],
    ['at 400 %', MAGNIFIED],
  ] as const;
  test.each(sizes)(
    'break no rule of WCAG 2.1 AA and need no sideways scrolling %s, in either language',
    async (size, options) => {
      for (const lang of ['en', 'es']) {
        const link = `${product.links.coordinator}?lang=${lang}`;
        const { page } = await openPage(browser, link, options);
        const sound = async (view: string) => {
          await picture(page, `${view} ${lang} ${size}`);
          expect((await faultsOn(page)).map((fault) => `${view}: ${fault}`)).toEqual([]);
          expect(await page.locator('html').getAttribute('lang')).toBe(lang);
        };
        await sound('enter');
        await openLink(page, link);
        await page.goto(`${product.url}/sessions?lang=${lang}`);
        await sound('sessions');
        await page.context().close();
      }
    },
  );

  test('take every word from a message', async () => {
    const link = `${product.links.coordinator}?lang=qps`;
    const { page } = await openPage(browser, link);
    const unsaid = await unsaidOn(page);
    await openLink(page, link);
    await page.goto(`${product.url}/sessions?lang=qps`);
    unsaid.push(...(await unsaidOn(page)));
    expect(unsaid.filter((text) => !/^(⟦.*⟧ - )?\s*Gapmap$/.test(text.trim()))).toEqual([]);
    await page.context().close();
  });
});
