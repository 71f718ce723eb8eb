/** Connections of slow and silent clients, and the end of all connections when the server stops. */
import type { Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';
import fp from 'fastify-plugin';
import { refusal } from './problem.ts';

export interface ConnectionLimits {
  /** Time for a request's headers, or for the first byte of a new connection. */
  readonly headersMs: number;
  /** Time for a whole request with its body. */
  readonly requestMs: number;
  /** Time in which nothing moves on a connection, in either direction: a reader that takes nothing of its answer. */
  readonly stillMs: number;
  /** How often the two times above are looked at. */
  readonly checkMs: number;
  /** Connections at once. */
  readonly most: number;
  /** Time for requests in hand when the server stops. */
  readonly stoppingMs: number;
}

/**
 * A page of ours sends a file in chunks of 512 KiB and begins a chunk again after 90 s: any line of 50 kbit/s is quick enough, and a
 * chunk of 4 MB, the largest that programs may send, takes 290 kbit/s. No answer takes three minutes. A connection costs some 20 kB,
 * so 2,000 cost less than the tiles that are kept. Requests on one connection are not limited: they are counted by address
 * (`rates.ts`).
 */
export const CONNECTIONS: ConnectionLimits = {
  headersMs: 15_000,
  requestMs: 120_000,
  stillMs: 180_000,
  checkMs: 5_000,
  most: 2_000,
  stoppingMs: 10_000,
};

export function serverOptions({ headersMs, requestMs, stillMs, checkMs }: ConnectionLimits) {
  return {
    requestTimeout: requestMs,
    connectionTimeout: stillMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: checkMs },
    forceCloseConnections: 'idle',
    // Refused as a problem, in the reader's language, by the hook below.
    return503OnClosing: false,
  } as const satisfies FastifyHttpOptions<Server>;
}

const BETWEEN_LOOKS_MS = 50;

/**
 * When the server stops, requests in hand are finished, new ones on their connections are refused, and each connection ends with its
 * answer; what is left after the limit is cut. A full server closes the connections that wait for their next request.
 */
export const endConnections = fp<{ readonly limits: ConnectionLimits }>(async (app, { limits }) => {
  const { server } = app;
  let isStopping = false;
  server.maxConnections = limits.most;
  server.on('drop', () => server.closeIdleConnections());
  app.addHook('preClose', (done) => {
    isStopping = true;
    if (server.listening) {
      const looking = setInterval(() => server.closeIdleConnections(), BETWEEN_LOOKS_MS);
      const limit = setTimeout(() => server.closeAllConnections(), limits.stoppingMs);
      server.once('close', () => {
        clearInterval(looking);
        clearTimeout(limit);
      });
    }
    done();
  });
  app.addHook('onRequest', (_request, reply, done) => {
    if (!isStopping) return done();
    reply.header('retry-after', 5);
    done(refusal('server.stopping', 503));
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isStopping) reply.header('connection', 'close');
    done(null, payload);
  });
});
