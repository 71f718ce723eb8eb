/**
 * The embedded database's own process: PGlite with PostGIS behind a Unix socket, so that the API stays responsive.
 * It exits when its parent process is gone and nobody is connected any more.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const [dataDir = '', socketPath = ''] = process.argv.slice(2);
if (dataDir === '' || socketPath === '') throw new Error('usage: child.ts DATA_DIR SOCKET');

// Ctrl-C in a terminal reaches the whole process group; only the parent decides when the database ends.
process.on('SIGINT', () => undefined);

const files = join(dataDir, 'files');
const ready = join(dataDir, 'created');
// An interrupted creation leaves files without the marker, which are useless.
if (!existsSync(ready)) rmSync(files, { recursive: true, force: true });
mkdirSync(files, { recursive: true });

const db = await PGlite.create({ dataDir: files, extensions: { postgis }, relaxedDurability: false });
await db.exec('create extension if not exists postgis');
writeFileSync(ready, new Date().toISOString());

rmSync(socketPath, { force: true });
const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 50 });
await server.start();
process.send?.({ kind: 'ready' });

let orphaned = false;
process.on('disconnect', () => {
  orphaned = true;
});
process.on('SIGTERM', () => void stop());

const watch = setInterval(() => {
  if (orphaned && server.getStats().activeConnections === 0) void stop();
}, 250);

async function stop(): Promise<void> {
  clearInterval(watch);
  await server.stop();
  await db.close();
  rmSync(socketPath, { force: true });
  process.exit(0);
}
