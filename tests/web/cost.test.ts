/** What it would cost, in a real browser against the real product: staff cost five clusters under a budget, by clicks and keys. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CostAnswer } from '../../server/features/cost/contract.ts';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let saved = '';

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

/** The page as the agency, in a context of its own. */
async function open(path: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, 'about:blank', options);
  await openLink(opened.page, product.links.agency);
  await opened.page.goto(`${product.url}${path}`);
  await opened.page.locator('.cost-row').first().waitFor();
  opened.faults.length = 0;
  return opened;
}

const shot = (page: Page, name: string) => picture(page, `cost ${name}`);

/** An answer of the server, when the page has it. */
const answered = (page: Page) =>
  page.waitForResponse((response) => response.url().includes('/cost/estimates') && response.ok());

async function pickFive(page: Page): Promise<CostAnswer> {
  const boxes = page.locator('.cost-list input');
  for (let at = 0; at < 5; at++) {
    await boxes.nth(at).focus();
    await page.keyboard.press('Space');
  }
  await page.locator('.cost-chosen', { hasText: '5' }).waitFor();
  for (;;) {
    const answer = (await (await answered(page)).json()) as CostAnswer;
    if (answer.clusters.length === 5) return answer;
  }
}

describe('what it would cost', () => {
  test('staff cost five clusters under a budget, save them, and another browser opens the link', async () => {
    const { page, faults } = await open('/cost');
    const answer = await pickFive(page);
    await page.locator('.cost-plans').waitFor();
    expect(new URL(page.url()).searchParams.get('clusters')?.split(',')).toHaveLength(5);
    const fiber = answer.clusters.reduce((sum, { estimates }) => sum + (estimates.median.fiber?.cost ?? 0), 0);
    const row = page.getByRole('row', { name: /^Fiber / }).first();
    await expect.poll(() => row.textContent()).toContain(`$${Math.round(fiber).toLocaleString('en-US')}`);

    await page.getByLabel('Budget, in US dollars').fill('400000');
    const planned = (await (await answered(page)).json()) as CostAnswer;
    const { exact, greedy } = planned.plans ?? {};
    expect(exact?.isProven).toBe(true);
    expect(exact?.students).toBeGreaterThanOrEqual(greedy?.students ?? 0);
    const plan = page.locator('.cost-plan').first();
    await plan
      .getByText(`$${exact?.cost.toLocaleString('en-US')}`, { exact: true })
      .first()
      .waitFor();
    await expect.poll(() => plan.locator('tbody tr').count()).toBe(exact?.chosen.length);

    await page.getByLabel('Hotspot service, Median').fill('20');
    const dearer = (await (await answered(page)).json()) as CostAnswer;
    expect(dearer.inputs.hotspotMonth.median).toBe(20);

    await page.getByLabel('Name of the scenario').fill('Five first');
    await page.keyboard.press('Enter');
    await page.getByText('Scenario: Five first').waitFor();
    saved = new URL(page.url()).pathname + new URL(page.url()).search;
    expect(saved).toContain('saved=');
    expect(faults).toEqual([]);
    await page.context().close();

    const { page: other } = await open(saved);
    await other.getByText('Scenario: Five first').waitFor();
    expect(await other.getByLabel('Hotspot service, Median').inputValue()).toBe('20');
    expect(await other.getByLabel('Budget, in US dollars').inputValue()).toBe('400000');
    await other.locator('.cost-plans').waitFor();
    const [download] = await Promise.all([
      other.waitForEvent('download'),
      other.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(1 + 5 * 5);
    expect(lines[1]).toContain('Screening estimate, not a bid');
    await other.context().close();
  });

  test('an input that does not hold is said, and the last estimate stays', async () => {
    const { page } = await open('/cost');
    await page.getByLabel('Drop and installation, Low').fill('9999');
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('Not taken');
    await page.getByRole('button', { name: 'Back to the defaults' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByLabel('Drop and installation, Low').inputValue()).toBe('500');
    await page.context().close();
  });

  test('the list is searched by place', async () => {
    const { page } = await open('/cost');
    const place = (await page.locator('.cost-row .note').first().textContent())?.split(',')[0] ?? '';
    await page.getByRole('searchbox').fill(place);
    await page.locator('.cost-row').first().waitFor();
    for (const row of await page.locator('.cost-row').allTextContents())
      expect(row.toLowerCase()).toContain(place.toLowerCase());
    await page.getByRole('searchbox').fill('nowhere at all');
    await page.getByText('No cluster has this name or place.').waitFor();
    await page.context().close();
  });

  test('on a phone a cluster of many places names its county, how many more there are, and its number in sight', async () => {
    const { page } = await open('/cost', PHONE);
    const places = (await page.locator('.cost-row .note').allTextContents()).filter((words) => words.includes(' more'));
    expect(places.length).toBeGreaterThan(0);
    for (const words of places) expect(words).toMatch(/^[^,]+ and \d+ more$/);
    await page.context().close();
  });

  test('whoever is not the agency is told so, and sees no number', async () => {
    const { page } = await openPage(browser, `${product.url}/cost`);
    await page.getByText('This page reads the agency’s view').waitFor();
    expect(await page.locator('table').count()).toBe(0);
    await page.context().close();
  });

  test('a cluster’s card leads here for the agency', async () => {
    const { page } = await open('/cost');
    const { clusters } = (await page.evaluate(
      `fetch('/api/v1/clusters?audience=agency&of=unserved&limit=1').then((answer) => answer.json())`,
    )) as { clusters: { id: string }[] };
    const id = clusters[0]?.id;
    await page.goto(`${product.url}/?audience=agency&selected=cluster:${id}`);
    const href = await page.getByRole('link', { name: 'What would it cost' }).getAttribute('href');
    expect(href).toContain(`clusters=${id}`);
    await page.context().close();
  });

  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', '', DESK],
    ['in the dark', '&theme=dark', DESK],
    ['on a phone, in Spanish', '&lang=es', PHONE],
    ['at 400 %', '', MAGNIFIED],
  ];
  test.each(views)('breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s', async (name, more, options) => {
    const { page, faults } = await open(`${saved}${more}`, options);
    await page.locator('.cost-plans').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await overhangOn(page)).toBe(0);
    await shot(page, name);
    await page.context().close();
  });

  test('takes every word from a message', async () => {
    const { page } = await open(`${saved}&lang=qps`);
    await page.locator('.cost-plans').waitFor();
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });
});
