/** A district makes its own call list in a real browser, from its export and the public verdicts, and nothing is sent. */
import { latLngToCell } from 'h3-js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { leverFor } from '../../server/domain/lever.ts';
import { homeStatus } from '../../server/domain/survey.ts';
import type { Verdict } from '../../server/domain/verdict.ts';
import { DESK, faultsOn, openPage, PHONE, picture } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import { csvFile, HEADER, LEA_ID, saved, studentLine, toProblems, untilReady, untilStep } from '../support/prepare.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

const STUDENTS = 240;
const ACCESSES = ['', 'No', 'Yes'] as const;
const DEVICES = ['', 'Chromebook', 'None'] as const;

let product: Product;
let browser: Browser;
inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

/** Three students at each of eighty places around the district, one with each answer about access. */
const parts = (number: number) => {
  const place = Math.floor(number / ACCESSES.length);
  return {
    name: `Invented${number % 7}`,
    access: ACCESSES[number % ACCESSES.length] ?? '',
    device: DEVICES[Math.floor(number / 9) % DEVICES.length] ?? '',
    lat: (38.15 + (place % 10) / 20).toFixed(6),
    lng: (-81.95 + Math.floor(place / 10) / 11).toFixed(6),
  };
};

const EXPORT = csvFile('export.csv', [
  HEADER,
  ...Array.from({ length: STUDENTS }, (_, number) => studentLine(number, parts(number))),
]);

/** To the last step, with the requests since a file was chosen. */
async function openHere(options: BrowserContextOptions = DESK, search = ''): Promise<{ page: Page; asked: string[] }> {
  const at = `${product.url}/collect/prepare${search}#lea=${LEA_ID}`;
  const { page } = await openPage(browser, at, { acceptDownloads: true, ...options });
  await untilReady(page);
  const asked: string[] = [];
  page.context().on('request', (request) => {
    if (!request.url().startsWith('blob:')) asked.push(request.url());
  });
  await page.context().setOffline(true);
  return { page, asked };
}

async function toSaveStep(page: Page): Promise<void> {
  await toProblems(page, EXPORT);
  await page.locator('.step-actions').getByRole('button', { name: /go on/i }).click();
  await untilStep(page, 'preview');
  await page.getByRole('button', { name: 'This may leave: go on' }).click();
  await untilStep(page, 'save');
}

/** What the server says of a home's hex in the one reading, asked hex by hex. */
async function verdictsByServer(): Promise<(number: number) => Verdict> {
  const found = new Map<string, Verdict>();
  const cellOf = (number: number) => latLngToCell(Number(parts(number).lat), Number(parts(number).lng), 8);
  for (let number = 0; number < STUDENTS; number++) {
    const cell = cellOf(number);
    if (found.has(cell)) continue;
    const answer = await fetch(`${product.url}/api/v1/cells/${cell}?profile=bead_2022&tier=100_20`);
    const { verdicts } = (await answer.json()) as { verdicts: { agreed: { verdict: Verdict } } };
    found.set(cell, verdicts.agreed.verdict);
  }
  return (number) => found.get(cellOf(number)) ?? 'unknown';
}

describe('the call list of a district', () => {
  test('has the levers that the server computes for the same homes, and no request leaves after the file is opened', async () => {
    const verdictOf = await verdictsByServer();
    const expected = { ask: [] as string[], connect: [] as string[], equip: [] as string[] };
    for (let number = 0; number < STUDENTS; number++) {
      const { access, device } = parts(number);
      const home = homeStatus({
        internet_access: access === '' ? null : access === 'Yes',
        barrier: null,
        internet_type: null,
        performance: null,
      });
      const lever = leverFor(verdictOf(number), home);
      const id = String(900_000_000 + number);
      if (lever === 'ask' || lever === 'connect') expected[lever].push(id);
      if (device === 'None') expected.equip.push(id);
    }
    expect(expected.ask.length).toBeGreaterThan(0);
    expect(expected.connect.length).toBeGreaterThan(0);
    expect(expected.ask.length + expected.connect.length).toBeLessThan(STUDENTS / 1.2);

    const { page, asked } = await openHere();
    await toSaveStep(page);
    await page.getByRole('button', { name: 'Make the call list' }).click();
    await page.locator('.calls[data-made="true"]').waitFor();
    for (const call of ['ask', 'connect', 'equip'] as const) {
      const ids = await page.locator(`.call-list[data-call="${call}"] tbody tr > td:nth-child(2)`).allTextContents();
      expect(ids.toSorted(), call).toEqual(expected[call].toSorted());
    }
    const file = await saved(page, /Save the lists as CSV/);
    expect(file.name).toBe(`gapmap-calls-${LEA_ID}.csv`);
    const lines = file.text.trim().split('\r\n').slice(1);
    expect(lines.length).toBe(new Set(Object.values(expected).flat()).size);
    expect(lines.filter((line) => /\bConnect\b/.test(line)).length).toBe(expected.connect.length);
    expect(asked).toEqual([]);
    await expect.poll(() => page.locator('.network-count strong').textContent()).toBe('0');
    await page.context().close();
  });

  test('is sorted as the person asks, and is printed by itself with a box to tick', async () => {
    const { page } = await openHere();
    await toSaveStep(page);
    await page.getByRole('button', { name: 'Make the call list' }).click();
    const names = page.locator('.call-list[data-call="equip"] tbody tr > td:nth-child(3)');
    await page.getByLabel('Sort by').selectOption({ label: 'Last Name' });
    const sorted = await names.allTextContents();
    expect(sorted).toEqual(sorted.toSorted());
    expect(new Set(sorted).size).toBeGreaterThan(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.network-log').isVisible()).toBe(false);
    await expect.poll(() => page.getByRole('heading', { name: /^Equip/ }).isVisible()).toBe(true);
    await expect.poll(() => page.locator('.call-list td.tick').first().isVisible()).toBe(true);
    expect(await page.locator('.next-steps').isVisible()).toBe(false);
    await picture(page, `call-list print`);
    await page.context().close();
  });

  test.each([
    ['en', DESK, 'desk'],
    ['es', DESK, 'desk'],
    ['en', PHONE, 'phone'],
    ['es', PHONE, 'phone'],
  ] as const)('is free of faults for readers in %s (%#), and fits the screen', async (language, options, name) => {
    const { page } = await openHere(options);
    await toSaveStep(page);
    if (language === 'es') await page.getByRole('button', { name: 'Español' }).click();
    await page
      .getByRole('button', { name: language === 'en' ? 'Make the call list' : 'Hacer la lista de llamadas' })
      .click();
    await page.locator('.calls[data-made="true"]').waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await picture(page, `call-list ${language} ${name}`);
    await page.context().close();
  });

  test('takes all its words from messages', async () => {
    const { page } = await openHere(DESK, '?lang=qps');
    await toSaveStep(page);
    await page.getByRole('button', { name: 'Make the call list' }).click();
    await page.locator('.calls[data-made="true"]').waitFor();
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('is not made without the public verdicts of that district, and says how to get them', async () => {
    const { page } = await openPage(browser, `${product.url}/collect/prepare`, DESK);
    await untilReady(page);
    await toSaveStep(page);
    expect(await page.locator('.calls').count()).toBe(0);
    await expect
      .poll(() => page.getByText('The public verdicts of your district are not at hand').isVisible())
      .toBe(true);
    await page.context().close();
  });
});
