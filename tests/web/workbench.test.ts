/** The workbench and the order sheet, in a real browser against the real product: axe, keys, both languages, a doubt from click to log. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { OrderSheet } from '../../server/features/devices/contract.ts';
import type { Workbench } from '../../server/features/workbench/contract.ts';
import { DESK, faultsOn, openPage, PHONE } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let staff: BrowserContextOptions;
let bench: Workbench;

inBrowser(2_000, async (made, its) => {
  product = made;
  browser = its;
  const token = new URL(product.links.agency).pathname.split('/').at(-1);
  staff = { extraHTTPHeaders: { authorization: `Bearer ${token}` } };
  const answer = await fetch(`${product.url}/api/v1/workbench`, { headers: { authorization: `Bearer ${token}` } });
  bench = (await answer.json()) as Workbench;
});

async function open(path: string, options: BrowserContextOptions, wanted: string): Promise<Page> {
  const { page } = await openPage(browser, `${product.url}${path}`, options);
  await page.locator(wanted).first().waitFor();
  return page;
}

const MAP = '[data-claims=drawn]';
const keyOfFirst = () => encodeURIComponent(bench.providers[0]?.key ?? '');

describe('the workbench', () => {
  test.each([
    ['at a desk', '', DESK],
    ['in Spanish on a phone', 'lang=es', PHONE],
  ])('has no fault of access in its list and on a provider’s page: %s', async (_name, query, size) => {
    const list = await open(`/workbench?${query}`, { ...size, ...staff }, 'tbody tr');
    expect(await faultsOn(list)).toEqual([]);
    await list.context().close();
    const one = await open(`/workbench?provider=${keyOfFirst()}&${query}`, { ...size, ...staff }, MAP);
    expect(await faultsOn(one)).toEqual([]);
    await one.context().close();
  });

  test('leaves no text of its own unsaid in another language', async () => {
    const page = await open('/workbench?lang=qps', { ...DESK, ...staff }, 'tbody tr');
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('lists providers as the API does, and a heading sorts them by keys alone', async () => {
    const page = await open('/workbench', { ...DESK, ...staff }, 'tbody tr');
    const names = () => page.locator('table').first().locator('tbody th a').allTextContents();
    expect(await names()).toEqual(bench.providers.map(({ name }) => name));
    await page.getByRole('button', { name: 'Provider', exact: true }).focus();
    await page.keyboard.press('Enter');
    expect(await names()).toEqual(bench.providers.map(({ name }) => name).sort((a, b) => a.localeCompare(b)));
    await page.context().close();
  });

  test('takes a doubt with its reason on a provider’s page, and counts it in the list', async () => {
    const page = await open(`/workbench?provider=${keyOfFirst()}`, { ...DESK, ...staff }, MAP);
    await page.getByLabel('Why', { exact: true }).fill('No line was ever built there.');
    await page.getByRole('button', { name: 'Write the doubt' }).click();
    await page.locator('q').waitFor();
    await expect.poll(() => page.locator('q').textContent()).toBe('No line was ever built there.');
    await page.getByRole('link', { name: 'All providers' }).click();
    await page.locator('table').first().locator('tbody tr').first().getByText('1', { exact: true }).waitFor();
    await page.context().close();
  });

  test('shows that a docket number is being saved, clears its field, and tells it on the provider’s page', async () => {
    const page = await open('/workbench', { ...DESK, ...staff }, 'tbody tr');
    await page.route('**/api/v1/workbench/notes', async (route) => {
      await new Promise((done) => setTimeout(done, 1_000));
      await route.continue();
    });
    const row = page
      .locator('tr', { has: page.locator('.workbench-docket') })
      .filter({ hasText: 'FCC' })
      .first();
    const field = row.getByRole('textbox');
    await field.fill('26-0123-T');
    await field.press('Enter');
    await row.getByText('Saving …').waitFor();
    expect(await row.getByRole('button', { name: 'Add' }).isDisabled()).toBe(true);
    await row.getByText('26-0123-T', { exact: true }).first().waitFor();
    await expect.poll(() => field.inputValue()).toBe('');
    await page.context().close();
    const one = await open(`/workbench?provider=${keyOfFirst()}`, { ...DESK, ...staff }, '.workbench-docket');
    await one.getByText('26-0123-T', { exact: true }).first().waitFor();
    await one.getByRole('heading', { name: 'Windows for challenges' }).waitFor();
    await one.context().close();
  });

  test('says what can be exported of a provider for whom no area qualifies', async () => {
    const key = bench.providers.find(({ families, share }) => families.patches === 0 && share > 0)?.key ?? '';
    const page = await open(`/workbench?provider=${encodeURIComponent(key)}`, { ...DESK, ...staff }, MAP);
    await page.getByText('There is no evidence to export.').waitFor();
    expect(await page.getByRole('link', { name: 'Hexagons (CSV)' }).count()).toBe(1);
    await page.context().close();
  });

  test('marks a provider of a filing that not everybody may read, and the filing', async () => {
    const closed = bench.providers.filter(({ confidentiality }) => confidentiality === 'agency');
    expect(closed.length).toBeGreaterThan(0);
    const page = await open('/workbench', { ...DESK, ...staff }, 'tbody tr');
    const row = page.locator('tr', { has: page.getByRole('link', { name: closed[0]?.name ?? '', exact: true }) });
    expect(await row.first().textContent()).toContain('filing not public');
    await page.getByText('not public: the agency and the commission').first().waitFor();
    await page.context().close();
  });

  test('says to everybody else whom it is for, and shows nothing', async () => {
    const page = await open('/workbench', DESK, '[role=status]');
    await expect.poll(() => page.locator('[role=status]').textContent()).toContain('for staff of the education agency');
    expect(await page.locator('table').count()).toBe(0);
    await page.context().close();
  });
});

describe('devices to order', () => {
  test.each([
    ['at a desk', '', DESK],
    ['in Spanish on a phone', '?lang=es', PHONE],
  ])('have no fault of access: %s', async (_name, query, size) => {
    const page = await open(`/devices${query}`, size, 'tbody tr');
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('are of the reader’s own view, which the page and its files name, unless the address names another', async () => {
    const page = await open('/devices', { ...DESK, ...staff }, 'tbody tr');
    await page.getByText(/^Agency view, release /).waitFor();
    expect(await page.getByRole('link', { name: 'Order sheet (CSV)' }).getAttribute('href')).toContain(
      'audience=agency',
    );
    await expect
      .poll(() => page.getByRole('link', { name: 'Map', exact: true }).getAttribute('href'))
      .toContain('audience=agency');
    await page.context().close();
    const named = await open('/devices?audience=public', { ...DESK, ...staff }, 'tbody tr');
    await named.getByText(/^Public view, release /).waitFor();
    await named.context().close();
    const anybody = await open('/devices', DESK, 'tbody tr');
    await anybody.getByText(/^Public view, release /).waitFor();
    await anybody.context().close();
  });

  test('say every hidden number as hidden, and order more with more spares', async () => {
    const sheet = (await (await fetch(`${product.url}/api/v1/devices`)).json()) as OrderSheet;
    const page = await open('/devices', DESK, 'tbody tr');
    const hidden = sheet.districts.flatMap((line) =>
      [line.students, line.none, line.shared, line.unsuitable, line.unanswered].filter((count) => count === null),
    ).length;
    const unknown = sheet.districts.filter(
      ({ none, shared, unsuitable }) => (none ?? shared ?? unsuitable) === null,
    ).length;
    await expect.poll(() => page.getByText('hidden', { exact: true }).count()).toBe(hidden + unknown);
    const total = () => page.locator('tfoot td').last().textContent();
    const ordered = async () => Number(/[\d,]+/.exec((await total()) ?? '')?.[0].replace(/\D/g, ''));
    const before = await ordered();
    const absent = sheet.districts
      .filter(({ none, shared, unsuitable }) => (none ?? shared ?? unsuitable) === null)
      .reduce((sum, { leaIds }) => sum + leaIds.length, 0);
    expect(await total()).toContain(`without ${absent} districts`);
    await page.getByLabel('For spares, percent').fill('50');
    expect(await ordered()).toBeGreaterThan(before);
    await page.context().close();
  });
});
