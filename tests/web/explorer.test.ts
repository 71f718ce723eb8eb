/** The page of the API, in a real browser. It is made of the routes alone, so the database it would ask is not there. */
import type { FastifyInstance } from 'fastify';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { DESK, MAGNIFIED, openBrowser, openPage, PHONE, violationsOn } from '../support/browser.ts';
import { unsaidOn } from '../support/unsaid.ts';

const NOWHERE = { kind: 'native', url: 'postgres://nobody@127.0.0.1:1/none' } as const;
let app: FastifyInstance;
let browser: Browser;
let url: string;

beforeAll(async () => {
  app = await buildApp({ config: readConfig({ LOG_LEVEL: 'silent' }), db: { connection: NOWHERE } });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

describe('the page of the API', () => {
  const views: [string, string, BrowserContextOptions][] = [
    ['at a desk', '/docs', DESK],
    ['in Spanish on a phone', '/docs?lang=es', PHONE],
  ];
  test.each(views)('breaks no rule of WCAG 2.1 AA and reports no fault: %s', async (_, path, options) => {
    const { page, faults } = await openPage(browser, `${url}${path}`, options);
    // One route of each group stands for all, which are made alike.
    await page.evaluate("document.querySelectorAll('h2 + article details').forEach((one) => { one.open = true; })");
    expect(await violationsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['at a desk', DESK],
    ['on a phone', PHONE],
    ['at 400 %', MAGNIFIED],
  ])('needs no sideways scrolling with everything unfolded: %s', async (_, options) => {
    const { page } = await openPage(browser, `${url}/docs`, options);
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(options.viewport.width);
    await page.context().close();
  });

  test('names every route, each under a heading of its group', async () => {
    const { page } = await openPage(browser, `${url}/docs`);
    const shown = await page.locator('h3').allTextContents();
    const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: Record<string, object> };
    const routes = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect([...shown].sort()).toEqual([...routes].sort());
    expect(await page.locator('section#other').count()).toBe(0);
    await page.context().close();
  });

  test('takes every word that is not the API’s own from a message', async () => {
    const { page } = await openPage(browser, `${url}/docs?lang=qps`);
    expect((await unsaidOn(page)).filter((text) => text.trim() !== 'Gapmap')).toEqual([]);
    await page.context().close();
  });
});
