/** Roadmap and blueprint, in a real browser against the real product: what is done on the instance shows. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Roadmap } from '../../server/features/roadmap/contract.ts';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

describe('roadmap and blueprint', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['roadmap at a desk', '/roadmap', DESK],
    ['roadmap on a phone, in Spanish', '/roadmap?lang=es', PHONE],
    ['roadmap in the dark', '/roadmap?theme=dark', DESK],
    ['blueprint at a desk', '/blueprint', DESK],
    ['blueprint on a phone, in Spanish', '/blueprint?lang=es', PHONE],
    ['blueprint at 400 %', '/blueprint', MAGNIFIED],
  ];
  test.each(views)('break no rule of WCAG 2.1 AA and need no sideways scrolling: %s', async (name, path, options) => {
    const { page, faults } = await openPage(browser, `${product.url}${path}`, options);
    await page.locator('.roadmap-line, .blueprint-steps').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    expect(faults).toEqual([]);
    await picture(page, name);
    await page.context().close();
  });

  test('show the coordinator why two collections do not compare, and how far the one that takes files has come', async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await openLink(page, product.links.coordinator);
    const window = { opensOn: '2027-09-01', closesOn: '2027-10-31', questions: ['internet_access', 'barrier'] };
    const planned = await page.request.post(`${product.url}/api/v1/collect/collections`, {
      headers: { origin: product.url },
      data: { name: 'Fall 2027 of the test', ...window },
    });
    expect(planned.status()).toBe(201);
    const roadmap = (await (await page.request.get(`${product.url}/api/v1/roadmap`)).json()) as Roadmap;
    const [compared] = roadmap.comparedCollections.slice(-1);
    expect([compared?.to, compared?.dropped.includes('device'), compared?.missing]).toEqual([
      'Fall 2027 of the test',
      true,
      [],
    ]);
    await page.goto(`${product.url}/roadmap`);
    await page.locator('.roadmap-table').getByText('Collection “Fall 2027 of the test”').waitFor();
    const pair = page.locator('.roadmap-pairs > li', { hasText: 'Fall 2027 of the test' });
    await expect.poll(() => pair.textContent()).toContain('Asked in the earlier alone, so that nothing compares there');
    await picture(page, 'roadmap of a coordinator');
    await page.goto(`${product.url}/blueprint`);
    const standing = (step: string) => page.locator(`[data-step="${step}"]`).getAttribute('data-standing');
    await page.locator('[data-step="collection"][data-standing="done"]').waitFor();
    expect(await page.locator('[data-step="answers"]').innerText()).toMatch(
      /\b[1-9]\d* of \d+ districts have an accepted file\./,
    );
    expect(await page.locator('[data-step="invited"]').innerText()).toMatch(/ of \d+ districts (is|are) invited\./);
    expect([await standing('answers'), await standing('published'), await standing('release')]).toEqual([
      'begun',
      'done',
      'begun',
    ]);
    await context.close();
  });
});
