/** Outreach in a real browser: a plan that is kept, messages that are sent, how districts respond, contacts and their log. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, faultsOn, PHONE, picture } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;

/** Nothing listens there: what is sent stays with the queue. */
const NO_SERVER = { GAPMAP_SMTP_URL: 'smtp://127.0.0.1:1', GAPMAP_MAIL_FROM: 'office@state.example' };

inBrowser(
  2_000,
  (made, its) => {
    product = made;
    browser = its;
  },
  NO_SERVER,
);

async function openPlan(lang: string, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await openLink(page, product.links.coordinator);
  await page.goto(`${product.url}/collect?lang=${lang}`);
  await page.locator('a[href^="/outreach?collection="]').click();
  await page.locator('.outreach-plan').waitFor();
  return page;
}

/** What stands there once a part of the page is drawn. */
const PARTS = {
  plan: '.outreach-plan',
  messages: '#as-it-arrives',
  response: '#each-district',
  contacts: '.outreach-contacts',
  log: '#contact-log',
} as const;
type Part = keyof typeof PARTS;

/** In place, so that the language stays. */
async function openPart(page: Page, part: Part) {
  await page.locator('.view-tabs li').nth(Object.keys(PARTS).indexOf(part)).locator('a').click();
  await page.locator(PARTS[part]).waitFor();
}

async function openPartFromTabs(page: Page, words: string, part: Part) {
  await page.locator('.view-tabs').getByRole('link', { name: words, exact: true }).click();
  await page.locator(PARTS[part]).waitFor();
}

describe('outreach', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', 'en', DESK],
    ['on a phone, in Spanish', 'es', PHONE],
  ];
  test.each(views)(
    'breaks no rule of WCAG 2.1 AA and needs no sideways scrolling: %s',
    async (name, lang, options) => {
      const page = await openPlan(lang, options);
      for (const part of Object.keys(PARTS) as Part[]) {
        await openPart(page, part);
        expect((await faultsOn(page)).map((fault) => `${part}, ${fault}`)).toEqual([]);
        await picture(page, `outreach ${part} ${name}`);
      }
      await page.context().close();
    },
    400_000,
  );

  test('says nothing that is in no catalog', async () => {
    const page = await openPlan('qps', DESK);
    for (const part of ['messages', 'response', 'contacts', 'log'] as const) {
      await openPart(page, part);
      expect((await unsaidOn(page)).map((words) => `${part}: ${words}`)).toEqual([]);
    }
    await page.context().close();
  });

  test('writes a contact down, sends it a message that was edited, and has it in the contact log', async () => {
    const page = await openPlan('en', DESK);
    await openPartFromTabs(page, 'Contacts', 'contacts');
    const row = page.locator('.outreach-contacts tbody tr').first();
    const district = (await row.locator('th').innerText()).trim();
    await row.getByLabel('Name', { exact: false }).fill('Pat Office');
    await row.getByLabel('E-mail', { exact: false }).fill('pat@own.example');
    await page.getByRole('button', { name: 'Save contacts' }).click();
    await page.getByText('Saved.').waitFor();

    await openPartFromTabs(page, 'Messages', 'messages');
    await page.getByLabel('Message', { exact: true }).selectOption({ label: 'Reminder' });
    await page.getByLabel('Subject').fill('Please, {contact}');
    expect(await page.locator('.outreach-subject').innerText()).toBe('Please, Pat Office');
    expect(await page.locator('.outreach-letter').innerText()).toContain('[the link of this district]');
    await page.getByRole('button', { name: 'All districts' }).click();
    await page.getByRole('button', { name: 'Leave them out' }).click();
    await page.getByRole('button', { name: 'Send to 1 district' }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await page.getByText('1 message is with the mail server.').waitFor();

    await openPartFromTabs(page, 'Contact log', 'log');
    const entry = page.locator('tbody tr').first();
    await entry.getByText('Reminder').waitFor();
    expect(await entry.innerText()).toContain('Pat Office, pat@own.example');
    expect(await entry.innerText()).toContain(district);
    expect(await page.content()).not.toMatch(/gapmap_[\w-]{43}/);

    await openPartFromTabs(page, 'Response', 'response');
    await page.getByText('Was sent 1 message, the last on').first().waitFor();
    await page.context().close();
  });

  test('counts the parts of a text message as it is edited, and says what makes them more', async () => {
    const page = await openPlan('en', DESK);
    await openPartFromTabs(page, 'Messages', 'messages');
    await page.getByLabel('Message', { exact: true }).selectOption({ label: 'Text message to families' });
    await page.getByText(/letters, sent as 1 part\./).waitFor();
    await page.getByLabel('Text', { exact: true }).fill(`á${'a'.repeat(70)}`);
    await page.getByText('71 letters, sent as 2 parts.').waitFor();
    await page.getByText(/á is not in the alphabet/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Make files for/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^text-\d+\.zip$/);
    await page.context().close();
  });

  test('names rows and columns of a table of contacts that it does not take', async () => {
    const page = await openPlan('en', DESK);
    await openPartFromTabs(page, 'Contacts', 'contacts');
    const buffer = Buffer.from('lea_id,name,email,telephone,language\n99,Pat,nobody,,en\n');
    await page.getByLabel('Load a table (CSV)').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer });
    await page.getByText('Row 2, column lea_id: a district’s number has seven digits.').waitFor();
    await page.getByText(/Row 2, column email/).waitFor();
    expect(await page.getByRole('button', { name: 'Save contacts' }).isDisabled()).toBe(true);
    await page.context().close();
  });

  test('writes a call down from the list of whom to call first', async () => {
    const page = await openPlan('en', DESK);
    await openPartFromTabs(page, 'Response', 'response');
    const first = page.locator('section[aria-labelledby="calls"] tbody tr').first();
    const name = (await first.locator('th').innerText()).trim();
    await first.getByRole('button', { name: `${name} was reached` }).click();
    await page.getByText(`The call to ${name} is in the contact log.`).waitFor();
    await page.locator('section[aria-labelledby="calls"] tbody tr').last().getByText(name).waitFor();
    await page.context().close();
  });

  test('has a plan that is ticked, edited and assigned, and is so after a reload', async () => {
    const page = await openPlan('en', DESK);
    const first = page.locator('.outreach-plan > li').first();
    await first.getByRole('checkbox').check();
    await first.getByLabel('By whom').fill('Pat');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText('Saved.').waitFor();
    await page.reload();
    await page.locator('.outreach-plan').waitFor();
    expect(await first.getByRole('checkbox').isChecked()).toBe(true);
    expect(await first.getByLabel('By whom').inputValue()).toBe('Pat');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Calendar (ICS)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^outreach-\d+\.ics$/);
    await page.context().close();
  });
});
