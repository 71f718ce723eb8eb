/** Making a passkey with an invitation, and signing in with one. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { filledText, freeText } from '../../platform/fields.ts';
import { answeringIn, langQuery, languageOf } from '../../platform/messages.ts';
import { refuseForeignWrite } from '../../platform/same-origin.ts';
import { OWN_FORMS, refuseUnsafeAddress } from '../accounts/index.ts';
import { letIn } from './doors.ts';
import { openInvitation } from './invitations.ts';
import { PASSKEY_SCRIPT, passkeyPage } from './passkey-page.ts';
import { madePasskey, makingOptions, type Party, usedPasskey, usingOptions } from './passkeys.ts';
import { begin, keep, keptInvitation, takeKept } from './signing.ts';

const COUNTED = { rate: 'enter' } as const;
const COMMON = { tags: ['people'], querystring: Type.Object({ lang: Type.Optional(freeText({ maxLength: 20 })) }) };

export const passkeyRoutes: FastifyPluginAsyncTypebox<{ db: Db; publicUrl: string | undefined }> = async (
  app,
  { db, publicUrl },
) => {
  const partyOf = (request: FastifyRequest): Party => {
    const { origin, hostname } = new URL(publicUrl ?? `${request.protocol}://${request.host}`);
    return { origin, host: hostname };
  };

  app.get(
    '/sign-in/passkey',
    { config: COUNTED, schema: { ...COMMON, summary: 'Page: make a passkey, or sign in with one' } },
    async (request, reply) => {
      refuseUnsafeAddress(request, publicUrl);
      const language = languageOf(request);
      const { people } = answeringIn(reply, language);
      const isNew = keptInvitation(request) !== undefined;
      return reply.headers(OWN_FORMS).send(passkeyPage(people, { language, lang: langQuery(request), isNew }));
    },
  );

  app.get('/sign-in/passkey.js', { config: COUNTED, schema: { hide: true } }, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(PASSKEY_SCRIPT),
  );

  app.post(
    '/sign-in/passkey/options',
    { config: COUNTED, schema: { ...COMMON, summary: 'What a device is asked to sign' } },
    async (request, reply) => {
      refuseForeignWrite(request, publicUrl);
      refuseUnsafeAddress(request, publicUrl);
      const invitation = keptInvitation(request);
      const party = partyOf(request);
      const options = invitation
        ? { make: await makingOptions(party, (await openInvitation(db, invitation)).label) }
        : { use: await usingOptions(party) };
      request.session.challenge = keep((options.make ?? options.use)?.challenge ?? '');
      return reply.header('cache-control', 'no-store').send(options);
    },
  );

  app.post(
    '/sign-in/passkey',
    {
      config: COUNTED,
      schema: {
        ...COMMON,
        summary: 'Sign in with what a device signed',
        body: Type.Object({ credential: filledText({ maxLength: 20_000 }) }),
      },
    },
    async (request) => {
      refuseForeignWrite(request, publicUrl);
      refuseUnsafeAddress(request, publicUrl);
      const invitation = keptInvitation(request);
      const challenge = await takeKept(request, 'challenge');
      const signed = { ...partyOf(request), credential: request.body.credential, challenge };
      const atDoor = invitation ? await madePasskey(signed) : await usedPasskey(db, signed);
      return { to: await begin(request, await letIn(db, { ...atDoor, invitation })) };
    },
  );
};
