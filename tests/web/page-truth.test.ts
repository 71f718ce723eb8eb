/** What stood in a reader's way on the map page: whose view, all students, focus, print, keys, phones and 400 %. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { ClusterPage } from '../../server/features/clusters/contract.ts';
import type { Release } from '../../server/features/releases/contract.ts';
import { DESK, MAGNIFIED, openPage, PHONE, untilDrawn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

async function open(path: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const { page } = await openPage(browser, `${product.url}${path}`, options);
  await untilDrawn(page);
  return page;
}

function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 30_000, interval: 100 });
}

/** Whether the element is what a pointer at its middle would meet. */
function isOnTop(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`(() => {
    const element = document.querySelector('${selector}');
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  })()`) as Promise<boolean>;
}

async function told<Body>(path: string): Promise<Body> {
  return (await fetch(`${product.url}${path}`)).json() as Promise<Body>;
}

function stateTotals(): Promise<NonNullable<Release['totals']> & { students: number }> {
  return told<Release>('/api/v1/release?statistics=all').then(({ totals }) => totals as never);
}

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} has no box`);
  return box;
};

describe('a number', () => {
  test('says whose view it is, how many filings it rests on, and why the agency’s differs', async () => {
    const page = await open('/');
    const { filings } = await told<Release>('/api/v1/release');
    expect(filings.used).toBeLessThan(filings.of);
    await expect
      .poll(() => page.locator('.panel .whose-view').textContent())
      .toBe(
        `Public view. ${filings.used} of ${filings.of} filings: one is not public. The state agency’s view rests on all of them and on finer hexes, so its estimates differ; counts rest on public filings in every view.`,
      );
    await page.goto(`${product.url}/privacy`);
    await eventually(() => page.locator('#whose-view').textContent()).toContain('one is not public');
    await page.context().close();
  });

  test('names each filing’s own date, not the latest for all', async () => {
    const page = await open('/');
    const { sources } = await told<Release>('/api/v1/release');
    const dates = new Set(sources.filter(({ source }) => source === 'puc').map(({ asOf }) => asOf));
    expect(dates.size).toBeGreaterThan(1);
    await expect
      .poll(() => page.locator('.sources .note').first().textContent())
      .toMatch(/as of dates from \w+ \d+, \d{4} to \w+ \d+, \d{4}/);
    await page.context().close();
  });
});

describe('all students', () => {
  test('stand in one bar of six segments, as wide as their numbers, and those add up', async () => {
    const page = await open('/');
    await page.locator('.stacked-bar').waitFor();
    const { counts, students } = await stateTotals();
    const keys = ['lever.build', 'lever.upgrade', 'lever.connect', 'lever.check', 'lever.ask', 'home.connected'];
    const numbers = keys.map((key) => Number(counts[key]));
    const widths = await page
      .locator('.stacked-bar [data-segment]')
      .evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute('data-width'))));
    const whole = Math.max(
      numbers.reduce((sum, one) => sum + one, 0),
      students,
    );
    for (const [i, count] of numbers.entries()) expect(widths[i]).toBeCloseTo((count / whole) * 360, 1);
    // Six counts, each within the noise of four and rounded to fives.
    expect(Math.abs(numbers.reduce((sum, one) => sum + one, 0) - students)).toBeLessThanOrEqual(6 * 6.5);
    await page.context().close();
  });

  test('are never summed into gaps with those who gave no answer', async () => {
    const page = await open('/?measure=all');
    const { counts } = await stateTotals();
    const proven = ['build', 'upgrade', 'connect'].reduce((sum, lever) => sum + Number(counts[`lever.${lever}`]), 0);
    await eventually(() => page.locator('.big-number').textContent()).toBe(proven.toLocaleString('en-US'));
    await page.context().close();
  });

  test('show a segment on the map when it is chosen', async () => {
    const page = await open('/');
    await page.getByRole('button', { name: /^Connect/ }).click();
    await eventually(() => page.url()).toContain('measure=connect');
    await eventually(() => page.locator('.legend-title').textContent()).toContain('connect');
    await page.context().close();
  });
});

describe('the keyboard', () => {
  test('leaves legend, zoom and the synthetic mark on top while the map has the focus', async () => {
    const page = await open('/');
    await page.keyboard.press('Tab');
    await page.getByRole('application').focus();
    for (const over of ['.stage > .legend', '.zoom', '.panel']) expect(await isOnTop(page, over), over).toBe(true);
    const mark = page.locator('.synthetic-mark');
    // It lets the pointer through, so it is asked as if it did not.
    await mark.evaluate((element) => element.setAttribute('style', 'pointer-events: auto'));
    expect(await isOnTop(page, '.synthetic-mark')).toBe(true);
    await page.context().close();
  });

  test('toggles the table by T on the map and in the table, and nowhere else', async () => {
    const page = await open('/');
    for (const elsewhere of ['.legend button', '.panel select', '.take-along button']) {
      await page.locator(elsewhere).first().focus();
      await page.keyboard.press('t');
    }
    expect(new URL(page.url()).pathname).toBe('/');
    await page.getByRole('application').focus();
    await page.keyboard.press('t');
    await eventually(() => new URL(page.url()).pathname).toBe('/table');
    await eventually(() => page.evaluate('document.activeElement.tagName')).toBe('H2');
    await page.keyboard.press('t');
    await eventually(() => new URL(page.url()).pathname).toBe('/');
    await eventually(() => page.evaluate('document.activeElement.className')).toContain('map-frame');
    await page.context().close();
  });

  test('jumps to the darkest hex in view, and says where each hex is', async () => {
    const page = await open('/');
    await page.getByRole('application').focus();
    // The names of towns come a moment after the map.
    const spoken = async () => {
      await page.keyboard.press('Home');
      return page.locator('#spoken').textContent();
    };
    await eventually(spoken).toMatch(/It lies (at|[\d.]+ miles \w+ of) \w+/);
    // The legend marks the step of the hex pointed at: the darkest that any hex in view has.
    const steps = await page.locator('.legend li button').evaluateAll((rows) =>
      rows.slice(0, 5).map((row) => ({
        hexes: Number.parseInt((row.querySelector('.legend-count')?.textContent ?? '').replace(',', ''), 10),
        isPointed: row.getAttribute('data-pointed') !== null,
      })),
    );
    expect(steps.findLastIndex(({ hexes }) => hexes > 0)).toBe(steps.findIndex(({ isPointed }) => isPointed));
    await page.goto(`${product.url}/table`);
    const first = page.locator('table.wide').nth(1).locator('tbody tr').first();
    await eventually(() => first.locator('td').first().textContent()).toMatch(/^(at|[\d.]+ miles)/);
    await page.context().close();
  });
});

describe('paper', () => {
  test('waits for the map, its state’s outline and the cluster that is open', async () => {
    const { clusters } = await told<ClusterPage>('/api/v1/clusters?limit=1');
    const { page } = await openPage(browser, 'about:blank', DESK);
    await page.addInitScript(
      'window.print = () => { window.printed = document.querySelector(".print-only").innerHTML; }',
    );
    await page.goto(`${product.url}/?selected=cluster:${clusters[0]?.id}`);
    await page.getByRole('button', { name: 'Print' }).click();
    await eventually(() => page.evaluate('window.printed ?? ""')).toContain('print-map');
    const printed = String(await page.evaluate('window.printed'));
    const [state = '', , cluster = ''] = [...printed.matchAll(/<path d="([^"]*)" stroke-width/g)].map(([, d]) => d);
    expect(state.length).toBeGreaterThan(500);
    expect(cluster.length).toBeGreaterThan(20);
    expect(printed).not.toContain('was not ready');
    expect(printed).toContain('one is not public');
    await page.context().close();
  });

  test('is a few pages of the table, not all of it', async () => {
    const page = await open('/table');
    await eventually(() => page.locator('table.wide').nth(1).locator('tbody tr').count()).toBeGreaterThan(5);
    const pdf = await page.pdf({ format: 'letter' });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(6);
    await page.context().close();
  });
});

describe('a link to a place', () => {
  test('opens on the place, not on the state', async () => {
    const page = await open('/?place=county:54039');
    await eventually(() => new URL(page.url()).searchParams.get('at')?.split(',').map(Number)).toEqual([
      expect.closeTo(-81.6, 0),
      expect.closeTo(38.35, 0),
      expect.closeTo(9.3, 0),
    ]);
    await page.context().close();
  });
});

describe('outlines of filings', () => {
  test('say so where none is drawn', async () => {
    const page = await open('/?areas=yes&at=-70.0000,30.0000,9.00');
    await eventually(() => page.locator('.options').textContent()).toContain('No outline of a public filing is drawn');
    await page.context().close();
  });

  test('names whose filings are in view where the map is too close for a name', async () => {
    const page = await open('/?areas=yes&at=-81.6326,38.3498,15.00');
    await eventually(() => page.locator('.options').textContent()).toMatch(/In this view: .*(Larkspur|Lantern)/);
    await page.context().close();
  });
});

describe('coverage', () => {
  test('is told for the whole state, at the speed of the sentence', async () => {
    const page = await open('/?layer=coverage&tier=25_3');
    const total = page.locator('[data-total=coverage]');
    await eventually(() => total.textContent()).toMatch(/^In West Virginia, [\d,]+ of [\d,]+ locations .* at 25\/3 /);
    await page.context().close();
  });
});

describe('little room', () => {
  test.each([
    ['a phone', PHONE],
    ['400 %', MAGNIFIED],
  ])('shows the number first: %s', async (_name, options) => {
    const page = await open('/', options);
    const number = await boxOf(page, '.big-number');
    expect(number.y + number.height).toBeLessThan(options.viewport.height);
    expect(number.y).toBeLessThan((await boxOf(page, '.sentence')).y);
    await page.context().close();
  });

  test('leaves the table its room on a phone, with nothing over it', async () => {
    const page = await open('/table', PHONE);
    const rows = page.locator('table.wide').nth(1).locator('tbody tr');
    await eventually(() => rows.count()).toBeGreaterThan(5);
    const last = rows.last().locator('td').first();
    await last.scrollIntoViewIfNeeded();
    const { x, y, height } = await boxOf(page, 'table.wide >> nth=1 >> tbody tr:last-child td:first-child');
    const met = await page.evaluate(
      `document.elementFromPoint(${x + 8}, ${y + height / 2})?.closest('.panel, td')?.tagName`,
    );
    expect(met).toBe('TD');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.context().close();
  });

  test('fits the tables into a desk', async () => {
    const page = await open('/table');
    await eventually(() => page.locator('table.wide').nth(1).locator('tbody tr').count()).toBeGreaterThan(5);
    expect(await page.locator('.scroll-hint').count()).toBe(0);
    await page.context().close();
  });
});
