/** The index of places and the page of a place, in a real browser against the real product. */
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { PlaceIndex, PlaceProfile } from '../../server/features/profiles/contract.ts';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let index: PlaceIndex;
let profile: PlaceProfile;

type Case = [name: string, path: () => string];
const PSEUDO: Case[] = [
  ['index', () => `${INDEX}&compare=54001,54002&lang=qps`],
  ['place', () => `${address()}?lang=qps`],
];

inBrowser(2_000, async (made, its) => {
  product = made;
  browser = its;
  index = await answer('/api/v1/places/index?kind=senate_district');
  const most = index.places.toSorted((a, b) => (b.students ?? 0) - (a.students ?? 0))[0];
  profile = await answer(`/api/v1/places/senate_district/${most?.id}/profile`);
});

async function answer<Body>(path: string): Promise<Body> {
  return (await (await fetch(`${product.url}${path}`)).json()) as Body;
}

async function open(path: string, options: BrowserContextOptions = DESK): ReturnType<typeof openPage> {
  const opened = await openPage(browser, `${product.url}${path}`, options);
  await opened.page.locator('table').first().waitFor();
  return opened;
}

const INDEX = '/places?kind=senate_district';
const address = (): string => `/place/senate_district/${profile.id}`;

const buildOf = (place: PlaceIndex['places'][number] | undefined) =>
  place?.segments.find(({ segment }) => segment === 'build')?.students;

describe('pages of places', () => {
  const views: [string, () => string, BrowserContextOptions][] = [
    ['index at a desk', () => INDEX, DESK],
    ['index on a phone', () => INDEX, PHONE],
    ['index at 400 %', () => INDEX, MAGNIFIED],
    ['index in Spanish', () => `${INDEX}&lang=es`, PHONE],
    ['two side by side', () => `${INDEX}&compare=54001,54002`, DESK],
    ['place at a desk', address, DESK],
    ['place on a phone', address, PHONE],
    ['place at 400 %', address, MAGNIFIED],
    ['place in the dark, in Spanish', () => `${address()}?theme=dark&lang=es`, DESK],
    ['the state on a phone', () => '/place/state/54', PHONE],
  ];
  test.each(views)('break no rule of WCAG 2.1 AA and need no sideways scrolling: %s', async (name, path, options) => {
    const { page, faults } = await open(path(), options);
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    await picture(page, name);
    await page.context().close();
  });

  test.each(PSEUDO)('take every word from a message: %s', async (_, path) => {
    const { page } = await open(path());
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the index of places', () => {
  test('shows every number of a place on a phone without scrolling sideways, and sorts by a choice', async () => {
    const { page } = await open(INDEX, PHONE);
    const build = page.locator('.place-index tbody tr td[data-label="Build"]').first();
    const { x = 0, width = 999 } = (await build.boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(390);
    await page.getByLabel('Sort by').selectOption('Build');
    const inOrder = await page
      .locator('.place-index tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-place')));
    // A hidden count stands by the middle of what it may be, so it may come before a shown one.
    const shown = inOrder.flatMap((id) => buildOf(index.places.find((one) => one.id === id)) ?? []);
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    expect(shown.length).toBeGreaterThan(1);
    await page.context().close();
  });

  test('has a row for each place, sorts by a heading, and finds a district by its member', async () => {
    const { page } = await open(INDEX);
    const rows = page.locator('table.place-index tbody tr');
    await expect.poll(() => rows.count()).toBe(index.places.length);
    await page.getByRole('button', { name: 'Build' }).click();
    // A hidden count stands by the middle of what it may be, so it may come before a shown one.
    const column = await rows.locator('td:nth-child(5)').allTextContents();
    const shown = index.places.map(build).filter((students) => students !== undefined);
    expect(column.filter((words) => /^\d/.test(words)).map(Number)).toEqual(shown.toSorted((a, b) => b - a));
    const [member = ''] = index.places[6]?.members ?? [];
    await page.getByRole('searchbox').fill(member);
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().getAttribute('data-place')).toBe(index.places[6]?.id);
    await page.context().close();
  });

  test('puts two places side by side, and its address brings them back', async () => {
    const { page } = await open(INDEX);
    for (const id of ['54001', '54003']) await page.locator(`tr[data-place="${id}"] input`).check();
    await page.getByRole('heading', { name: 'Side by side' }).waitFor();
    expect(new URL(page.url()).searchParams.get('compare')).toBe('54001,54003');
    await page.reload();
    const heads = page.locator('.compared thead th');
    await heads.first().waitFor();
    await expect.poll(() => heads.allTextContents()).toEqual([index.places[0]?.name, index.places[2]?.name]);
    await page.context().close();
  });

  test('offers a table to take along, of its release', async () => {
    const { page } = await open(INDEX);
    const href = await page.getByRole('link', { name: 'Download as CSV' }).getAttribute('href');
    const table = await (await fetch(`${product.url}${href}`)).text();
    expect(table.trim().split('\r\n').length).toBe(index.places.length + 1);
    await page.context().close();
  });
});

describe('the page of a place', () => {
  test('says the numbers of the API, its members and its rank', async () => {
    const { page } = await open(address());
    for (const { segment, students } of profile.segments) {
      const shown = await page.locator(`table.segments tr[data-segment="${segment}"] td`).first().textContent();
      if (students !== null) expect(shown).toBe(students.toLocaleString('en-US'));
      else expect(['few or none', 'nearly all', 'too few to say']).toContain(shown);
    }
    const text = (await page.locator('main').textContent()) ?? '';
    for (const { name } of profile.members) expect(text).toContain(`Senator ${name} (made up for the demo)`);
    const rank = profile.ranks.find(({ by, as }) => by === 'equip' && as === 'number');
    if (rank?.from == null) expect(text).toContain('not ranked: hidden');
    else expect(text).toMatch(new RegExp(`${rank.from}(st|nd|rd|th)( to ${rank.to}(st|nd|rd|th))? of ${rank.of}`));
    await page.context().close();
  });

  test('has an address of its release that shows the same', async () => {
    const { page } = await open(address());
    const cited = await page.locator('a.permanent').getAttribute('href');
    expect(cited).toBe(`${address()}?release=${profile.release}`);
    await page.goto(`${product.url}${cited}`);
    await page.getByRole('heading', { level: 1, name: profile.name }).waitFor();
    await page.context().close();
  });

  test('leads to neighbors, and the map to it', async () => {
    const { page } = await open(address());
    const [neighbor] = profile.neighbors;
    await page
      .getByRole('link', { name: neighbor?.name ?? '', exact: true })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: neighbor?.name ?? '' }).waitFor();
    await page.goto(`${product.url}/?place=senate_district:${profile.id}`);
    await page.getByRole('link', { name: `All about ${profile.name}` }).click();
    await page.getByRole('heading', { level: 1, name: profile.name }).waitFor();
    await page.context().close();
  });

  test('draws its map when it comes into view, and not before', async () => {
    const { page } = await open(address());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('.segments').waitFor();
    expect(await page.locator('.place-map canvas').count()).toBe(0);
    await page.locator('.place-map').scrollIntoViewIfNeeded();
    await page.locator('.place-map canvas').first().waitFor({ timeout: 60_000 });
    expect(asked.some((url) => url.includes('MapCanvas'))).toBe(true);
    await page.context().close();
  });
});

function build(row: PlaceIndex['places'][number]): number | undefined {
  return row.segments.find(({ segment }) => segment === 'build')?.students ?? undefined;
}
