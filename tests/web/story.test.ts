/** The eight minutes, in a real browser against the real product: by keyboard alone, on a phone, and from a file without a network. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import type { Story } from '../../server/features/stories/contract.ts';
import { DESK, faultsOn, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

const PLACE = 'senate_district/54011';
let product: Product;
let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'gapmap-story-'));

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function drawn(page: Page): Promise<void> {
  await page.locator('.deck-drawing svg').last().waitFor({ state: 'attached' });
}

async function open(path: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, `${product.url}${path}`, options);
  await drawn(opened.page);
  return opened;
}

const current = (page: Page) => page.locator('.deck-step[data-current]').getAttribute('data-step');
const storyAt = async (query = '') =>
  (await (await fetch(`${product.url}/api/v1/stories/${PLACE}${query}`)).json()) as Story;

describe('the page of a story', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', `/story/${PLACE}`, DESK],
    ['in the dark', `/story/${PLACE}?theme=dark`, DESK],
    ['on a phone, in Spanish', `/story/${PLACE}?lang=es`, PHONE],
    ['at 400 %', '/story/state/54', MAGNIFIED],
  ];
  test.each(views)(
    'breaks no rule of WCAG 2.1 AA at any step and needs no sideways scrolling: %s',
    async (name, path, options) => {
      const { page, faults } = await open(path, options);
      const count = await page.locator('.deck-step').count();
      for (let at = 0; at < count; at++) {
        expect(await violationsOn(page)).toEqual([]);
        expect(await overhangOn(page)).toBe(0);
        await picture(page, `story ${name} ${at}`, { isWhole: at === 0 });
        await page.locator('[data-do=next]').click();
      }
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test('follows a clicker from where it opens, with nothing focused', async () => {
    const { page } = await open(`/story/${PLACE}`);
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('body').innerText()).toMatch(/\b2 \/ \d/);
    await page.context().close();
  });

  test('is told by keyboard and clicker alone, full screen, and left by Escape', async () => {
    const { page, faults } = await open(`/story/${PLACE}`);
    const deck = page.locator('.deck');
    const steps = await page
      .locator('.deck-step')
      .evaluateAll((all) => all.map((step) => step.getAttribute('data-step')));
    await deck.locator('[data-do=whole]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.deck[data-presenting]').waitFor();
    const seen = [await current(page)];
    for (const key of ['ArrowRight', 'PageDown', ' ', 'ArrowDown', 'ArrowRight', 'ArrowRight']) {
      await page.keyboard.press(key);
      seen.push(await current(page));
    }
    // One more than there are steps stays at the last.
    expect(seen).toEqual([...steps, steps.at(-1)]);
    await page.keyboard.press('PageUp');
    expect(await current(page)).toBe(steps.at(-2));
    await page.keyboard.press('Home');
    expect(await current(page)).toBe(steps[0]);
    await page.keyboard.press('End');
    expect(await current(page)).toBe(steps.at(-1));
    await expect.poll(() => page.locator('.deck-live').textContent()).toBe('Thank you');
    await page.keyboard.press('n');
    await expect
      .poll(() => page.locator('.deck-note:visible').textContent())
      .toBe('Leave this on the screen while there are questions.');
    await page.keyboard.press('Escape');
    await page.locator('.deck:not([data-presenting])').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('flies with the camera, and jumps where motion is not wanted', async () => {
    const still = await open(`/story/${PLACE}`);
    const moving = await open(`/story/${PLACE}`, { ...DESK, reducedMotion: 'no-preference' });
    const styled = (page: Page, name: string) =>
      page.evaluate<string>(`getComputedStyle(document.querySelector('.deck-drawing')).${name}`);
    const duration = async (page: Page) => (await styled(page, 'transitionDuration')).split(',')[0];
    expect([await duration(still.page), await duration(moving.page)]).toEqual(['0s', '1.1s']);
    await still.page.locator('.deck').focus();
    for (let at = 0; at < 2; at++) await still.page.keyboard.press('ArrowRight');
    const { steps } = await storyAt();
    const [state] = steps.find(({ id }) => id === 'where')?.map.cameras ?? [];
    const matrix = Number((await styled(still.page, 'transform')).split(/[(,]/)[1]);
    expect(matrix).toBeCloseTo(state?.zoom ?? 0, 2);
    await still.page.context().close();
    await moving.page.context().close();
  });

  test('orders and hides steps, keeps them in the address, and notes in the browser alone', async () => {
    const { page } = await open(`/story/${PLACE}`);
    await page.getByRole('button', { name: 'My district: one up' }).click();
    await page.getByRole('checkbox', { name: 'Show: Where' }).uncheck();
    await page.getByRole('textbox', { name: 'Notes for: The state' }).fill('Mind the chair.');
    expect(new URL(page.url()).searchParams.get('steps')).toBe('title,state,district,why,thanks');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.reload();
    await drawn(page);
    const order = page.locator('.deck-step').evaluateAll((all) => all.map((step) => step.getAttribute('data-step')));
    expect(await order).toEqual(['title', 'state', 'district', 'why', 'thanks']);
    expect(await page.getByRole('textbox', { name: 'Notes for: The state' }).inputValue()).toBe('Mind the chair.');
    expect(asked.filter((request) => /Mind|chair/.test(request))).toEqual([]);
    await page.context().close();
  });

  test('takes every word from a message, or from the story', async () => {
    const { page } = await open(`/story/${PLACE}?lang=qps`);
    const story = await storyAt('?lang=qps');
    const said = JSON.stringify([story, story.sources.join(' ')]);
    const isSaid = (words: string) =>
      words
        .split(' · ')
        .every((piece) => said.includes(JSON.stringify(piece).slice(1, -1)) || /^[←→↑↓\d:/ ]*$/.test(piece));
    expect((await unsaidOn(page)).filter((words) => !isSaid(words))).toEqual([]);
    await page.context().close();
  });
});

describe('two places side by side', () => {
  const OTHER = 'county:54019';
  const STEPS = `title,beside:${OTHER},thanks`;

  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', 'en', DESK],
    ['on a phone, in Spanish', 'es', PHONE],
  ];
  test.each(views)('are readable, each with its map and its number: %s', async (name, lang, options) => {
    const { page, faults } = await open(`/story/${PLACE}?lang=${lang}&steps=${STEPS}`, options);
    const { steps } = await storyAt(`?lang=${lang}&beside=${OTHER}`);
    const halves = steps.find(({ id }) => id === 'beside')?.halves ?? [];
    await page.locator('.deck-half').nth(1).waitFor({ state: 'attached' });
    await page.locator('[data-do=next]').click();
    await expect
      .poll(() => page.locator('.deck-half h3:visible').allTextContents())
      .toEqual(halves.map(({ title }) => title));
    await expect
      .poll(() => page.locator('.deck-half .deck-figure strong').allTextContents())
      .toEqual(halves.map(({ figure }) => figure.value));
    await expect.poll(() => page.locator('.deck-half-map svg:visible').count()).toBe(2);
    expect(await faultsOn(page)).toEqual([]);
    await picture(page, `story beside ${name}`);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('are chosen on the page, kept by the address, ordered like any step, and left again', async () => {
    const { page } = await open(`/story/${PLACE}`);
    await page.getByLabel('Kind of place').selectOption('county');
    await page.getByLabel('Which one').selectOption('54019');
    const order = () =>
      page.locator('.deck-step').evaluateAll((all) => all.map((step) => step.getAttribute('data-step')));
    await expect.poll(order).toEqual(['title', 'state', 'where', 'why', 'district', 'beside', 'thanks']);
    await page.getByRole('button', { name: 'Side by side: one up' }).click();
    expect(new URL(page.url()).searchParams.get('steps')).toBe(`title,state,where,why,beside:${OTHER},district,thanks`);
    await page.reload();
    await drawn(page);
    await expect.poll(order).toEqual(['title', 'state', 'where', 'why', 'beside', 'district', 'thanks']);
    await page.getByLabel('Kind of place').selectOption('');
    await expect.poll(order).toEqual(['title', 'state', 'where', 'why', 'district', 'thanks']);
    await page.context().close();
  });

  test('are in the saved file, without a request, and jump there where motion is not wanted', async () => {
    const { page } = await open(`/story/${PLACE}?steps=${STEPS}`);
    await page.locator('.deck-half-map svg').nth(1).waitFor({ state: 'attached' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /HTML/ }).click(),
    ]);
    const file = join(folder, 'beside.html');
    await download.saveAs(file);
    await page.context().close();
    const context = await browser.newContext({ ...DESK, offline: true, reducedMotion: 'reduce' });
    const alone = await context.newPage();
    const asked: string[] = [];
    alone.on('request', (request) => asked.push(request.url()));
    await alone.goto(pathToFileURL(file).href);
    await alone.keyboard.press('PageDown');
    expect(await current(alone)).toBe('beside');
    await expect.poll(() => alone.locator('.deck-half-map svg:visible').count()).toBe(2);
    const moved = await alone.evaluate<string[]>(
      `['.deck-step', '.deck-drawing'].map((name) => getComputedStyle(document.querySelector(name)).transitionDuration)`,
    );
    expect(moved.map((duration) => duration.split(',')[0])).toEqual(['0s', '0s']);
    expect(asked.filter((address) => !/^(file|data):/.test(address))).toEqual([]);
    await picture(alone, 'story beside file', { isWhole: false });
    await context.close();
  });
});

describe('the saved file', () => {
  test.each(['en', 'es'])(
    'is told from a disk in a clean browser without a network: no request, no error: %s',
    async (lang) => {
      const { page } = await open(`/story/${PLACE}?lang=${lang}`);
      await page.getByRole('textbox').nth(1).fill('Mind the chair.');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /HTML/ }).click(),
      ]);
      const file = join(folder, `${lang}.html`);
      await download.saveAs(file);
      await page.context().close();

      const context = await browser.newContext({ ...DESK, offline: true });
      const alone = await context.newPage();
      const [asked, faults]: [string[], string[]] = [[], []];
      alone.on('request', (request) => asked.push(request.url()));
      alone.on('pageerror', (error) => faults.push(error.message));
      alone.on('console', (message) => faults.push(message.text()));
      await alone.goto(pathToFileURL(file).href);
      const { steps } = await storyAt(`?lang=${lang}`);
      for (const { id, title, sentences } of steps.filter(({ isEmpty }) => !isEmpty)) {
        expect(await current(alone)).toBe(id);
        const shown = alone.locator('.deck-step[data-current]');
        await expect.poll(() => shown.locator('h2').textContent()).toBe(title);
        for (const sentence of sentences) await shown.getByText(sentence).waitFor();
        await alone.keyboard.press('PageDown');
      }
      await alone.keyboard.press('Home');
      await alone.keyboard.press('ArrowRight');
      await alone.keyboard.press('n');
      await expect.poll(() => alone.locator('.deck-note:visible').textContent()).toBe('Mind the chair.');
      expect(await alone.evaluate(`document.fonts.check('16px "Public Sans Variable"')`)).toBe(true);
      expect(await alone.locator('html').getAttribute('lang')).toBe(lang);
      // The font alone is in it, as data.
      expect(asked.filter((address) => !/^(file|data):/.test(address))).toEqual([]);
      expect(faults).toEqual([]);
      expect(await violationsOn(alone)).toEqual([]);
      expect(readFileSync(file, 'utf8')).toContain("default-src 'none'");
      await picture(alone, `story file ${lang}`, { isWhole: false });
      await context.close();
    },
  );
});

describe('a link to a story', () => {
  test('is made by the agency, titled, and read by anybody who can change nothing', async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await openLink(page, product.links.agency);
    await page.goto(`${product.url}/story/${PLACE}?audience=agency`);
    await page.goto(`${product.url}/story/${PLACE}?audience=agency&steps=title,thanks`);
    await page.getByLabel('Title', { exact: true }).last().fill('For the committee');
    await page.getByRole('button', { name: 'Make a link' }).click();
    const address = (await page.getByRole('status').getByRole('link').textContent()) ?? '';
    await page.getByRole('button', { name: 'End the link “For the committee”' }).waitFor();
    await page.goto(address);
    await drawn(page);
    await expect.poll(() => page.locator('h1').textContent()).toBe('For the committee');
    await expect.poll(() => page.locator('.deck-step').count()).toBe(2);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.goto(`${product.url}/story/${PLACE}?audience=agency`);
    await page.getByRole('button', { name: 'End the link “For the committee”' }).click();
    await page.getByText('None yet.').waitFor();
    expect((await fetch(address)).status).toBe(404);
    await context.close();
  });
});
