import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Db } from './db.ts';

const FOLDER = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Any number, as long as every Gapmap process uses the same: two may start at once. */
const LOCK = 7_264_901;

/**
 * Brings the database up to date, each migration in its own transaction.
 *
 * @returns names of the migrations that ran now
 */
export async function migrate(db: Db): Promise<string[]> {
  await db.asOwner(async (tx) => {
    await tx.run('select pg_advisory_xact_lock($1)', [LOCK]);
    await tx.run(
      'create table if not exists public.gapmap_migrations (name text primary key, ran_at timestamptz not null default now())',
    );
  });
  const ran: string[] = [];
  for (const name of readdirSync(FOLDER)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()) {
    const isNew = await db.asOwner(async (tx) => {
      await tx.run('select pg_advisory_xact_lock($1)', [LOCK]);
      if (await tx.maybe('select from public.gapmap_migrations where name = $1', [name])) return false;
      await tx.run(readFileSync(join(FOLDER, name), 'utf8'));
      await tx.run('insert into public.gapmap_migrations (name) values ($1)', [name]);
      return true;
    });
    if (isNew) ran.push(name);
  }
  return ran;
}
