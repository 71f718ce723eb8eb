import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OwnerDb, Tx } from './db.ts';
import { sqlState } from './db-failures.ts';
import { lockAll } from './locks.ts';
import { refusal } from './problem.ts';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Migrates the database, each migration in its own transaction. Compares those that ran with their files, which never
 * change once released; a database from before checksums takes them from the files as they are.
 *
 * @returns names of the migrations that ran now
 * @throws Refusal when the file of one that ran has changed since, or when one is missing and the login does not own the database
 */
export async function migrate(db: OwnerDb): Promise<string[]> {
  const files = readdirSync(FOLDER)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(FOLDER, name), 'utf8') }));
  if (await allRan(db, files)) return [];
  try {
    return await runMissing(db, files);
  } catch (error) {
    if (sqlState(error) === NOT_ALLOWED) throw refusal('migration.not-owner', 500);
    throw error;
  }
}

interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** SQLSTATE insufficient_privilege. */
const NOT_ALLOWED = '42501';
/** SQLSTATEs of a database that no migration, or not yet the one that lets the public see the list, ran on. */
const NOT_SAID = new Set(['42P01', '42704', '22023', '42703', NOT_ALLOWED]);

/** Whether every migration ran, as far as a login without rights can tell. @throws Refusal when one was changed since */
async function allRan(db: OwnerDb, files: readonly Migration[]): Promise<boolean> {
  const rows = await db
    .as({ role: 'public' }, (tx) =>
      tx.rows<{ name: string; checksum: string | null }>('select name, checksum from public.gapmap_migrations'),
    )
    .catch((error: { code?: string }) => {
      if (NOT_SAID.has(error.code ?? '')) return [];
      throw error;
    });
  const known = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  for (const { name, sql } of files) refuseChanged(name, known.get(name) ?? null, checksumOf(sql));
  return files.every(({ name }) => known.get(name));
}

async function runMissing(db: OwnerDb, files: readonly Migration[]): Promise<string[]> {
  await db.asOwner(async (tx) => {
    await lockAll(tx, 'migration');
    await tx.run(
      'create table if not exists public.gapmap_migrations (name text primary key, ran_at timestamptz not null default now(), checksum text)',
    );
    await tx.run('alter table public.gapmap_migrations add column if not exists checksum text');
  });
  const ran: string[] = [];
  for (const { name, sql } of files) {
    const isNew = await db.asOwner(async (tx) => {
      await lockAll(tx, 'migration');
      return runOnce(tx, name, sql);
    });
    if (isNew) ran.push(name);
  }
  return ran;
}

/** @returns whether it ran now */
async function runOnce(tx: Tx, name: string, sql: string): Promise<boolean> {
  const checksum = checksumOf(sql);
  const before = await tx.maybe<{ checksum: string | null }>(
    'select checksum from public.gapmap_migrations where name = $1',
    [name],
  );
  if (before === undefined) {
    await tx.run(sql);
    await tx.run('insert into public.gapmap_migrations (name, checksum) values ($1, $2)', [name, checksum]);
    return true;
  }
  if (before.checksum === null)
    await tx.run('update public.gapmap_migrations set checksum = $2 where name = $1', [name, checksum]);
  refuseChanged(name, before.checksum, checksum);
  return false;
}

/** @param before null = not known */
function refuseChanged(name: string, before: string | null, now: string): void {
  if (before !== null && before !== now) throw refusal('migration.changed', 500, { name });
}

/** Independent of the file's line ends. */
function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
