/** The whole product on a free port with a small synthetic state in it, as `npm start` brings it up. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOnce } from './make-once.ts';

const GAPMAP = fileURLToPath(new URL('../../bin/gapmap.js', import.meta.url));

/** The same in each run. With another, no provider of the state of 20,000 may have a patch whose families' answer is shown. */
const SECRET = createHash('sha256').update('tests of pages').digest('hex');

export interface Product {
  readonly url: string;
  readonly dataDir: string;
  /** A link that opens the view of a role. */
  readonly links: Readonly<Record<'agency' | 'provider' | 'district' | 'coordinator', string>>;
  /** Runs a command on its data folder. @returns what it printed @throws Error with that when it fails */
  command(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

/**
 * A state of a size is made once a run, which takes half a minute, and each product begins on a copy of it.
 *
 * @param students size of the state; 20,000 make a believable map
 * @param settings environment variables of its own
 */
export async function startProduct(
  students = 20_000,
  settings: Readonly<Record<string, string>> = {},
): Promise<Product> {
  const kept = process.env.GAPMAP_TEST_PRODUCT_DIR;
  if (kept) return start(kept, students, { settings });
  const made = join(await folderOfStates(), String(students));
  await makeOnce(made, async (partial) => {
    writeFileSync(join(partial, 'server.key'), `${SECRET}\n`, { mode: 0o600 });
    const first = await start(partial, students, {
      until: 'The release with the filings of December 2025 is there too.',
    });
    await first.stop();
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'gapmap-product-'));
  cpSync(made, dataDir, { recursive: true });
  const product = await start(dataDir, students, { settings });
  return {
    ...product,
    stop: async () => {
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Within vitest one for the whole run; a bench makes its own each time. */
async function folderOfStates(): Promise<string> {
  if (!process.env.VITEST) return mkdtempSync(join(tmpdir(), 'gapmap-products-'));
  const { inject } = await import('vitest');
  return inject('products');
}

async function start(
  dataDir: string,
  students: number,
  {
    until: last = 'Ctrl-C stops everything.',
    settings = {},
  }: { until?: string; settings?: Readonly<Record<string, string>> } = {},
): Promise<Product> {
  const env = {
    ...process.env,
    LANG: 'C',
    LC_ALL: '',
    PORT: '0',
    HOST: '127.0.0.1',
    GAPMAP_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    DATABASE_URL: '',
    ...settings,
  };
  const child = spawn(process.execPath, [GAPMAP, 'demo', '--students', String(students), '--no-history'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const words = await until(child, last).catch((error: Error) => {
    child.kill('SIGKILL');
    throw error;
  });
  const found = (pattern: RegExp) => {
    const text = pattern.exec(words)?.[1];
    if (!text) throw new Error(`the product did not say ${pattern}:\n${words}`);
    return text;
  };
  return {
    url: found(/answers at (http\S+)/),
    dataDir,
    links: {
      agency: found(/state agency\s+(http\S+)/),
      provider: found(/ {2}provider .*?(http\S+)/),
      district: found(/ {2}district .*?(http\S+)/),
      coordinator: found(/ {2}coordinator .*?(http\S+)/),
    },
    command: async (...args) => {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, [GAPMAP, ...args], { env });
      return stdout + stderr;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function until(child: ChildProcess, wanted: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let words = '';
    let progress = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      words += chunk.toString();
      if (words.includes(wanted)) resolve(words);
    });
    child.stderr?.on('data', (chunk: Buffer) => (progress += chunk.toString()));
    child.once('exit', (code) => reject(new Error(`the product ended with code ${code}:\n${progress}${words}`)));
  });
}
