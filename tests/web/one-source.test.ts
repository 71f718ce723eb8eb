/** The pages in a real browser where one source alone filed, or none: what they say, and what they do not offer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import type { Release } from '../../server/features/releases/contract.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { ensureWebBuilt } from '../../server/platform/web-build.ts';
import { listen, type RunningServer } from '../../server/serve.ts';
import { STEPS } from '../../web/src/lib/scale.ts';
import { DESK, openBrowser, openPage, PHONE, untilDrawn, violationsOn } from '../support/browser.ts';
import { type FilingsWanted, HEX_OF, loadFilings, loadFourTowns } from '../support/four-towns.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'gapmap-one-source-'));
let deps: Deps;
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  const opening = openDeps(readConfig({ GAPMAP_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }));
  [deps, browser] = await Promise.all([opening, openBrowser(), ensureWebBuilt()]);
  await loadFourTowns(deps.db);
  server = await listen(deps);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await deps?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

async function release(filings: FilingsWanted): Promise<void> {
  await loadFilings(deps.db, filings);
  await createRelease(deps, { name: JSON.stringify(filings) });
}

async function open(path: string, options: BrowserContextOptions = DESK): Promise<Page> {
  const { page, faults } = await openPage(browser, `${server.url}${path}`, options);
  await untilDrawn(page);
  expect(faults).toEqual([]);
  return page;
}

/** Software rendering on a shared machine takes its time. */
function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 30_000, interval: 100 });
}

/** The words of the sentence as they are read, without the choices that are not chosen. */
async function sentenceOf(page: Page): Promise<string> {
  const words = await page.locator('.sentence-text').textContent();
  const selects = await page.locator('.sentence-text select').allTextContents();
  return selects.reduce((text, options) => text.replace(options, ''), words ?? '').replace(/\s+/g, ' ');
}

function offeredBy(page: Page, label: string): Promise<(string | null)[]> {
  const options = page.getByLabel(label).locator('option');
  return options.evaluateAll((all) => all.map((option) => option.getAttribute('value')));
}

describe('with FCC filings alone', () => {
  beforeAll(() => release({ fcc: true, puc: 'none' }));

  test('the first view shows how many have nothing to buy, and says by whose filings', async () => {
    const page = await open('/');
    await expect.poll(() => page.locator('.figure .big-number').textContent()).toMatch(/^about \d{3}$/);
    expect(await sentenceOf(page)).toContain(
      'even 25/3, by FCC filings (no utility commission filing is public), counting',
    );
    expect(await page.title()).toContain('by FCC filings (no utility commission filing is public)');
    await eventually(() => page.locator('.clusters .note').first().textContent()).toContain('by FCC filings');
    await eventually(() => page.locator('.cluster-list li').count()).toBe(1);
    await eventually(async () => {
      const hexes = await page.locator('.legend-count').allTextContents();
      return hexes.slice(0, STEPS).reduce((sum, words) => sum + Number.parseInt(words, 10), 0);
    }).toBe(1);
    await page.context().close();
  });

  test('only what the FCC or families can answer is offered', async () => {
    const page = await open('/');
    expect(await offeredBy(page, 'By whose word')).toEqual(['fcc', 'disputed']);
    expect(await page.getByLabel(/Outlines of the state/).count()).toBe(0);
    await page.getByLabel('By whose word').selectOption('disputed');
    await eventually(() => page.locator('.figure-words').first().textContent()).toContain(
      'the family finds no service, though FCC filings show it',
    );
    const told = (await (await fetch(`${server.url}/api/v1/release`)).json()) as Release;
    const disputed = told.totals?.estimates['estimated_disputed.bead_2022'];
    expect(disputed).toBeGreaterThanOrEqual(10);
    await eventually(() => page.locator('.big-number').textContent()).toBe(`about ${disputed}`);
    await page.context().close();
  });

  test('a link that asks what the commission says is answered by the FCC, with a note', async () => {
    const page = await open('/?source=puc&tier=25_3&measure=connect');
    await expect
      .poll(() => page.locator('.sentence .note').first().textContent())
      .toBe(
        'This link asks what PUC filings say, but no utility commission filing is public. Shown is what FCC filings say.',
      );
    await page.getByLabel('At which speed').selectOption('100_20');
    await eventually(() => page.url()).toContain('source=puc');
    await page.getByLabel('Which students').selectOption('build');
    await eventually(() => page.url()).toContain('measure=build');
    await eventually(async () =>
      Math.abs(Number(await page.locator('.big-number').textContent()) - 210),
    ).toBeLessThanOrEqual(7);
    await page.context().close();
  });

  test('cards, the table and paper say the same', async () => {
    const page = await open(`/?selected=hex:${HEX_OF.Cedar}`);
    await eventually(() => page.locator('.card .verdicts').textContent()).toMatch(
      /^FCCUnserved\..*State \(PUC\)Unknown\. No utility commission filing is public\.$/,
    );
    await page.locator('.cluster-list button').click();
    await eventually(() => page.locator('.card').textContent()).toContain(
      'By FCC filings alone: no utility commission filing is public.',
    );
    const words = 'by FCC filings (no utility commission filing is public)';
    await eventually(() => page.locator('.print-only h1').textContent()).toContain(words);
    await page.getByRole('application').press('t');
    await eventually(() => page.locator('.table-page h2').textContent()).toContain(words);
    await eventually(() => page.locator('table.wide').first().locator('tbody tr').count()).toBe(1);
    await page.context().close();
  });

  test('the page about accuracy says on whose word service is judged', async () => {
    const { page } = await openPage(browser, `${server.url}/privacy`);
    await eventually(() => page.locator('#filings').textContent()).toBe(
      'FCC filings alone: no utility commission filing is public',
    );
    await page.context().close();
  });
});

describe('with filings of the commission alone', () => {
  beforeAll(() => release({ fcc: false, puc: 'public' }));

  test('the map is drawn by them, and nothing of the FCC is offered', async () => {
    const page = await open('/?layer=coverage');
    await expect
      .poll(() => page.locator('.sentence .note').first().textContent())
      .toContain('no FCC filing is in this release');
    expect(await sentenceOf(page)).toMatch(/by PUC filings \(no FCC filing is in this release\), counting/);
    expect(await offeredBy(page, 'By whose word')).toEqual(['puc', 'disputed']);
    expect(await page.getByLabel('Coverage filed with the FCC').count()).toBe(0);
    expect(await page.locator('.cluster-place').first().textContent()).not.toContain('No service');
    await page.context().close();
  });
});

describe('with no filing at all', () => {
  beforeAll(() => release({ fcc: false, puc: 'none' }));

  test.each([
    ['at a desk', '/', DESK],
    ['on a phone', '/', PHONE],
    ['as a table', '/table', DESK],
  ] as const)('the page says so, and shows students and answers: %s', async (_where, path, options) => {
    const page = await open(path, options);
    await expect
      .poll(() => page.locator('.sentence .message').textContent())
      .toContain('No FCC filing is in this release and no utility commission filing is public');
    expect(await sentenceOf(page)).toMatch(/^Students without a device/);
    for (const label of ['By whose word', 'Which students', 'At which speed'])
      expect(await page.getByLabel(label).count()).toBe(0);
    await expect.poll(() => page.locator('.figure').first().textContent()).toMatch(/of 1,200/);
    await expect.poll(() => page.locator('.breakdown').textContent()).toMatch(/No service to be had(55|60|65)/);
    await expect.poll(() => page.locator('.clusters').textContent()).toContain('Nothing can be ranked without filings');
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('with both filed', () => {
  beforeAll(() => release({ fcc: true, puc: 'public' }));

  test('all is offered as before', async () => {
    const page = await open('/');
    expect(await sentenceOf(page)).toContain('even 25/3, where FCC and PUC filings agree, counting');
    expect(await offeredBy(page, 'By whose word')).toEqual(['agreed', 'fcc', 'puc', 'disputed']);
    await eventually(() => page.getByLabel(/Outlines of the state/).count()).toBe(1);
    await page.context().close();
  });
});
