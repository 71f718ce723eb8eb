/** A district's export becomes a file without identities, in a real browser, with nothing sent. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readKey } from '../../server/domain/anonymize/index.ts';
import { anonymizeFile } from '../../server/features/anonymize/index.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { DESK, MAGNIFIED, openBrowser, openPage, PHONE, violationsOn } from '../support/browser.ts';
import {
  csvFile,
  giveExport,
  giveKey,
  HEADER,
  KEY_TEXT,
  keyFile,
  LEA_ID,
  saved,
  studentLine,
  toProblems,
  toSave,
  untilReady,
  untilStep,
} from '../support/prepare.ts';
import { type Product, startProduct } from '../support/product.ts';
import { smallStateFiles } from '../support/state.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let messy: string;
const scratch = mkdtempSync(join(tmpdir(), 'gapmap-prepare-'));

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(2_000), openBrowser()]);
  const folder = join(await smallStateFiles(), 'export');
  messy = join(folder, readdirSync(folder).find((name) => name.endsWith('.csv')) ?? '');
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function open(options: BrowserContextOptions = DESK, search = ''): Promise<{ page: Page; faults: string[] }> {
  const at = `${product.url}/collect/prepare${search}`;
  const opened = await openPage(browser, at, { acceptDownloads: true, ...options });
  await untilReady(opened.page);
  return opened;
}

/** What the command writes from the same export with the same key. */
async function byCommand(path: string, residence?: string): Promise<string> {
  const out = join(scratch, 'by-command.csv');
  const options = { path, key: readKey(KEY_TEXT, LEA_ID), out, leaveOutBadRows: true, residence };
  await anonymizeFile(options, silentProgress);
  return readFileSync(out, 'utf8');
}

/** Neither below the screen nor under the log that stays at its top. */
async function isInView(page: Page, place: Locator): Promise<boolean> {
  const [box, log] = await Promise.all([place.boundingBox(), page.locator('.network-log').boundingBox()]);
  const { height = 0 } = page.viewportSize() ?? {};
  return box !== null && log !== null && box.y >= log.y + log.height && box.y + box.height <= height;
}

const sentCount = (page: Page) => page.locator('.network-count strong').textContent();

describe('a messy export of 5,000 students', () => {
  test('becomes the very bytes the command writes, with the network off and not one request', async () => {
    const { page, faults } = await open();
    const asked: string[] = [];
    page.context().on('request', (request) => {
      if (!request.url().startsWith('blob:')) asked.push(request.url());
    });
    await page.context().setOffline(true);
    await toProblems(page, messy);
    await expect.poll(() => page.locator('.problem-group').count()).toBeGreaterThan(8);
    await toSave(page);
    const file = await saved(page, /Save the anonymized file/);
    expect(file.name).toBe(`gapmap-homes-${LEA_ID}.csv`);
    expect(file.text).toBe(await byCommand(messy));
    expect(asked).toEqual([]);
    expect(await sentCount(page)).toBe('0');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('sends nothing with the network on either, and leaves nothing of a row in the address, the title or what the browser keeps', async () => {
    const { page } = await open();
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await toProblems(page, messy);
    await toSave(page);
    expect(asked).toEqual([]);
    const kept = (await page.evaluate(
      'JSON.stringify([{ ...localStorage }, document.cookie, document.title, location.href])',
    )) as string;
    const values = readFileSync(messy, 'latin1')
      .split(/\r?\n/)
      .slice(4, 400)
      .flatMap((line) => line.split(',').filter((value) => value.trim().length > 5));
    expect(values.filter((value) => kept.includes(value.trim()))).toEqual([]);
    expect(new URL(page.url()).hash).toBe('#save');
    await page.context().close();
  });

  test('becomes the same file from an Excel workbook', async () => {
    const lines = [HEADER, ...Array.from({ length: 40 }, (_, i) => studentLine(i))];
    const workbook = join(scratch, 'export.xlsx');
    await writeXlsxFile(lines.map((line) => line.split(',').map((value) => ({ value, type: String })))).toFile(
      workbook,
    );
    const plain = join(scratch, 'export.csv');
    writeFileSync(plain, `${lines.join('\n')}\n`);
    const { page } = await open();
    await toProblems(page, workbook);
    await toSave(page);
    expect((await saved(page, /Save the anonymized file/)).text).toBe(await byCommand(plain));
    await page.context().close();
  });
});

describe('the proof that nothing is sent', () => {
  test('shows a request when one is tried, and the browser refuses it', async () => {
    const { page } = await open();
    await giveExport(page, csvFile('export.csv', [HEADER, studentLine(1)]));
    const reached: string[] = [];
    page.on('requestfinished', (request) => reached.push(request.url()));
    await page.evaluate("fetch('/healthz').catch(() => {}); navigator.sendBeacon('/healthz', 'x')");
    await expect.poll(() => page.locator('.network-list').textContent()).toContain('Refused by your browser');
    await page.workers()[0]?.evaluate("fetch('/healthz').catch(() => {})");
    await expect.poll(() => page.locator('.network-list').textContent()).toContain('by the worker');
    expect(await page.locator('.network-log').getAttribute('data-quiet')).toBe('false');
    expect(reached).toEqual([]);
    await page.context().close();
  });

  test('is a rule of the page and of its worker from the first byte on', async () => {
    const rules = async (path: string) => (await fetch(`${product.url}${path}`)).headers.get('content-security-policy');
    expect(await rules('/collect/prepare')).toContain("connect-src 'none'");
    const { page } = await open();
    const worker = page.workers().map((one) => new URL(one.url()).pathname);
    expect(worker).toHaveLength(1);
    expect(await rules(worker[0] ?? '')).toBe("default-src 'none'");
    await page.context().close();
  });
});

describe('the key of a district', () => {
  test('is made here, must be saved, and makes the same file when it is brought again', async () => {
    const file = csvFile('export.csv', [HEADER, ...Array.from({ length: 12 }, (_, i) => studentLine(i))]);
    const first = await open();
    await first.page.getByLabel('District number (LEAID)').fill(LEA_ID);
    await first.page.getByLabel('This is our first time').check();
    await first.page.getByRole('button', { name: 'Make a key' }).click();
    await giveExport(first.page, file);
    await first.page.getByText('Still needed: the key file to be saved.').waitFor();
    const key = await saved(first.page, /Save the key file/);
    expect(key.name).toBe(`gapmap-key-${LEA_ID}.json`);
    const output = async (page: Page) => {
      await page.getByRole('button', { name: 'Go on to the columns' }).click();
      await page.getByRole('button', { name: 'Check every row' }).click();
      await toSave(page);
      return (await saved(page, /Save the anonymized file/)).text;
    };
    const made = await output(first.page);
    await first.page.context().close();
    const { page } = await open();
    await giveKey(page, keyFile(key.text));
    await giveExport(page, file);
    expect(await output(page)).toBe(made);
    await page.context().close();
  });

  test('of another district, or damaged, is refused in words', async () => {
    const { page } = await open();
    await page.getByLabel('District number (LEAID)').fill('5400030');
    await giveKey(page);
    await page.getByText('This key is of district 5400390, not of 5400030.').waitFor();
    await giveKey(page, keyFile(KEY_TEXT.replace('0001', '0002')));
    await page.getByText('The key file was changed or cut off since it was saved.').waitFor();
    await page.context().close();
  });
});

describe('problems of an export', () => {
  const dirty = csvFile('export.csv', [
    HEADER,
    ...Array.from({ length: 20 }, (_, i) => studentLine(i)),
    studentLine(30, { lat: '-80.45', lng: '37.75' }),
    studentLine(31, { lat: '', lng: '' }),
    studentLine(32, { device: 'moms phone' }),
    studentLine(33, { device: 'moms phone' }),
    studentLine(34, { type: 'Shelter' }),
  ]);

  test('are mended one by one, all of a kind, or once for every row with the same value', async () => {
    const { page } = await open();
    await toProblems(page, dirty);
    await page.getByText('2 rows cannot be used as they are.').waitFor();
    await page.locator('[data-kind="point_swapped"] summary').click();
    await page.locator('[data-kind="point_swapped"]').getByRole('button', { name: 'Accept 1 suggestion' }).click();
    await page.locator('[data-kind="answer"] summary').click();
    await page.getByLabel(/What Device for learning means/).selectOption('Smartphone');
    await page.locator('[data-kind="no_place"] summary').click();
    await page.getByRole('button', { name: 'Write it for line 23' }).click();
    await page.getByLabel('Latitude for line 23').fill('37.81');
    await page.getByLabel('Longitude for line 23').fill('-80.41');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Check again with 4 changes' }).click();
    await page.getByText('No problems were found.').waitFor();
    await page.getByText('Students with no fixed residence: 1 student').waitFor();
    await toSave(page);
    const lines = (await saved(page, /Save the anonymized file/)).text.trimEnd().split('\n');
    expect(lines).toHaveLength(26);
    expect(lines.filter((line) => line.includes(',Smartphone,'))).toHaveLength(2);
    expect(lines.filter((line) => /^5400390,[0-9a-f]{64},,,none,,,,,,,,$/.test(line))).toHaveLength(1);
    await page.context().close();
  });

  test('show whose row each is, and a mailing address where the student lives is taken for the home', async () => {
    const { page } = await open();
    await toProblems(page, csvFile('export.csv', [HEADER, studentLine(1), studentLine(2, { type: 'Mailing' })]));
    const card = page.locator('[data-kind="mailing_only"]');
    await card.locator('summary').click();
    await card.getByText('102 Spring Creek Rd, Lewisburg').waitFor();
    await expect.poll(() => card.locator('.who').textContent()).toContain('900000002');
    await card.getByRole('button', { name: 'The student lives there on line 3' }).click();
    await page.getByRole('button', { name: 'Check again with 1 change' }).click();
    await page.getByText('No problems were found.').waitFor();
    await page.context().close();
  });

  test('can be accepted and taken back by one button, and only rows that cannot be used can be left out at once', async () => {
    const { page } = await open();
    await toProblems(page, dirty);
    const swapped = page.locator('[data-kind="point_swapped"]');
    await swapped.locator('summary').click();
    await swapped.getByRole('button', { name: 'Accept 1 suggestion' }).click();
    await swapped.getByText('1 suggestion accepted.').waitFor();
    expect(await page.getByRole('button', { name: /^Accept/ }).count()).toBe(0);
    await swapped.getByRole('button', { name: 'Undo', exact: true }).click();
    await swapped.getByRole('button', { name: 'Leave out 1 row' }).waitFor();
    await page.getByRole('button', { name: 'Leave out 2 rows and go on' }).waitFor();
    const answers = page.locator('[data-kind="answer"]');
    await answers.locator('summary').click();
    await answers.getByRole('combobox').waitFor();
    expect(await answers.getByRole('button').count()).toBe(0);
    await page.context().close();
  });

  test('stay as they were when Escape is pressed while writing', async () => {
    const { page } = await open();
    await toProblems(page, dirty);
    const card = page.locator('[data-kind="no_place"]');
    await card.locator('summary').click();
    await card.getByRole('button', { name: 'Write it for line 23' }).click();
    await page.getByLabel('Latitude for line 23').fill('37.81');
    expect(await card.getByRole('button', { name: /Leave out line/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Write it for line 23');
    await page.getByRole('button', { name: 'Leave out 2 rows and go on' }).waitFor();
    await page.context().close();
  });

  test.each([
    ['at a desk', DESK],
    ['on a phone', PHONE],
  ] as const)('keep their titles in view when they are opened one after the other: %s', async (_, options) => {
    const { page } = await open(options);
    await toProblems(page, messy);
    const hidden: string[] = [];
    for (const summary of await page.locator('.problem-group summary').all()) {
      await summary.click();
      await page.locator('.problem-group[open]').last().locator('tbody tr').first().waitFor();
      if (!(await isInView(page, summary))) hidden.push((await summary.textContent()) ?? '');
    }
    expect(hidden).toEqual([]);
    await page.context().close();
  });

  test('that are left after another check are counted where the page goes', async () => {
    const { page } = await open(PHONE);
    await toProblems(page, messy);
    await page.locator('[data-kind="point_swapped"] summary').click();
    await page
      .locator('[data-kind="point_swapped"]')
      .getByRole('button', { name: /^Accept (all|1) / })
      .click();
    await page.getByRole('button', { name: /^Check again/ }).click();
    await page.getByText(/changes? applied/).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/changes? applied\. .* rows read[.,]/);
    expect(await isInView(page, page.locator('.check-status'))).toBe(true);
    await page.context().close();
  });

  test('that have a plain correction are mended by one button', async () => {
    const { page } = await open();
    await toProblems(page, dirty);
    await page.locator('.prepare-step > .actions').getByRole('button', { name: 'Accept 1 suggestion' }).click();
    await page.getByText('1 row cannot be used as it is.').waitFor();
    expect(await page.locator('[data-kind="point_swapped"]').count()).toBe(0);
    const list = await saved(page, /Save the list of problems/);
    expect(list.text).toContain('23,Latitude,No place for the home');
    expect(list.text).not.toMatch(/9000000|Spring Creek|moms/);
    await page.getByText('1 row changed or left out by you.').waitFor();
    await page.getByRole('button', { name: 'Undo all changes' }).click();
    await page.getByRole('button', { name: 'Check again with 1 change' }).click();
    await page.getByText('2 rows cannot be used as they are.').waitFor();
    await page.context().close();
  });

  test('of many students in one place wait for an answer, and any column of homelessness takes a student out of them', async () => {
    const header = 'Student ID / Número de estudiante,Homeless,Night Residence,School Latitude,Latitude,Longitude';
    const lines = Array.from({ length: 20 }, (_, i) =>
      [
        90_000 + i,
        i === 3 ? 'Y' : 'N',
        i === 4 ? 'Shelter' : '',
        38.1,
        i < 14 ? 37.80123 : 37.81 + i / 1000,
        -80.441,
      ].join(),
    );
    const { page, faults } = await open();
    await giveKey(page);
    await giveExport(page, csvFile('one-place.csv', [header, ...lines]));
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page.getByText('Of 6 columns 5 are used.').waitFor();
    await page.getByRole('button', { name: 'Do not read Night Residence' }).waitFor();
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    await page.getByText('Students with no fixed residence: 2 students').waitFor();
    await page.getByText('12 of 18 students with a place stand in one point.').waitFor();
    expect(await page.getByRole('button', { name: 'Go on to the preview' }).isDisabled()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('They really live there').check();
    await page.getByRole('button', { name: 'Go on to the preview' }).click();
    await untilStep(page, 'preview');
    // Twelve homes in one point, four apart from each other.
    await page
      .getByText(/lie in \d hexagons of about 180 acres each\. \d of them holds? fewer than 3 households of the file; /)
      .waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('of codes that may mean a shelter wait for an answer, which the command gets too and the browser remembers', async () => {
    const types = ['Home', 'Home', 'Doubled-up', 'Foster', 'F', 'F'];
    const file = csvFile('types.csv', [HEADER, ...types.map((type, i) => studentLine(i, { type }))]);
    const path = join(scratch, file.name);
    writeFileSync(path, file.buffer);
    const { page } = await open();
    await toProblems(page, file);
    await page.getByText('2 rows have a type of address that we cannot read.').waitFor();
    await page.getByText('Students with no fixed residence: 1 student').waitFor();
    await page.getByLabel('What F counts as').selectOption('none');
    await page.getByText('Students with no fixed residence: 3 students').waitFor();
    await page.getByLabel('What Foster counts as').selectOption('none');
    await page.getByText('Students with no fixed residence: 4 students').waitFor();
    await page.getByLabel('What Foster counts as').selectOption('A home');
    await page.getByText('No problems were found.').waitFor();
    await page.getByText('Students with no fixed residence: 3 students').waitFor();
    await toSave(page);
    expect((await saved(page, /Save the anonymized file/)).text).toBe(await byCommand(path, 'F=none'));
    await page.goto(`${product.url}/collect/prepare`);
    await untilReady(page);
    await toProblems(page, file);
    await page.getByText('Students with no fixed residence: 3 students').waitFor();
    await page.context().close();
  });

  test('include a warning where no column shows students with no fixed residence', async () => {
    const { page } = await open();
    const without = HEADER.replace('Address Type', 'Comment');
    await giveKey(page);
    await giveExport(page, csvFile('export.csv', [without, studentLine(1), studentLine(2)]));
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    const warning = page.locator('.message.warning', {
      hasText: 'Students with no fixed residence are not told apart',
    });
    await warning.waitFor();
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    await warning.waitFor();
    await page.goBack();
    await page.getByLabel('Column of: Type of address').selectOption('Comment');
    expect(await warning.count()).toBe(0);
    await page.context().close();
  });

  test('of the line that names the columns are asked about, and another line is taken', async () => {
    const { page } = await open();
    await giveExport(page, csvFile('export.csv', ['Field 1,Field 2,Field 3', HEADER, studentLine(1), studentLine(2)]));
    await page.getByText('Is line 2 the line that names the columns?').waitFor();
    await page.getByRole('button', { name: 'Use line 1 instead' }).click();
    await page.getByText('Line 1 is taken for the names of the columns, as you said.').waitFor();
    await page.getByText('3 columns').waitFor();
    await page.getByRole('button', { name: 'Use line 2 instead' }).click();
    await page.getByText('12 columns').waitFor();
    await page.context().close();
  });

  test('of homes without coordinates go away with a file of address points', async () => {
    const { page } = await open();
    await giveKey(page);
    await giveExport(page, dirty);
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page.getByText('Homes without coordinates').click();
    await page
      .getByLabel('Choose a file of address points')
      .setInputFiles(
        csvFile('points.csv', [
          'number,street,city,postcode,lon,lat',
          '131,SPRING CREEK ROAD,LEWISBURG,24901,-80.41,37.81',
        ]),
      );
    await page.getByText('1 address').waitFor();
    await page.getByRole('button', { name: 'Check every row' }).click();
    await page.getByText('1 student by the same address in other words').waitFor();
    expect(await page.locator('[data-kind="no_place"]').count()).toBe(0);
    expect(await sentCount(page)).toBe('0');
    await page.context().close();
  });

  test('with the file as a whole are stated in words', async () => {
    const { page } = await open();
    await giveExport(page, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
    await page.getByText('The file is empty.').waitFor();
    await giveExport(page, {
      name: 'photo.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
    });
    await page.getByText('This file cannot be read').waitFor();
    await page.context().close();
  });
});

describe('answers in a file of their own', () => {
  const own = 'Student Number,Last Name,Grade,Home Street,Latitude,Longitude';
  const line = (n: number) =>
    studentLine(n)
      .split(',')
      .filter((_, i) => [0, 1, 2, 3, 8, 9].includes(i))
      .join(',');
  const form = [
    'Timestamp,Student number,Internet at home,Device used most',
    ...Array.from({ length: 12 }, (_, i) => `9/1/2026 8:0${i % 10}:00,${900_000_000 + i},Yes,Chromebook`),
    '9/2/2026 8:00:00,900000001,No,Chromebook',
    '9/1/2026 8:00:00,Ana,Yes,Chromebook',
    '9/1/2026 8:00:00,900000003,Yes,a thing',
  ];
  const exported = csvFile('export.text', [own, ...Array.from({ length: 20 }, (_, i) => line(i))]);
  const answers = csvFile('form.csv', form);

  test('make the bytes the command makes, whichever file is chosen first, and nothing is sent', async () => {
    for (const [name, file] of [
      ['own.csv', exported],
      ['form.csv', answers],
    ] as const)
      writeFileSync(join(scratch, name), file.buffer);
    const out = join(scratch, 'joined.csv');
    const paths = { path: join(scratch, 'own.csv'), answers: join(scratch, 'form.csv'), out };
    await anonymizeFile({ ...paths, key: readKey(KEY_TEXT, LEA_ID) }, silentProgress);
    for (const isSurveyFirst of [false, true]) {
      const { page, faults } = await open();
      await giveKey(page);
      await giveExport(page, isSurveyFirst ? answers : exported);
      if (isSurveyFirst) {
        await page.getByText('This file has answers but no homes. Add your student export to join them.').waitFor();
        expect(await violationsOn(page)).toEqual([]);
        await page.getByLabel('Add the student export').setInputFiles(exported);
      } else {
        await page.getByText('Are the families’ answers in another file?').click();
        await page.getByLabel('Choose the file of answers').setInputFiles(answers);
      }
      await page.getByLabel('Choose another file of answers').waitFor();
      await page.getByRole('button', { name: 'Go on to the columns' }).click();
      await untilStep(page, 'columns');
      expect(await page.getByLabel('Column of the answers: Student number').inputValue()).toBe('1');
      expect(await violationsOn(page)).toEqual([]);
      await page.getByRole('button', { name: 'Check every row' }).click();
      await page.getByText('12 students have answers').waitFor();
      await page.getByText('8 students, lines 14, 15').waitFor();
      await page.getByText('1 row of the answers, line 15: Not a student number, such as a name').waitFor();
      const list = await saved(page, /Save the list of what does not fit/);
      expect(list.text).toContain('answers,15,');
      expect(list.text).not.toMatch(/Ana|9000000/);
      expect(await violationsOn(page)).toEqual([]);
      await toSave(page);
      expect((await saved(page, /Save the anonymized file/)).text).toBe(readFileSync(out, 'utf8'));
      expect(await page.locator('.network-log').getAttribute('data-sent')).toBe('0');
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });

  test('are listed with their values where they are dropped, before a person goes on', async () => {
    const { page } = await open();
    const lines = [...Array.from({ length: 9 }, (_, i) => studentLine(i)), studentLine(20, { lat: '0', lng: '0' })];
    const odd = [21, 22].map((n) => studentLine(n, { device: 'moms phone' }));
    await toProblems(
      page,
      csvFile('odd.csv', [HEADER, ...lines, ...odd, studentLine(23, { lat: '-80.44', lng: '37.8' })]),
    );
    const primary = page.locator('.prepare-step .button.primary');
    await expect.poll(() => primary.allTextContents()).toEqual(['Accept 1 suggestion']);
    const staying = page.locator('.stays-out');
    await expect.poll(() => staying.textContent()).toMatch(/2 answers to “Device for learning”: moms phone \(2\)/);
    await expect.poll(() => staying.textContent()).toContain('1 row: Coordinates of zero');
    await primary.click();
    await page.getByText('1 row cannot be used as it is.').waitFor();
    await expect.poll(() => primary.allTextContents()).toEqual(['Leave out 1 row and go on']);
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('the page that prepares a file', () => {
  const views: [string, BrowserContextOptions][] = [
    ['at a desk', DESK],
    ['on a phone', PHONE],
    ['at 400 %', MAGNIFIED],
  ];
  test.each(views)(
    'breaks no rule of WCAG 2.1 AA and needs no sideways scrolling at any step: %s',
    async (_, options) => {
      const { page, faults } = await open(options);
      const look = async () => {
        expect(await violationsOn(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      };
      await look();
      await giveKey(page);
      await giveExport(page, messy);
      await page.getByRole('button', { name: 'Go on to the columns' }).click();
      await untilStep(page, 'columns');
      await look();
      await page.getByRole('button', { name: 'Check every row' }).click();
      await untilStep(page, 'problems');
      await page.locator('.problem-group summary').first().click();
      await page.locator('.problem-table tbody tr').first().waitFor();
      await look();
      await page.getByRole('button', { name: /go on/i }).click();
      await untilStep(page, 'preview');
      await look();
      await page.getByRole('button', { name: /go on/i }).click();
      await untilStep(page, 'save');
      await look();
      expect(faults).toEqual([]);
      await page.context().close();
    },
  );

  test('goes back and forward between the steps, and remembers the columns of a file like the last', async () => {
    const file = csvFile('export.csv', [HEADER, studentLine(1), studentLine(2)]);
    const { page } = await open();
    await giveKey(page);
    await giveExport(page, file);
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page.getByLabel('Column of: Grade').selectOption('(not in the file)');
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    await page.goBack();
    await untilStep(page, 'columns');
    await page.goForward();
    await untilStep(page, 'problems');
    await page.goBack();
    await page.goBack();
    await untilStep(page, 'file');
    await giveExport(page, file);
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page.getByText('as you chose them last time').waitFor();
    expect(await page.getByLabel('Column of: Grade').inputValue()).toBe('');
    await page.context().close();
  });

  test('goes on another day with the same file and key, and forgets its work when told to', async () => {
    const { page } = await open();
    const lines = [
      HEADER,
      ...Array.from({ length: 20 }, (_, i) => studentLine(i)),
      studentLine(30, { device: 'moms phone' }),
      studentLine(31, { lat: '0', lng: '0' }),
      studentLine(32, { lat: '', lng: '' }),
    ];
    const file = csvFile('export.csv', lines);
    await toProblems(page, file);
    await page.locator('[data-kind="answer"] summary').click();
    await page.getByLabel(/What Device for learning means/).selectOption('Smartphone');
    await page.locator('[data-kind="point_zero"] summary').click();
    await page.getByRole('button', { name: 'Leave out line 23' }).click();
    await page.locator('[data-kind="no_place"] summary').click();
    await page.getByRole('button', { name: 'Write it for line 24' }).click();
    await page.getByLabel('Latitude for line 24').fill('37.812345');
    await page.getByLabel('Longitude for line 24').fill('-80.412345');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Check again with 3 changes' }).waitFor();
    await expect.poll(() => page.evaluate(`localStorage.getItem('gapmap.prepare.trace')`)).not.toBeNull();
    const kept = JSON.stringify(await page.evaluate('Object.entries(localStorage)'));
    expect(kept).not.toMatch(/moms|Smartphone|37\.81|9000000|Invented|Spring/);

    const tomorrow = await page.context().newPage();
    await tomorrow.goto(`${product.url}/collect/prepare`);
    await untilReady(tomorrow);
    await giveExport(tomorrow, file);
    await giveKey(tomorrow);
    await tomorrow.getByText(/^You worked on a file like this one until/).waitFor();
    expect(await violationsOn(tomorrow)).toEqual([]);
    await tomorrow.getByRole('button', { name: 'Go on where you stopped' }).click();
    await tomorrow.getByText(/Your choices from .* are applied: 2 values, 1 row left out\./).waitFor();
    await untilStep(tomorrow, 'problems');
    await toSave(tomorrow);
    const trace = () => tomorrow.evaluate(`localStorage.getItem('gapmap.prepare.trace')`);
    const before = await trace();
    const { text } = await saved(tomorrow, /Save the anonymized file/);
    await expect.poll(trace).not.toBe(before);
    expect(text.trimEnd().split('\n')).toHaveLength(23);
    expect(text).toContain(',Smartphone,');
    await tomorrow.reload();
    await untilReady(tomorrow);
    await giveKey(tomorrow);
    await giveExport(tomorrow, file);
    await tomorrow.getByRole('button', { name: 'Go on where you stopped' }).click();
    await untilStep(tomorrow, 'save');
    await saved(tomorrow, /Save the anonymized file/);
    await tomorrow.getByRole('button', { name: 'Forget what I chose' }).click();
    expect(await tomorrow.evaluate(`localStorage.getItem('gapmap.prepare.trace')`)).toBe('[]');
    expect(await tomorrow.locator('.network-log').getAttribute('data-sent')).toBe('0');
    await page.context().close();
  });

  test('takes a file that is dropped on it, and stays when one is dropped beside', async () => {
    const { page } = await open();
    const dropped = (await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${JSON.stringify(`${HEADER}\n${studentLine(1)}\n`)}], 'dropped.csv'));
      return transfer;
    })()`)) as unknown;
    await page.locator('h1').dispatchEvent('drop', { dataTransfer: dropped });
    await page.locator('.drop').first().dispatchEvent('drop', { dataTransfer: dropped });
    await page.getByText('dropped.csv').waitFor();
    await page.context().close();
  });

  test('can be walked by keys alone', async () => {
    const { page } = await open();
    await giveKey(page);
    await giveExport(page, csvFile('export.csv', [HEADER, studentLine(1), studentLine(2)]));
    const press = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).waitFor();
      for (let i = 0; i < 80; i++) {
        await page.keyboard.press('Tab');
        const focused = (await page.evaluate('document.activeElement.textContent')) as string;
        if (typeof name === 'string' ? focused === name : name.test(focused)) return page.keyboard.press('Enter');
      }
      throw new Error(`Tab never came to ${name}`);
    };
    await press('Go on to the columns');
    await untilStep(page, 'columns');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Match the columns');
    await press('Check every row');
    await untilStep(page, 'problems');
    await press('Go on to the preview');
    await press('This may leave: go on');
    await untilStep(page, 'save');
    await page.context().close();
  });

  test('stops a long check when asked, and warns before unsaved work is left', async () => {
    const { page } = await open();
    await giveKey(page);
    // By its path: bytes would go to the browser as one message of 30 MB, which takes a busy machine a minute.
    const long = join(scratch, 'long.csv');
    writeFileSync(long, `${[HEADER, ...Array.from({ length: 150_000 }, (_, i) => studentLine(i))].join('\n')}\n`);
    await giveExport(page, long);
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    // A quick machine may be done before a click from outside arrives; the page may not hear the first one yet.
    await page.evaluate(`new MutationObserver(() => {
      const stop = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Stop');
      stop?.click();
    }).observe(document.body, { childList: true, subtree: true })`);
    await page.getByRole('button', { name: 'Check every row' }).click();
    await page.getByRole('button', { name: 'Check every row' }).waitFor();
    expect(await page.locator('.prepare').getAttribute('data-step')).toBe('columns');
    const warned = new Promise<string>((resolve) =>
      page.once('dialog', (dialog) => {
        resolve(dialog.type());
        void dialog.accept();
      }),
    );
    await page.getByRole('link', { name: 'Map', exact: true }).click({ noWaitAfter: true });
    expect(await warned).toBe('beforeunload');
    // A browser that is closed between the answer and the next page never says that it is: one run in ten hung there.
    await page.waitForURL(({ pathname }) => pathname === '/', { waitUntil: 'commit' });
    await page.context().close();
  });
});

describe('the words of the page that prepares a file', () => {
  const form = csvFile('form.csv', [
    'Timestamp,Student number,Internet at home',
    '9/1/2026 8:00:00,900000001,Yes',
    '9/1/2026 8:00:00,Ana,No',
  ]);

  test('all come from messages, at every step and in every problem of a messy file', async () => {
    const { page, faults } = await open(DESK, '?lang=qps');
    const unsaid: Record<string, readonly string[]> = { 'choosing a file': await unsaidOn(page) };
    await page.getByLabel('This is our first time').check();
    await page.getByLabel('District number').fill('54');
    unsaid['a number cut short'] = await unsaidOn(page);
    await giveKey(page, keyFile('{}'));
    await page.getByText('This key cannot be used').waitFor();
    unsaid['a wrong key'] = await unsaidOn(page);
    await page.getByLabel('District number').fill(LEA_ID);
    await giveKey(page);
    await giveExport(page, messy);
    await page.getByLabel('Choose the file of answers').setInputFiles(form);
    await page.getByText('Choose another file of answers').waitFor();
    unsaid['the chosen files'] = await unsaidOn(page);
    await page.getByRole('button', { name: 'Do without it' }).click();
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await untilStep(page, 'columns');
    unsaid['the columns'] = await unsaidOn(page);
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    await expect.poll(() => page.locator('.problem-table tbody tr').count()).toBeGreaterThan(20);
    unsaid['the problems'] = await unsaidOn(page);
    await page.getByRole('button', { name: /go on/i }).click();
    await untilStep(page, 'preview');
    unsaid['what leaves'] = await unsaidOn(page);
    await page.getByRole('button', { name: 'This may leave: go on' }).click();
    await untilStep(page, 'save');
    await saved(page, /Save the anonymized file/);
    unsaid['the saved file'] = await unsaidOn(page);
    expect(unsaid).toEqual(Object.fromEntries(Object.keys(unsaid).map((where) => [where, []])));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('all come from messages where answers were joined, homes looked up and a code is asked about', async () => {
    const { page } = await open(DESK, '?lang=qps');
    const lines = Array.from({ length: 12 }, (_, i) => studentLine(i));
    const others = [
      studentLine(20, { lat: '', lng: '' }),
      studentLine(21, { type: 'F' }),
      studentLine(0, { city: 'X' }),
    ];
    await giveKey(page);
    await giveExport(page, csvFile('export.csv', ['Field 1,Field 2', HEADER, ...lines, ...others]));
    await page.getByLabel('Choose the file of answers').setInputFiles(form);
    await page.getByText('Choose another file of answers').waitFor();
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page
      .getByLabel('Choose a file of address points')
      .setInputFiles(
        csvFile('points.csv', [
          'number,street,city,postcode,lon,lat',
          '120,SPRING CREEK ROAD,LEWISBURG,24901,-80.41,37.81',
          '9,,,,,',
        ]),
      );
    await page.getByText('Choose another file of address points').waitFor();
    expect(await unsaidOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    await page.getByText('Homes found by their address').waitFor();
    await page.getByText('Answers joined to your export').waitFor();
    await page.getByText('Codes of residence to be told').waitFor();
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });

  test('change their language after the page was locked, with the network off and not one request', async () => {
    const { page, faults } = await open({ ...DESK, locale: 'es-MX' });
    await page.getByText('Elegir la exportación').waitFor();
    await page.context().setOffline(true);
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
    await page.getByText('El archivo está vacío.').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('The file is empty.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Prepare a file' }).waitFor();
    expect(await sentCount(page)).toBe('0');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('are Spanish in the list of problems too', async () => {
    const { page } = await open(DESK, '?lang=es');
    const lines = [HEADER, ...Array.from({ length: 12 }, (_, i) => studentLine(i)), studentLine(0, { lat: 'north' })];
    await page.getByLabel('Tenemos un archivo de llave').check();
    await page.getByLabel('Elegir el archivo de la llave').setInputFiles(keyFile());
    await page.getByLabel('Elegir la exportación').setInputFiles(csvFile('export.csv', lines));
    await page.getByRole('button', { name: 'Seguir a las columnas' }).click();
    await page.getByRole('button', { name: 'Revisar cada fila' }).click();
    await untilStep(page, 'problems');
    const { text } = await saved(page, /Guardar la lista de problemas/);
    expect(text).toMatch(/^\ufeff?línea,columna,problema/);
    expect(text).toContain('Coordenadas que no se pueden leer');
    await page.context().close();
  });
});
