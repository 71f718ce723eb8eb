/** Commitments and the outbox in a real browser against the real product: from the signature to the map, axe, keys, both languages. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openDeps } from '../../server/deps.ts';
import { clusterNameIn } from '../../server/domain/cluster/name-in.ts';
import { clusterNames as english } from '../../server/domain/messages/en/cluster-names.ts';
import { clusterNames as spanish } from '../../server/domain/messages/es/cluster-names.ts';
import { lookAfterCommitments } from '../../server/features/commitments/index.ts';
import { DESK, faultsOn, openPage, PHONE, picture, untilDrawn } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { awardTo, fileLater, type LotOfTest, roundWithLots } from '../support/rounds.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let names: readonly string[];
let made: { readonly release: number; readonly lots: readonly LotOfTest[] };
const readers: Record<'agency' | 'provider', BrowserContextOptions> = { agency: {}, provider: {} };
const PROVIDER = 540_101;

const day = (fromToday: number) => new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const OFFER = {
  technology: 50,
  downloadMbps: 100,
  uploadMbps: 20,
  latencyMs: 50,
  share: 95,
  pricePerMonth: 55,
  install: 0,
  termMonths: 24,
  start: day(-200),
  finish: day(400),
  milestones: [
    { percent: 40, day: day(-20) },
    { percent: 100, day: day(400) },
  ],
};

inBrowser(2_000, async (its, chromium) => {
  product = its;
  browser = chromium;
  for (const role of ['agency', 'provider'] as const) {
    const token = new URL(product.links[role]).pathname.split('/').at(-1);
    readers[role] = { extraHTTPHeaders: { authorization: `Bearer ${token}` } };
  }
  await using deps = await openDeps(readConfig({ GAPMAP_DATA_DIR: product.dataDir, LOG_LEVEL: 'silent' }));
  const { round, release, lots } = await roundWithLots(deps, { standing: 'awarded', lots: 2 });
  made = { release, lots };
  await awardTo(deps, { round, lots: lots.map(({ id }) => id), provider: PROVIDER, offer: OFFER });
  await deps.db.asOwner((tx) =>
    tx.run(
      `insert into rounds.qualifications (state_fips, provider_id, standing, facts, contacts)
       values ('54', $1, 'qualified', '{}', '[{"name": "Pat", "email": "pat@provider.example"}]')`,
      [PROVIDER],
    ),
  );
  names = lots.map(({ name }) => name);
});

async function open(path: string, options: BrowserContextOptions, wanted: string): Promise<Page> {
  const { page } = await openPage(browser, `${product.url}${path}`, options);
  await page.locator(wanted).first().waitFor();
  return page;
}

const SIZES = [
  ['at a desk', '', DESK],
  ['in Spanish on a phone', '?lang=es', PHONE],
] as const;

describe('a commitment', () => {
  let address = '';

  test('is signed by keys, reported with a file, and stands late', async () => {
    const page = await open('/commitments', { ...DESK, ...readers.provider }, '#to-sign');
    await page.getByRole('button', { name: `Sign the commitment to serve ${names[0]}` }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: names[0] ?? '' }).click();
    await page.getByText('late, tier 4 of 4').waitFor();
    await page.getByLabel('Kind of file').selectOption('speed-tests');
    await page.getByLabel('File', { exact: true }).setInputFiles({
      name: 'tests.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('who,download,upload\nJane,110,25\nJoe,60,25\n'),
    });
    await page.getByRole('button', { name: 'Add the file' }).click();
    await page.getByText('2 tests, 1 of them at four fifths of the speed or more').waitFor();
    await page.getByLabel('What was built').fill('Fiber along the ridge road.');
    await page.getByRole('button', { name: 'Send the report' }).click();
    await page.getByText('It waits for a decision.').waitFor();
    address = new URL(page.url()).pathname;
    await page.context().close();
  });

  test('goes back with a reason from staff, whose outbox has the message; it opens as a file and is marked', async () => {
    const page = await open(address, { ...DESK, ...readers.agency }, '#milestones');
    await page.getByLabel('Reason').first().fill('The map is missing.');
    await page.getByRole('button', { name: 'Return with the reason' }).click();
    await page.getByText(/^Returned by .*: The map is missing\.$/).waitFor();
    await page.context().close();
    const outbox = await open('/outbox', { ...DESK, ...readers.agency }, 'tbody tr');
    const row = outbox.locator('tbody tr', { hasText: 'Your report of 40 % came back' });
    const [file] = await Promise.all([
      outbox.waitForEvent('download'),
      row.getByRole('link', { name: 'Open the message to pat@provider.example as a file' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.eml$/);
    await row.getByRole('button', { name: 'Mark the message to pat@provider.example as sent' }).click();
    await outbox.locator('tbody tr', { hasText: 'sent by hand' }).waitFor();
    await outbox.context().close();
  });

  test.each(SIZES)('has no fault of access in its lists and pages: %s', async (_name, query, size) => {
    for (const [path, reader, wanted] of [
      ['/commitments', readers.provider, 'tbody tr'],
      ['/commitments', {}, 'tbody tr'],
      [address, readers.provider, '#milestones'],
      [address, readers.agency, '#milestones'],
      ['/outbox', readers.agency, 'tbody tr'],
    ] as const) {
      const page = await open(`${path}${query}`, { ...size, ...reader }, wanted);
      expect([path, await faultsOn(page)]).toEqual([path, []]);
      await page.context().close();
    }
  });

  test('leaves no text of its own unsaid in another language', async () => {
    for (const [path, wanted] of [
      ['/commitments', 'tbody tr'],
      [address, '#milestones'],
      ['/outbox', 'tbody tr'],
    ] as const) {
      const page = await open(`${path}?lang=qps`, { ...DESK, ...readers.agency }, wanted);
      expect([path, await unsaidOn(page)]).toEqual([path, []]);
      await page.context().close();
    }
  });

  test('tells everybody who, where and by when, in fives, and no more', async () => {
    const page = await open('/commitments', DESK, 'tbody tr');
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain(names[0]);
    expect(text).toContain('about 55');
    for (const hidden of ['900,000', '$', 'Fiber along', names[1] ?? '']) expect(text).not.toContain(hidden);
    await page.context().close();
  });

  test('is a class of its own on the map, and its place leaves the list', async () => {
    const page = await open('/', DESK, '.cluster-list li');
    await page.getByText('a provider signed to serve it', { exact: true }).waitFor();
    await page.getByText('1 place is left out: a provider signed to serve it.').waitFor();
    const listed = await page.locator('.cluster-list .cluster-name').allTextContents();
    expect(listed).not.toContain(names[0]);
    expect(listed).toContain(names[1]);
    await page.context().close();
  });

  test('stands apart in the table of clusters, and is not counted as without service', async () => {
    const page = await open('/table', DESK, '.table-section tbody tr');
    const apart = page.locator('.table-section', { hasText: 'Signed: not counted as without service' });
    await apart.locator('tbody tr', { hasText: names[0] ?? '' }).waitFor();
    await expect.poll(() => apart.locator('tbody tr').textContent()).toMatch(/100\s%not yet/);
    const first = page.locator('.table-section').first();
    await first.locator('tbody tr', { hasText: names[1] ?? '' }).waitFor();
    expect(await first.locator('tbody').textContent()).not.toContain(names[0]);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('a commitment that a later filing confirms', () => {
  beforeAll(async () => {
    await using deps = await openDeps(readConfig({ GAPMAP_DATA_DIR: product.dataDir, LOG_LEVEL: 'silent' }));
    await fileLater(deps, { release: made.release, provider: PROVIDER, cells: made.lots[0]?.cells ?? [] });
    await lookAfterCommitments(deps.db);
  });

  test.each([
    ['at a desk', '', DESK, 'confirms service at about 100 %'],
    ['in Spanish on a phone', '?lang=es', PHONE, 'confirma el servicio en cerca del 100 %'],
  ] as const)('is confirmed in the table and in its card: %s', async (_name, query, size, card) => {
    const page = await open(`/table${query}`, size, '.table-section tbody tr');
    await picture(page, `commitments table${query}`);
    const name = clusterNameIn(query === '' ? english : spanish, names[0] ?? '');
    const row = page.locator('.table-section tbody tr', { hasText: name });
    await expect.poll(async () => (await row.textContent())?.match(/100\s%/g)?.length).toBe(2);
    await row.getByRole('button').click();
    await page.getByText(card).waitFor();
    await untilDrawn(page);
    await picture(page, `commitments card${query}`);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['at a desk', '', DESK, 'signed, and a later filing confirms it'],
    ['in Spanish on a phone', '?lang=es', PHONE, 'firmado, y un informe posterior lo confirma'],
  ] as const)(
    'is a class of its own in the legend, and no longer one that only signed: %s',
    async (_name, query, size, legend) => {
      const page = await open(`/${query}`, size, '.map-canvas');
      await untilDrawn(page);
      await picture(page, `commitments map${query}`);
      await page.getByText(legend, { exact: true }).waitFor({ state: 'attached' });
      expect(await page.getByText(/^(a provider signed|un proveedor firmó) /).count()).toBe(0);
      await page.context().close();
    },
  );

  test.each([
    ['at a desk', '', DESK, 'confirmed by a filing'],
    ['in Spanish on a phone', '?lang=es', PHONE, 'confirmado por un informe'],
  ] as const)('is confirmed in everybody’s list, with the filing: %s', async (_name, query, size, standing) => {
    const page = await open(`/commitments${query}`, size, 'tbody tr');
    await page.getByText(standing, { exact: true }).waitFor();
    await picture(page, `commitments list${query}`);
    await expect.poll(() => page.locator('tbody').textContent()).toMatch(/FCC .*2027/);
    expect(await faultsOn(page)).toEqual([]);
    await page.context().close();
  });
});

test('the outbox says to everybody else whom it is for', async () => {
  const page = await open('/outbox', DESK, '[role=status]');
  await expect.poll(() => page.locator('[role=status]').textContent()).toContain('for staff of the education agency');
  expect(await page.locator('table').count()).toBe(0);
  await page.context().close();
});
