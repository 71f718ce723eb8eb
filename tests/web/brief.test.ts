/** The page of a brief, in a real browser against the real product: it says what the API says, on screen and on paper. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Brief } from '../../server/features/briefs/contract.ts';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { readPdf } from '../support/read-pdf.ts';
import { unsaidOn } from '../support/unsaid.ts';

const PLACE = 'senate_district/54011';
let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

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
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    await picture(page, `brief ${name}`);
    await page.context().close();
  });

  test.each(['en', 'es'])('says what the API says: %s', async (lang) => {
    const brief = await briefAt(`?lang=${lang}`);
    const { page } = await open(`/brief/${PLACE}?lang=${lang}`);
    await expect.poll(() => page.locator('h1').textContent()).toBe(brief.title);
    await expect.poll(() => page.locator('.lead').textContent()).toBe(brief.sentence);
    await expect.poll(() => page.locator('.brief-number').textContent()).toBe(brief.figure.value);
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

  test.each([
    ['en', PLACE],
    ['es', PLACE],
    ['en', 'state/54'],
    ['es', 'state/54'],
    ['es', 'county/54067'],
  ])('prints on one letter page: %s, %s', async (lang, place) => {
    const { page } = await open(`/brief/${place}?lang=${lang}`);
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
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('no such place');
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
