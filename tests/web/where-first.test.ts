/** Where first, in a real browser: the reader's own weights, land already paid for, and areas filed with the commission. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Cluster } from '../../server/features/clusters/contract.ts';
import type { Funded, FundedHexes } from '../../server/features/funded/contract.ts';
import { PRESETS, ranked } from '../../web/src/lib/ranking.ts';
import { DESK, openPage, PHONE, untilDrawn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;
let clusters: Cluster[];
let funded: Funded;

inBrowser(20_000, async (made, its) => {
  product = made;
  browser = its;
  clusters = ((await ask('/api/v1/clusters?limit=1000')) as { clusters: Cluster[] }).clusters;
  funded = (await ask('/api/v1/funded')) as Funded;
});

async function ask(path: string): Promise<unknown> {
  return (await fetch(`${product.url}${path}`)).json();
}

async function open(path: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const { page } = await openPage(browser, `${product.url}${path}`, options);
  await page.locator('.cluster-list li').first().waitFor({ state: 'attached' });
  return page;
}

function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 30_000, interval: 100 });
}

const names = (page: Page) => page.locator('.cluster-list .cluster-name').allTextContents();

/** Without those that are paid for altogether, by these weights. */
function expected(weights: (typeof PRESETS)[keyof typeof PRESETS], counted = false): string[] {
  const shares = funded.clusters.filter(({ of }) => of === 'unserved').map(({ id, share }) => [id, share] as const);
  const paid = new Map(counted ? [] : shares);
  const left = clusters.filter(({ id }) => (paid.get(id) ?? 0) < 0.95);
  return ranked(left, weights, paid)
    .slice(0, 12)
    .map(({ name }) => name);
}

describe('where first', () => {
  test('is ranked anew by weights that are changed with the keyboard, says so, and keeps them in the address', async () => {
    const page = await open('/');
    const before = await names(page);
    expect(before).toEqual(expected(PRESETS.balanced));
    await page.getByText('Change the weights').click();
    const weights = { ...PRESETS.balanced, estimated: 0, needShare: 100 };
    await page.getByLabel('Students without service').focus();
    await page.keyboard.press('Home');
    await page.getByLabel('How many families name a need').focus();
    await page.keyboard.press('End');
    await eventually(() => new URL(page.url()).searchParams.get('weights')).toBe('0,20,20,100');
    const after = expected(weights);
    expect(after).not.toEqual(before);
    await eventually(() => names(page)).toEqual(after);
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'By these weights' }).textContent())
      .toBe(`By these weights ${after[0]} comes first.`);
    expect(await page.getByLabel('What comes first').inputValue()).toBe('own');
    await page.getByLabel('What comes first').selectOption('most');
    await eventually(() => names(page)).toEqual(expected(PRESETS.most));
    await page.getByLabel('What comes first').selectOption('balanced');
    await eventually(() => names(page)).toEqual(before);
    expect(new URL(page.url()).searchParams.has('weights')).toBe(false);
    await page.context().close();
  });

  test('leaves out land that is paid for, says so, and counts it again at a click', async () => {
    expect(funded.clusters.some(({ share }) => share > 0.3)).toBe(true);
    const page = await open('/');
    const note = page.locator('[data-paid]');
    await expect.poll(() => note.textContent()).toContain('does not count in this order');
    await note.getByRole('button').click();
    await eventually(() => new URL(page.url()).searchParams.get('paid')).toBe('count');
    await eventually(() => names(page)).toEqual(expected(PRESETS.balanced, true));
    await eventually(() => note.textContent()).toContain('counts like any other');
    await page.context().close();
  });

  test('says the same in Spanish, on a phone', async () => {
    const page = await open('/', { ...PHONE, locale: 'es-US' });
    await expect.poll(() => page.locator('[data-paid]').textContent()).toContain('no cuentan en este orden');
    await page.context().close();
  });
});

describe('the map of what is to be built', () => {
  test('leaves the same land out of its colors, and says on the card how much', async () => {
    const { percents } = (await ask('/api/v1/funded/hexes?level=7')) as FundedHexes;
    const [hex, percent] = Object.entries(percents).find(([h3, share]) => h3.startsWith('87') && share > 20) ?? [];
    if (!hex) throw new Error('the state has a hex on land paid for');
    const page = await open(`/?measure=build&selected=hex:${hex}`);
    await untilDrawn(page);
    await eventually(() => page.locator('.card').textContent()).toContain(`About ${percent} % of its locations`);
    const summed = async () => (await page.locator('.legend').textContent()) ?? '';
    const without = await summed();
    await page.locator('.card').getByRole('button', { name: 'Close' }).first().click();
    await page.locator('[data-paid]').getByRole('button').click();
    await eventually(summed).not.toBe(without);
    await page.context().close();
  });

  test('shows areas filed with the commission from afar', async () => {
    const page = await open('/?areas=yes');
    await untilDrawn(page);
    await page.getByLabel("Outlines of the state's public filings").waitFor({ state: 'attached' });
    // Told once the map rests, and taken back where something is drawn.
    await eventually(() => page.getByText('No outline of a public filing is drawn').count()).toBe(0);
    await page.context().close();
  });
});
