import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from './db.ts';
import { RETRY_AFTER_S } from './problem-json.ts';

const State = Type.Object({ status: Type.String(), detail: Type.Optional(Type.String()) });

/** `/healthz`: the process answers. `/readyz`: it can do its work, so a balancer may send people here. */
export const healthRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/healthz',
    {
      logLevel: 'warn',
      config: { rate: 'uncounted' },
      schema: { summary: 'The process answers', tags: ['health'], response: { 200: State } },
    },
    async () => ({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      logLevel: 'warn',
      schema: {
        summary: 'The database answers and a release is there to serve, or to say of why it was withdrawn',
        tags: ['health'],
        response: { 200: State, 503: State },
      },
    },
    async (_request, reply) => {
      const current = await db
        .as({ role: 'public' }, (tx) =>
          // What was withdrawn is served too: by saying why.
          tx.maybe('select from published.current union all select from published.withdrawals limit 1'),
        )
        .catch((error: Error) => error);
      if (!current || current instanceof Error) reply.status(503).header('retry-after', RETRY_AFTER_S);
      if (current instanceof Error) return reply.send({ status: 'not ready', detail: 'The database does not answer.' });
      if (!current) return reply.send({ status: 'not ready', detail: 'Nothing has been released yet.' });
      return { status: 'ready' };
    },
  );
};
