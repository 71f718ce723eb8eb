/** What every command and the server are given: opened once, passed down as arguments. */
import type { Config } from './config.ts';
import { type Db, openDb } from './platform/db.ts';
import { openEmbedded } from './platform/embedded/start.ts';
import { migrate } from './platform/migrate.ts';

export interface Deps extends AsyncDisposable {
  readonly config: Config;
  readonly db: Db;
}

/** Opens the configured database and brings it up to date. */
export async function openDeps(config: Config): Promise<Deps> {
  if (config.databaseUrl) {
    const db = openDb({ kind: 'native', url: config.databaseUrl });
    await migrate(db);
    return { config, db, [Symbol.asyncDispose]: () => db.close() };
  }
  const embedded = await openEmbedded(config.dataDir);
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
