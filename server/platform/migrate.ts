import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Db, Tx } from './db.ts';
import { lockAll } from './locks.ts';
import { refusal } from './problem.ts';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));

/**
 * Migrates the database, each migration in its own transaction. Compares those that ran with their files, which never
 * change once released; a database from before checksums takes them from the files as they are.
 *
 * @returns names of the migrations that ran now
 * @throws Refusal when the file of one that ran has changed since
 */
export async function migrate(db: Db): Promise<string[]> {
  await db.asOwner(async (tx) => {
    await lockAll(tx, 'migration');
    await tx.run(
      'create table if not exists public.gapmap_migrations (name text primary key, ran_at timestamptz not null default now(), checksum text)',
    );
    await tx.run('alter table public.gapmap_migrations add column if not exists checksum text');
  });
  const ran: string[] = [];
  for (const name of readdirSync(FOLDER)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()) {
    const isNew = await db.asOwner(async (tx) => {
      await lockAll(tx, 'migration');
      return runOnce(tx, name, readFileSync(join(FOLDER, name), 'utf8'));
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
  else if (before.checksum !== checksum) throw refusal('migration.changed', 500, { name });
  return false;
}

/** Independent of the file's line ends. */
function checksumOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
