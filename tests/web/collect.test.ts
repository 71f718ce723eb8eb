/** A collection in a real browser: a district that has never seen it, a bad connection, a coordinator, whoever has no link. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coordinator as coordinatorEn } from '../../server/domain/messages/en/collect/coordinator.ts';
import { district as districtEn } from '../../server/domain/messages/en/collect/district.ts';
import { office as officeEn } from '../../server/domain/messages/en/collect/office.ts';
import { page as pageEn } from '../../server/domain/messages/en/collect/page.ts';
import { upload as uploadEn } from '../../server/domain/messages/en/collect/upload.ts';
import { coordinator as coordinatorEs } from '../../server/domain/messages/es/collect/coordinator.ts';
import { district as districtEs } from '../../server/domain/messages/es/collect/district.ts';
import { office as officeEs } from '../../server/domain/messages/es/collect/office.ts';
import { page as pageEs } from '../../server/domain/messages/es/collect/page.ts';
import { upload as uploadEs } from '../../server/domain/messages/es/collect/upload.ts';
import { DESK, MAGNIFIED, openBrowser, PHONE, picture, violationsOn } from '../support/browser.ts';
import {
  csvOf,
  dayFromNow,
  give,
  homesFile,
  linkOf,
  newCollection,
  offsetsSent,
  openCollect,
  openLink,
  studentLine,
} from '../support/collect-pages.ts';
import { KEY_TEXT, saved, toSave, untilReady, untilStep } from '../support/prepare.ts';
import { type Product, startProduct } from '../support/product.ts';
import { smallStateFiles } from '../support/state.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let collection: number;
const scratch = mkdtempSync(join(tmpdir(), 'gapmap-collect-'));

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(2_000), openBrowser()]);
  collection = await newCollection(product, 'fall 2027');
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function district(leaId: string, options: BrowserContextOptions = DESK) {
  const link = await linkOf(product, collection, leaId);
  const opened = await openCollect(browser, product, { link, path: `/collect?collection=${collection}`, options });
  await opened.page.getByRole('heading', { name: /Upload/ }).waitFor();
  return { ...opened, link };
}

const coordinator = (view = '', options: BrowserContextOptions = DESK) =>
  openCollect(browser, product, {
    link: product.links.coordinator,
    path: `/collect?collection=${collection}${view}`,
    options,
  });

/** Sends a file and accepts what the check found. */
async function sendAndAccept(page: Page, file: Parameters<typeof give>[1]): Promise<void> {
  await give(page, file);
  await page.getByRole('button', { name: 'Accept for fall 2027' }).click();
  await page.getByText('Thank you. There is nothing left to do').waitFor();
}

describe('a district new to the pages', () => {
  test('gets a link, prepares a messy export of 5,000 students, uploads it and is accepted', async () => {
    const begun = performance.now();
    const state = await smallStateFiles();
    const messy = join(state, 'export', readdirSync(join(state, 'export')).find((name) => name.endsWith('.csv')) ?? '');
    const office = await coordinator();
    await office.page.getByLabel('Find a district').fill('Greenbrier');
    await office.page.getByRole('button', { name: /^Greenbrier County Schools/ }).click();
    await office.page.getByRole('button', { name: 'Make a link for Greenbrier County Schools' }).click();
    await office.page.getByRole('button', { name: 'Make 1 link' }).last().click();
    const link = await office.page.getByLabel('Link of Greenbrier County Schools', { exact: true }).inputValue();

    const { page, faults } = await openCollect(browser, product, {});
    await openLink(page, link);
    await page.getByRole('heading', { level: 1, name: 'Greenbrier County Schools' }).waitFor();
    expect(page.url()).not.toContain('gapmap_');
    await page.locator('.path').getByRole('link', { name: 'Prepare a file' }).click();
    await untilReady(page);
    expect(await page.getByLabel('District number (LEAID)').inputValue()).toBe('5400390');
    await page.getByLabel('This is our first time').check();
    await page.getByRole('button', { name: 'Make a key' }).click();
    await saved(page, /Save the key file/);
    await page.getByLabel(/Choose the export/).setInputFiles(messy);
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    await toSave(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: /Save the anonymized file/ }).click();
    const anonymized = join(scratch, 'gapmap-homes-5400390.csv');
    await (await coming).saveAs(anonymized);

    await page.goto(`${product.url}/collect?collection=${collection}`);
    await page
      .locator('.path-step[aria-current="step"]')
      .getByRole('heading', { name: /Upload/ })
      .waitFor();
    await expect.poll(() => page.locator('.button.primary').allTextContents()).toEqual(['Choose the anonymized file']);
    await give(page, anonymized);
    await page.getByText('students can be taken in').waitFor();
    expect(await page.getByText('Not sending yet?').count()).toBe(0);
    await page.getByRole('button', { name: 'Accept for fall 2027' }).click();
    await page.getByText('Thank you. There is nothing left to do').waitFor();
    await page.getByRole('link', { name: 'Certificate of deletion, to print' }).click();
    await page.getByRole('button', { name: 'Print' }).waitFor();
    await expect.poll(() => page.locator('body').textContent()).toContain('deleted');
    expect(await page.getByRole('link', { name: 'Back to the collection' }).getAttribute('href')).toBe(
      '/collect?lang=en',
    );
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    expect(faults).toEqual([]);

    await office.page.reload();
    await office.page.getByLabel('Find a district').fill('Greenbrier');
    await expect.poll(() => office.page.locator('.district-table tbody').textContent()).toMatch(/Accepted/);
    const seconds = (performance.now() - begun) / 1000;
    console.info(`from making the link to the certificate: ${seconds.toFixed(1)} s without the time to read`);
    expect(seconds).toBeLessThan(120);
    await page.context().close();
    await office.page.context().close();
  });
});

describe('a file that may not leave', () => {
  test.each([
    [
      'an export with names',
      csvOf(['Student Name,Street,lat,lng', 'Invented Person,1 Nowhere Rd,38.1,-80.1']),
      'names none of the columns',
    ],
    [
      'an anonymized file with a column of names added',
      csvOf([`Name,${'lea_id,student_key,household_key,cell'}`, 'x,y']),
      'a column that an anonymized file does not have',
    ],
    [
      'an anonymized file with a name where a key was',
      csvOf(['lea_id,student_key,household_key,cell', `5400210,${'a'.repeat(64)},Invented Person,892a833359bffff`]),
      'Line 2, column household_key, holds something else than a code',
    ],
    ['the key of the district', csvOf(KEY_TEXT.trim().split('\n')), 'This is your key. Never send it to anybody.'],
  ])('is refused here, and not a byte is sent: %s', async (_what, file, words) => {
    const { page } = await district('5400210');
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url());
    });
    await give(page, file);
    await page.getByText(/^Nothing was sent\. /).waitFor();
    await expect.poll(() => page.locator('.upload .message').textContent()).toContain(words);
    expect(await page.locator('.upload').textContent()).not.toContain('Invented');
    expect(sent).toEqual([]);
    await page.context().close();
  });

  test('is refused by the server, in words, when it is of another district', async () => {
    const { page } = await district('5400210');
    await give(page, homesFile('5400240', 30));
    await page.getByText('The file was refused.').waitFor();
    await expect.poll(() => page.locator('.upload').textContent()).toContain('your link is that of district 5400210');
    await page.context().close();
  });
});

describe('a broken connection', () => {
  const file = homesFile('5400300', 6_000);

  test('stops nothing: what was sent is kept, it waits, and goes on where it was', async () => {
    const { page } = await district('5400300');
    const offsets = offsetsSent(page);
    let parts = 0;
    await page.route('**/uploads/*?offset=*', (route) => (++parts === 2 ? route.abort() : route.continue()));
    await give(page, file);
    await page.getByText('The connection is broken. What was sent is kept.').waitFor();
    await page.getByRole('button', { name: /^Accept for/ }).waitFor();
    expect(offsets).toEqual([0, 524288, 524288, 1048576]);
    await page.getByRole('button', { name: 'Delete this file, and send another' }).click();
    await page.getByRole('button', { name: 'Choose the anonymized file' }).waitFor();
    await page.context().close();
  });

  test('lets a reopened page go on with the same file, from where the server is', async () => {
    const first = await district('5400330');
    const own = homesFile('5400330', 6_000);
    let parts = 0;
    await first.page.route('**/uploads/*?offset=*', (route) => (++parts > 1 ? route.abort() : route.continue()));
    await give(first.page, own);
    await first.page.getByText('The connection is broken.').waitFor();
    await first.page.unrouteAll();
    await first.page.getByRole('button', { name: 'Pause' }).click();
    await first.page.getByText(/^Paused at 524 kB/).waitFor();
    await first.page.reload();
    await first.page.getByText(/stopped at 524 kB of/).waitFor();
    const offsets = offsetsSent(first.page);
    await give(first.page, own);
    await first.page.getByRole('button', { name: /^Accept for/ }).waitFor();
    expect(offsets[0]).toBe(524288);
    await first.page.context().close();
  });

  test('between the check and its answer leaves the check to be seen when the page is opened again', async () => {
    const { page } = await district('5400360');
    await give(page, homesFile('5400360', 40));
    await page.getByRole('button', { name: /^Accept for/ }).waitFor();
    await page.reload();
    await page.getByText('All 40 students can be taken in').waitFor();
    await page.context().close();
  });
});

describe('what the check finds', () => {
  test('is listed row by row, with line, column and what to do, and can be downloaded', async () => {
    const { page } = await district('5400540');
    const lines = Array.from({ length: 60 }, (_, n) => studentLine('5400540', n));
    lines[6] = studentLine('5400540', 6).replace(/,88[0-9a-f]{13},/, ',872a83335ffffff,');
    lines[9] = studentLine('5400540', 9, 'perhaps,,,,,,');
    const header = homesFile('5400540', 0).buffer.toString().trim();
    await give(page, csvOf([header, ...lines]));
    await page.getByText('59 of 60 students can be taken in.').waitFor();
    const rows = await page.locator('.findings tbody tr').allTextContents();
    expect(rows).toHaveLength(2);
    expect(rows.join('\n')).toMatch(/8\s*cell/);
    expect(rows.join('\n')).toMatch(/11\s*internet_access/);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download them (CSV)' }).click();
    const report = readFileSync(await (await coming).path(), 'utf8');
    expect(report.split(/\r?\n/).filter((line) => line !== '')).toHaveLength(3);
    await page.getByRole('button', { name: 'Accept for fall 2027' }).click();
    await page.getByText('59 students are accepted, all of them on the map.').waitFor();
    await page.getByText('with the notes below').waitFor();
    await page.getByText('The check found 2 things to mend').waitFor();
    await page.context().close();
  });
});

describe('students with no fixed residence', () => {
  test('are named apart from those on the map, before and after', async () => {
    const { page } = await district('5400600');
    const header = homesFile('5400600', 0).buffer.toString().trim();
    const placed = Array.from({ length: 40 }, (_, n) => studentLine('5400600', n));
    const unplaced = Array.from({ length: 12 }, (_, n) => `5400600,c${String(n).padStart(63, '0')},,,none,,,,,,,,`);
    await sendAndAccept(page, csvOf([header, ...placed, ...unplaced]));
    await page.getByText('52 students are accepted: 40 on the map, 12 counted without a place.').waitFor();
    await page.context().close();
  });
});

describe('a second file', () => {
  test('that is the same, byte for byte, changes nothing and is not sent', async () => {
    const { page } = await district('5400570');
    const file = homesFile('5400570', 50);
    await sendAndAccept(page, file);
    const offsets = offsetsSent(page);
    await page.getByRole('button', { name: 'Send a newer file' }).click();
    await give(page, file);
    await page.getByText('This is the file that was accepted already.').waitFor();
    expect(offsets).toEqual([]);
    await page.context().close();
  });

  test('that differs says what it changes, and replaces only when confirmed', async () => {
    const { page } = await district('5400630');
    await sendAndAccept(page, homesFile('5400630', 50));
    await page.getByRole('button', { name: 'Send a newer file' }).click();
    const newer = (leaId: string, n: number) =>
      studentLine(leaId, n + 5, n < 10 ? 'true,,Satellite,No,Tablet,Shared,School' : undefined);
    await give(page, homesFile('5400630', 50, newer));
    const replaces = page.locator('.replaces');
    await replaces.waitFor();
    await expect.poll(() => replaces.textContent()).toMatch(/50 before, 50 after.*Students added5.*Students removed5/);
    const replace = page.getByRole('button', { name: 'Replace what was accepted' });
    expect(await replace.isDisabled()).toBe(true);
    await page.getByLabel('Yes, replace it').check();
    await replace.click();
    await page.getByText('Thank you. There is nothing left to do').waitFor();
    await page.context().close();
  });
});

describe('an accepted file', () => {
  test('is taken back after a plain word on what that means, and the coordinator sees it', async () => {
    const { page, faults } = await district('5400660');
    await sendAndAccept(page, homesFile('5400660', 50));
    await page.getByText('Take this file back').click();
    const button = page.getByRole('button', { name: 'Take the file back' });
    expect(await button.isDisabled()).toBe(true);
    await page.getByText('Releases made before stay as they are').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel(/^Yes, take it back/).check();
    await button.click();
    await page.getByText(/^You took your file back on/).waitFor();
    await page.getByRole('button', { name: 'Choose the anonymized file' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.reload();
    await page.getByText(/^You took your file back on/).waitFor();
    expect(await page.getByText('Take this file back').count()).toBe(0);
    const office = await coordinator();
    await office.page.getByRole('button', { name: /Taken back/ }).waitFor();
    await office.page.getByText('1 has taken its file back.').waitFor();
    expect(await violationsOn(office.page)).toEqual([]);
    await office.page.context().close();
    await sendAndAccept(page, homesFile('5400660', 50));
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('a coordinator', () => {
  test('sees what is wrong with a collection, and adds one when it is right', async () => {
    const { page, faults } = await coordinator();
    await page.getByRole('button', { name: 'New collection' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Fall 2027');
    await page.getByLabel('First day').fill(dayFromNow(60));
    await page.getByLabel('Last day').fill(dayFromNow(40));
    await page.getByRole('button', { name: 'Add the collection' }).click();
    await page.getByText('There is a collection of this name. Choose another.').waitFor();
    await page.getByText('It closes before it opens.').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('spring 2028');
    await page.getByLabel('Last day').fill(dayFromNow(90));
    await page.getByLabel(/^Whose device it is/).uncheck();
    await page.getByRole('button', { name: 'Add the collection' }).click();
    await expect
      .poll(() => page.getByLabel('Which collection').locator('option:checked').textContent(), { timeout: 20_000 })
      .toBe('spring 2028 (planned)');
    await page.getByText(/^Opens on/).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('finds who is still to come, makes several links at once and takes them along', async () => {
    const { page } = await coordinator();
    await page.getByRole('button', { name: /^Not started/ }).click();
    await page.getByLabel('Find a district').fill('Mo');
    await page.getByLabel('Choose all that are listed').check();
    await page.getByRole('button', { name: /^Make \d links$/ }).click();
    await page.locator('#make-links ~ form').getByRole('button', { name: /^Make/ }).click();
    await page.getByText(/new links, shown only now$/).waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /Download as CSV/ }).click();
    const list = readFileSync(await (await coming).path(), 'utf8');
    expect(list).toMatch(/^\ufefflea_id,district,link,good_until\r\n/);
    expect(list).toMatch(/Monongalia County Schools,http\S+\/enter\/gapmap_/);
    const reminders = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Reminder list/ }).click();
    expect(readFileSync(await (await reminders).path(), 'utf8')).not.toContain('gapmap_');
    expect(page.url()).not.toContain('gapmap_');
    await page.context().close();
  });

  test('revokes a link, which then opens nothing', async () => {
    const held = await district('5401320');
    const { page } = await coordinator();
    await page.getByRole('button', { name: /^Roane County Schools/ }).click();
    const revoke = page.getByRole('button', { name: 'Revoke the link of Roane County Schools' });
    await revoke.click();
    const asked = page.getByRole('group', { name: 'End the link of Roane County Schools?' });
    await asked.getByRole('button', { name: 'Keep it' }).click();
    await expect.poll(() => revoke.evaluate((button) => button.matches(':focus'))).toBe(true);
    await revoke.click();
    await asked.getByRole('button', { name: 'End the link' }).click();
    await page.getByText('This district has no link that is still good.').waitFor();
    await held.page.reload();
    await held.page.getByRole('heading', { name: 'Where the link comes from' }).waitFor();
    const said = held.page.getByText('You are no longer signed in');
    await expect.poll(() => said.count()).toBe(1);
    await held.page.reload();
    await said.waitFor();
    await held.page.getByRole('button', { name: 'I have read this' }).click();
    await said.waitFor({ state: 'detached' });
    await held.page.reload();
    await held.page.getByRole('heading', { name: 'Where the link comes from' }).waitFor();
    expect(await said.count()).toBe(0);
    await held.page.context().close();
    await page.context().close();
  });

  test('finds the list as it was left when the page is loaded again', async () => {
    const { page } = await coordinator();
    await page.getByLabel('Find a district').fill('bar');
    await page.getByRole('button', { name: /^Barbour/ }).click();
    await page.locator('.district-details').waitFor();
    await page.reload();
    await page.locator('.district-details').waitFor();
    expect(await page.getByLabel('Find a district').inputValue()).toBe('bar');
    await page.context().close();
  });

  test('brings enrollment, and response rates are of all students then', async () => {
    const { page } = await coordinator();
    await page.getByLabel('Enrollment file').setInputFiles(csvOf(['LEAID,Students', '5401320,many']));
    await page.getByText('Line 2, column students: write a whole number, such as 1240').waitFor();
    await page.getByLabel('Enrollment file').setInputFiles(csvOf(['LEAID,Students', '5401320,"1,250"', '5401350,800']));
    await page.getByText('The enrollment of 2 districts is known now.').waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /table of the districts/ }).click();
    expect(readFileSync(await (await coming).path(), 'utf8')).toMatch(
      /^\ufefflea_id,district,students\r\n(.*\r\n){55,}$/,
    );
    await page.context().close();
  });

  test('enters a disclosure for good and finds it in the log', async () => {
    const { page } = await coordinator('&view=disclosures');
    await page.getByRole('button', { name: 'Add an entry' }).click();
    await page.getByLabel('Who received it').fill('Legislative Auditor');
    await page.getByLabel('What they received').fill('the public tables, on paper');
    await page.getByRole('button', { name: 'Enter it for good' }).click();
    await page.getByText('Say on what ground').waitFor();
    await page.getByLabel('On what ground').fill('34 CFR 99.31(b), de-identified');
    await page.getByRole('button', { name: 'Enter it for good' }).click();
    await expect
      .poll(() => page.locator('.disclosure-table tbody tr').first().textContent())
      .toContain('Legislative Auditor');
    await page.context().close();
  });
});

describe('every view of the collection', () => {
  const sizes = [
    ['a desk', DESK, '5401410'],
    ['a phone', PHONE, '5401440'],
    ['400 %', MAGNIFIED, '5401470'],
  ] as const;
  test.each(sizes)(
    'breaks no rule of WCAG 2.1 AA and needs no sideways scrolling, at %s',
    async (_size, options, leaId) => {
      const width = options.viewport.width;
      const sound = async (page: Page, faults: string[]) => {
        expect(await violationsOn(page)).toEqual([]);
        expect(faults).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      };
      const nobody = await openCollect(browser, product, { options });
      await nobody.page.getByRole('link', { name: /Data dictionary/ }).waitFor();
      await sound(nobody.page, nobody.faults);
      for (const address of ['/enter/gone', '/nowhere', '/api/v1/survey-kit/phone-es.html']) {
        await nobody.page.goto(product.url + address);
        await sound(nobody.page, []);
      }
      await nobody.page.context().close();

      const office = await coordinator('', options);
      await office.page.getByRole('button', { name: /^Barbour/ }).click();
      await office.page.getByRole('button', { name: 'New collection' }).click();
      await office.page.getByRole('button', { name: 'Add the collection' }).click();
      await sound(office.page, office.faults);
      for (const [view, words] of [
        ['Answers', 'Answers by question'],
        ['Survey kit', 'Survey kit'],
        ['Disclosure log', 'Disclosure log'],
      ] as const) {
        await office.page.getByRole('link', { name: view, exact: true }).click();
        await office.page.getByRole('heading', { level: 2, name: words }).waitFor();
        await expect.poll(() => office.page.getByText('on its way').count()).toBe(0);
        await sound(office.page, office.faults);
      }
      await office.page.context().close();

      const own = await district(leaId, options);
      await sound(own.page, own.faults);
      const lines = Array.from({ length: 30 }, (_, n) => studentLine(leaId, n, n === 3 ? 'perhaps,,,,,,' : undefined));
      await give(own.page, csvOf([homesFile(leaId, 0).buffer.toString().trim(), ...lines]));
      await own.page.getByRole('button', { name: /^Accept for/ }).waitFor();
      await sound(own.page, own.faults);
      await own.page.getByRole('button', { name: /^Accept for/ }).click();
      await own.page.getByText('Thank you. There is nothing left to do').waitFor();
      await sound(own.page, own.faults);
      await own.page.getByRole('link', { name: 'Certificate of deletion, to print' }).click();
      await own.page.getByRole('heading', { name: 'For whoever verifies this' }).waitFor();
      await sound(own.page, own.faults);
      await own.page.context().close();
    },
  );
});

describe('every view of the collection in another language', () => {
  const EN = { ...pageEn, coordinator: coordinatorEn, district: districtEn, office: officeEn, upload: uploadEn };
  const ES = { ...pageEs, coordinator: coordinatorEs, district: districtEs, office: officeEs, upload: uploadEs };
  type Words = typeof EN;
  interface Walk {
    readonly lang: string;
    readonly words: Words;
    readonly options: BrowserContextOptions;
    /** A district that nobody else sends for. */
    readonly leaId: string;
    /** @param view what it is, for a picture or a failure */
    readonly look: (page: Page, view: string) => Promise<void>;
  }

  async function walkOffice({ lang, words, options, look }: Walk): Promise<void> {
    const { table, form, views, answers, newOne } = words.coordinator;
    const { links, log } = words.office;
    const { page } = await coordinator(`&lang=${lang}`, options);
    await page.getByRole('button', { name: /^Barbour/ }).click();
    await page.locator('.district-details').waitFor();
    await page.getByRole('button', { name: links.makeFor({ districtName: 'Barbour County Schools' }) }).click();
    await page.getByRole('button', { name: newOne }).click();
    await page.getByRole('button', { name: form.add }).click();
    await look(page, 'districts');
    await page
      .locator('#make-links ~ form')
      .getByRole('button', { name: links.make({ links: 1 }) })
      .click();
    await page.locator('.link-table').waitFor();
    await page.getByLabel(words.coordinator.enrollment.file).setInputFiles(csvOf(['LEAID,Students', '5401320,many']));
    await page.locator('#enrollment ~ .message').waitFor();
    await page.getByLabel(table.find).fill('Zzz');
    await look(page, 'links');
    await page.getByRole('link', { name: views.answers }).click();
    await page.getByRole('heading', { level: 2, name: answers.title }).waitFor();
    await look(page, 'answers');
    await page.getByRole('link', { name: views.kit }).click();
    await page.locator('.kit').waitFor();
    await look(page, 'kit');
    await page.getByRole('link', { name: views.disclosures }).click();
    await page.locator('.disclosure-table').waitFor();
    await page.getByRole('button', { name: log.add }).click();
    await page.getByRole('button', { name: log.enter }).click();
    await look(page, 'log');
    await page.context().close();
  }

  async function walkDistrict({ lang, words, options, leaId, look }: Walk): Promise<void> {
    const { district: own, upload } = words;
    const link = await linkOf(product, collection, leaId);
    const path = `/collect?collection=${collection}&lang=${lang}`;
    const { page } = await openCollect(browser, product, { link, path, options });
    const send = (file: Parameters<typeof give>[1]) => page.getByLabel(upload.file).setInputFiles(file);
    await page.getByText(own.tell).click();
    await page.getByRole('button', { name: own.tellCoordinator }).click();
    await look(page, 'steps');
    await send(csvOf(['Name,Street', 'x,y']));
    await page.getByText(upload.kept.ownExport.title).waitFor();
    await look(page, 'kept');
    await send(homesFile('5400240', 30));
    await page.getByText(upload.refused).waitFor();
    await look(page, 'refused');
    const lines = Array.from({ length: 30 }, (_, n) => studentLine(leaId, n, n === 3 ? 'perhaps,,,,,,' : undefined));
    const file = csvOf([homesFile(leaId, 0).buffer.toString().trim(), ...lines]);
    await send(file);
    const accept = page.getByRole('button', { name: upload.accept({ collection: 'fall 2027' }) });
    await accept.waitFor();
    await look(page, 'checked');
    const oneCell = page.getByLabel(upload.isRight);
    if (await oneCell.isVisible()) await oneCell.check();
    await accept.click();
    await page.getByText(own.nothingLeft({ collection: 'fall 2027' })).waitFor();
    await page.getByText(own.takeBack).first().click();
    await look(page, 'accepted');
    await page.getByRole('button', { name: own.sendNewer }).click();
    await send(file);
    await page.getByText(upload.acceptedAlready).waitFor();
    await send(homesFile(leaId, 30, (of, n) => studentLine(of, n + 30)));
    await page.locator('.replaces').waitFor();
    await look(page, 'replaces');
    await page.context().close();
  }

  async function walk(given: Walk): Promise<void> {
    const visitor = await openCollect(browser, product, {
      path: `/collect?lang=${given.lang}`,
      options: given.options,
    });
    await visitor.page.locator('.kit').waitFor();
    await given.look(visitor.page, 'visitor');
    await visitor.page.context().close();
    await walkOffice(given);
    await walkDistrict(given);
  }

  test('takes every word from a message', async () => {
    const unsaid: string[] = [];
    const look = async (page: Page, view: string) => {
      unsaid.push(...(await unsaidOn(page)).map((text) => `${view}: ${text}`));
    };
    await walk({ lang: 'qps', words: EN, options: DESK, leaId: '5401500', look });
    expect(unsaid).toEqual([]);
  });

  test('needs no sideways scrolling on a phone and breaks no rule of WCAG 2.1 AA in Spanish', async () => {
    const faults: string[] = [];
    const look = async (page: Page, view: string) => {
      await picture(page, `collect ${view}`);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > PHONE.viewport.width) faults.push(`${view} is ${width} pixels wide`);
      faults.push(...(await violationsOn(page)).map((fault) => `${view}: ${fault}`));
    };
    await walk({ lang: 'es', words: ES, options: PHONE, leaId: '5401530', look });
    expect(faults).toEqual([]);
  });

  test('follows a switch of the language where it is, with what the server found', async () => {
    const { page } = await district('5401560');
    const lines = Array.from({ length: 30 }, (_, n) =>
      studentLine('5401560', n, n === 3 ? 'perhaps,,,,,,' : undefined),
    );
    await give(page, csvOf([homesFile('5401560', 0).buffer.toString().trim(), ...lines]));
    await page.getByRole('button', { name: /^Accept for/ }).waitFor();
    const found = page.locator('.findings tbody tr').first();
    const before = await found.textContent();
    await page.getByRole('button', { name: 'Español' }).click();
    await page.getByRole('button', { name: uploadEs.accept({ collection: 'fall 2027' }) }).waitFor();
    await expect.poll(() => found.textContent()).toContain('Escriba');
    expect(before).toContain('Write');
    await page.context().close();
  });
});
