/** Who may ask for what over HTTP; signing in and out are registered with it. */

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { audiencesOf, PERSON_ROLES } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { Problem } from '../../platform/problem-json.ts';
import { takeForms } from './form-page.ts';
import { enterRoutes } from './routes-enter.ts';
import { sessionRoutes } from './routes-sessions.ts';
import { sessionCookie } from './session-cookie.ts';
import { keepSessions } from './session-store.ts';
import type { SignedIn } from './sessions.ts';

interface AccountOptions {
  readonly db: Db;
  readonly publicUrl: string | undefined;
  /** Whether people sign in here, beside links. */
  readonly canSignIn: boolean;
}

export const accountRoutes: FastifyPluginAsyncTypebox<AccountOptions> = async (app, { db, publicUrl, canSignIn }) => {
  const cookie = sessionCookie(publicUrl);
  await app.register(async (signing) => {
    takeForms(signing);
    await keepSessions(signing, db, cookie);
    await signing.register(enterRoutes, { db, publicUrl, cookie });
    await signing.register(sessionRoutes, { db, cookie });
  });

  app.get(
    '/api/v1/me',
    {
      schema: {
        summary: 'Whose view this caller may ask for',
        tags: ['accounts'],
        response: {
          200: Type.Object({
            role: Type.String(),
            audiences: Type.Array(Type.String()),
            leaId: Type.Optional(Type.String()),
            providerId: Type.Optional(Type.Integer()),
            person: Type.Optional(
              Type.Object({ name: Type.String(), organization: Type.String(), role: Type.Enum([...PERSON_ROLES]) }),
            ),
            canSignIn: Type.Optional(Type.Boolean({ description: 'People sign in here: /sign-in.' })),
            ended: Type.Optional(
              Type.Boolean({ description: 'This browser has been in by a link, and its session is over.' }),
            ),
          }),
          '4xx': Problem,
        },
      },
    },
    async (request) => {
      const asker = await request.asker();
      const caller = asker?.caller;
      return {
        role: caller?.role ?? 'public',
        audiences: audiencesOf(caller),
        ...(caller?.role === 'district' ? { leaId: caller.leaId } : {}),
        ...(caller?.role === 'provider' ? { providerId: caller.providerId } : {}),
        ...(asker?.person ? { person: personIn(asker.person) } : {}),
        ...(canSignIn ? { canSignIn } : {}),
        ...(!caller && request.namesAsker ? { ended: true } : {}),
      };
    },
  );
};

function personIn({ name, organization, role }: SignedIn) {
  return { name, organization, role };
}
