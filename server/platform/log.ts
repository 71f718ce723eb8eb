/** Structured logs that cannot reveal who lives where: without reader addresses, query strings or tokens. */
import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from '../config.ts';

export function loggerOptions(level: Config['logLevel']): Pick<FastifyServerOptions, 'logger'> {
  if (level === 'silent') return { logger: false };
  return {
    logger: {
      level,
      redact: ['req.headers', 'err.detail', 'err.where', 'err.parameters'],
      serializers: {
        // Logs the route's pattern, never the address: /enter/:token holds a secret, /cells/:h3 reveals what somebody looks at.
        req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'unknown' }),
        res: (reply) => ({ statusCode: reply.statusCode }),
      },
    },
  };
}
