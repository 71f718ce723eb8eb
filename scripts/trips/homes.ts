/**
 * The journey of one row of a district, from the export that its office holds to the hexagon on the map, in a process of its own with a browser
 * beside it: what the page of each step runs before it gets the file or the tile is what runs anyway.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { readConfig } from '../../server/config.ts';
import { openDeps } from '../../server/deps.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { openBrowser } from '../../tests/support/browser.ts';
import { OWN, openOffice, type Role, SIXTY_OF_OTHER } from '../../tests/support/collect.ts';
import {
  csvFile,
  giveExport,
  HEADER,
  saved,
  studentLine,
  toSave,
  untilReady,
  untilStep,
} from '../../tests/support/prepare.ts';
import { type Watch, watchPage } from './browser.ts';
import type { Calls } from './coverage.ts';
import type { Step } from './steps.ts';
import { watched } from './watched.ts';

const [url, rows = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'gapmap-trip-'));
const deps = await openDeps(readConfig({ GAPMAP_DATA_DIR: folder, LOG_LEVEL: 'error', DATABASE_URL: url }));
const office = await openOffice(deps);
const address = await office.app.listen({ port: 0, host: '127.0.0.1' });
const browser = await openBrowser();
await deps.db.as({ role: 'intake' }, (tx) =>
  tx.run(
    `insert into places.places (kind, id, name, state_fips, label_point, geom)
     values ('state', '54', 'Traced', '54', 'SRID=4326;POINT(-80.5 38.5)',
       'SRID=4326;MULTIPOLYGON(((-81.5 38,-79 38,-79 39,-81.5 39,-81.5 38)))')`,
  ),
);
const collection = await office.open('traced');
await office.accept('other', collection, SIXTY_OF_OTHER);

const steps: Step[] = [];

async function pageOf(role: Role, path: string): Promise<{ page: Page; watch: Watch }> {
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    acceptDownloads: true,
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const watch = await watchPage(page);
  await context.request.post(`${address}/enter/${office.tokens[role]}`, {
    form: {},
    headers: { origin: address },
    maxRedirects: 0,
  });
  await page.goto(`${address}${path}`);
  return { page, watch };
}

/** @param before comes to where the step begins @param work takes it */
async function step(
  title: string,
  role: Role,
  path: string,
  before: (page: Page) => Promise<unknown>,
  work: (page: Page) => Promise<unknown>,
): Promise<void> {
  let opened: { page: Page; watch: Watch } | undefined;
  const anyway = await watched(async () => {
    opened = await pageOf(role, path);
    await before(opened.page);
  });
  if (!opened) return;
  const { page, watch } = opened;
  const inPageAnyway = await watch.take();
  let inPage: Calls = {};
  const reports = await watched(async () => {
    await work(page);
    inPage = await watch.take();
  });
  steps.push({ title, reports, anyway, inPage, inPageAnyway });
  await page.context().close();
}

function exported() {
  const lines = Array.from({ length: Number(rows) }, (_, n) =>
    studentLine(n, { lat: (38.3 + n / 200).toFixed(6), lng: (-80.6 + n / 400).toFixed(6) }),
  );
  return csvFile('export.csv', [HEADER, ...lines]);
}

let anonymized = '';
await step(
  'prepared',
  'district',
  '/collect/prepare',
  async (page) => {
    await untilReady(page);
    await page.getByLabel('District number (LEAID)').fill(OWN);
    await page.getByLabel('This is our first time').check();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await saved(page, /Save the key file/);
  },
  async (page) => {
    await giveExport(page, exported());
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    await toSave(page);
    anonymized = (await saved(page, /Save the anonymized file/)).text;
  },
);
await step(
  'uploaded and accepted',
  'district',
  `/collect?collection=${collection}`,
  (page) => page.getByRole('heading', { name: /Upload/ }).waitFor(),
  async (page) => {
    const file = { name: 'gapmap-homes.csv', mimeType: 'text/csv', buffer: Buffer.from(anonymized) };
    await page.getByLabel('Anonymized file').setInputFiles(file);
    await page.getByRole('button', { name: 'Accept for traced' }).click();
    await page.getByText('Thank you. There is nothing left to do').waitFor();
  },
);
steps.push({
  title: 'released',
  reports: await watched(() => createRelease(deps, { name: 'traced' }, silentProgress)),
  anyway: [],
});
const held: Route[] = [];
let isOpen = false;
/** Until then the page has all it can have without a tile of hexagons. */
const SETTLED_MS = 20_000;
await step(
  'drawn',
  'agency',
  '/',
  async (page) => {
    await page.context().route(/\.arrow(\?|$)/, async (route) => {
      if (isOpen) await route.continue();
      else held.push(route);
    });
    await page.reload();
    await page.locator('.map-canvas').waitFor();
    await page.waitForTimeout(SETTLED_MS);
  },
  async (page) => {
    isOpen = true;
    for (const route of held) await route.continue();
    await page.locator('.page[data-hexes="ready"] .map-canvas[data-drawn]').waitFor({ state: 'attached' });
  },
);
await browser.close();
await office.app.close();
await deps[Symbol.asyncDispose]();
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify(steps));
