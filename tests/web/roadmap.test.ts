/** Roadmap and blueprint, in a real browser against the real product: what is done on the instance shows. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Roadmap } from '../../server/features/roadmap/contract.ts';
import { DESK, MAGNIFIED, openBrowser, openPage, PHONE } from '../support/browser.ts';
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
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      options.viewport?.width ?? 0,
    );
    expect(faults).toEqual([]);
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: true });
    await page.context().close();
  });

  test('show the coordinator why two collections do not compare, and how far the newest has come', async () => {
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
    expect(await pair.textContent()).toContain('Asked in the earlier alone, so that nothing compares there');
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/roadmap of a coordinator.png`, fullPage: true });
    await page.goto(`${product.url}/blueprint`);
    const standing = (step: string) => page.locator(`[data-step="${step}"]`).getAttribute('data-standing');
    await page.locator('[data-step="collection"][data-standing="done"]').waitFor();
    expect([await standing('answers'), await standing('published'), await standing('release')]).toEqual([
      'open',
      'done',
      'begun',
    ]);
    await context.close();
  });
});
