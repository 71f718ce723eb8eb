/** The stage: a synthetic state that the real product releases and serves in a process of its own, and its reader. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Reader, type Tokens } from '../attack/reader.ts';
import type { GuardName } from './guards.ts';
import type { Order } from './product.ts';

const PRODUCT = fileURLToPath(new URL('./product.ts', import.meta.url));
const COLLECTION = 'fall 2026';
/** One for all stages, which share what was loaded. */
const SECRET_OF_PSEUDONYMS = 'a7'.repeat(32);
/** The district whose view is read: the demo's Kanawha County Schools, which has the most neighbors. */
export const DISTRICT = '5400600';

export interface Stage {
  readonly reader: Reader;
  /** Another server on the same database, that remembers nothing. */
  serve(): Promise<Reader>;
  release(name: string): Promise<void>;
  /** The public's PMTiles of the current release, to the zoom where its hexagons are at their finest. */
  archive(): Promise<Uint8Array<ArrayBuffer>>;
  sql<Row>(text: string, ...values: Extract<Order, { do: 'sql' }>['values']): Promise<Row[]>;
  stop(): Promise<void>;
}

export interface StageWishes {
  /** Where the loaded state is kept, to be loaded once. */
  readonly folder: string;
  /** Where stages are set up on copies of it. */
  readonly scratch: string;
  readonly students: number;
  /** A folder with an empty database of the product, which takes some ten seconds to make; left out: made. */
  readonly template?: string;
  readonly without?: GuardName | undefined;
  /** 64 hexadecimal characters that noise follows from. */
  readonly secret: string;
}

/** Nothing is released yet. */
export async function setStage({ folder, scratch, students, template, without, secret }: StageWishes): Promise<Stage> {
  const loaded = join(folder, `loaded-${students}`);
  if (!existsSync(loaded)) {
    const partial = `${loaded}.partial`;
    mkdirSync(partial, { recursive: true });
    if (template) cpSync(template, partial, { recursive: true });
    const loader = await start(partial, 'releases', SECRET_OF_PSEUDONYMS);
    await loader.ask({ do: 'load', files: folder, students });
    await loader.stop();
    renameSync(partial, loaded);
  }
  const own = mkdtempSync(join(scratch, 'stage-'));
  cpSync(loaded, own, { recursive: true });
  const product = await start(own, without ?? '', secret);
  // What was loaded once is keyed with another secret. Without a row the database takes the stage's own, from which all noise follows.
  await product.ask({ do: 'sql', text: 'delete from intake.data_key', values: [] });
  const serve = async () => {
    const { url, tokens } = await product.ask<{ url: string; tokens: Tokens }>({ do: 'serve', district: DISTRICT });
    return new Reader(url, tokens);
  };
  return {
    reader: await serve(),
    serve,
    release: async (name) => {
      await product.ask({ do: 'release', name, collection: COLLECTION });
    },
    archive: async () => {
      const out = join(own, 'public.pmtiles');
      await product.ask({ do: 'archive', out });
      return new Uint8Array(readFileSync(out));
    },
    sql: (text, ...values) => product.ask({ do: 'sql', text, values }),
    stop: product.stop,
  };
}

interface Product {
  ask<Answer>(order: Order): Promise<Answer>;
  stop(): Promise<void>;
}

async function start(dataDir: string, without: string, secret: string): Promise<Product> {
  const env = { ...process.env, GAPMAP_SERVER_SECRET: secret };
  const child: ChildProcess = fork(PRODUCT, [dataDir, without], { env, serialization: 'advanced', stdio: 'inherit' });
  const waiting = new Map<number, (answer: { value?: unknown; error?: string }) => void>();
  const ready = new Promise<void>((resolve, reject) => {
    waiting.set(0, () => resolve());
    child.once('exit', () => reject(new Error('the product ended before it was ready')));
  });
  child.on('message', (message: { id: number; value?: unknown; error?: string }) => waiting.get(message.id)?.(message));
  await ready;
  let asked = 0;
  return {
    ask: <Answer>(order: Order) =>
      new Promise<Answer>((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, ({ value, error }) => {
          waiting.delete(id);
          if (error === undefined) resolve(value as Answer);
          else reject(new Error(`${order.do}: ${error}`));
        });
        child.send({ id, order });
      }),
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
