/**
 * The pages: bytes before first paint and with the map, time until the map responds in a browser, and
 * the cost of 100,000 hexes on the page's thread. Software rendering, so real graphics cards are faster.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { openBrowser, openPage, untilDrawn } from '../../../tests/support/browser.ts';
import { browserPath } from '../../../tests/support/browser-path.ts';
import { type Product, startProduct } from '../../../tests/support/product.ts';
import { type BenchResult, median } from '../result.ts';

const CONFIG = join(import.meta.dirname, '../../../web/vite.config.ts');
const HEXES = 100_000;
const OPENINGS = 5;

export async function run(): Promise<BenchResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-web-bench-'));
  try {
    await build({
      configFile: CONFIG,
      logLevel: 'error',
      build: { outDir: join(folder, 'pages'), emptyOutDir: true, manifest: true },
    });
    const sizes = sizesOf(join(folder, 'pages'));
    if (!browserPath()) {
      console.log('web: no Chromium here, only sizes are measured');
      return sizes;
    }
    const [product, browser] = await Promise.all([startProduct(), openBrowser()]);
    try {
      return [
        ...sizes,
        await layerCost(folder),
        await timeToAnswer(product, browser),
        await timeToRead(product, browser),
      ];
    } finally {
      await browser.close();
      await product.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file of the build, as Vite's manifest has it. */
interface Built {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** The shell is what index.html loads before the first paint; the map is what MapCanvas adds to it, without its workers. */
function sizesOf(pages: string): BenchResult[] {
  const manifest = JSON.parse(readFileSync(join(pages, '.vite/manifest.json'), 'utf8')) as Record<string, Built>;
  const shell = filesOf(manifest, 'index.html');
  const map = [...filesOf(manifest, 'src/map/MapCanvas.tsx')].filter((name) => !shell.has(name));
  const assets = readdirSync(join(pages, 'assets')).map((name) => `assets/${name}`);
  const workers = assets.filter((name) => name.endsWith('.js') && /worker/.test(name));
  return [
    {
      name: 'web: shell before first paint',
      value: gzipKb(pages, [...shell]),
      unit: 'kB',
      bar: { atMost: 118 },
      detail: `gzip, scripts and styles in ${shell.size} files`,
    },
    {
      name: 'web: map chunk',
      value: gzipKb(pages, map),
      unit: 'kB',
      bar: { atMost: 560 },
      detail: `gzip, ${map.length} files`,
    },
    { name: 'web: workers', value: gzipKb(pages, workers), unit: 'kB', bar: {}, detail: 'gzip, off the page’s thread' },
  ];
}

/** Of an entry or a chunk: its own, and those of all it imports at once. */
function filesOf(manifest: Record<string, Built>, name: string, found = new Set<string>()): Set<string> {
  const built = manifest[name];
  if (!built) throw new Error(`the build has no ${name}`);
  if (found.has(built.file)) return found;
  for (const file of [built.file, ...(built.css ?? [])]) found.add(file);
  for (const further of built.imports ?? []) filesOf(manifest, further, found);
  return found;
}

function gzipKb(pages: string, names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(pages, name))).length, 0) / 1000;
}

async function layerCost(folder: string): Promise<BenchResult> {
  const out = join(folder, 'hexes');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: out,
      lib: { entry: join(import.meta.dirname, '../../../web/bench/hexes.ts'), formats: ['es'], fileName: 'hexes' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = readdirSync(out).find((name) => /^hexes\.m?js$/.test(name)) ?? 'hexes.js';
  const server = createServer((request, response) => {
    const file = join(out, request.url ?? '');
    const isScript = request.url !== '/' && existsSync(file);
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(
      isScript ? readFileSync(file) : `<!doctype html><body><script type="module" src="/${script}"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
    await page.waitForFunction('window.measureHexes');
    const runs: { layerMs: number; firstFrameMs: number }[] = [];
    for (let i = 0; i < 5; i++) runs.push(await page.evaluate(`window.measureHexes(${HEXES})`));
    return {
      name: 'web: 100,000 hexes, data to ready layer',
      value: median(runs.map((run) => run.layerMs)),
      unit: 'ms',
      bar: { atMost: 50 },
      detail: `median of ${runs.length}, drawn after ${median(runs.map((run) => run.firstFrameMs)).toFixed(0)} ms in software`,
    };
  } finally {
    await browser.close();
    server.close();
  }
}

async function timeToAnswer(product: Product, browser: Browser): Promise<BenchResult> {
  const seconds: number[] = [];
  for (let i = 0; i < OPENINGS; i++) {
    const startedAt = performance.now();
    const { page } = await openPage(browser, product.url);
    await untilDrawn(page);
    seconds.push((performance.now() - startedAt) / 1000);
    await page.context().close();
  }
  return {
    name: 'web: map answers after opening',
    value: median(seconds),
    unit: 's',
    bar: { atMost: 3 },
    detail: `median of ${OPENINGS}, empty cache, each ${seconds.map((one) => one.toFixed(1)).join(' ')}`,
  };
}

/** A phone in the country: the "slow 4G" of Lighthouse, in bytes a second. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** From the address to the page's own words and numbers; its map comes later. */
async function timeToRead(product: Product, browser: Browser): Promise<BenchResult> {
  const seconds: number[] = [];
  let requests = 0;
  for (let i = 0; i < OPENINGS; i++) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', SLOW);
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    const startedAt = performance.now();
    await page.goto(`${product.url}/place/county/54039`, { waitUntil: 'commit' });
    await page.locator('table.segments').waitFor();
    seconds.push((performance.now() - startedAt) / 1000);
    requests = asked;
    await context.close();
  }
  return {
    name: 'web: a place page can be read',
    value: median(seconds),
    unit: 's',
    bar: { atMost: 2.5 },
    detail: `median of ${OPENINGS}, 1.6 Mbps and 150 ms, empty cache, ${requests} requests by then, each ${seconds.map((one) => one.toFixed(1)).join(' ')}`,
  };
}
