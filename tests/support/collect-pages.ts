/** Walks the pages of a collection as people do: links of districts, files to send, the way to each step. All of it is invented. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { DESK, openPage } from './browser.ts';
import { CELLS, HEADER } from './collect.ts';
import type { Product } from './product.ts';

export interface CsvFile {
  readonly name: string;
  readonly mimeType: 'text/csv';
  readonly buffer: Buffer;
}

/** `count` students of a district, about 215 bytes each, a third of them without an answer. */
export function homesFile(leaId: string, count: number, line = studentLine): CsvFile {
  const lines = Array.from({ length: count }, (_, n) => line(leaId, n));
  return csvOf([HEADER, ...lines]);
}

export function csvOf(lines: readonly string[]): CsvFile {
  return { name: 'gapmap-homes.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) };
}

const ANSWERS = [
  'true,,Residential Broadband,Yes,Chromebook,Not Shared,School',
  'false,Not Affordable,,,None,,',
  ',,,,,,',
];

export function studentLine(leaId: string, n: number, answers = ANSWERS[n % 3]): string {
  const key = (kind: string, of: number) => `${kind}${of.toString(16).padStart(63, '0')}`;
  return `${leaId},${key('a', n)},${key('b', n >> 1)},${CELLS[n % CELLS.length]},,05,${answers}`;
}

const tokenOf = (link: string) => new URL(link).pathname.split('/').pop() ?? '';

/** What a coordinator does elsewhere, so that a test can begin where it wants to. */
async function asCoordinator<T>(product: Product, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${product.url}/api/v1/collect${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokenOf(product.links.coordinator)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** A day from today, YYYY-MM-DD. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export async function newCollection(product: Product, name: string): Promise<number> {
  const { id } = await asCoordinator<{ id: number }>(product, 'POST', '/collections', {
    name,
    opensOn: dayFromNow(-2),
    closesOn: dayFromNow(30),
    questions: [
      'internet_access',
      'barrier',
      'internet_type',
      'performance',
      'device',
      'device_access',
      'device_provider',
    ],
  });
  return id;
}

export async function linkOf(product: Product, collection: number, leaId: string): Promise<string> {
  const { links } = await asCoordinator<{ links: { url: string }[] }>(
    product,
    'POST',
    `/collections/${collection}/links`,
    { leaIds: [leaId] },
  );
  return links[0]?.url ?? '';
}

/** Opens a link's page and presses its button. */
export async function openLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.locator('form .primary').click();
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/enter/'), { waitUntil: 'commit' });
}

/** Begins the session of a link as its button does, without a page: one that is closed while it still loads now and then never closes. */
async function enter(context: BrowserContext, link: string): Promise<void> {
  const headers = { origin: new URL(link).origin };
  const answer = await context.request.post(link, { form: {}, headers, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`the link was answered ${answer.status()}`);
}

/** The page of whoever holds a link, at one collection. */
export async function openCollect(
  browser: Browser,
  product: Product,
  { link, path = '/collect', options = DESK }: { link?: string; path?: string; options?: BrowserContextOptions },
): Promise<{ page: Page; faults: string[] }> {
  const opened = await openPage(browser, 'about:blank', { acceptDownloads: true, ...options });
  if (link) await enter(opened.page.context(), link);
  await opened.page.goto(`${product.url}${path}`);
  return opened;
}

export async function give(page: Page, file: CsvFile | string): Promise<void> {
  await page.getByLabel('Anonymized file').setInputFiles(file);
}

/** Bytes from which each part was sent that reached the server's door. */
export function offsetsSent(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') offsets.push(Number(new URL(request.url()).searchParams.get('offset')));
  });
  return offsets;
}
