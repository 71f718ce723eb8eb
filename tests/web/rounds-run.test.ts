/**
 * A round from its lots to the filing that confirms it, by clicks and keys alone: staff and providers each in a browser of their own,
 * the operator at the command line, the deadline by the clock of the database.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { inBrowser } from '../support/in-browser.ts';
import { coverageFile, type Land, landOf, NEXT_AS_OF, writeNextFiling } from '../support/next-filing.ts';
import type { Product } from '../support/product.ts';
import {
  ACTS,
  BUDGET,
  COMPANIES,
  type Company,
  PASSPHRASE,
  PROVIDERS,
  STAFF,
  STAFF_NAMES,
  type Staff,
  secretsOf,
  TITLE,
} from '../support/round-cast.ts';
import {
  apply,
  award,
  button,
  comeByLink,
  type Seat,
  save,
  setTerms,
  shapeLots,
  signIn,
  submit,
  takeSeat,
  textOf,
  typeAlternative,
  typedIn,
} from '../support/round-run.ts';

/** Until the first deadline all three have to confirm. */
const WINDOW_SECONDS = 45;
/** Until the second, one has to answer again. Meanwhile a commitment is followed, so that a longer one costs no time. */
const REPAIR_SECONDS = 75;

let product: Product;
let folder: string;
let round = '';
let repair = '';
let lots: string[] = [];
let land: Land;
let commitment = '';
const seats: Partial<Record<Staff | Company | 'everybody' | 'admin', Seat>> = {};

function seat(who: keyof typeof seats): Seat {
  const taken = seats[who];
  if (!taken) throw new Error(`${who} has not come`);
  return taken;
}
const evaluation = () => round.replace('/rounds/', '/evaluation/');
const proposal = (of = round) => of.replace('/rounds/', '/proposal/');
/** Names that nobody else knows: a lot of a county has the county's, which everybody may read. */
const ownNames = () => lots.filter((name) => !name.endsWith(' County'));
/** Neither said nor typed on the page. */
async function expectNothingOf(page: Page, companies: readonly Company[]): Promise<void> {
  const typed = await page.evaluate<string[]>(
    "[...document.querySelectorAll('main input, main textarea')].map(({ value }) => value)",
  );
  const said = [await textOf(page), ...typed].join(' ');
  for (const secret of companies.flatMap(secretsOf)) expect(said).not.toContain(secret);
}
const all = <T>(act: (company: Company) => Promise<T>) => Promise.all(COMPANIES.map(act));

inBrowser(2_000, async (made, browser) => {
  product = made;
  folder = mkdtempSync(join(tmpdir(), 'gapmap-rounds-run-'));
  for (const name of [...STAFF_NAMES, ...COMPANIES, 'everybody', 'admin'] as const)
    seats[name] = await takeSeat({ browser, product, name });
  await signIn(seat('samuel'), product, STAFF.samuel);
  await signIn(seat('priya'), product, STAFF.priya);
  const links: [Staff | Company, string[]][] = [
    ['bo', ['--role', 'agency', '--label', STAFF.bo]],
    ...COMPANIES.map((company): [Company, string[]] => {
      const { id, name } = PROVIDERS[company];
      return [company, ['--role', 'provider', '--provider-id', String(id), '--label', name]];
    }),
  ];
  await Promise.all(links.map(([who, given]) => comeByLink(seat(who), product, ...given)));
});
afterAll(async () => {
  for (const taken of Object.values(seats)) await taken.leave();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

describe('a round, from its lots to the filing that confirms it', { timeout: 300_000 }, () => {
  test('staff shape five lots of clusters and a county, set terms and show the draft', async () => {
    const { page, goTo, shot } = seat('samuel');
    await goTo('/rounds', 'Rounds');
    await page.getByLabel('Name', { exact: true }).fill(TITLE);
    await page.getByLabel('Lots begin with clusters of').selectOption('underserved');
    await button(page, 'Draft it').press('Enter');
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    round = new URL(page.url()).pathname;
    await shapeLots(page, 4);
    lots = await page.locator('.rounds-lots tbody th > span:not(.note)').allTextContents();
    expect(new Set(lots).size).toBe(5);
    await setTerms(page, BUDGET, await typedIn(page, 3_600));
    await button(page, 'Show the draft to providers').click();
    await page.getByText('Draft shown to providers').first().waitFor();
    await shot('1 shaped');
  });

  test('three providers qualify once', async () => {
    await all(async (company) => {
      const { page, goTo } = seat(company);
      await goTo('/qualify', 'Qualify once');
      await apply(page, PROVIDERS[company]);
    });
    await seat('redbud').shot('2 applied');
    const { page, goTo, shot } = seat('samuel');
    await goTo('/qualify', 'Providers that want to answer rounds');
    for (const company of COMPANIES) {
      const own = page.getByRole('region', { name: PROVIDERS[company].name });
      await own.getByRole('button', { name: 'Qualify for a year' }).click();
      await own.getByText('Qualified', { exact: true }).waitFor();
    }
    await shot('2 qualified');
  });

  test('staff open it, and the three answer, unseen by one another and by staff', async () => {
    const { page, goTo, shot } = seat('samuel');
    await goTo(round, TITLE);
    await button(page, 'Open the round').click();
    await page.locator('[data-standing="open"]').waitFor();
    await shot('3 open');
    await all(async (company) => {
      const { page: own, goTo: go } = seat(company);
      await go('/rounds', 'Rounds');
      await own.getByRole('link', { name: TITLE, exact: true }).click();
      await own.getByRole('heading', { level: 1, name: TITLE }).waitFor();
      await own.getByRole('link', { name: 'Write your proposal' }).click();
      await own.getByRole('heading', { level: 1, name: 'Your proposal' }).waitFor();
      for (const offer of PROVIDERS[company].offers) await typeAlternative(own, offer);
      await own.getByLabel('Anything else').first().fill(PROVIDERS[company].words);
      await own.getByText(/^Saved /).waitFor();
      await seat(company).shot(`3 typed by ${company}`);
      await submit(own);
    });
    await seat('greensward').shot('3 receipt');
    for (const company of COMPANIES) {
      const others = COMPANIES.filter((other) => other !== company);
      const { page: own, goTo: go } = seat(company);
      await go(round, TITLE);
      await expectNothingOf(own, others);
      await go(proposal(), 'Your proposal');
      await own.getByText('Submitted. The last version counts.').waitFor();
      await expectNothingOf(own, others);
      for (const other of others) expect(await textOf(own)).not.toContain(PROVIDERS[other].name);
    }
    await goTo(evaluation(), 'Open, compare, choose');
    await page.getByText('Open for proposals').waitFor();
    await expectNothingOf(page, COMPANIES);
  });

  test('an amendment makes each confirm, and everybody reads no more than where and until when', async () => {
    const { page, goTo, shot } = seat('samuel');
    await goTo(round, TITLE);
    await page.locator('#amend ~ details > summary').click();
    await page.getByLabel('A month for a household, at most').fill('55');
    await page.getByLabel('Answers until').fill(await typedIn(page, WINDOW_SECONDS));
    await page.getByLabel('Why').first().fill('Families said so.');
    await button(page, 'Publish the amendment').click();
    await page.getByText('Amended 1 time').waitFor();
    await all(async (company) => {
      const { page: own, goTo: go } = seat(company);
      await go(proposal(), 'Your proposal');
      await button(own, 'Confirm what I submitted').press('Enter');
      await own.getByText('The round was amended after you submitted').waitFor({ state: 'detached' });
    });
    await shot('4 amended');
    const everybody = seat('everybody');
    await everybody.goTo('/rounds', 'Rounds');
    const own = everybody.page.getByRole('listitem').filter({ hasText: TITLE });
    const said = (await own.textContent()) ?? '';
    expect(said).toMatch(/Open.*Answers by .* County/s);
    for (const hidden of [...ownNames(), ...COMPANIES.map((company) => PROVIDERS[company].name), 'student', '$'])
      expect(said).not.toContain(hidden);
    await everybody.shot('4 for everybody');
  });

  test('when the deadline has passed, two named people open it', async () => {
    const { page, goTo, shot } = seat('samuel');
    await goTo(evaluation(), 'Open, compare, choose');
    const open = button(page, 'Open the round, as one of two');
    await open.press('Enter', { timeout: 2_000 * WINDOW_SECONDS });
    await page.getByText('Samuel Reyes opened it first').waitFor();
    await shot('5 opened by one');
    await expectNothingOf(page, COMPANIES);
    const priya = seat('priya');
    await priya.goTo(evaluation(), 'Open, compare, choose');
    await button(priya.page, 'Open the round, as one of two').click();
    for (const reader of [priya.page, page]) await reader.getByRole('heading', { name: 'Side by side' }).waitFor();
    await expect.poll(() => page.getByText('agrees with the published list').count()).toBe(3);
    await shot('5 side by side');
    await seat('redbud').goTo(proposal(), 'Your proposal');
    await seat('redbud').page.getByText('3 receipts are in the published list. Yours are in it.').waitFor();
  });

  test('staff award two under the budget, with the solver’s reasons', async () => {
    const { page, shot } = seat('samuel');
    const left = page.getByRole('region', { name: 'What each one left out would cost' });
    await left.getByRole('row').nth(3).waitFor();
    await expect
      .poll(() => left.getByRole('row').filter({ hasText: 'Ironweed' }).filter({ hasText: 'fewer' }).count())
      .toBe(2);
    await expect
      .poll(() => left.getByRole('row').filter({ hasText: 'Greensward' }).textContent())
      .toContain('the rules forbid it');
    await shot('6 reasons');
    await award(page, 'Most students for the money.');
    const decided = page.getByRole('region', { name: /^Decided by Samuel Reyes/ });
    const given = await decided.locator('tbody tr').allTextContents();
    expect(given.map((line) => COMPANIES.find((one) => line.includes(PROVIDERS[one].name)))).toEqual([
      'redbud',
      'redbud',
      'greensward',
      undefined,
      undefined,
    ]);
    await shot('6 awarded');
  });

  test('a repair round takes the rest, sealed by the passphrases of three people', async () => {
    const { page, goTo, shot } = seat('samuel');
    await button(page, 'Draft a round for the lots without an award').click();
    await page.getByRole('link', { name: `${TITLE} (2)` }).click();
    await page.getByRole('heading', { level: 1, name: `${TITLE} (2)` }).waitFor();
    repair = new URL(page.url()).pathname;
    await expect
      .poll(() => page.locator('.rounds-lots tbody th > span:not(.note)').allTextContents())
      .toEqual(lots.slice(3));
    await page.getByLabel('Budget (US dollars').fill('180000');
    await save(page);
    for (const who of Object.keys(STAFF) as Staff[]) {
      const own = seat(who);
      await own.goTo(repair, `${TITLE} (2)`);
      await own.page.getByRole('link', { name: 'Decide who opens the round' }).click();
      await own.page.getByRole('heading', { level: 1, name: 'Open, compare, choose' }).waitFor();
      await own.page.getByLabel('Passphrase, at least 12 characters').fill(PASSPHRASE(who));
      await own.page.keyboard.press('Enter');
      await own.page.getByText(new RegExp(`${STAFF[who]}”?, since`)).waitFor();
    }
    await seat('bo').page.getByText('Three openers are named').waitFor();
    await seat('bo').shot('7 openers');
    await goTo(repair, `${TITLE} (2)`);
    await page.getByLabel('Answers until').fill(await typedIn(page, REPAIR_SECONDS));
    await save(page);
    await button(page, 'Open the round').click();
    await page.locator('[data-standing="open"]').waitFor();
    await shot('7 repair round');
    const ironweed = seat('ironweed');
    await ironweed.goTo(proposal(repair), 'Your proposal');
    await ironweed.page.getByText('Filled in from your proposal in the round before.').waitFor();
    const asks = ironweed.page.getByLabel(/^Public money asked for/);
    for (const [at, dollars] of ['90100', '88300'].entries()) await asks.nth(at).fill(dollars);
    await submit(ironweed.page);
    await ironweed.shot('7 carried over');
  });

  test('a commitment shows its milestones and evidence', async () => {
    const { page, goTo, shot } = seat('greensward');
    await goTo(round, TITLE);
    const [outlines] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Outlines (GeoJSON)' }).click(),
    ]);
    land = landOf(readFileSync(await outlines.path(), 'utf8'), lots[2] ?? '');
    await page.getByRole('link', { name: 'Commitments' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Commitments' }).waitFor();
    await button(page, `Sign the commitment to serve ${lots[2]}`).press('Enter');
    await page.getByRole('link', { name: lots[2] ?? '', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: lots[2] ?? '' }).waitFor();
    commitment = new URL(page.url()).pathname;
    await expect.poll(() => page.locator('#milestones ~ ol > li > h3').allTextContents()).toHaveLength(4);
    await page.getByLabel('Kind of file').selectOption('coverage');
    await page.getByLabel('File', { exact: true }).setInputFiles(coverageFile(land));
    await button(page, 'Add the file').click();
    await page.getByText(/covering about \d+ % of the locations: an estimate/).waitFor();
    await page.getByLabel('What was built').fill('Fiber to the end of the hollow.');
    await button(page, 'Send the report').click();
    await page.getByText('It waits for a decision.').waitFor();
    await shot('8 reported');
    const samuel = seat('samuel');
    await samuel.goTo('/commitments', 'Commitments');
    await samuel.page.getByRole('link', { name: lots[2] ?? '', exact: true }).click();
    await samuel.page.getByRole('heading', { level: 1, name: lots[2] ?? '' }).waitFor();
    await button(samuel.page, 'Accept').click();
    await samuel.page.getByText('Accepted by Samuel Reyes.').waitFor();
    await samuel.shot('8 accepted');
  });

  test('a later filing, imported and released by the operator, confirms it', async () => {
    const filing = join(folder, 'filing');
    const { id, frn, name } = PROVIDERS.greensward;
    writeNextFiling(product.dataDir, filing, { provider: id, frn, brand: name, land });
    await product.command('import', 'fcc', filing, '--state', '54', '--synthetic');
    await product.command('release', 'Spring 2027', '--fcc-as-of', NEXT_AS_OF);
    const { page, goTo, shot } = seat('greensward');
    await expect
      .poll(
        async () => {
          await goTo(commitment, lots[2] ?? '');
          return page.locator('#signed ~ p').textContent();
        },
        { timeout: 90_000, interval: 1_000 },
      )
      .toMatch(/^The FCC filing of Dec 31, 2026 shows service of this provider at this speed at (9[5-9]|100) %/);
    await shot('9 confirmed');
  });

  test('one wrong passphrase is said plainly, two right ones open the repair round, and the rest is awarded', async () => {
    const [bo, priya] = [seat('bo'), seat('priya')];
    for (const { goTo } of [bo, priya]) await goTo(repair.replace('rounds', 'evaluation'), 'Open, compare, choose');
    const field = bo.page.getByLabel('Your passphrase for this round');
    await field.waitFor({ timeout: 2_000 * REPAIR_SECONDS });
    await field.fill(PASSPHRASE('priya'));
    await bo.page.keyboard.press('Enter');
    await bo.page.getByText('This is not the passphrase you gave for this round.').waitFor();
    await bo.shot('10 wrong passphrase');
    expect(bo.faults.splice(0)).toEqual([expect.stringContaining('403')]);
    await field.fill(PASSPHRASE('bo'));
    await bo.page.keyboard.press('Enter');
    await bo.page.getByText('link “Bo Lind” opened it first').waitFor();
    await priya.page.getByLabel('Your passphrase for this round').fill(PASSPHRASE('priya'));
    await priya.page.keyboard.press('Enter');
    await priya.page.getByRole('heading', { name: 'Side by side' }).waitFor();
    await award(priya.page, 'Both lots, within the budget.');
    const decided = priya.page.getByRole('region', { name: /^Decided by Priya Nair/ });
    await expect.poll(() => decided.getByRole('cell', { name: PROVIDERS.ironweed.name }).count()).toBe(2);
    await priya.shot('10 repaired');
  });

  test('everybody reads who committed to what by when, homes in fives, and no more', async () => {
    const { page, goTo, shot } = seat('everybody');
    await goTo('/rounds', 'Rounds');
    const own = (title: string) =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    for (const title of [TITLE, `${TITLE} (2)`]) await own(title).getByText('Awarded', { exact: true }).waitFor();
    for (const hidden of [...COMPANIES.flatMap(secretsOf), ...ownNames(), '$'])
      expect(await textOf(page)).not.toContain(hidden);
    await shot('11 rounds');
    await own(TITLE).getByRole('link', { name: 'Who signed to serve which place by when' }).click();
    await page.getByRole('heading', { level: 1, name: 'Commitments' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: lots[2] ?? '' });
    await row.waitFor();
    await expect
      .poll(() => row.getByRole('cell').allTextContents())
      .toEqual([
        PROVIDERS.greensward.name,
        expect.stringMatching(/^about [\d,]*[05]$/),
        'Jun 30, 2028',
        '40 %',
        expect.stringMatching(/^confirmed by a filing.*Dec 31, 2026/),
      ]);
    const said = await textOf(page);
    for (const hidden of [...COMPANIES.flatMap(secretsOf), '$', 'end of the hollow', lots[1] ?? '', lots[3] ?? ''])
      expect(said).not.toContain(hidden);
    await shot('11 committed');
  });

  test('the log of acts tells all of it', async () => {
    const { page, goTo, shot } = seat('admin');
    await signIn(seat('admin'), product, 'Ada Whitfield');
    await goTo('/people', 'People');
    await page.getByRole('link', { name: 'What was done' }).click();
    await page.getByRole('heading', { level: 1, name: 'What was done' }).waitFor();
    await shot('12 log');
    const lines: string[] = [];
    for (;;) {
      lines.push(...(await page.locator('tbody tr').allTextContents()));
      const older = page.getByRole('link', { name: 'Older acts' });
      if ((await older.count()) === 0) break;
      const here = page.url();
      await older.click();
      await page.waitForURL((url) => url.href !== here);
    }
    for (const [who, did] of ACTS)
      expect(
        lines.filter((line) => line.includes(who) && line.includes(did)),
        did,
      ).not.toEqual([]);
    for (const secret of COMPANIES.flatMap(secretsOf)) expect(lines.join('\n')).not.toContain(secret);
    for (const taken of Object.values(seats)) expect(taken.faults).toEqual([]);
  });
});
