import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusal } from '../problem.ts';
import { HELD, holderOf } from './hold.ts';
import { type DatabaseProcess, startProcess } from './process.ts';

export interface EmbeddedDatabase {
  /** Folder of the socket, as `host` for pg. */
  readonly host: string;
  readonly port: number;
  /** Releases the database. Its process ends when nobody else uses it. */
  release(): Promise<void>;
}

export interface EmbeddedNews {
  /** Before the database is first created, which takes a while. */
  onCreate?(): void;
  /** Its process ended under us and is started again. */
  onLost?(): void;
}

/** How long another command's process may take to create the database, or to open it, before it counts as stuck. */
interface Patience {
  readonly creationMs: number;
  readonly openingMs: number;
}

const PORT = 5432;
const PATIENCE: Patience = { creationMs: 600_000, openingMs: 60_000 };
const PAUSE_MS = 200;
const HELD_MS = 2_000;

/**
 * Opens the embedded database of a data folder: starts its process, or joins the one that another command started. Until it
 * is released, the process is started again whenever it ends, by whichever command takes hold of the folder first.
 *
 * @param dataDir the instance's data folder; two folders are two databases
 * @throws Refusal database.held, database.ended
 */
export async function openEmbedded(
  dataDir: string,
  news: EmbeddedNews = {},
  patience = PATIENCE,
): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir, 'postgres');
  mkdirSync(folder, { recursive: true });
  const host = socketFolder(folder);
  const place = { dataDir, folder, patience, socketPath: join(host, `.s.PGSQL.${PORT}`) };
  const started: DatabaseProcess[] = [];
  const released = new AbortController();
  if (!existsSync(join(folder, 'created'))) news.onCreate?.();
  let line = await lineTo(place, started);
  const watched = watch();
  return {
    host,
    port: PORT,
    release: async () => {
      released.abort();
      line.destroy();
      await watched;
      await Promise.all(started.map((each) => each.letGo()));
    },
  };

  /** Holds a line open, which also keeps the process from ending, and opens the database again when the line breaks. */
  async function watch(): Promise<void> {
    while (!released.signal.aborted) {
      await closing(line);
      if (released.signal.aborted) return;
      news.onLost?.();
      while (line.destroyed && !released.signal.aborted)
        line = await lineTo(place, started, released.signal).catch(async () => {
          await sleep(PAUSE_MS * 5);
          return line;
        });
    }
    line.destroy();
  }
}

interface Place {
  readonly dataDir: string;
  readonly folder: string;
  readonly socketPath: string;
  readonly patience: Patience;
}

/**
 * @param started collects the processes that were started here
 * @param signal nobody wants it any more
 */
async function lineTo(
  { dataDir, folder, socketPath, patience }: Place,
  started: DatabaseProcess[],
  signal?: AbortSignal,
) {
  const limit = existsSync(join(folder, 'created')) ? patience.openingMs : patience.creationMs;
  const deadline = Date.now() + limit;
  for (;;) {
    const line = await connected(socketPath);
    if (line) return line;
    signal?.throwIfAborted();
    const mine = startProcess(folder, socketPath);
    const ended = await mine.opened;
    if (!ended) started.push(mine);
    else if (ended.code !== String(HELD)) throw refusal('database.ended', 500, { folder: dataDir, ...ended });
    else if (Date.now() > deadline) throw refusal('database.held', 503, { folder: dataDir, pid: holderOf(folder) });
    else await answering(socketPath);
  }
}

/** A short path of our own: socket paths are limited to about 100 bytes, and only this user may connect. */
function socketFolder(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
  const path = join(tmpdir(), `gapmap-${userInfo().uid}-${name}`);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32' && statSync(path).uid !== userInfo().uid)
    throw new Error(`${path} belongs to somebody else; set TMPDIR to a folder of your own.`);
  return path;
}

/** Waits a moment for whoever holds the folder, which is cheaper than a process that finds it held. */
async function answering(socketPath: string): Promise<void> {
  for (let waited = 0; waited < HELD_MS; waited += PAUSE_MS) {
    await sleep(PAUSE_MS);
    const line = await connected(socketPath);
    line?.destroy();
    if (line) return;
  }
}

function connected(socketPath: string): Promise<Socket | undefined> {
  return new Promise((resolveAnswer) => {
    const socket = connect(socketPath);
    socket.once('connect', () => resolveAnswer(socket));
    socket.once('error', () => resolveAnswer(undefined));
  });
}

function closing(line: Socket): Promise<void> {
  return new Promise((done) => {
    if (line.destroyed) return done();
    line.on('error', () => undefined);
    line.once('close', () => done());
    // A socket that nobody reads does not see its end.
    line.resume();
  });
}
