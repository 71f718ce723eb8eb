/** “Getting better or not”, in a real browser against the real product. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { PlaceChangesDetail, PlaceChangesList, Trend } from '../../server/features/changes/contract.ts';
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

const PLACE = 'county:54039';

async function api<T>(path: string): Promise<T> {
  return (await (await fetch(`${product.url}/api/v1/changes${path}`)).json()) as T;
}

async function open(path: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, `${product.url}${path}`, options);
  await opened.page.locator('.ranked').waitFor();
  return opened;
}

/** Both maps have hexes. */
async function untilDrawn(page: Page): Promise<void> {
  await page.locator('.swipe-maps').scrollIntoViewIfNeeded();
  await expect.poll(() => page.locator('.map-canvas[data-drawn]').count(), { timeout: 60_000 }).toBe(2);
}

describe('the page about changes', () => {
  test('says that two filings are about to be compared, and shows by itself how they differ once they are', async () => {
    const { page, faults } = await openPage(browser, `${product.url}/change`);
    await page.getByText('These two are about to be compared.').waitFor();
    expect(await product.command('compare')).toContain('1 comparison made');
    await page.locator('.ranked').waitFor();
    const { place } = await api<PlaceChangesDetail>('/place');
    const told = await page.locator('[data-change="built"] dd').textContent();
    expect(told).toBe(place.counts.built?.toLocaleString('en-US'));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', '/change', DESK],
    ['on a phone', `/change?place=${PLACE}`, PHONE],
    ['in the dark', '/change?theme=dark', DESK],
    ['at 400 %', '/change', MAGNIFIED],
    ['in Spanish on a phone', '/change?lang=es', PHONE],
  ];
  test.each(views)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s', async (name, path, options) => {
    const { page, faults } = await open(path, options);
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    await picture(page, `change ${name}`);
    await page.context().close();
  });

  test('takes every word from a message', async () => {
    const { page } = await open('/change?lang=qps');
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('shows the releases as the API has them, estimates called so, in the picture, in speech and as a table', async () => {
    const { points } = await api<Trend>(`/releases?place=${PLACE}`);
    const { page } = await open(`/change?place=${PLACE}`);
    const estimate = (students: number | null | undefined) =>
      (students ?? 0) < 10 ? 'fewer than 10' : `about ${students}`;
    const spoken = await page.locator('[data-series="unserved"] .sr-only').textContent();
    expect(spoken).toContain(`release 1, ${estimate(points[0]?.unserved)}`);
    await page.getByText('The same numbers as a table').click();
    const row = page.getByRole('row', { name: /^Ask/ });
    const cells = await row.getByRole('cell').allTextContents();
    const counts = points.map(({ totals }) => totals?.counts['lever.ask']);
    expect(cells).toHaveLength(points.length);
    for (const [i, count] of counts.entries())
      if (typeof count === 'number') expect(cells[i]).toBe(count.toLocaleString('en-US'));
      else expect(cells[i]).toMatch(/few or none|nearly all|hidden/);
    await expect.poll(() => page.getByText('rest on the same answers').count()).toBe(1);
    await page.context().close();
  });

  test('ranks places by net gain, and takes the place that is chosen into the address', async () => {
    const { places } = await api<PlaceChangesList>('/places?kind=senate_district');
    const { page } = await open('/change?kind=senate_district');
    const names = await page.locator('.ranked tbody th').allTextContents();
    expect(names).toEqual(places.slice(0, 12).map(({ name }) => name));
    await page.getByRole('button', { name: `Show all ${places.length}` }).click();
    await expect.poll(() => page.locator('.ranked tbody tr').count()).toBe(places.length);
    await page.getByRole('button', { name: 'Built' }).click();
    const built = (await page.locator('.ranked tbody tr td:nth-child(5)').allTextContents()).map(Number);
    expect(built).toEqual([...built].sort((a, b) => b - a));
    await page.getByRole('button', { name: names[0] ?? '', exact: true }).click();
    await expect.poll(() => page.url(), { timeout: 30_000 }).toContain(`place=senate_district:${places[0]?.id}`);
    await page.getByRole('heading', { name: `Who changed what in ${names[0]}` }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Who changed what in West Virginia' }).waitFor();
    await page.context().close();
  });

  test('has a divider that keys move, with words for both sides', async () => {
    const { page } = await open('/change');
    const divider = page.getByRole('slider', { name: 'Divider between the two maps' });
    await divider.focus();
    await page.keyboard.press('ArrowLeft');
    expect(await divider.getAttribute('aria-valuenow')).toBe('48');
    await page.keyboard.press('PageUp');
    expect(await divider.getAttribute('aria-valuenow')).toBe('58');
    expect(await divider.getAttribute('aria-valuetext')).toMatch(/^58 % left: .*December 2025.*; right: Fall 2026/);
    expect(await page.locator('.swipe-side').last().getAttribute('style')).toContain('58%');
    await page.keyboard.press('Home');
    expect(await divider.getAttribute('aria-valuenow')).toBe('0');
    await page.context().close();
  });

  test('is dragged by its handle', async () => {
    const { page } = await open('/change');
    const divider = page.getByRole('slider');
    await divider.scrollIntoViewIfNeeded();
    const box = await divider.boundingBox();
    const room = await page.locator('.swipe-maps').boundingBox();
    if (!box || !room) throw new Error('the divider is on the page');
    await page.mouse.move(box.x + box.width / 2, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(room.x + room.width * 0.25, box.y + 60, { steps: 4 });
    await page.mouse.up();
    expect(Number(await divider.getAttribute('aria-valuenow'))).toBeCloseTo(25, -1);
    await page.context().close();
  });

  test('moves both maps together, and the address holds where they are and what they show', async () => {
    const tiles = new Map<string, number>();
    const { points } = await api<Trend>('/releases');
    const { page, faults } = await open(`/change?left=${points[0]?.release.id}.fcc`);
    await untilDrawn(page);
    page.on('request', (request) => {
      const [, release = '', z] = /\/tiles\/(\d+)\/hexes\/(\d+)\//.exec(request.url()) ?? [];
      if (z) tiles.set(release, Math.max(Number(z), tiles.get(release) ?? 0));
    });
    for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(() => /at=-?\d+/.test(page.url()), { timeout: 30_000 }).toBe(true);
    await expect
      .poll(() => points.map(({ release }) => tiles.get(String(release.id)) ?? 0), { timeout: 60_000 })
      .toEqual(points.map(() => expect.any(Number)));
    await expect.poll(() => new Set(tiles.values()).size === 1 && tiles.size === 2, { timeout: 60_000 }).toBe(true);
    await expect.poll(() => page.locator('.swipe-name.left').textContent()).toContain('FCC filings alone');
    const [address, name] = [page.url(), await page.locator('.swipe-name.left').textContent()];
    await page.goto(address);
    await untilDrawn(page);
    await expect.poll(() => page.locator('.swipe-name.left').textContent()).toBe(name);
    expect(page.url()).toContain(/at=[^&]+/.exec(address)?.[0] ?? 'nowhere');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('is linked from the map, with the place that is shown there', async () => {
    const { page } = await openPage(browser, `${product.url}/?place=${PLACE}`);
    const link = page.getByRole('link', { name: 'Getting better or not' });
    await expect.poll(() => link.getAttribute('href'), { timeout: 30_000 }).toBe(`/change?place=${PLACE}`);
    await page.context().close();
  });
});
