import type { FastifyInstance } from 'fastify';

/** Answers for one caller only, which no cache may store. */
export function neverStored(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
}
