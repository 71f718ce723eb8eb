/** What docs/backup.md says, done: a copy is restored elsewhere, answers the same, and goes on. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { type Deps, openDeps } from '../../server/deps.ts';
import { createRelease } from '../../server/features/releasing/index.ts';
import { HEXES, loadPatchyState } from '../support/patchy-state.ts';
import { nativeBinaries, startCluster, withoutTransaction } from '../support/postgres.ts';
import { TEMPLATE } from '../support/provided.ts';

const provided = inject('database');
const folder = mkdtempSync(join(tmpdir(), 'gapmap-backup-'));
const ends: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const ADDRESSES = [
  '/api/v1/release?statistics=all',
  '/api/v1/releases',
  '/api/v1/patches?limit=1000',
  '/api/v1/clusters',
  '/api/v1/places/county/54015',
  `/api/v1/cells/${HEXES[0]}`,
  '/api/v1/privacy',
  '/tiles/1/hexes/7/35/49.arrow',
  '/tiles/1/coverage/7/35/49.mvt',
];

async function answersOf(deps: Deps): Promise<Record<string, string>> {
  const app = await buildApp(deps);
  const answers: Record<string, string> = {};
  for (const url of ADDRESSES) {
    const { statusCode, rawPayload } = await app.inject(url);
    answers[url] = `${statusCode} ${rawPayload.toString('base64')}`;
  }
  await app.close();
  return answers;
}

const numbersOf = (deps: Deps, release: number) =>
  deps.db.as({ role: 'intake' }, (tx) =>
    tx.rows(
      `select audience, cell, students, counts, hidden from published.patches where release_id = $1 order by 1, 2, 3`,
      [release],
    ),
  );

/** A database as a Gapmap in use has it. */
async function original(): Promise<Config> {
  const dataDir = join(folder, 'original');
  if (provided.kind === 'embedded') {
    cpSync(provided.template, dataDir, { recursive: true });
    return readConfig({ GAPMAP_DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  }
  const url = new URL(provided.url);
  url.pathname = '/gapmap_backup_test';
  await withoutTransaction(provided.url, [`create database gapmap_backup_test template ${TEMPLATE}`]);
  ends.push(() => withoutTransaction(provided.url, ['drop database gapmap_backup_test with (force)']));
  return readConfig({ GAPMAP_DATA_DIR: dataDir, DATABASE_URL: url.href, LOG_LEVEL: 'silent' });
}

/** Copies the database and the data folder, and restores them elsewhere: for PostgreSQL, on another server. */
async function restored({ dataDir, databaseUrl }: Config): Promise<Config> {
  const elsewhere = join(folder, 'restored');
  cpSync(dataDir, elsewhere, { recursive: true });
  if (databaseUrl === undefined) return readConfig({ GAPMAP_DATA_DIR: elsewhere, LOG_LEVEL: 'silent' });
  const bin = nativeBinaries() ?? '';
  const run = (program: string, ...args: string[]) => execFileSync(join(bin, program), args, { stdio: 'pipe' });
  const [dump, roles] = [join(folder, 'gapmap.dump'), join(folder, 'roles.sql')];
  run('pg_dumpall', '--roles-only', '--no-role-passwords', '-d', databaseUrl, '-f', roles);
  run('pg_dump', '--format=custom', '-f', dump, databaseUrl);
  const server = await startCluster();
  ends.push(() => server.stop());
  const url = new URL(server.url);
  url.pathname = '/gapmap';
  await withoutTransaction(server.url, ['create database gapmap']);
  // Goes on where a role, such as the owner of the server, is there already.
  run('psql', '--quiet', '-f', roles, server.url);
  run('pg_restore', '--exit-on-error', '--dbname', url.href, dump);
  return readConfig({ GAPMAP_DATA_DIR: elsewhere, DATABASE_URL: url.href, LOG_LEVEL: 'silent' });
}

describe('a restored backup', () => {
  it('answers as before, and its next release moves no number; without the server’s secret it refuses', async () => {
    const config = await original();
    const deps = await openDeps(config);
    await loadPatchyState(deps.db);
    const { id } = await createRelease(deps, { name: 'Before' });
    const [before, numbers] = [await answersOf(deps), await numbersOf(deps, id)];
    expect(Object.values(before).filter((answer) => !answer.startsWith('200 '))).toEqual([]);
    await deps[Symbol.asyncDispose]();

    const copy = await openDeps(await restored(config));
    ends.push(async () => {
      await copy[Symbol.asyncDispose]();
    });
    expect(await answersOf(copy)).toEqual(before);
    const next = await createRelease(copy, { name: 'After' });
    expect(next.id).toBe(id + 1);
    expect(await numbersOf(copy, next.id)).toEqual(numbers);

    rmSync(join(copy.config.dataDir, 'server.key'));
    await expect(createRelease(copy, { name: 'Never' })).rejects.toMatchObject({ code: 'homes.other-secret' });
  }, 600_000);
});
