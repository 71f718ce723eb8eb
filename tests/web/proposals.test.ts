/** A proposal from the form to the award, in a real browser against the real product: by clicks and keys, in both languages, with axe. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { NO_TERMS } from '../../server/domain/round/terms.ts';
import type { Evaluation } from '../../server/features/proposals/contract-staff.ts';
import { DESK, faultsOn, openPage, PHONE, picture } from '../support/browser.ts';
import { inBrowser } from '../support/in-browser.ts';
import type { Product } from '../support/product.ts';
import { unsaidOn } from '../support/unsaid.ts';

let product: Product;
let browser: Browser;
let round = 0;
const tokens: Record<string, string> = {};
const as = (who: string): BrowserContextOptions => ({
  extraHTTPHeaders: { authorization: `Bearer ${tokens[who]}` },
  timezoneId: 'UTC',
});

async function api<T>(who: string, method: string, path: string, json?: unknown): Promise<T> {
  const answer = await fetch(`${product.url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${tokens[who]}`, ...(json ? { 'content-type': 'application/json' } : {}) },
    ...(json ? { body: JSON.stringify(json) } : {}),
  });
  const text = await answer.text();
  expect(answer.status, `${method} ${path}: ${text}`).toBeLessThan(300);
  return (text ? JSON.parse(text) : undefined) as T;
}

const TERMS = { ...NO_TERMS, pricePerMonth: 60, finishBy: '2028-12-31' };
const SCORING = [{ name: 'Students', weight: 100 }];
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

inBrowser(2_000, async (made, its) => {
  product = made;
  browser = its;
  const secretOf = (link: string) => /gapmap_[\w-]+/.exec(link)?.[0] ?? '';
  tokens.ada = secretOf(product.links.agency);
  tokens.larkspur = secretOf(product.links.provider);
  const given = (...more: string[]) => product.command('token', 'create', '--state', 'WV', ...more).then(secretOf);
  tokens.bo = await given('--role', 'agency', '--label', 'Bo');
  tokens.kestrel = await given('--role', 'provider', '--provider-id', '190001', '--label', 'Kestrel');
  for (const [who, provider] of [
    ['larkspur', undefined],
    ['kestrel', 190_001],
  ] as const) {
    const facts = {
      legalName: who,
      frn: '0001234567',
      uei: '',
      address: '1 Main St',
      website: '',
      yearsInService: 9,
      subscribers: 900,
      technologies: [50],
      experience: 'We build fiber.',
      finances: '',
    };
    const contacts = [{ name: 'Eve Signer', part: 'may sign', email: 'eve@kestrel.example', phone: '' }];
    const { qualification } = await api<{ qualification: { providerId: number } }>(
      who,
      'POST',
      '/qualification/application',
      { facts, contacts },
    );
    await api('ada', 'POST', `/qualifications/${provider ?? qualification.providerId}/decision`, {
      outcome: 'qualify',
    });
  }
  round = (await api<{ id: number }>('ada', 'POST', '/rounds', { title: 'Hill counties', measure: 'unserved' })).id;
  const { places } = await api<{ places: { kind: string; id: string }[] }>('ada', 'GET', `/rounds/${round}/candidates`);
  for (const { kind, id } of places.slice(0, 3))
    await api('ada', 'POST', `/rounds/${round}/lots`, { place: { kind, id } });
  await api('ada', 'PUT', `/rounds/${round}`, {
    title: 'Hill counties',
    terms: TERMS,
    scoring: SCORING,
    budget: 400_000,
    showsReference: true,
    allowsRepair: true,
    marginSeconds: 1,
    protestSeconds: 0,
    questionsCloseAt: null,
    closesAt: inMs(3_600_000),
  });
});

async function open(path: string, options: BrowserContextOptions, wanted = 'h2'): Promise<Page> {
  const { page, faults } = await openPage(browser, `${product.url}${path}`, options);
  await page.locator(wanted).first().waitFor();
  // The browser tells of each answer that is a refusal.
  expect(faults.filter((fault) => !/status of 40[13]/.test(fault))).toEqual([]);
  return page;
}

/** Opens every page of a path at a desk and on a phone, in English, Spanish, and without words of its own. */
async function looksRight(path: string, who: string, name: string): Promise<void> {
  for (const [size, language, options] of [
    ['desk', 'en', DESK],
    ['phone', 'es', PHONE],
  ] as const) {
    const page = await open(`${path}?lang=${language}`, { ...options, ...as(who) });
    await page.waitForLoadState('networkidle');
    expect(await faultsOn(page), `${name} ${size}`).toEqual([]);
    await picture(page, `${name}-${size}`);
    await page.context().close();
  }
  const page = await open(`${path}?lang=qps`, { ...DESK, ...as(who) });
  await page.waitForLoadState('networkidle');
  expect(await unsaidOn(page)).toEqual([]);
  await page.context().close();
}

async function typeProposal(page: Page, { lots, subsidy, share }: { lots: number; subsidy: string; share: string }) {
  await page.getByRole('button', { name: 'Add an alternative' }).press('Enter');
  const boxes = page.getByRole('checkbox', { name: /^Offer for/ });
  for (let at = 0; at < lots; at++) await boxes.nth(at).press('Space');
  const asks = page.getByLabel(/^Public money asked for/);
  for (let at = 0; at < lots; at++) await asks.nth(at).fill(subsidy);
  for (const [label, value] of [
    ['Download, Mbps', '1000'],
    ['Upload, Mbps', '500'],
    ['Latency, milliseconds', '20'],
    ['Price a month, US dollars', '49.5'],
    ['Months the price holds', '24'],
    ['Share of the homes it serves, %', share],
    ['Start of work', '2027-04-01'],
    ['All served by', '2028-06-30'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: 'Fill in 40, 60, 80 and 100 %' }).click();
}

/** As a `datetime-local` field is typed, by the clock of the browser. */
const inAnHour = (page: Page) =>
  page.evaluate<string>(
    '(() => { const t = new Date(Date.now() + 3600e3); return new Date(t - t.getTimezoneOffset() * 60e3).toISOString().slice(0, 19); })()',
  );

/** The provider of the demo's link has its name of the filings. */
const nameOf = (who: 'kestrel' | 'larkspur') => (who === 'kestrel' ? /kestrel/ : /^(?!kestrel)/);

describe('a round’s proposals', () => {
  test('are for their provider, and opening and choosing for staff; others are told so', async () => {
    const page = await open(`/proposal/${round}`, { ...DESK }, '[role=status]');
    await expect.poll(() => page.locator('[role=status]').textContent()).toContain('Providers write proposals here');
    await page.context().close();
    const other = await open(`/evaluation/${round}`, { ...DESK, ...as('larkspur') }, '[role=status]');
    await expect.poll(() => other.locator('[role=status]').textContent()).toContain('Staff of the education agency');
    await other.context().close();
    await looksRight(`/evaluation/${round}`, 'ada', 'before');
  });

  test('are typed, saved as typed, and submitted for a receipt by keys', async () => {
    await api('ada', 'POST', `/rounds/${round}/moves/open`, {});
    const page = await open(`/proposal/${round}`, { ...DESK, ...as('kestrel') }, 'form');
    expect(await page.getByLabel('Email').inputValue()).toBe('eve@kestrel.example');
    await typeProposal(page, { lots: 3, subsidy: '120000', share: '95' });
    await page.getByLabel('Anything else').first().fill('We own poles.');
    await page.getByText(/^Saved /).waitFor();
    await page.reload();
    expect(await page.getByLabel('Anything else').first().inputValue()).toBe('We own poles.');
    await picture(page, 'typed-desk');
    await page.getByRole('button', { name: 'Submit this proposal' }).press('Enter');
    await page.getByText('It is submitted. This is your receipt.').waitFor();
    await picture(page, 'receipt-desk');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the receipt' }).press('Enter');
    expect((await saved).suggestedFilename()).toBe(`receipt-${round}-1.json`);
    await page.context().close();
    const other = await open(`/proposal/${round}`, { ...DESK, ...as('larkspur') }, 'form');
    await typeProposal(other, { lots: 1, subsidy: '60000', share: '100' });
    await other.getByRole('button', { name: 'Submit this proposal' }).click();
    await other.getByText('It is submitted. This is your receipt.').waitFor();
    await other.context().close();
    await looksRight(`/proposal/${round}`, 'kestrel', 'proposal');
  });

  test('are confirmed after an amendment, and opened by two people after the deadline', async () => {
    await api('ada', 'POST', `/rounds/${round}/amendments`, {
      reason: 'The deadline is near.',
      terms: { ...TERMS, words: 'As amended.' },
      scoring: SCORING,
      questionsCloseAt: null,
      closesAt: inMs(25_000),
    });
    for (const who of ['kestrel', 'larkspur']) {
      const page = await open(`/proposal/${round}`, { ...DESK, ...as(who) }, 'form');
      await page.getByRole('button', { name: 'Confirm what I submitted' }).press('Enter');
      await page.getByText('The round was amended after you submitted').waitFor({ state: 'detached' });
      await page.context().close();
    }
    const ada = await open(`/evaluation/${round}`, { ...DESK, ...as('ada') });
    await ada.getByRole('button', { name: 'Open the round, as one of two' }).press('Enter');
    await ada.getByText(/opened it first/).waitFor();
    await picture(ada, 'first-desk');
    const bo = await open(`/evaluation/${round}`, { ...DESK, ...as('bo') });
    await bo.getByRole('button', { name: 'Open the round, as one of two' }).click();
    await bo.getByRole('heading', { name: 'Side by side' }).waitFor();
    await ada.getByRole('heading', { name: 'Side by side' }).waitFor();
    await bo.context().close();
    await ada.context().close();
    await looksRight(`/evaluation/${round}`, 'ada', 'opened');
  });

  test('are clarified in their provider’s room, told to nobody else, and get points by the criteria', async () => {
    const ada = await open(`/evaluation/${round}`, { ...DESK, ...as('ada') });
    await ada.getByLabel('Provider', { exact: true }).selectOption({ label: 'kestrel' });
    await ada.getByLabel('What is to be clarified').fill('Do the poles carry it?');
    await ada.getByLabel('Answer by').fill(await inAnHour(ada));
    await ada.getByRole('button', { name: 'Ask this provider' }).press('Enter');
    await ada.getByText('No answer yet.').waitFor();
    await looksRight(`/proposal/${round}`, 'kestrel', 'asked');
    const own = await open(`/proposal/${round}`, { ...PHONE, ...as('kestrel') });
    await own.getByText('Do the poles carry it?').waitFor();
    await own.getByLabel('Your answer').fill('They do, since 2024.');
    await own.getByRole('button', { name: 'Send the answer' }).click();
    await own.getByText(/^Answered by/).waitFor();
    expect(await own.getByLabel('Your answer').count()).toBe(0);
    await own.context().close();
    const other = await open(`/proposal/${round}`, { ...DESK, ...as('larkspur') });
    expect(await other.locator('main').textContent()).not.toContain('poles carry');
    await other.context().close();
    await ada.reload();
    await ada.getByText('They do, since 2024.').waitFor();

    const rows = ada.locator('section[aria-labelledby="scores"] tbody tr');
    for (const [who, points] of [
      ['kestrel', '90'],
      ['larkspur', '61'],
    ] as const) {
      const name = await rows.locator('th', { hasText: nameOf(who) }).textContent();
      await ada.getByText(`Points and reasons for ${name}`).click();
      const form = ada.locator('details[open] form');
      for (const field of await form.getByLabel(/^Points for/).all()) await field.fill(points);
      for (const field of await form.getByLabel(/^Why, for/).all()) await field.fill('As read.');
      await form.getByRole('button', { name: 'Save my points' }).press('Enter');
      await rows
        .filter({ hasText: `${points}.0` })
        .first()
        .waitFor();
      if (who === 'kestrel') await picture(ada, 'scored-desk');
      await ada.getByText(`Points and reasons for ${name}`).click();
    }
    await ada
      .getByText(/, (90|61)\.0 points$/)
      .first()
      .waitFor();
    await ada.context().close();
    await looksRight(`/evaluation/${round}`, 'ada', 'scored');
  });

  test('are chosen with the solver’s reasons, awarded, and repaired for what is left', async () => {
    const page = await open(`/evaluation/${round}`, { ...DESK, ...as('ada') });
    await page.getByText('Proven: no choice under these rules connects more students.').waitFor();
    await page.getByRole('button', { name: 'Take over the best' }).press('Enter');
    await page.getByLabel('Budget, US dollars').fill('100000');
    await page.getByText(/It breaks a rule:/).waitFor();
    await page.getByRole('button', { name: 'Take over the best' }).click();
    await page.getByText(/It breaks a rule:/).waitFor({ state: 'detached' });
    await picture(page, 'chosen-desk');
    await page.getByLabel('Reason', { exact: true }).fill('Most students for the money.');
    await page.getByRole('button', { name: 'Record this decision' }).press('Enter');
    await page.getByRole('button', { name: 'Publish as the intended award' }).click();
    await page.getByRole('button', { name: 'Award', exact: true }).click();
    await page.getByText('Awarded.').waitFor();
    await page.getByRole('button', { name: 'Draft a round for the lots without an award' }).click();
    await page.getByRole('link', { name: 'Hill counties (2)' }).waitFor();
    await page.context().close();
    await looksRight(`/evaluation/${round}`, 'ada', 'awarded');
    const own = await open(`/proposal/${round}`, { ...PHONE, ...as('larkspur') });
    await own.getByText('Yours are in it.').waitFor();
    await own.getByRole('heading', { name: 'The decision' }).waitFor();
    await picture(own, 'decision-phone');
    await own.context().close();
    const { repairedBy, awards } = await api<Evaluation>('ada', 'GET', `/rounds/${round}/evaluation`);
    expect(awards.length).toBe(1);
    const next = await api<Evaluation>('ada', 'GET', `/rounds/${repairedBy?.id}/evaluation`);
    expect(next.lots.length).toBe(2);
  });
});
