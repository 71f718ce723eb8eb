/** What people do in a round, by clicks and keys on its pages, each in a browser of its own. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { DESK, openPage, picture } from './browser.ts';
import { openLink } from './collect-pages.ts';
import type { Product } from './product.ts';

/** Also where Playwright's own recording goes, when somebody wants to look. */
const PICTURES = process.env.GAPMAP_TEST_PICTURES;

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const textOf = async (page: Page) => (await page.locator('main').textContent()) ?? '';

export interface Seat {
  readonly page: Page;
  /** What the browser complained of. */
  readonly faults: string[];
  /** Opens a page and waits for its heading. */
  goTo(path: string, heading: string): Promise<void>;
  shot(name: string): Promise<void>;
  leave(): Promise<void>;
}

/** A browser of somebody's own. @param name of its pictures and its recording */
export async function takeSeat(
  { browser, product, name }: { readonly browser: Browser; readonly product: Product; readonly name: string },
  options: BrowserContextOptions = DESK,
): Promise<Seat> {
  const { page, faults } = await openPage(browser, 'about:blank', { acceptDownloads: true, ...options });
  const context = page.context();
  if (PICTURES) await context.tracing.start({ screenshots: true, snapshots: true });
  return {
    page,
    faults,
    goTo: async (path, heading) => {
      await page.goto(`${product.url}${path}`);
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    },
    shot: (what) => picture(page, `rounds-run ${what}`),
    leave: async () => {
      if (PICTURES) await context.tracing.stop({ path: `${PICTURES}/rounds-run ${name}.zip` });
      await context.close();
    },
  };
}

/** As one of the people of the demo. */
export async function signIn({ page }: Seat, product: Product, name: string): Promise<void> {
  await page.goto(`${product.url}/sign-in`);
  await page.getByRole('button', { name: `${name}, ` }).click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'), { waitUntil: 'commit' });
}

/** By the link that an operator gives. */
export async function comeByLink({ page }: Seat, product: Product, ...given: string[]): Promise<void> {
  const said = await product.command('token', 'create', '--state', 'WV', ...given);
  const path = /\/enter\/\S+/.exec(said)?.[0];
  if (!path) throw new Error(`no link was given:\n${said}`);
  await openLink(page, `${product.url}${path}?to=/rounds`);
}

/** As a `datetime-local` field is typed, by the clock of the browser. */
export function typedIn(page: Page, seconds: number): Promise<string> {
  return page.evaluate<string>(
    `(() => { const t = new Date(Date.now() + ${seconds} * 1e3); return new Date(t - t.getTimezoneOffset() * 60e3).toISOString().slice(0, 19); })()`,
  );
}

/** Makes a lot of what is left of the first county, and by keys one of each of the largest clusters. @param count of clusters */
export async function shapeLots(page: Page, count: number): Promise<void> {
  const lots = page.locator('.rounds-lots tbody tr');
  await button(page, 'Make a lot of the place').click();
  await lots.first().waitFor();
  const free = page.locator('.rounds-clusters input:enabled');
  for (let at = 0; at < count; at++) {
    await free.nth(at).focus();
    await page.keyboard.press('Space');
  }
  await button(page, 'Make lots of these clusters').click();
  await lots.nth(count).waitFor();
}

export async function setTerms(page: Page, budget: string, closesAt: string): Promise<void> {
  await page.getByLabel('A month for a household, at most').fill('60');
  await page.getByLabel('Finish by').fill('2029-06-30');
  await button(page, 'Add a criterion').click();
  await page.getByLabel('Criterion 1', { exact: true }).fill('Students connected');
  await page.getByLabel('Weight of criterion 1').fill('100');
  await page.getByLabel('Answers until').fill(closesAt);
  for (const span of ['After an amendment there remain at least', 'Between the intended award and the award']) {
    await page.getByLabel(`${span}: unit`).selectOption('seconds');
    await page.getByLabel(span, { exact: true }).fill('0');
  }
  await page.getByLabel('Budget (US dollars').fill(budget);
  await page.getByLabel('A second round for lots without an award is allowed').check();
  await save(page);
}

export async function save(page: Page): Promise<void> {
  await button(page, 'Save').click();
  await page.getByText('Saved.').waitFor();
}

export async function apply(page: Page, company: { readonly name: string; readonly frn: string }): Promise<void> {
  await page.getByLabel('Legal name').fill(company.name);
  await page.getByLabel('FCC registration number').fill(company.frn);
  await page.getByLabel('Address', { exact: true }).fill('1 Main Street, Sutton');
  await page.getByLabel('fiber').check();
  await page.getByLabel('What it has built before').fill('Fiber in nine hollows.');
  await page.getByLabel('Name', { exact: true }).fill('Ana Ruiz');
  await page.getByLabel('What for').fill('may sign');
  await page.getByLabel('E-mail address').fill('ana@provider.example');
  await button(page, 'Send the application').click();
  await page.getByText('Being looked at').waitFor();
}

export interface AlternativeTyped {
  /** Dollars asked for each lot, by its row. */
  readonly asks: Readonly<Record<number, string>>;
  readonly isEach?: true;
}

const SERVICE = [
  ['Download, Mbps', '1000'],
  ['Upload, Mbps', '500'],
  ['Latency, milliseconds', '20'],
  ['Price a month, US dollars', '49.5'],
  ['Months the price holds', '24'],
  ['Start of work', '2027-04-01'],
  ['All served by', '2028-06-30'],
] as const;

export async function typeAlternative(page: Page, { asks, isEach }: AlternativeTyped): Promise<void> {
  const alternatives = page.locator('.proposal-alternative');
  const at = await alternatives.count();
  await button(page, 'Add an alternative').press('Enter');
  const own = alternatives.nth(at);
  for (const [row, dollars] of Object.entries(asks)) {
    const lot = own.locator('.rows tbody tr').nth(Number(row));
    await lot.getByRole('checkbox').press('Space');
    await lot.getByLabel(/^Public money asked for/).fill(dollars);
  }
  if (isEach) await own.getByLabel('The lots of this alternative').selectOption('each');
  for (const [label, value] of SERVICE) await own.getByLabel(label, { exact: true }).fill(value);
  await own.getByRole('button', { name: 'Fill in 40, 60, 80 and 100 %' }).click();
}

export async function submit(page: Page): Promise<void> {
  await button(page, /^Submit (this proposal|as version)/).press('Enter');
  await page.getByRole('heading', { name: 'It is submitted. This is your receipt.' }).waitFor();
}

/** Decides for the best and awards it. */
export async function award(page: Page, reason: string): Promise<void> {
  await page.getByText('Proven: no choice under these rules connects more students.').waitFor();
  await button(page, 'Take over the best').press('Enter');
  await page.getByLabel('Reason', { exact: true }).fill(reason);
  await button(page, 'Record this decision').press('Enter');
  await button(page, 'Publish as the intended award').click();
  await button(page, 'Award').click();
  await page.getByText('Awarded.').waitFor();
}
