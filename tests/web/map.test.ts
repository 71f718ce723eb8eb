/** The pages in a real browser against the real product with a small synthetic state. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, MAGNIFIED, openPage, PHONE, untilDrawn, violationsOn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

async function open(path: string, options: BrowserContextOptions = DESK): Promise<{ page: Page; faults: string[] }> {
  const opened = await openPage(browser, `${product.url}${path}`, options);
  await untilDrawn(opened.page);
  return opened;
}

/** Software rendering on a shared machine takes its time. */
function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 30_000, interval: 100 });
}

/** The picture of the map once it does not change any more. */
async function eventuallyStill(page: Page): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await page.locator('.map-canvas').screenshot();
        return last.equals(before);
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(true);
  return last;
}

describe('the map and the table', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['the map at a desk', '/', DESK],
    ['the map on a phone', '/', PHONE],
    ['the map in the dark', '/?theme=dark&measure=all', DESK],
    ['the map at high contrast', '/?theme=contrast&measure=equip', DESK],
    ['the table at a desk', '/table', DESK],
    ['the table on a phone', '/table?measure=all', PHONE],
    ['the map at 400 %', '/', MAGNIFIED],
  ];
  test.each(views)('break no rule of WCAG 2.1 AA and report no fault: %s', async (_name, path, options) => {
    const { page, faults } = await open(path, options);
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['at a desk', DESK],
    ['on a phone', PHONE],
  ])(
    'lead from the map to each other page from its top, accuracy for the release on it: %s',
    async (_size, options) => {
      const { page } = await open('/', options);
      const links = page.locator('.panel').getByRole('navigation', { name: 'Pages' }).getByRole('link');
      await eventually(() => links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
        '/places',
        expect.stringMatching(/^\/change/),
        '/rounds',
        '/collect',
        '/collect/prepare',
        expect.stringMatching(/^\/privacy\?release=\d+$/),
      ]);
      for (const link of await links.all())
        expect(((await link.boundingBox())?.y ?? Number.POSITIVE_INFINITY) + 44).toBeLessThan(options.viewport.height);
      await page.context().close();
    },
  );

  test('need no sideways scrolling at 400 %', async () => {
    const { page } = await open('/', MAGNIFIED);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    await page.context().close();
  });

  test('draw roads, creeks and schools close by, and say where in the state that is', async () => {
    const near = '/?at=-81.6326,38.3498,12';
    const { page } = await open(near);
    await eventually(() => page.locator('svg.locator title').textContent()).toBe('Where the map is in West Virginia');
    const withGround = await eventuallyStill(page);
    await page.context().close();

    const context = await browser.newContext(DESK);
    const bare = await context.newPage();
    await bare.route('**/ground/54/**', (route) => route.fulfill({ status: 204 }));
    await bare.goto(`${product.url}${near}`);
    await untilDrawn(bare);
    expect(withGround.equals(await eventuallyStill(bare))).toBe(false);
    await context.close();
  });

  test('ask nobody but our own server for anything', async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    const hosts = new Set<string>();
    page.on('request', (request) => {
      if (request.url().startsWith('http')) hosts.add(new URL(request.url()).origin);
    });
    await page.goto(product.url);
    await untilDrawn(page);
    expect([...hosts]).toEqual([new URL(product.url).origin]);
    await context.close();
  });
});

describe('the map', () => {
  test('says the state, the number, its sources and that the data is synthetic', async () => {
    const { page } = await open('/');
    await eventually(() => page.locator('.panel h1').textContent()).toContain('West Virginia');
    await expect.poll(() => page.locator('.figure .big-number').textContent()).toMatch(/^about [\d,]+$/);
    await expect
      .poll(() => page.locator('.figure-words').first().textContent())
      .toMatch(/^students live where no provider reports even 25\/3, by share of locations, of [\d,]+/);
    await expect.poll(() => page.locator('.sources .note').first().textContent()).toMatch(/FCC.*as of \w+ \d+, \d{4}/);
    await expect.poll(() => page.locator('.synthetic-mark').textContent()).toBe('Synthetic demo data');
    await page.context().close();
  });

  test('repaints a new choice from what is there, with no request for tiles', async () => {
    const { page } = await open('/');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/hexes/')) asked.push(request.url());
    });
    await page.getByLabel('Which students').selectOption('connect');
    await page.getByLabel('At which speed').selectOption('25_3');
    await page.getByLabel('By whose word').selectOption('fcc');
    await page.getByLabel('Counting which technologies').selectOption('any');
    await eventually(() => page.url()).toContain('profile=any');
    await expect.poll(() => page.locator('.legend-title').textContent()).toContain('connect');
    await expect.poll(() => page.locator('.sentence .note').textContent()).toContain('Satellite is counted');
    expect(asked).toEqual([]);
    await page.context().close();
  });

  test('draws the colors the legend prints', async () => {
    const { page } = await open('/?measure=all');
    const legend = await page
      .locator('.legend .swatch')
      .evaluateAll((swatches) => swatches.map((swatch) => swatch.getAttribute('data-fill') ?? ''));
    // Lines and labels over the hexes blend a little, most pixels of a class do not.
    await eventually(async () => {
      const drawn = await colorsOf(page);
      return legend.filter((fill) => drawn.has(fill)).length;
    }).toBeGreaterThanOrEqual(4);
    await page.context().close();
  });

  test('walks from hex to hex by arrow keys, says each, opens one and lets it go', async () => {
    const { page } = await open('/?measure=all');
    const map = page.getByRole('application');
    await map.focus();
    await page.keyboard.press('ArrowRight');
    const spoken = page.locator('#spoken');
    await eventually(() => spoken.textContent()).toMatch(
      /students.*(Build|Upgrade|Check|Connect|Ask|Every gap).*by share of locations/s,
    );
    const first = await spoken.textContent();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await eventually(() => spoken.textContent()).not.toBe(first);
    await page.keyboard.press('Enter');
    await eventually(() => page.url()).toContain('selected=hex:');
    await eventually(() => page.locator('.card').textContent()).toMatch(/Who says what/);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.card').count()).toBe(0);
    await page.context().close();
  });

  test('says on a card what is estimated and what is hidden, in words', async () => {
    const { page } = await open('/');
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => page.locator('#spoken').textContent()).not.toBe('');
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('.card table.mini').textContent()).toMatch(
      /by share of locations(about [\d,]+|fewer than 10)/,
    );
    for (const cell of await page.locator('.card table.mini td').allTextContents()) expect(cell.trim()).not.toBe('');
    await page.context().close();
  });

  test('walks the ranked clusters, each with its outline, card and place in the address', async () => {
    const { page } = await open('/');
    await page.locator('.cluster-list button').first().click();
    await eventually(() => page.locator('.card .eyebrow').textContent()).toBe('Cluster 1');
    const first = page.url();
    await page.getByRole('button', { name: 'Next' }).click();
    await eventually(() => page.locator('.card .eyebrow').textContent()).toBe('Cluster 2');
    await page.goBack();
    await eventually(() => page.locator('.card .eyebrow').textContent()).toBe('Cluster 1');
    expect(new URL(page.url()).searchParams.get('selected')).toBe(new URL(first).searchParams.get('selected'));
    await page.context().close();
  });

  test('finds a county and shows its number', async () => {
    const { page } = await open('/');
    await page.getByRole('combobox', { name: 'Find a county, district or town' }).fill('kanawha');
    await page.getByRole('option', { name: /Kanawha County\s*county/ }).click();
    await eventually(() => page.url()).toContain('place=county:54039');
    await eventually(() => page.locator('#how-much').textContent()).toBe('How much, Kanawha County');
    await page.context().close();
  });

  test('finds what is called by a word that names a kind of places too, and no other of that kind', async () => {
    const { page } = await open('/');
    const found = page.getByRole('listbox').getByRole('option');
    for (const word of ['town', 'county']) {
      const { places } = (await (await fetch(`${product.url}/api/v1/places?q=${word}&limit=12`)).json()) as {
        places: { name: string }[];
      };
      await page.getByRole('combobox', { name: 'Find a county, district or town' }).fill(word);
      await eventually(() => found.count()).toBe(places.length);
      for (const { name } of places) expect(await found.filter({ hasText: name }).count()).toBeGreaterThan(0);
    }
    await page.context().close();
  });

  test('finds a school, and the map goes there while the number stays the state’s', async () => {
    const { page } = await open('/');
    await page.getByRole('combobox', { name: 'Find a county, district or town' }).fill('charleston example h');
    await page.getByRole('option', { name: /Charleston Example High School\s*school, Kanawha/ }).click();
    await eventually(() => new URL(page.url()).searchParams.get('at')?.split(',').map(Number)).toEqual([
      expect.closeTo(-81.65, 0),
      expect.closeTo(38.35, 0),
      10.5,
    ]);
    expect(page.url()).not.toContain('place=');
    await page.context().close();
  });

  test('opens from a link as it was copied', async () => {
    const path =
      '/?measure=upgrade&source=fcc&tier=100_20&profile=wired&at=-81.6000,38.3500,8.50&place=county:54039&only=01&theme=dark';
    const { page } = await open(path);
    expect(await page.getByLabel('Which students').inputValue()).toBe('upgrade');
    expect(await page.getByLabel('By whose word').inputValue()).toBe('fcc');
    expect(await page.getByLabel('Counting which technologies').inputValue()).toBe('wired');
    await expect.poll(() => page.locator('.legend [aria-pressed="true"]').count()).toBe(2);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(new URL(page.url()).searchParams.get('at')).toBe('-81.6000,38.3500,8.50');
    await page.context().close();
  });
});

describe('the table of the map', () => {
  test('is one key away and says the same clusters', async () => {
    const { page } = await open('/');
    const listed = (await page.locator('.cluster-name').first().textContent()) ?? 'no cluster';
    await page.getByRole('application').press('t');
    await eventually(() => new URL(page.url()).pathname).toBe('/table');
    await eventually(() => page.locator('table.wide').first().locator('tbody tr').first().textContent()).toContain(
      listed,
    );
    await eventually(() => page.locator('table.wide').nth(1).locator('tbody tr').count()).toBeGreaterThan(5);
    await page.context().close();
  });

  test('leaves no cell blank', async () => {
    const { page } = await open('/table?measure=all');
    await eventually(() => page.locator('table.wide').nth(1).locator('tbody tr').count()).toBeGreaterThan(5);
    for (const cell of await page.locator('table.wide td').allTextContents()) expect(cell.trim()).not.toBe('');
    await page.context().close();
  });
});

describe('a failed request', () => {
  test('is named on the page, and tried again on request', async () => {
    const context = await browser.newContext(DESK);
    const page = await context.newPage();
    await page.route('**/api/v1/release*', (route) => route.abort());
    await page.goto(product.url);
    const again = page.getByRole('button', { name: 'Try again' }).first();
    await again.waitFor({ timeout: 60_000 });
    await page.unroute('**/api/v1/release*');
    await again.click();
    await untilDrawn(page);
    await context.close();
  });
});

/** Colors of the map's pixels, as the legend writes them. */
async function colorsOf(page: Page): Promise<Set<string>> {
  return new Set(await pixels(page, (await page.locator('.map-canvas').screenshot()).toString('base64')));
}

/** The page's own rules forbid data: requests, so an image element decodes the picture, which they allow. */
function pixels(page: Page, png: string): Promise<string[]> {
  return page.evaluate(`new Promise((resolve) => {
    const image = new Image();
    image.onload = () => {
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const counts = new Map();
      for (let i = 0; i < data.length; i += 4) {
        const key = 'rgb(' + data[i] + ' ' + data[i + 1] + ' ' + data[i + 2] + ')';
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      resolve([...counts].filter(([, count]) => count > 40).map(([key]) => key));
    };
    image.src = 'data:image/png;base64,${png}';
  })`) as Promise<string[]>;
}
