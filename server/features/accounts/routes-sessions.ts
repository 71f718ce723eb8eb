/** The browsers that a link is open in, with a button to end each. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { answeringIn, langQuery, languageOf } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import type { Asker } from './asker.ts';
import { OWN_FORMS, takeForms } from './form-page.ts';
import { forgetCookies, type SessionCookie } from './session-cookie.ts';
import { endSessionBeside, sessionsBeside } from './sessions.ts';
import { sessionsPage } from './sessions-page.ts';

export const sessionRoutes: FastifyPluginAsyncTypebox<{ db: Db; cookie: SessionCookie }> = async (
  app,
  { db, cookie },
) => {
  takeForms(app);

  app.get(
    '/sessions',
    { schema: { summary: 'Page: the browsers that the caller’s link is open in', tags: ['accounts'] } },
    async (request, reply) => {
      const { held } = await known(request);
      const language = languageOf(request);
      const { signing } = answeringIn(reply, language);
      const sessions = await sessionsBeside(db, held);
      return reply
        .headers(OWN_FORMS)
        .send(sessionsPage(signing, { language, lang: langQuery(request), sessions, now: new Date() }));
    },
  );

  app.post(
    '/sessions/:id/end',
    {
      schema: {
        summary: 'End a session of the caller’s link',
        tags: ['accounts'],
        params: Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }) }),
      },
    },
    async (request, reply) => {
      const { asker, held } = await known(request);
      const { id } = request.params;
      if (!(await endSessionBeside(db, held, id))) throw refusal('access.no-such-session', 404);
      request.log.info({ token: asker.tokenId, ended: id }, 'session ended');
      const isOwn = id === asker.sessionId;
      if (isOwn) forgetCookies(request, reply, cookie);
      return reply.redirect(`${isOwn ? '/' : '/sessions'}${langQuery(request)}`, 303);
    },
  );
};

/** @throws Refusal 401 without a link or token that is good */
async function known(request: FastifyRequest): Promise<{ readonly asker: Asker; readonly held: string }> {
  const asker = await request.asker();
  if (asker && request.held !== undefined) return { asker, held: request.held };
  throw refusal(request.namesAsker ? 'access.session-ended' : 'access.token-needed/sessions', 401);
}
