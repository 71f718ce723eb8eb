/** Dependencies of every command and the server: opened once, passed as arguments. */
import { join } from 'node:path';
import { type Config, databaseUrlFor, type Login } from './config.ts';
import { type OwnerDb, openDb } from './platform/db.ts';
import { type EmbeddedNews, openEmbedded } from './platform/embedded/start.ts';
import { migrate } from './platform/migrate.ts';
import { removeAbandoned } from './platform/scratch.ts';

export interface Deps extends AsyncDisposable {
  readonly config: Config;
  readonly db: OwnerDb;
}

/**
 * Opens the configured database and migrates it, as its owner where the configuration names the owner's login. Removes temporary folders
 * that killed commands left behind.
 *
 * @param login who logs in to a native database
 * @throws ConfigError where the login's address is missing; Refusal where it may not migrate a database that needs it
 */
export async function openDeps(config: Config, news: EmbeddedNews = {}, login: Login = 'owner'): Promise<Deps> {
  removeAbandoned();
  removeAbandoned(join(config.dataDir, 'tmp'));
  const url = databaseUrlFor(config, login);
  if (url !== undefined && config.databaseOwnerUrl !== undefined && config.databaseOwnerUrl !== url)
    await migrateAsOwner(config.databaseOwnerUrl);
  const { db, close } = await openDatabase(config, url, news);
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { config, db, [Symbol.asyncDispose]: close };
}

/** The owner's connection is closed before anybody is served. */
async function migrateAsOwner(url: string): Promise<void> {
  const db = openDb({ kind: 'native', url });
  try {
    await migrate(db);
  } finally {
    await db.close();
  }
}

async function openDatabase(
  config: Config,
  url: string | undefined,
  news: EmbeddedNews,
): Promise<{ db: OwnerDb; close(): Promise<void> }> {
  if (url !== undefined) {
    const db = openDb({ kind: 'native', url });
    return { db, close: () => db.close() };
  }
  const embedded = await openEmbedded(config.dataDir, news);
  const db = openDb({ kind: 'embedded', host: embedded.host, port: embedded.port });
  return {
    db,
    close: async () => {
      await db.close();
      await embedded.release();
    },
  };
}
