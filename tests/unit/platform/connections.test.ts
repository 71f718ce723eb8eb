/** Slow, silent and many clients, over real sockets and with the server's own clock. */
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/app.ts';
import { readConfig } from '../../../server/config.ts';
import { CONNECTIONS, type ConnectionLimits } from '../../../server/platform/connections.ts';

const NO_DATABASE = { connection: { kind: 'native', url: 'postgres://nowhere.invalid/none' } } as const;
let app: FastifyInstance;
/** Settles once the slow request is in hand. */
let inHand: PromiseWithResolvers<void>;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await app.close();
});

/** @returns the port */
async function serve(limits: Partial<ConnectionLimits>): Promise<number> {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  app = await buildApp({ config, db: NO_DATABASE, connections: { ...CONNECTIONS, checkMs: 100, ...limits } });
  app.post('/take', async () => ({ taken: true }));
  inHand = Promise.withResolvers();
  app.get('/slow', async () => {
    inHand.resolve();
    await sleep(1_000);
    return { slow: true };
  });
  app.get('/large', async () => Buffer.alloc(64 * 2 ** 20));
  return Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
}

async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // A connection that is cut is what these tests are about.
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** Milliseconds until the server ended the connection, and what it had said. */
async function untilEnded(socket: Socket): Promise<{ after: number; said: string }> {
  const begun = performance.now();
  let said = '';
  socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
  if (!socket.closed) await once(socket, 'close');
  return { after: performance.now() - begun, said };
}

const POST = 'POST /take HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n';

describe('a client that is slow', () => {
  it('with its body is cut off, as are fifty at once, and is told that it took too long', async () => {
    const port = await serve({ headersMs: 800, requestMs: 800 });
    const slow = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const socket = await open(port);
        socket.write(`${POST} `);
        return untilEnded(socket);
      }),
    );
    for (const { after, said } of slow) {
      expect(after).toBeLessThan(15_000);
      expect(said).toContain('408');
    }
  });

  it('with its headers is cut off sooner', async () => {
    const port = await serve({ headersMs: 300, requestMs: 60_000 });
    const socket = await open(port);
    const drip = setInterval(() => socket.write('x: y\r\n'), 100);
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n');
    const { after } = await untilEnded(socket).finally(() => clearInterval(drip));
    expect(after).toBeLessThan(5_000);
  });

  it('and says nothing at all is cut off, too', async () => {
    const port = await serve({ headersMs: 300, requestMs: 60_000 });
    const { after } = await untilEnded(await open(port));
    expect(after).toBeLessThan(5_000);
  });

  it('and takes nothing of its answer is cut off', async () => {
    const port = await serve({ stillMs: 500 });
    const socket = await open(port);
    socket.write('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    socket.pause();
    const begun = performance.now();
    await expect
      .poll(() => new Promise((resolve) => app.server.getConnections((_, count) => resolve(count))), { timeout: 8_000 })
      .toBe(0);
    expect(performance.now() - begun).toBeGreaterThan(400);
  });

  it('but within its time is answered', async () => {
    const port = await serve({ headersMs: 500, requestMs: 5_000 });
    const socket = await open(port);
    socket.write(POST.replace('100', '4'));
    for (const letter of '"ab"') {
      await sleep(200);
      socket.write(letter);
    }
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toContain('200 OK');
  });
});

describe('the limits of a server', () => {
  it('let the slowest line that SECURITY.md promises send the largest piece of our page', () => {
    const { requestMs } = CONNECTIONS;
    expect((50_000 / 8) * (requestMs / 1_000)).toBeGreaterThan(512 * 1024);
    expect((290_000 / 8) * (requestMs / 1_000)).toBeGreaterThan(4 * 2 ** 20);
  });
});

describe('a server with all the connections it takes', () => {
  it('closes those that wait for a next request, and answers whoever comes then', async () => {
    const port = await serve({ most: 3 });
    const waiting = await Promise.all([open(port), open(port), open(port)]);
    for (const socket of waiting) {
      socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
      await once(socket, 'data');
    }
    const ended = Promise.all(waiting.map(untilEnded));
    await untilEnded(await open(port));
    await ended;
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  });
});

describe('a server that stops', () => {
  function ask(
    port: number,
    path: string,
    agent: Agent,
  ): Promise<{ status: number; connection: string; body: string }> {
    return new Promise((resolve, reject) => {
      get({ port, host: '127.0.0.1', path, agent }, (response) => {
        let body = '';
        response.on('data', (bytes: Buffer) => (body += bytes.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, connection: response.headers.connection ?? '', body }),
        );
      }).on('error', reject);
    });
  }

  it('finishes the request in hand on a kept connection, then ends at once', async () => {
    const port = await serve({});
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await ask(port, '/healthz', agent);
    const slow = ask(port, '/slow', agent);
    await inHand.promise;
    const begun = performance.now();
    await app.close();
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(await slow).toEqual({ status: 200, connection: 'close', body: '{"slow":true}' });
    agent.destroy();
  });

  it('refuses a new request on a kept connection, in words and with when to come back', async () => {
    const port = await serve({});
    const socket = await open(port);
    const busy = fetch(`http://127.0.0.1:${port}/slow`);
    socket.write('GET /api/v1/releases?lang=es HTTP/1.1\r\nHost: x\r\n');
    await inHand.promise;
    const closing = app.close();
    await sleep(50);
    const ended = untilEnded(socket);
    socket.write('\r\n');
    const { said } = await ended;
    expect(said).toMatch(/^HTTP\/1\.1 503 /);
    expect(said).toMatch(/retry-after: 5/i);
    expect(said).toContain('"code":"server.stopping"');
    expect(said).toContain('se está deteniendo');
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    expect((await busy).status).toBe(200);
    await closing;
  });

  it('cuts what is left after its limit', async () => {
    const port = await serve({ stoppingMs: 500 });
    const socket = await open(port);
    socket.write(POST);
    await sleep(100);
    const begun = performance.now();
    await app.close();
    expect(performance.now() - begun).toBeGreaterThan(400);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
