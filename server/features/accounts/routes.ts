/** Who may ask for what over HTTP; signing in and out are registered with it. */

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { audiencesOf } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { Problem } from '../../platform/problem-json.ts';
import { callerOf } from './access.ts';
import { enterRoutes } from './routes-enter.ts';
import { sessionRoutes } from './routes-sessions.ts';
import { sessionCookie } from './session-cookie.ts';
import { keepSessions } from './session-store.ts';

interface AccountOptions {
  readonly db: Db;
  readonly publicUrl: string | undefined;
}

export const accountRoutes: FastifyPluginAsyncTypebox<AccountOptions> = async (app, { db, publicUrl }) => {
  const cookie = sessionCookie(publicUrl);
  await app.register(async (signing) => {
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
            ended: Type.Optional(
              Type.Boolean({ description: 'This browser has been in by a link, and its session is over.' }),
            ),
          }),
          '4xx': Problem,
        },
      },
    },
    async (request) => {
      const caller = await callerOf(request);
      return {
        role: caller?.role ?? 'public',
        audiences: audiencesOf(caller),
        ...(caller?.role === 'district' ? { leaId: caller.leaId } : {}),
        ...(caller?.role === 'provider' ? { providerId: caller.providerId } : {}),
        ...(!caller && request.namesAsker ? { ended: true } : {}),
      };
    },
  );
};
