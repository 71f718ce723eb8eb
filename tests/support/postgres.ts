/** A private PostgreSQL cluster in a temporary folder, for tests and benches. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Folder of the newest PostgreSQL server programs that come with PostGIS, or undefined. */
export function nativeBinaries(): string | undefined {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root).filter(
    (v) =>
      existsSync(join(root, v, 'bin/initdb')) && existsSync(`/usr/share/postgresql/${v}/extension/postgis.control`),
  );
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(root, newest, 'bin');
}

export interface Cluster {
  readonly url: string;
  /** Ends it as `pg_ctl stop -m fast` or `-m immediate` does, and starts it again. Resolves when it answers. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
  stop(): Promise<void>;
}

/**
 * As root it runs as the user postgres, as initdb insists.
 *
 * @param keeps whether it survives a crash of the machine; one that keeps nothing safe is fast
 */
export async function startCluster({ keeps = false } = {}): Promise<Cluster> {
  const bin = nativeBinaries();
  if (!bin) throw new Error('PostgreSQL with PostGIS is not installed (Debian: postgresql-15-postgis-3).');
  const folder = mkdtempSync(join(tmpdir(), 'gapmap-pg-'));
  const asRoot = process.getuid?.() === 0;
  const wrap = (program: string, args: string[]): [string, string[]] =>
    asRoot
      ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]]
      : [program, args];
  if (asRoot) {
    chmodSync(folder, 0o700);
    execFileSync('chown', ['postgres:postgres', folder]);
  }
  const data = join(folder, 'data');
  execFileSync(
    ...wrap(join(bin, 'initdb'), [
      '-D',
      data,
      '-U',
      'gapmap',
      '--auth=trust',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ]),
    { stdio: 'pipe', cwd: '/' },
  );
  const port = await freePort();
  const settings = [
    ...(keeps ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
    'shared_buffers=256MB',
    'jit=off',
    'max_wal_size=4GB',
    `unix_socket_directories=${folder}`,
  ];
  const start = () =>
    spawn(
      ...wrap(join(bin, 'postgres'), [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        ...settings.flatMap((s) => ['-c', s]),
      ]),
      { stdio: 'ignore', cwd: '/' },
    );
  let child = start();
  const end = async (signal: 'SIGINT' | 'SIGQUIT') => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  const url = `postgres://gapmap@127.0.0.1:${port}/postgres`;
  await answering(url);
  return {
    url,
    restart: async (mode) => {
      await end(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
      child = start();
      await answering(url);
    },
    stop: async () => {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await withoutTransaction(url, ['select 1']);
    } catch (error) {
      if (attempt > 100) throw error;
      await sleep(100);
    }
  }
}

/** Statements such as `create database`, which no transaction may hold. */
export async function withoutTransaction(url: string, statements: readonly string[]): Promise<void> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
