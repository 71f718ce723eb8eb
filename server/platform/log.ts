/** Structured logs that cannot tell who lives where: no addresses of readers, no query strings, no tokens. */
import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import type { Config } from '../config.ts';

export function loggerOptions(level: Config['logLevel']): Pick<FastifyServerOptions, 'logger'> {
  if (level === 'silent') return { logger: false };
  return {
    logger: {
      level,
      redact: ['req.headers', 'err.detail', 'err.where', 'err.parameters'],
      serializers: {
        // The pattern, never the address: /enter/:token holds a secret, /cells/:h3 says what somebody looks at.
        req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'unknown' }),
        res: (reply) => ({ statusCode: reply.statusCode }),
      },
    },
  };
}
