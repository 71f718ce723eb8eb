/**
 * Who may keep an answer, decided in one place and closed by default: a route that says nothing is answered `private, no-store`.
 * A shared cache (a CDN, a school's proxy) then never holds what a token opened. Source: RFC 9111, 3 and 5.2.2.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { addVary } from './vary.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    caching?: Caching;
  }
}

/**
 * What a route's answers depend on. Where everybody gets the same, the route's own cache-control holds, else `no-cache`.
 *
 * - `everybody`: on nothing about the caller.
 * - `audience`: on the caller only where the address asks for a finer audience: a browser keeps that and asks again each time.
 * - `caller`: on the caller, whatever is asked: without a credential the answer is everybody's, with one it is never stored.
 */
type Caching = 'everybody' | 'audience' | 'caller';

const NEVER = 'private, no-store';
const ASK_AGAIN = 'private, no-cache';

/** Sets cache-control and vary of every answer: bodies, "not modified", redirects and refusals. */
export const decideCaching = fp(async (app: FastifyInstance) => {
  app.addHook('onSend', (request, reply, payload, done) => {
    decide(request, reply);
    done(null, payload);
  });
});

/** Marks the routes of this scope that carry no mark of their own; of nested scopes the outer one counts. */
export function cachedBy(scope: FastifyInstance, caching: Caching | ((url: string) => Caching)): void {
  scope.addHook('onRoute', (route) => {
    route.config = { caching: typeof caching === 'string' ? caching : caching(route.url), ...route.config };
  });
}

function decide(request: FastifyRequest, reply: FastifyReply): void {
  const { caching } = request.routeOptions.config;
  const isFiner = asksForFiner(request);
  if (caching === 'everybody' || (caching === 'audience' && !isFiner)) {
    if (reply.statusCode >= 400) reply.header('cache-control', 'no-store');
    else if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
    return;
  }
  addVary(reply, 'authorization', 'cookie');
  if (reply.statusCode >= 400) reply.header('cache-control', NEVER);
  else if (caching === 'audience') reply.header('cache-control', ASK_AGAIN);
  else if (caching === undefined || isFiner || comesWithCredential(request)) reply.header('cache-control', NEVER);
  else if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache');
}

/** Any word but `public`, also one that no audience has. */
function asksForFiner({ query }: FastifyRequest): boolean {
  const { audience = 'public' } = (query ?? {}) as { audience?: unknown };
  return audience !== 'public';
}

/** Any cookie counts, whoever set it. */
function comesWithCredential({ headers }: FastifyRequest): boolean {
  return headers.authorization !== undefined || headers.cookie !== undefined;
}
