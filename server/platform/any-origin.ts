/**
 * What everybody may read, pages of other sites may read too: a map elsewhere fetches lists and tiles from here. Never with
 * credentials: `*` makes browsers keep cookies back, a token may not be sent along, and what a token opens stays closed to them.
 * Source: Fetch, "CORS protocol"; the routes are marked where `app.ts` registers them.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    anyOrigin?: true;
  }
}

/** On every answer of marked routes to whoever is nobody: refusals, redirects and "not modified" too. After the caller is known. */
export function answerAnyOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isForEverybody(request)) reply.headers(READABLE);
  });
}

/** Marks the routes registered in this scope, and answers what browsers ask before they send a header of their own. */
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
  if (request.caller !== undefined) return false;
  const { audience = 'public' } = request.query as { audience?: unknown };
  return audience === 'public' && (request.routeOptions.config.anyOrigin === true || isUnknownAddress(request));
}

/** Of the public's part: that there is nothing at an address is told to everybody alike. */
function isUnknownAddress(request: FastifyRequest): boolean {
  return request.is404 && request.method !== 'OPTIONS' && /^\/(api\/v1\/(?!collect\b)|tiles\/)/.test(request.url);
}

function answerPreflight(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isForEverybody(request)) reply.headers(ASKABLE);
  return reply.code(204).send();
}
