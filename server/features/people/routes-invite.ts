/** An invitation's address. Opening it only asks, as a link's does: the button goes on to signing in. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { filledText, freeText } from '../../platform/fields.ts';
import { answeringIn, langQuery, languageOf } from '../../platform/messages.ts';
import { refuseForeignWrite } from '../../platform/same-origin.ts';
import { OWN_FORMS, refuseUnsafeAddress } from '../accounts/index.ts';
import { invitationHash, openInvitation } from './invitations.ts';
import { invitationPage } from './sign-in-page.ts';
import { keep, onward } from './signing.ts';

const LINK = {
  params: Type.Object({ token: filledText({ maxLength: 200 }) }),
  querystring: Type.Object({ lang: Type.Optional(freeText({ maxLength: 20 })) }),
  tags: ['people'],
};
const COUNTED = { rate: 'enter' } as const;

export const inviteRoutes: FastifyPluginAsyncTypebox<{ db: Db; publicUrl: string | undefined }> = async (
  app,
  { db, publicUrl },
) => {
  app.get(
    '/invite/:token',
    { config: COUNTED, schema: { ...LINK, summary: 'A page that asks whether to take up an invitation' } },
    async (request, reply) => {
      refuseUnsafeAddress(request, publicUrl);
      const invitation = await openInvitation(db, invitationHash(request.params.token));
      const language = languageOf(request);
      const { people } = answeringIn(reply, language);
      return reply.headers(OWN_FORMS).send(invitationPage(people, { language, invitation }));
    },
  );

  app.post(
    '/invite/:token',
    { config: COUNTED, schema: { ...LINK, summary: 'Go on to signing in, with an invitation' } },
    async (request, reply) => {
      refuseForeignWrite(request, publicUrl);
      refuseUnsafeAddress(request, publicUrl);
      const hash = invitationHash(request.params.token);
      await openInvitation(db, hash);
      request.session.invitation = keep(hash.toString('hex'));
      return onward(reply, `/sign-in${langQuery(request)}`);
    },
  );
};
