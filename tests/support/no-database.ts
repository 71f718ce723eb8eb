/** A server in the place of the database that only counts who comes: what it has not heard of was answered without it. */
import { createServer } from 'node:net';
import type { Connection } from '../../server/platform/db.ts';

export interface NoDatabase extends AsyncDisposable {
  readonly connection: Connection;
  /** Connections so far. */
  asked(): number;
}

export async function noDatabase(): Promise<NoDatabase> {
  let asked = 0;
  const server = createServer((socket) => {
    asked += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    connection: { kind: 'native', url: `postgres://nobody@127.0.0.1:${port}/none` },
    asked: () => asked,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
