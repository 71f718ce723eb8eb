/** The browsers that a link is open in, with a button to end each. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { answeringIn, langQuery, languageOf } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import type { Asker } from './asker.ts';
import { firstView, withLanguage } from './first-view.ts';
import { OWN_FORMS } from './form-page.ts';
import { forgetCookies, type SessionCookie } from './session-cookie.ts';
import { actIn, endSessionBeside, openSession, rolesBeside, sessionsBeside } from './sessions.ts';
import { sessionsPage } from './sessions-page.ts';

export const sessionRoutes: FastifyPluginAsyncTypebox<{ db: Db; cookie: SessionCookie }> = async (
  app,
  { db, cookie },
) => {
  app.get(
    '/sessions',
    { schema: { summary: 'Page: the browsers that the caller’s link is open in', tags: ['accounts'] } },
    async (request, reply) => {
      const { asker, held } = await known(request);
      const language = languageOf(request);
      const { signing, people } = answeringIn(reply, language);
      const sessions = await sessionsBeside(db, held);
      const roles = asker.person ? await rolesBeside(db, held) : [];
      return reply.headers(OWN_FORMS).send(
        sessionsPage(signing, people, {
          language,
          lang: langQuery(request),
          sessions,
          person: asker.person,
          roles,
          now: new Date(),
        }),
      );
    },
  );

  app.post(
    '/sessions/:id/end',
    {
      schema: {
        summary: 'End a session of the caller’s link',
        tags: ['accounts'],
        params: IdParams,
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

  app.post(
    '/sessions/roles/:id',
    {
      schema: {
        summary: 'Act in another of one’s roles',
        tags: ['accounts'],
        params: IdParams,
      },
    },
    async (request, reply) => {
      const { held } = await known(request);
      if (!(await actIn(db, held, request.params.id))) throw refusal('membership.unknown', 404);
      const entered = (await openSession(db, held))?.entered;
      const address = entered ? firstView(entered.caller) : '/';
      return reply.redirect(withLanguage(address, langQuery(request)), 303);
    },
  );
};

/** @throws Refusal 401 without a link or token that is good */
async function known(request: FastifyRequest): Promise<{ readonly asker: Asker; readonly held: string }> {
  const asker = await request.asker();
  if (asker && request.held !== undefined) return { asker, held: request.held };
  throw refusal(request.namesAsker ? 'access.session-ended' : 'access.token-needed/sessions', 401);
}
