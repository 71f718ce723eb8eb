/** Two neighboring states in one database, on one map: each from its own release, each clicked, counted and refused by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { latLngToCell } from 'h3-js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import { createToken } from '../../server/features/accounts/index.ts';
import { createRelease, withdrawRelease } from '../../server/features/releasing/index.ts';
import { ensureWebBuilt } from '../../server/platform/web-build.ts';
import { listen, type RunningServer } from '../../server/serve.ts';
import { DESK, openBrowser, openPage, PHONE, picture, untilDrawn, violationsOn } from '../support/browser.ts';
import { COLLECTION, loadState, RELEASE, type StateOfTwo, TWO } from '../support/two-states.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'gapmap-several-states-'));
/** They meet at a border; the second has no filing of its commission. */
const [QUOKKA] = TWO;
const AXOLOTL: StateOfTwo = { ...TWO[1], west: -80.4 };
const STATES = [QUOKKA, AXOLOTL];
const BOTH_AT = 'at=-80.4,38.5,8.2';

let deps: Deps;
let server: RunningServer;
let browser: Browser;
const releases = new Map<string, number>();

beforeAll(async () => {
  const opening = openDeps(readConfig({ GAPMAP_DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }));
  [deps, browser] = await Promise.all([opening, openBrowser(), ensureWebBuilt()]);
  for (const state of STATES) await loadState(deps.db, state);
  await deps.db.as({ role: 'intake' }, (tx) =>
    tx.run(`delete from coverage.filings where source = 'puc' and state_fips = $1`, [AXOLOTL.fips]),
  );
  for (const { fips } of STATES) {
    const { id } = await createRelease(deps, { name: RELEASE, collection: COLLECTION, state: fips });
    releases.set(fips, id);
  }
  server = await listen(deps);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await deps?.[Symbol.asyncDispose]();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Heard {
  readonly url: string;
  readonly body: string;
}

/** @returns the page, and every answer of the API that it gets */
async function open(path: string, options: BrowserContextOptions = DESK): Promise<{ page: Page; heard: Heard[] }> {
  const heard: Heard[] = [];
  const { page, faults } = await openPage(browser, 'about:blank', options);
  page.on('response', async (response) => {
    const body = response.url().includes('/api/v1/') ? await response.text().catch(() => '') : '';
    heard.push({ url: response.url(), body });
  });
  await page.goto(`${server.url}${path}`);
  await untilDrawn(page);
  // Without a state the current release is refused with the list of both: a browser tells of that in its console.
  expect(faults.filter((fault) => !/status of 409/.test(fault))).toEqual([]);
  return { page, heard };
}

/** Software rendering on a shared machine takes its time. */
function eventually<T>(look: () => Promise<T> | T) {
  return expect.poll(look, { timeout: 30_000, interval: 100 });
}

async function hexesInView(page: Page): Promise<number> {
  const counts = await page.locator('.legend-count').allTextContents();
  return counts.reduce((sum, words) => sum + Number.parseInt(words.replace(/\D/g, '') || '0', 10), 0);
}

/** Tiles come one by one: as many as before, three seconds later. */
async function allHexesInView(page: Page): Promise<number> {
  let hexes = 0;
  const isSame = async () => {
    const before = hexes;
    hexes = await hexesInView(page);
    return hexes > 0 && hexes === before;
  };
  await expect.poll(isSame, { timeout: 60_000, interval: 3_000 }).toBe(true);
  return hexes;
}

/** Clicks the hex in the middle of the map. */
async function clickMiddle(page: Page): Promise<string> {
  const box = await page.locator('.map-canvas').boundingBox();
  if (!box) throw new Error('the map has a size');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await eventually(() => page.locator('.card .verdicts').count()).toBe(1);
  return (await page.locator('.card').textContent()) ?? '';
}

const figureOf = (page: Page, { fips }: StateOfTwo) => page.locator(`.state-figure[data-state="${fips}"]`);

describe('a map of two states', () => {
  test('draws the hexes of both, names both, and gives each its own number and list', async () => {
    const alone: number[] = [];
    for (const { fips } of STATES) {
      const { page } = await open(`/?state=${fips}&${BOTH_AT}`);
      alone.push(await allHexesInView(page));
      await page.context().close();
    }
    const { page, heard } = await open(`/?${BOTH_AT}`);
    await eventually(() => hexesInView(page)).toBe(alone.reduce((sum, hexes) => sum + hexes, 0));
    expect(await page.locator('.panel h1').textContent()).toBe('Gapmap Axolotl and Quokka');
    expect(await page.getByRole('application').getAttribute('aria-label')).toBe('Map of Axolotl and Quokka');
    for (const state of STATES) {
      await eventually(() => figureOf(page, state).locator('.big-number').textContent()).toMatch(/\d/);
      expect(await figureOf(page, state).locator('h3').textContent()).toBe(state.canary);
      expect(await figureOf(page, state).textContent()).toContain(`of ${state.students}`);
      const list = page.getByRole('region', { name: `Where first, ${state.canary}` });
      await eventually(() => list.locator('.cluster-list li').count()).toBeGreaterThan(0);
      const outlines = `/tiles/${releases.get(state.fips)}/places/`;
      await eventually(() => heard.some(({ url }) => url.includes(outlines))).toBe(true);
    }
    await page.context().close();
  });

  test.each(STATES.map((state) => [state.canary, state] as const))(
    'answers a click in %s from that state alone, and keeps it in the link',
    async (_, state) => {
      const other = STATES.find((one) => one !== state) as StateOfTwo;
      const [lng, lat] = state.center;
      const { page, heard } = await open(`/?at=${lng},${lat},9.6`);
      const card = await clickMiddle(page);
      expect(card).toContain(`${state.canary} Senate District`);
      expect(card).not.toContain(other.canary);
      expect(new URL(page.url()).searchParams.get('selected')).toMatch(new RegExp(`^hex:[0-9a-f]{15},${state.fips}$`));
      const ofHex = heard.filter(({ url }) => url.includes('/api/v1/cells/'));
      expect(ofHex.map(({ url }) => new URL(url).searchParams.get('state'))).toEqual([state.fips]);
      expect(ofHex[0]?.body).toContain(state.canary);
      expect(ofHex[0]?.body).not.toContain(other.canary);
      await page.reload();
      await eventually(() => page.locator('.card').textContent()).toContain(`${state.canary} Senate District`);
      await page.context().close();
    },
  );

  test("opens a cluster of either state's list from its own release", async () => {
    const { page, heard } = await open('/');
    for (const { canary, fips } of STATES) {
      const list = page.getByRole('region', { name: `Where first, ${canary}` });
      await list.locator('.cluster-list button').first().click();
      await eventually(() => new URL(page.url()).searchParams.get('selected')).toMatch(
        new RegExp(`^cluster:[0-9a-z-]+,${fips}$`),
      );
      await eventually(() => list.locator('[aria-current="true"]').count()).toBe(1);
      await eventually(() => page.locator('[aria-current="true"]').count()).toBe(1);
      await eventually(() =>
        heard.some(({ url }) => /\/clusters\/[^?]+\?/.test(url) && url.includes(`state=${fips}`)),
      ).toBe(true);
    }
    expect(heard.filter(({ url, body }) => url.includes('state=54') && body.includes(AXOLOTL.canary))).toEqual([]);
    expect(heard.filter(({ url, body }) => url.includes('state=51') && body.includes(QUOKKA.canary))).toEqual([]);
    await page.context().close();
  });

  test('says of a state that its filings do not answer, and draws the other', async () => {
    const { page } = await open(`/?source=puc&measure=unserved&${BOTH_AT}`);
    await eventually(() => figureOf(page, AXOLOTL).textContent()).toContain(
      'Not drawn and not counted for this question: no utility commission filing is public.',
    );
    await eventually(() => figureOf(page, QUOKKA).locator('.big-number').textContent()).toMatch(/\d/);
    expect(await page.getByRole('region', { name: 'Where first, Axolotl' }).count()).toBe(0);
    const { page: alone } = await open(`/?state=${QUOKKA.fips}&source=puc&measure=unserved&${BOTH_AT}`);
    const hexes = await allHexesInView(alone);
    await eventually(() => hexesInView(page)).toBe(hexes);
    await page.getByLabel('By whose word').selectOption('agreed');
    await eventually(() => figureOf(page, AXOLOTL).textContent()).toContain(
      'By FCC filings alone: no utility commission filing is public.',
    );
    await eventually(() => hexesInView(page)).toBeGreaterThan(hexes);
    await page.context().close();
    await alone.context().close();
  });

  test('narrows to one state and widens again; the table and a place are of one state', async () => {
    const { page } = await open('/');
    await page.getByLabel('Which states').selectOption(QUOKKA.fips);
    await eventually(() => new URL(page.url()).search).toBe(`?state=${QUOKKA.fips}`);
    await eventually(() => page.locator('.panel h1').textContent()).toBe('Gapmap Quokka');
    await eventually(() => page.locator('.figure .eyebrow').first().textContent()).toBe('How much, Quokka');
    await untilDrawn(page);
    await page.getByLabel('Which states').selectOption('all');
    await eventually(() => new URL(page.url()).search).toBe('');
    await eventually(() => page.locator('.state-figure').count()).toBe(2);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await page.getByRole('button', { name: AXOLOTL.canary }).click();
    await eventually(() => page.locator('.table-page table').count()).toBeGreaterThan(0);
    expect(new URL(page.url()).searchParams.get('state')).toBe(AXOLOTL.fips);
    await page.goto(`${server.url}/`);
    await page.getByRole('combobox', { name: /Find a county/ }).fill('Ash County');
    const options = page.getByRole('option', { name: /county, (Quokka|Axolotl)/i });
    await eventually(() => options.count()).toBe(2);
    await page.getByRole('option', { name: /county, Quokka/i }).click();
    await eventually(() => new URL(page.url()).searchParams.get('state')).toBe(QUOKKA.fips);
    await eventually(() => page.locator('.figure .eyebrow').first().textContent()).toBe('How much, Ash County');
    await page.context().close();
  });

  test('lets other pages be read of one state', async () => {
    const { page } = await openPage(browser, `${server.url}/places`);
    await page.getByRole('link', { name: AXOLOTL.canary }).click();
    await page.waitForURL(/state=51/);
    await eventually(() => page.getByRole('table').textContent()).toContain(`${AXOLOTL.canary} Senate District`);
    expect(await page.getByRole('main').textContent()).not.toContain(QUOKKA.canary);
    for (const path of ['/privacy', '/method', '/change']) {
      await page.goto(`${server.url}${path}`);
      await page.getByRole('link', { name: AXOLOTL.canary, exact: true }).click();
      await page.waitForURL(/state=51/);
      await eventually(() => page.getByRole('link', { name: QUOKKA.canary, exact: true }).count()).toBe(0);
      expect(await page.getByRole('main').textContent()).not.toContain('Try again');
    }
    await page.context().close();
  });

  test('keeps the state from page to page, says which it is, and leads to another', async () => {
    const { page } = await open(`/?state=${AXOLOTL.fips}`);
    await page.getByRole('link', { name: 'Places', exact: true }).click();
    const shown = page.locator('.document-state');
    await eventually(() => shown.textContent()).toBe(`${AXOLOTL.canary} · Another state`);
    await page.getByRole('link', { name: 'How the numbers are made' }).click();
    await eventually(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('How the numbers are made');
    await eventually(() => shown.textContent()).toContain(AXOLOTL.canary);
    await shown.getByRole('link').click();
    await page.getByRole('link', { name: QUOKKA.canary }).click();
    await eventually(() => shown.textContent()).toContain(QUOKKA.canary);
    await page.getByRole('link', { name: 'Map', exact: true }).click();
    await eventually(() => new URL(page.url()).searchParams.get('state')).toBe(QUOKKA.fips);
    await page.context().close();
  });

  test('asks of no place which state it is in', async () => {
    const { page } = await openPage(browser, `${server.url}/place/county/${AXOLOTL.county}`);
    await eventually(() => page.locator('.place-what').textContent()).toContain(AXOLOTL.canary);
    await page.goto(`${server.url}/brief/state/${AXOLOTL.fips}`);
    await eventually(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(AXOLOTL.canary);
    await page.context().close();
  });

  test('says of a hex across the border that it lies outside, and nothing of its service', async () => {
    const across = latLngToCell(AXOLOTL.center[1], AXOLOTL.center[0], 7);
    const { page } = await open(`/?state=${QUOKKA.fips}&selected=hex:${across}`);
    const card = page.locator('.card');
    await eventually(() => card.textContent()).toContain(`The middle of this hex lies outside ${QUOKKA.canary}.`);
    expect(await card.locator('.verdicts').count()).toBe(0);
    await page.context().close();
  });

  test('keeps the focus on the choice of state while it is made by keys', async () => {
    const { page } = await open('/');
    const choice = page.getByRole('combobox', { name: 'Which states' });
    await choice.focus();
    for (const { fips } of [AXOLOTL, QUOKKA]) {
      await page.keyboard.press('ArrowDown');
      await eventually(() => new URL(page.url()).searchParams.get('state')).toBe(fips);
      await untilDrawn(page);
      expect(await choice.evaluate((select) => select === select.ownerDocument.activeElement)).toBe(true);
    }
    await page.context().close();
  });

  test('follows links that were made while one state was here', async () => {
    const { page } = await open(`/?place=county:${QUOKKA.county}`);
    await eventually(() => new URL(page.url()).searchParams.get('state')).toBe(QUOKKA.fips);
    await eventually(() => page.locator('.figure .eyebrow').first().textContent()).toBe('How much, Ash County');
    await page.context().close();
  });

  test('can be used by everybody, at a desk and on a phone', async () => {
    for (const [name, options] of [
      ['desk', DESK],
      ['phone', PHONE],
    ] as const) {
      const { page } = await open('/', options);
      await eventually(() => page.locator('.cluster-list li').count()).toBeGreaterThan(1);
      expect(await violationsOn(page)).toEqual([]);
      await picture(page, `several-states-${name}`, { isWhole: false });
      await page.context().close();
    }
  });

  test("shows an agency its own state's view alone, and a withdrawn or missing release hides no other", async () => {
    const { token } = await createToken(deps, { role: 'agency', stateFips: QUOKKA.fips, label: 'agency', days: 1 });
    const { page: entering } = await openPage(browser, `${server.url}/enter/${token}`);
    await entering.getByRole('button').first().click();
    await entering.goto(`${server.url}/?audience=agency`);
    await untilDrawn(entering);
    await eventually(() => entering.locator('.panel h1').textContent()).toBe('Gapmap Quokka');
    expect(await entering.locator('.state-choice').count()).toBe(0);
    await entering.context().close();
    await withdrawRelease(deps.db, { release: String(releases.get(AXOLOTL.fips)), reason: 'wrong', by: 'the test' });
    const { page } = await open('/');
    await eventually(() => page.locator('.panel h1').textContent()).toBe('Gapmap Quokka');
    expect(await page.locator('.state-choice').count()).toBe(0);
    await page.context().close();
  });
});
