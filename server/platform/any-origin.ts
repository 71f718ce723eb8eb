/**
 * Pages of other sites may read whatever everybody may: a map elsewhere can fetch lists and tiles from here. Never with
 * credentials: with `*` browsers send no cookies, a token header is not allowed, and what a token opens stays closed to them.
 * Source: Fetch, "CORS protocol"; the routes are marked where `app.ts` registers them.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { credentialIn } from './credential.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    anyOrigin?: true;
  }
}

/** Applies to every answer of marked routes to anonymous callers: refusals, redirects and "not modified" too. Register before whatever refuses. */
export function answerAnyOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isForEverybody(request)) reply.headers(READABLE);
  });
}

/** Marks the routes registered in this scope, and answers the preflight requests of browsers. */
export function openToAnyOrigin(scope: FastifyInstance): void {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, anyOrigin: true };
    if (route.method === 'GET') scope.options(route.url, { schema: { hide: true } }, answerPreflight);
  });
}

const READABLE = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'content-disposition, etag, retry-after, x-next-cursor',
};

const ASKABLE = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'accept, cache-control, content-type, if-none-match, range, x-requested-with',
  'access-control-max-age': '86400',
};

function isForEverybody(request: FastifyRequest): boolean {
  if (credentialIn(request) !== undefined) return false;
  const { audience = 'public' } = request.query as { audience?: unknown };
  return audience === 'public' && (request.routeOptions.config.anyOrigin === true || isUnknownAddress(request));
}

/** Part of the public routes: everybody gets the same answer that nothing is at an address. */
function isUnknownAddress(request: FastifyRequest): boolean {
  return request.is404 && request.method !== 'OPTIONS' && /^\/(api\/v1\/(?!collect\b)|tiles\/)/.test(request.url);
}

function answerPreflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isForEverybody(request)) reply.headers(ASKABLE);
  return reply.code(204).send();
}
