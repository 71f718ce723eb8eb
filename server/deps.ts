/** Dependencies of every command and the server: opened once, passed as arguments. */
import { join } from 'node:path';
import type { Config } from './config.ts';
import { type Db, openDb } from './platform/db.ts';
import { type EmbeddedNews, openEmbedded } from './platform/embedded/start.ts';
import { migrate } from './platform/migrate.ts';
import { removeAbandoned } from './platform/scratch.ts';

export interface Deps extends AsyncDisposable {
  readonly config: Config;
  readonly db: Db;
}

/** Opens the configured database and migrates it. Removes temporary folders that killed commands left behind. */
export async function openDeps(config: Config, news: EmbeddedNews = {}): Promise<Deps> {
  removeAbandoned();
  removeAbandoned(join(config.dataDir, 'tmp'));
  const { db, close } = await openDatabase(config, news);
  try {
    await migrate(db);
  } catch (error) {
    await close();
    throw error;
  }
  return { config, db, [Symbol.asyncDispose]: close };
}

async function openDatabase(config: Config, news: EmbeddedNews): Promise<{ db: Db; close(): Promise<void> }> {
  if (config.databaseUrl) {
    const db = openDb({ kind: 'native', url: config.databaseUrl });
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
