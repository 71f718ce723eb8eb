import type { FastifyInstance } from 'fastify';
import { answeringIn, languageOf } from '../../platform/messages.ts';
import { type Described, explorerPage } from './page.ts';

/** `/docs`: what the API describes of itself. */
export async function explorerRoutes(app: FastifyInstance): Promise<void> {
  app.get('/docs', { schema: { hide: true } }, async (request, reply) => {
    const language = languageOf(request);
    const { explorer } = answeringIn(reply, language);
    return reply.type('text/html; charset=utf-8').send(explorerPage(explorer, language, app.swagger() as Described));
  });
}
