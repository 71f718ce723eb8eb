import type { FastifyInstance } from 'fastify';

/** Answers to one caller that no cache may keep. */
export function neverStored(app: FastifyInstance): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
}
