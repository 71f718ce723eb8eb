/** The page of a brief, in a real browser against the real product: it says what the API says, on screen and on paper. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Brief } from '../../server/features/briefs/contract.ts';
import { DESK, MAGNIFIED, openBrowser, openPage, PHONE } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { type Product, startProduct } from '../support/product.ts';
import { readPdf } from '../support/read-pdf.ts';
import { unsaidOn } from '../support/unsaid.ts';

const PLACE = 'senate_district/54011';
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

async function briefAt(query = ''): Promise<Brief> {
  return (await (await fetch(`${product.url}/api/v1/briefs/${PLACE}${query}`)).json()) as Brief;
}

async function drawn(page: Page): Promise<void> {
  await page.locator('.brief-map svg').waitFor();
}

async function open(path: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, `${product.url}${path}`, options);
  await drawn(opened.page);
  return opened;
}

describe('the page of a brief', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', `/brief/${PLACE}`, DESK],
    ['in the dark', `/brief/${PLACE}?theme=dark`, DESK],
    ['on a phone, in Spanish', `/brief/${PLACE}?lang=es`, PHONE],
    ['at 400 %', '/brief', MAGNIFIED],
  ];
  test.each(views)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s', async (name, path, options) => {
    const { page, faults } = await open(path, options);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    ).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      options.viewport?.width ?? 0,
    );
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/brief ${name}.png`, fullPage: true });
    await page.context().close();
  });

  test.each(['en', 'es'])('says what the API says: %s', async (lang) => {
    const brief = await briefAt(`?lang=${lang}`);
    const { page } = await open(`/brief/${PLACE}?lang=${lang}`);
    expect(await page.locator('h1').textContent()).toBe(brief.title);
    expect(await page.locator('.lead').textContent()).toBe(brief.sentence);
    expect(await page.locator('.brief-number').textContent()).toBe(brief.figure.value);
    expect(await page.locator('.brief-map [role=img]').getAttribute('aria-label')).toBe(brief.map.alt);
    for (const { title, rows } of [brief.why, brief.answers, brief.clusters]) {
      const section = page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });
      const cells = await section
        .locator('tbody tr')
        .evaluateAll((lines) =>
          lines.map((line) => Array.from(line.querySelectorAll('th, td'), ({ textContent }) => textContent)),
        );
      expect(cells).toEqual(rows);
    }
    await page.context().close();
  });

  test('takes every word from a message, or from the brief', async () => {
    const { page } = await open(`/brief/${PLACE}?lang=qps`);
    const brief = await briefAt('?lang=qps');
    // The map comes as drawn by the server, like the brief.
    const map = await (await fetch(`${product.url}/api/v1/briefs/${PLACE}/map.svg?lang=qps`)).text();
    const said = JSON.stringify([brief, map]);
    const isSaid = (words: string) =>
      words.split(' · ').every((piece) => said.includes(JSON.stringify(piece).slice(1, -1)));
    const strays = (await unsaidOn(page)).filter((words) => !isSaid(words));
    expect(strays).toEqual([]);
    await page.context().close();
  });

  test.each(['en', 'es'])('prints on one letter page: %s', async (lang) => {
    const { page } = await open(`/brief/${PLACE}?lang=${lang}`);
    const pdf = await readPdf(await page.pdf({ format: 'Letter', preferCSSPageSize: true }));
    expect(pdf.pages).toBe(1);
    await page.context().close();
  });

  test('is one step from the map and one step back', async () => {
    const { page, faults } = await openPage(browser, `${product.url}/?place=senate_district:54011`, DESK);
    await page.getByRole('link', { name: 'A brief on one page' }).click();
    await drawn(page);
    expect(new URL(page.url()).pathname).toBe(`/brief/${PLACE}`);
    await page.getByRole('link', { name: 'On the map' }).click();
    await page.locator('#how-much').waitFor();
    expect(new URL(page.url()).searchParams.get('place')).toBe('senate_district:54011');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('says what is wrong with an address that leads to no place', async () => {
    const { page } = await openPage(browser, `${product.url}/brief/county/54999`, DESK);
    expect(await page.getByRole('alert').textContent()).toContain('no such place');
    await page.context().close();
  });
});

describe('a shared link to a brief', () => {
  test('is short, leads to the brief, and shows its sentence and picture', async () => {
    const { link, sentence } = await briefAt();
    const response = await fetch(link.address);
    expect(response.url).toBe(link.permanent);
    const document = await response.text();
    const content = (property: string) =>
      new RegExp(`<meta property="${property}" content="([^"]*)">`).exec(document)?.[1];
    expect(content('og:description')).toBe(sentence);
    const picture = await fetch((content('og:image') ?? '').replaceAll('&amp;', '&'));
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  });

  test.each([`/brief/${PLACE}?release=99`, '/brief/county/54999', '/brief/nonsense/1'])(
    'is a page all the same where there is nothing to show: %s',
    async (path) => {
      const response = await fetch(`${product.url}${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toContain('og:image');
    },
  );
});

describe('the ask', () => {
  test('is written by the agency on the page, and stands on everybody’s brief once it is public', async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await openLink(page, product.links.agency);
    await page.goto(`${product.url}/brief/${PLACE}?audience=agency`);
    await page.getByLabel('Amount, in US dollars').fill('four million');
    await page.getByRole('button', { name: 'Save the ask' }).click();
    await page.getByText('A whole number of dollars, such as 4200000.').waitFor();
    await page.getByLabel('Amount, in US dollars').fill('4,200,000');
    await page.getByLabel('Program').fill('BEAD');
    await page.getByLabel('Show it on everybody’s brief').check();
    await page.getByRole('button', { name: 'Save the ask' }).click();
    await page.locator('.brief-ask').getByText('$4,200,000').waitFor();
    expect((await briefAt()).ask.rows).toEqual([
      ['Amount', '$4,200,000'],
      ['Program', 'BEAD'],
    ]);
    await context.close();
  });
});
