/** The product and a browser, for the tests of a file. Benchmarks use `browser.ts` without vitest. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

/**
 * Starts the product and a browser for the tests of a file, and ends them after.
 *
 * @param students size of the state; undefined: a believable map
 * @param take gets both, and may prepare more
 * @param settings environment variables of the product
 */
export function inBrowser(
  students: number | undefined,
  take: (product: Product, browser: Browser) => Promise<void> | void,
  settings: Readonly<Record<string, string>> = {},
): void {
  let product: Product | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [product, browser] = await Promise.all([startProduct(students, settings), openBrowser()]);
    await take(product, browser);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
}
