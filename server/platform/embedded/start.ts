import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface EmbeddedDatabase {
  /** Folder of the socket, as `host` for pg. */
  readonly host: string;
  readonly port: number;
  /** Releases the database. Its process ends when nobody else uses it. */
  release(): Promise<void>;
}

const PORT = 5432;
const CREATION_LIMIT_MS = 180_000;

/**
 * Opens the embedded database of a data folder: starts its process, or joins the one that another command started.
 *
 * @param dataDir the instance's data folder; two folders are two databases
 * @param onCreate called before the database is first created
 */
export async function openEmbedded(dataDir: string, onCreate: () => void): Promise<EmbeddedDatabase> {
  const folder = resolve(dataDir, 'postgres');
  mkdirSync(folder, { recursive: true });
  const host = socketFolder(folder);
  const socketPath = join(host, `.s.PGSQL.${PORT}`);
  const deadline = Date.now() + CREATION_LIMIT_MS;
  while (Date.now() < deadline) {
    if (await answers(socketPath)) return { host, port: PORT, release: async () => undefined };
    if (takeLock(folder)) {
      if (!existsSync(join(folder, 'created'))) onCreate();
      const child = await start(folder, socketPath);
      return { host, port: PORT, release: () => letGo(child) };
    }
    await sleep(200);
  }
  throw new Error(`The embedded database in ${dataDir} did not open within ${CREATION_LIMIT_MS / 1000} s.`);
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

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolveAnswer) => {
    const socket = connect(socketPath);
    socket.once('connect', () => {
      socket.destroy();
      resolveAnswer(true);
    });
    socket.once('error', () => resolveAnswer(false));
  });
}

/** One process per data folder. Takes over the lock of a process that is gone (a crash). */
function takeLock(folder: string): boolean {
  const lock = join(folder, 'lock');
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }).trim());
    const beingWritten = holder === 0 && Date.now() - statSync(lock).mtimeMs < 2_000;
    if (!beingWritten && !isAlive(holder)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function start(folder: string, socketPath: string): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--max-old-space-size=2048', script, folder, socketPath], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  writeFileSync(join(folder, 'lock'), String(child.pid ?? ''));
  let lastWords = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    lastWords = (lastWords + chunk.toString()).slice(-4000);
  });
  return new Promise((resolveStart, reject) => {
    child.once('message', () => resolveStart(child));
    child.once('exit', (code) => {
      rmSync(join(folder, 'lock'), { force: true });
      reject(new Error(`The embedded database ended with code ${code}. Its last words:\n${lastWords}`));
    });
  });
}

function letGo(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const gone = () => done();
    child.once('exit', gone);
    child.disconnect();
    // Somebody else may still be connected: the process then outlives ours, as they need.
    setTimeout(() => {
      child.off('exit', gone);
      child.unref();
      child.stderr?.destroy();
      done();
    }, 5_000).unref();
  });
}
