/** Two maps on one page: what a person does to one must not reach the other. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser, openPage } from '../support/browser.ts';
import { type ExtraPage, serveExtraPage } from '../support/extra-page.ts';
import { type Product, startProduct } from '../support/product.ts';

let product: Product;
let browser: Browser;
let extra: ExtraPage;
let page: Page;
let faults: string[];
let first: Locator;
let second: Locator;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(2_000), openBrowser()]);
  extra = await serveExtraPage('tests/two-maps.html', product);
  const maps = new URLSearchParams([
    ['map', 'measure=unserved'],
    ['map', 'measure=equip'],
  ]);
  ({ page, faults } = await openPage(browser, `${extra.url}?${maps}`));
  first = page.getByRole('region', { name: 'Map 1' });
  second = page.getByRole('region', { name: 'Map 2' });
  for (const map of [first, second]) await map.locator('.map-canvas[data-drawn]').waitFor({ state: 'attached' });
});
afterAll(async () => {
  await browser?.close();
  extra?.stop();
  await product?.stop();
});

/** Software rendering on a shared machine takes its time. */
function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 30_000, interval: 100 });
}

const sentence = (map: Locator) => map.locator('.sentence-text').textContent();
const legend = (map: Locator) => map.locator('.legend-title').textContent();

/** A map fits the state anew once its legend stands, which on a slow machine is long after it was drawn. */
async function settled(): Promise<void> {
  let before: unknown;
  const isSame = async () => {
    const now = JSON.stringify([await legend(first), await legend(second)]);
    const same = now === before;
    before = now;
    return same;
  };
  await expect.poll(isSame, { timeout: 60_000, interval: 3_000 }).toBe(true);
}

describe('two maps on one page', () => {
  test('show different sentences, each with a legend of its own', async () => {
    await settled();
    expect(await sentence(first)).toContain('living where nobody reports even 25/3');
    expect(await sentence(second)).toContain('without a device of their own');
    expect(await legend(first)).not.toBe(await legend(second));
  });

  test('change apart: a choice in one leaves sentence and legend of the other, and the address', async () => {
    const address = page.url();
    const before = [await sentence(second), await legend(second)];
    await first.getByLabel('Which students').selectOption('upgrade');
    await eventually(() => sentence(first)).toContain('with slow service only');
    expect([await sentence(second), await legend(second)]).toEqual(before);
    expect(page.url()).toBe(address);
  });

  test('move apart: one that is zoomed shows finer hexes, the other those it showed', async () => {
    const size = (map: Locator) => map.locator('.legend-size').textContent();
    const [ofFirst, ofSecond] = [await size(first), await size(second)];
    for (let i = 0; i < 3; i++) await first.getByRole('button', { name: 'Zoom in' }).click();
    await eventually(() => size(first)).not.toBe(ofFirst);
    expect(await size(second)).toBe(ofSecond);
  });

  test('are walked apart: arrow keys point at a hex of one only', async () => {
    const told = (map: Locator) => map.locator('.legend-pointed').textContent();
    await second.getByRole('application').focus();
    await page.keyboard.press('ArrowUp');
    await eventually(() => told(second)).toMatch(/students/);
    expect(await told(first)).toContain('Bars count the hexes in view');
    expect(faults).toEqual([]);
  });
});
