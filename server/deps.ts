/** Dependencies of every command and the server: opened once, passed as arguments. */
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type Db, openDb } from './platform/db.ts';
import { openEmbedded } from './platform/embedded/start.ts';
import { migrate } from './platform/migrate.ts';
import { removeAbandoned } from './platform/scratch.ts';

export interface Deps extends AsyncDisposable {
  readonly config: Config;
  readonly db: Db;
}

/**
 * Opens the configured database and migrates it. Removes temporary folders that killed commands left behind.
 *
 * @param onCreate called before the embedded database is first created, which takes a while
 */
export async function openDeps(config: Config, onCreate: () => void = () => undefined): Promise<Deps> {
  removeAbandoned();
  removeAbandoned(join(config.dataDir, 'tmp'));
  if (config.databaseUrl) {
    const db = openDb({ kind: 'native', url: config.databaseUrl });
    await migrate(db);
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
