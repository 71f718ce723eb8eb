/** Dependencies of every command and the server: opened once, passed as arguments. */
import { type Config, databaseUrlFor, type Login } from './config.ts';
import { type OwnerDb, openDb } from './platform/db.ts';
import { openEmbedded } from './platform/embedded/start.ts';
import { migrate } from './platform/migrate.ts';

export interface Deps extends AsyncDisposable {
  readonly config: Config;
  readonly db: OwnerDb;
}

/**
 * Opens the configured database and migrates it, as its owner where the configuration names the owner's login.
 *
 * @param onCreate called before the embedded database is first created, which takes a while
 * @param login who logs in to a native database
 * @throws ConfigError where the login's address is missing; Refusal where it may not migrate a database that needs it
 */
export async function openDeps(
  config: Config,
  onCreate: () => void = () => undefined,
  login: Login = 'owner',
): Promise<Deps> {
  const url = databaseUrlFor(config, login);
  if (url !== undefined) {
    if (config.databaseOwnerUrl !== undefined && config.databaseOwnerUrl !== url) await migrateAsOwner(config);
    const db = openDb({ kind: 'native', url });
    try {
      await migrate(db);
    } catch (error) {
      await db.close();
      throw error;
    }
    return { config, db, [Symbol.asyncDispose]: () => db.close() };
  }
  const embedded = await openEmbedded(config.dataDir, onCreate);
  const db = openDb({ kind: 'embedded', host: embedded.host, port: embedded.port });
  await migrate(db);
  return {
    config,
    db,
    [Symbol.asyncDispose]: async () => {
      await db.close();
      await embedded.release();
    },
  };
}

/** The owner's connection is closed before anybody is served. */
async function migrateAsOwner({ databaseOwnerUrl }: Config): Promise<void> {
  if (databaseOwnerUrl === undefined) return;
  const db = openDb({ kind: 'native', url: databaseOwnerUrl });
  try {
    await migrate(db);
  } finally {
    await db.close();
  }
}
