/**
 * The embedded database's own process: PGlite with PostGIS behind a Unix socket, so that the API stays responsive.
 * It exits when its parent process is gone and nobody is connected any more, and at once when another one runs already.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { HELD, takeHold } from './hold.ts';

const [dataDir = '', socketPath = ''] = process.argv.slice(2);
if (dataDir === '' || socketPath === '') throw new Error('usage: child.ts DATA_DIR SOCKET');

// Ctrl-C in a terminal reaches the whole process group; only the parent decides when the database ends.
process.on('SIGINT', () => undefined);
if (!takeHold(dataDir)) process.exit(HELD);

const [{ PGlite }, { postgis }, { PGLiteSocketServer }] = await Promise.all([
  import('@electric-sql/pglite'),
  import('@electric-sql/pglite-postgis'),
  import('@electric-sql/pglite-socket'),
]);

const files = join(dataDir, 'files');
const ready = join(dataDir, 'created');
// An interrupted creation leaves files without the marker, which are useless.
if (!existsSync(ready)) rmSync(files, { recursive: true, force: true });
mkdirSync(files, { recursive: true });

const db = await PGlite.create({ dataDir: files, extensions: { postgis }, relaxedDurability: false });
await db.exec('create extension if not exists postgis');
writeFileSync(ready, new Date().toISOString());

// Errors of SQL are answers. This one is a database that has crashed, behind which every reader would wait for ever.
const answer = db.execProtocolRawStream.bind(db);
db.execProtocolRawStream = (...args) =>
  answer(...args).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });

rmSync(socketPath, { force: true });
// It goes on counting a connection that was cut while it was being answered, so its own count is no limit and no sign of anybody.
const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: Number.POSITIVE_INFINITY });
await server.start();
const sockets = Reflect.get(server, 'server') as Server;

let orphaned = !process.connected;
process.on('disconnect', () => {
  orphaned = true;
});
process.on('SIGTERM', () => void stop());
if (process.connected) process.send?.({ kind: 'ready' });

const watch = setInterval(() => {
  if (orphaned)
    sockets.getConnections((_error, connected) => {
      if (connected === 0) void stop();
    });
}, 250);
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  clearInterval(watch);
  await server.stop();
  await db.close();
  rmSync(socketPath, { force: true });
  process.exit(0);
}
