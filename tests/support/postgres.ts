/** A private PostgreSQL cluster in a temporary folder, for tests and benches. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
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

interface Cluster {
  readonly url: string;
  /** Ends the server at once, as a failing machine would, and begins it again on the same port. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * As root it runs as the user postgres, as initdb insists.
 *
 * @param keeps whether it survives a crash; one that keeps nothing safe is fast
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
  const url = `postgres://gapmap@127.0.0.1:${port}/postgres`;
  let child = await begin();
  return {
    url,
    crash: async () => {
      await end(child, 'SIGQUIT');
      child = await begin();
    },
    stop: async () => {
      await end(child, 'SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function begin(): Promise<ChildProcess> {
    const options = settings.flatMap((s) => ['-c', s]);
    const server = spawn(
      ...wrap(join(bin ?? '', 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...options]),
      {
        stdio: 'ignore',
        cwd: '/',
      },
    );
    for (let attempt = 0; ; attempt++) {
      try {
        await withoutTransaction(url, ['select 1']);
        return server;
      } catch (error) {
        if (attempt > 100) throw error;
        await sleep(100);
      }
    }
  }
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
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

function freePort(): Promise<number> {
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
