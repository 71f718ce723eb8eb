/**
 * The page that prepares a file, with 200,000 students in Chromium: from choosing the file to the finished anonymized file,
 * against the command on the same export. Both must yield the same bytes.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { readKey } from '../../../server/domain/anonymize/index.ts';
import { anonymizeFile } from '../../../server/features/anonymize/index.ts';
import { silentProgress } from '../../../server/platform/progress.ts';
import { openBrowser, openPage } from '../../../tests/support/browser.ts';
import { browserPath } from '../../../tests/support/browser-path.ts';
import { giveExport, giveKey, KEY_TEXT, saved, toSave, untilReady, untilStep } from '../../../tests/support/prepare.ts';
import { writeExport } from '../anonymize/generate.ts';
import { type BenchResult, median } from '../result.ts';
import { writeWorkbook } from './workbook.ts';

const ROWS = 200_000;
const TURNS = 3;

export async function run(): Promise<BenchResult[]> {
  if (!browserPath()) {
    console.log('prepare: no Chromium here, nothing is measured');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-prepare-bench-'));
  const pages = join(folder, 'pages');
  const path = join(folder, 'export.csv');
  const workbook = join(folder, 'export.xlsx');
  await build({
    configFile: join(import.meta.dirname, '../../../web/vite.config.ts'),
    logLevel: 'error',
    build: { outDir: pages, emptyOutDir: true },
  });
  const server = await served(pages);
  try {
    writeExport(path, ROWS);
    writeWorkbook(path, workbook);
    const inPage: number[] = [];
    const byCommand: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const command = await commandSeconds(path, join(folder, 'command.csv'));
      const page = await pageSeconds(server.url, path);
      if (page.text !== readFileSync(join(folder, 'command.csv'), 'utf8')) throw new Error('page and command differ');
      byCommand.push(command);
      inPage.push(page.seconds);
    }
    const sheet = await pageSeconds(server.url, workbook);
    if (sheet.text !== readFileSync(join(folder, 'command.csv'), 'utf8'))
      throw new Error('workbook and command differ');
    const [seconds, reference] = [median(inPage), median(byCommand)];
    return [
      {
        name: 'prepare: 200,000 students in the browser, CSV',
        value: seconds,
        unit: 's',
        bar: { atMost: 30 },
        detail: `${megabytes(path)} MB, open, check and write, median of ${TURNS}`,
      },
      {
        name: 'prepare: the same by the command against the browser',
        value: reference / seconds,
        unit: 'x',
        bar: {},
        detail: `command ${reference.toFixed(1)} s`,
      },
      {
        name: 'prepare: 200,000 students in the browser, Excel',
        value: sheet.seconds,
        unit: 's',
        bar: { atMost: 30 },
        detail: `${megabytes(workbook)} MB, one run`,
      },
    ];
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function commandSeconds(path: string, out: string): Promise<number> {
  const startedAt = performance.now();
  await anonymizeFile({ path, out, key: readKey(KEY_TEXT) }, silentProgress);
  return (performance.now() - startedAt) / 1000;
}

/** The time a person waits: the steps themselves are clicked through at once. */
async function pageSeconds(url: string, path: string): Promise<{ seconds: number; text: string }> {
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, `${url}/collect/prepare`);
    page.setDefaultTimeout(120_000);
    await untilReady(page);
    await giveKey(page);
    const startedAt = performance.now();
    await giveExport(page, path);
    await page.getByRole('button', { name: 'Go on to the columns' }).click();
    await page.getByRole('button', { name: 'Check every row' }).click();
    await untilStep(page, 'problems');
    const seconds = (performance.now() - startedAt) / 1000;
    await toSave(page);
    return { seconds, text: (await saved(page, /Save the anonymized file/)).text };
  } finally {
    await browser.close();
  }
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

async function served(folder: string): Promise<{ url: string; stop: () => Server }> {
  const server = createServer((request, response) => {
    const asked = join(folder, request.url ?? '');
    const file = existsSync(asked) && statSync(asked).isFile() ? asked : join(folder, 'index.html');
    response.setHeader('content-type', TYPES[extname(file)] ?? 'text/html');
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    stop: () => server.close(),
  };
}

function megabytes(path: string): string {
  return (statSync(path).size / 1e6).toFixed(0);
}
