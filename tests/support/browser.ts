/** A real browser for the tests of the pages: the system's Chromium, drawing WebGL in software. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { browserPath } from './browser-path.ts';

/** Nothing leaves the machine, and WebGL works without a graphics card. */
const SWITCHES = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];

export const DESK = { viewport: { width: 1440, height: 900 } } as const satisfies BrowserContextOptions;
export const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
} as const satisfies BrowserContextOptions;
/** A 1280 pixel wide window at 400 %. */
export const MAGNIFIED = { viewport: { width: 320, height: 256 } } as const satisfies BrowserContextOptions;

/** Without a graphics card most of a map's time goes to its pixels: a quarter of them takes 40 s of a processor in place of 70. */
const COARSE = process.env.GAPMAP_TEST_PICTURES ? {} : { deviceScaleFactor: 0.5 };

export async function openBrowser(): Promise<Browser> {
  const executablePath = browserPath();
  if (!executablePath) throw new Error('No Chromium found; CHROMIUM_PATH names one.');
  return chromium.launch({ executablePath, args: SWITCHES });
}

/** A page that fails the test on any error the browser reports. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = DESK,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...COARSE, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${pathOf(message.location().url)}`.trim());
  });
  await page.goto(address);
  return { page, faults };
}

/** Where a fault came from, without what a query or fragment may hold: invitations and keys. */
function pathOf(address: string): string {
  return URL.parse(address)?.pathname ?? '';
}

/** The map has drawn its hexes: the legend counts them, and nothing more is coming. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('.page[data-hexes="ready"] .map-canvas[data-drawn]').waitFor({ state: 'attached' });
}

export const WCAG_21_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Waits for what fades or moves to its end: half faded, every color is too faint. */
const AT_REST = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  .map(({ finished }) => finished))`;

/**
 * Rules of WCAG 2.1 AA that a page breaks, each with where. axe comes to a document once: bringing it takes as long as asking it. No
 * page has frames.
 */
export async function violationsOn(page: Page, tags: readonly string[] = WCAG_21_AA): Promise<string[]> {
  await page.evaluate(AT_REST);
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(AXE);
  const asked: RunOptions = { resultTypes: ['violations'], runOnly: { type: 'tag', values: [...tags] } };
  return page.evaluate<string[]>(`axe.run(document, ${JSON.stringify(asked)}).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`);
}

/** Pixels by which a page is wider than its window: the reader would have to scroll sideways. */
export async function overhangOn(page: Page): Promise<number> {
  const width = await page.evaluate<number>('document.documentElement.scrollWidth');
  return Math.max(0, width - (page.viewportSize()?.width ?? 0));
}

/** What keeps a page from everybody: broken rules, and sideways scrolling. */
export async function faultsOn(page: Page): Promise<string[]> {
  const overhang = await overhangOn(page);
  return [...(await violationsOn(page)), ...(overhang > 0 ? [`scrolls sideways: ${overhang}`] : [])];
}

const PICTURES = process.env.GAPMAP_TEST_PICTURES;

/** Keeps a picture of the page for whoever wants to look: GAPMAP_TEST_PICTURES names a folder. */
export async function picture(page: Page, name: string, { isWhole = true } = {}): Promise<void> {
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png`, fullPage: isWhole });
}
