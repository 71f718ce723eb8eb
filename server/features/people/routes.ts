/** People over HTTP: signing in, invitations, passkeys, and an administrator's pages. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { keepSessions, sessionCookie } from '../accounts/index.ts';
import { takeFields } from './fields-form.ts';
import { inviteRoutes } from './routes-invite.ts';
import { peoplePageRoutes } from './routes-people.ts';
import { type SignInOptions, signInRoutes } from './routes-sign-in.ts';

export const peopleRoutes: FastifyPluginAsyncTypebox<SignInOptions> = async (app, options) => {
  const { db, publicUrl } = options;
  takeFields(app);
  await app.register(peoplePageRoutes, { db, publicUrl });
  await app.register(async (signing) => {
    await keepSessions(signing, db, sessionCookie(publicUrl));
    await signing.register(signInRoutes, options);
    await signing.register(inviteRoutes, { db, publicUrl });
  });
};
