/**
 * The embedded database's own process: PGlite with PostGIS behind a Unix socket, so that the API stays responsive.
 * It exits when its parent process is gone and nobody is connected any more, and at once when another one runs already.
 */
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { openDoor } from './door.ts';
import { HELD, takeHold } from './hold.ts';

const [dataDir = '', socketPath = ''] = process.argv.slice(2);
if (dataDir === '' || socketPath === '') throw new Error('usage: child.ts DATA_DIR SOCKET');

// Ctrl-C in a terminal reaches the whole process group; only the parent decides when the database ends.
process.on('SIGINT', () => undefined);
if (!takeHold(dataDir)) process.exit(HELD);

const [{ PGlite }, { postgisIn }] = await Promise.all([import('@electric-sql/pglite'), import('./postgis.ts')]);

const files = join(dataDir, 'files');
const ready = join(dataDir, 'created');
// An interrupted creation leaves files without the marker, which are useless.
if (!existsSync(ready)) rmSync(files, { recursive: true, force: true });
mkdirSync(files, { recursive: true });

const db = await PGlite.create({
  dataDir: files,
  extensions: { postgis: postgisIn(dataDir) },
  relaxedDurability: false,
});
await db.exec('create extension if not exists postgis');
writeFileSync(ready, new Date().toISOString());

rmSync(socketPath, { force: true });
const connected = new Set<Socket>();
const door = openDoor(db, (error) => {
  // Errors of SQL are answers. This one means that the database crashed, and every reader would wait forever.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}).on('connection', (socket: Socket) => {
  connected.add(socket);
  socket.once('close', () => connected.delete(socket));
});
door.listen(socketPath);
await once(door, 'listening');

let orphaned = !process.connected;
process.on('disconnect', () => {
  orphaned = true;
});
process.on('SIGTERM', () => void stop());
if (process.connected) process.send?.({ kind: 'ready' });

const watch = setInterval(() => {
  if (orphaned && connected.size === 0) void stop();
}, 250);
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  clearInterval(watch);
  door.close();
  for (const socket of connected) socket.destroy();
  await db.close();
  rmSync(socketPath, { force: true });
  // Everything is on disk. A normal exit would wait two seconds for V8 to compile WebAssembly that nobody calls any more.
  process.kill(process.pid, 'SIGKILL');
}
