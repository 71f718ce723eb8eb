/** Staff shape and open a round, a provider qualifies, says what it would bid on and asks, everybody reads that there is a round. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DESK, MAGNIFIED, openPage, overhangOn, PHONE, picture, violationsOn } from '../support/browser.ts';
import { openLink } from '../support/collect-pages.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let round = '';

inBrowser(2_000, (made, its) => {
  product = made;
  browser = its;
});

const shot = (page: Page, name: string) => picture(page, `rounds ${name}`);

/** A page in a context of its own. */
async function openAs(who: 'agency' | 'provider' | 'nobody', path: string, options: BrowserContextOptions = DESK) {
  const opened = await openPage(browser, 'about:blank', options);
  if (who !== 'nobody') await openLink(opened.page, product.links[who]);
  await opened.page.goto(`${product.url}${path}`);
  opened.faults.length = 0;
  return opened;
}

const lots = (page: Page) => page.locator('.rounds-lots tbody tr');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** As a `datetime-local` field is typed, by the clock of the browser. */
const inAnHour = (page: Page) =>
  page.evaluate<string>(
    '(() => { const t = new Date(Date.now() + 3600e3); return new Date(t - t.getTimezoneOffset() * 60e3).toISOString().slice(0, 19); })()',
  );

async function fillTerms(page: Page): Promise<void> {
  await page.getByLabel('A month for a household, at most').fill('30');
  await page.getByLabel('Finish by').fill('2028-06-30');
  for (const [at, name, weight] of [
    [1, 'Students connected', '60'],
    [2, 'Price for families', '40'],
  ] as const) {
    await button(page, 'Add a criterion').click();
    await page.getByLabel(`Criterion ${at}`, { exact: true }).fill(name);
    await page.getByLabel(`Weight of criterion ${at}`).fill(weight);
  }
  await page.getByText('Sum: 100 of 100').waitFor();
  await page.getByLabel('Answers until').fill(await inAnHour(page));
  await button(page, 'Save').click();
  await page.getByText('Saved.').waitFor();
}

describe('rounds', () => {
  test('staff draft one, shape its lots by clicks and keys, and show the draft', async () => {
    const { page, faults } = await openAs('agency', '/rounds');
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Hollows first');
    await name.press('Enter');
    await page.getByRole('heading', { name: 'Hollows first' }).waitFor();
    round = new URL(page.url()).pathname;

    await page.locator('.rounds-clusters input:enabled').first().focus();
    await page.keyboard.press('Space');
    await button(page, 'Make lots of these clusters').click();
    await lots(page).nth(0).waitFor();
    for (const count of [2, 3]) {
      await button(page, 'Make a lot of the place').click();
      await lots(page)
        .nth(count - 1)
        .waitFor();
    }
    await page
      .getByRole('button', { name: /^Change / })
      .nth(2)
      .click();
    const areas = page.locator('.rounds-areas .check input:checked');
    await areas.first().waitFor();
    await expect.poll(() => areas.count()).toBeGreaterThan(1);
    await areas.first().focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Split: marked areas stay').fill('Apart');
    await button(page, 'Split').click();
    await lots(page).nth(3).waitFor();
    await expect.poll(() => lots(page).nth(3).textContent()).toContain('Apart');
    await shot(page, 'shaping');
    await page.getByLabel('Merge with').selectOption({ label: 'Apart' });
    await button(page, 'Merge').click();
    await lots(page).nth(3).waitFor({ state: 'detached' });
    await page.getByLabel('Reference amount', { exact: true }).fill('123456');
    await button(page, 'Save the lot').click();
    await page.getByText('$123,456').waitFor();
    await button(page, 'Close').click();

    await fillTerms(page);
    await button(page, 'Show the draft to providers').click();
    await page.getByText('Draft shown to providers').first().waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('staff pick hexagons of the large map for a lot of another draft, by keys and on a phone', async () => {
    const { page, faults } = await openAs('agency', '/rounds');
    await page.getByLabel('Name', { exact: true }).fill('Picked on the map');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Picked on the map' }).waitFor();
    await page.goto(`${product.url}/table?audience=agency`);
    const shows = page.getByRole('button', { name: /^Show the hex / });
    await shows.first().press('Enter');
    await page.getByText('Put it in a lot').press('Enter');
    await page.getByLabel('Round', { exact: true }).selectOption({ label: 'Picked on the map' });
    await page.getByLabel('Name of the lot').fill('By hand');
    await page.getByRole('button', { name: 'Put it in', exact: true }).press('Enter');
    await page.getByText(/^By hand has \d+ areas? with \d+ students now\./).waitFor();
    await shot(page, 'picked');
    expect(await violationsOn(page)).toEqual([]);
    const selected = new URL(page.url()).search;
    await page.getByRole('link', { name: 'To the round' }).click();
    await page.getByRole('heading', { name: 'Picked on the map' }).waitFor();
    await expect.poll(() => lots(page).count()).toBe(1);
    await expect.poll(() => lots(page).first().textContent()).toContain('By hand');
    expect(faults).toEqual([]);

    const { page: phone } = await openAs('agency', `/${selected}${selected ? '&' : '?'}lang=es`, PHONE);
    await phone.getByText('Ponerlo en un lote').click();
    await phone.getByLabel('Ronda', { exact: true }).selectOption({ label: 'Picked on the map' });
    await phone.getByLabel('Nombre del lote').fill('Otra vez');
    await phone.getByRole('button', { name: 'Ponerlo', exact: true }).click();
    await phone.getByText('No se puso en un lote').waitFor();
    await shot(phone, 'picked twice, in Spanish');
    await phone.context().close();

    const { page: provider } = await openAs('provider', `/${selected}`);
    await provider.locator('.card h2').first().waitFor();
    expect(await provider.getByText('Put it in a lot').count()).toBe(0);
    await provider.context().close();
    await page.context().close();
  });

  test('a provider qualifies once and says which lots it would bid on', async () => {
    const { page, faults } = await openAs('provider', '/rounds');
    await page.getByRole('link', { name: 'Hollows first' }).click();
    await page.locator('#interests ~ .check input').first().check();
    await button(page, 'Tell the state').click();
    await page.getByText('Saved.').waitFor();
    expect(await page.locator('body').textContent()).not.toContain('Budget');

    await page.goto(`${product.url}/qualify`);
    await page.getByLabel('Legal name').fill('Fern Valley Telephone Cooperative');
    await page.getByLabel('FCC registration number').fill('0001234567');
    await page.getByLabel('Address', { exact: true }).fill('1 Main Street, Sutton');
    await page.getByLabel('fiber').check();
    await page.getByLabel('What it has built before').fill('200 miles of fiber.');
    await page.getByLabel('Name', { exact: true }).fill('Ana Ruiz');
    await page.getByLabel('E-mail address').fill('ana@fern.example');
    await button(page, 'Save the draft').click();
    await page.getByText('Only you can read it.').waitFor();
    await page
      .getByLabel('A PDF')
      .setInputFiles({ name: 'bonds.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 of the test') });
    await button(page, 'Add the document').click();
    await page.getByRole('link', { name: 'bonds.pdf' }).waitFor();
    await shot(page, 'application');
    await button(page, 'Send the application').click();
    await page.getByText('Being looked at').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('staff qualify it, see who would bid, and open the round, whose lots then stay', async () => {
    const { page, faults } = await openAs('agency', '/qualify');
    await button(page, 'Qualify for a year').click();
    await page.getByText('Qualified', { exact: true }).waitFor();
    await shot(page, 'qualified');
    await page.goto(`${product.url}${round}`);
    await page.getByText(/Would bid: /).waitFor();
    await button(page, 'Open the round').click();
    await page.locator('[data-standing="open"]').waitFor();
    expect(await page.getByRole('button', { name: /^Change / }).count()).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('a provider asks, staff answer and amend, and everybody reads the answer but no number', async () => {
    const { page: provider } = await openAs('provider', round);
    await provider.getByLabel('Ask the state').fill('Are the poles ours?');
    await button(provider, 'Send').click();
    await provider.getByText('Not answered yet.').waitFor();
    await shot(provider, 'provider');
    await provider.context().close();

    const { page: staff, faults } = await openAs('agency', round);
    await staff.getByLabel('Answer', { exact: true }).fill('They are the utility’s.');
    await button(staff, 'Answer, in public').click();
    await staff.locator('dd > span', { hasText: 'They are the utility’s.' }).waitFor();
    await staff.locator('#amend ~ details > summary').click();
    await staff.getByLabel('A month for a household, at most').fill('25');
    await staff.getByLabel('Why').first().fill('Families said so.');
    await button(staff, 'Publish the amendment').click();
    await staff.getByText('Amended 1 time').waitFor();
    await staff.getByText(/New deadline: /).waitFor();
    await shot(staff, 'amended');
    expect(faults).toEqual([]);
    await staff.context().close();

    const { page: everybody, faults: none } = await openAs('nobody', '/rounds');
    await everybody.getByRole('heading', { name: 'Hollows first' }).waitFor();
    await everybody.getByText('Questions and answers').click();
    await everybody.getByText('They are the utility’s.').waitFor();
    const text = (await everybody.locator('main').textContent()) ?? '';
    expect(text).toContain('County');
    expect(text).not.toMatch(/student|household|123,456|Apart/i);
    expect(none).toEqual([]);
    await shot(everybody, 'public');
    await everybody.context().close();
  });

  const readers = [
    ['agency', 'round', () => round],
    ['agency', 'qualifications', () => '/qualify'],
    ['provider', 'round', () => round],
    ['provider', 'application', () => '/qualify'],
    ['nobody', 'list', () => '/rounds'],
  ] as const;
  const views: readonly [string, string, BrowserContextOptions][] = [
    ['at a desk', '', DESK],
    ['on a phone, in Spanish', '?lang=es', PHONE],
    ['at 400 %', '', MAGNIFIED],
  ];
  test.each(readers.flatMap(([who, what, path]) => views.map((view) => [who, what, path, ...view] as const)))(
    'break no rule of WCAG 2.1 AA and need no sideways scrolling: %s, %s, %s %s',
    async (who, what, path, name, more, options) => {
      const { page, faults } = await openAs(who, `${path()}${more}`, options);
      await page.locator('main h2').first().waitFor();
      await page.waitForLoadState('networkidle');
      for (const summary of await page.locator('main summary').all()) await summary.click();
      expect(await violationsOn(page)).toEqual([]);
      expect(faults).toEqual([]);
      expect(await overhangOn(page)).toBe(0);
      await shot(page, `${who} ${what} ${name}`);
      await page.context().close();
    },
  );

  test.each(readers)('take every word from a message: %s, %s', async (who, _what, path) => {
    const { page } = await openAs(who, `${path()}?lang=qps`);
    await page.locator('main h2').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await unsaidOn(page)).toEqual([]);
    await page.context().close();
  });
});
