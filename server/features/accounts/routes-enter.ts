/**
 * In by a link, and out. Opening a link's address only asks: previews of links, mail scanners and browsers that load ahead start nothing.
 * The button begins a session.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { FIRST_PAGES } from '../../domain/pages.ts';
import type { Db } from '../../platform/db.ts';
import { filledText, freeText } from '../../platform/fields.ts';
import { answeringIn, langQuery, languageOf } from '../../platform/messages.ts';
import { refuseForeignWrite } from '../../platform/same-origin.ts';
import { tokenShown } from './asker.ts';
import { enterPage } from './enter-page.ts';
import { firstView, withLanguage } from './first-view.ts';
import { OWN_FORMS } from './form-page.ts';
import { forgetCookies, refuseUnsafeAddress, type SessionCookie } from './session-cookie.ts';
import { enterBy } from './session-store.ts';

interface EnterOptions {
  readonly db: Db;
  readonly publicUrl: string | undefined;
  readonly cookie: SessionCookie;
}

const LINK = {
  params: Type.Object({ token: filledText({ maxLength: 200 }) }),
  querystring: Type.Object({
    to: Type.Optional(Type.Enum([...FIRST_PAGES], { description: 'Page to begin at, instead of the role’s own.' })),
    lang: Type.Optional(freeText({ maxLength: 20 })),
  }),
  tags: ['accounts'],
};
const COUNTED = { rate: 'enter' } as const;

export const enterRoutes: FastifyPluginAsyncTypebox<EnterOptions> = async (app, { db, publicUrl, cookie }) => {
  app.get(
    '/enter/:token',
    { config: COUNTED, schema: { ...LINK, summary: 'A page that asks whether to open a link; it starts nothing' } },
    async (request, reply) => {
      refuseUnsafeAddress(request, publicUrl);
      const { caller, expiresAt } = await tokenShown(db, request, {
        token: request.params.token,
        fault: 'access.token-invalid/link',
      });
      const language = languageOf(request);
      const { signing } = answeringIn(reply, language);
      return reply.headers(OWN_FORMS).send(enterPage(signing, { language, role: caller.role, expiresAt }));
    },
  );

  app.post(
    '/enter/:token',
    {
      config: COUNTED,
      schema: { ...LINK, summary: 'Open a link: begins a session, kept in a cookie that scripts cannot read' },
    },
    async (request, reply) => {
      refuseForeignWrite(request, publicUrl);
      refuseUnsafeAddress(request, publicUrl);
      const { token } = request.params;
      const link = await tokenShown(db, request, { token, fault: 'access.token-invalid/link' });
      await enterBy(request, token, link);
      request.log.info({ token: link.id, role: link.caller.role }, 'entered');
      const first = request.query.to ?? firstView(link.caller);
      return reply.redirect(withLanguage(first, langQuery(request)), 303);
    },
  );

  app.post(
    '/leave',
    { schema: { summary: 'End the session of this browser', tags: ['accounts'] } },
    async (request, reply) => {
      const asker = await request.asker();
      if (asker?.sessionId !== undefined) {
        await request.session.destroy();
        request.log.info({ token: asker.tokenId, session: asker.sessionId }, 'left');
      }
      forgetCookies(request, reply, cookie);
      return reply.status(204).send();
    },
  );
};
