/** Gives a token to a browser: a link sets an HttpOnly cookie. Programs send it as a bearer token. */

import cookie from '@fastify/cookie';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import fp from 'fastify-plugin';
import { Type } from 'typebox';
import { audiencesOf, type Caller } from '../../domain/actor.ts';
import { FIRST_PAGES, PAGES } from '../../domain/pages.ts';
import type { Db } from '../../platform/db.ts';
import { filledText } from '../../platform/fields.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { refuseForeignWrite } from '../../platform/same-origin.ts';
import { callerOf } from './access.ts';
import { openToken } from './index.ts';

const COOKIE = 'gapmap';

/** Identifies the caller of every request; closed by default: no valid token, no caller. */
export const knowCaller = fp<{ db: Db; publicUrl: string | undefined }>(async (app, { db, publicUrl }) => {
  await app.register(cookie);
  app.decorateRequest('caller', undefined);
  app.decorateRequest('credential', undefined);
  app.addHook('onRequest', async (request, reply) => {
    const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    const token = bearer ?? request.cookies[COOKIE];
    if (!token) return;
    const opened = await openToken(db, token);
    if (opened) {
      if (!bearer) refuseForeignWrite(request, publicUrl);
      request.caller = opened.caller;
      request.credential = { id: opened.id, label: opened.label, expiresAt: opened.expiresAt };
      return;
    }
    if (bearer) throw refusal('access.token-invalid', 401);
    reply.clearCookie(COOKIE, { path: '/' });
  });
});

export const accountRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/enter/:token',
    {
      config: { rate: 'enter' },
      schema: {
        summary: 'Open a link with a token: keeps it in a cookie that scripts cannot read',
        tags: ['accounts'],
        params: Type.Object({ token: filledText({ maxLength: 200 }) }),
        querystring: Type.Object({
          to: Type.Optional(
            Type.Enum([...FIRST_PAGES], { description: 'Page to begin at, instead of the role’s own.' }),
          ),
        }),
      },
    },
    async (request, reply) => {
      const opened = await openToken(db, request.params.token);
      if (!opened) throw refusal('access.token-invalid/link', 401);
      return reply
        .setCookie(COOKIE, request.params.token, {
          path: '/',
          httpOnly: true,
          sameSite: 'lax',
          secure: request.protocol === 'https',
          expires: opened.expiresAt,
        })
        .redirect(request.query.to ?? firstView(opened.caller));
    },
  );

  app.post(
    '/leave',
    { schema: { summary: 'Forget the token kept in the cookie', tags: ['accounts'] } },
    async (_request, reply) => reply.clearCookie(COOKIE, { path: '/' }).status(204).send(),
  );

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
          }),
          '4xx': Problem,
        },
      },
    },
    async (request) => {
      const caller = callerOf(request);
      return {
        role: caller?.role ?? 'public',
        audiences: audiencesOf(caller),
        ...(caller?.role === 'district' ? { leaId: caller.leaId } : {}),
        ...(caller?.role === 'provider' ? { providerId: caller.providerId } : {}),
      };
    },
  );
};

/** A coordinator starts at the collections, a district at its own place, the others at the state. */
function firstView(caller: Caller): string {
  if (caller.role === 'coordinator') return PAGES.collect.path;
  const place = caller.role === 'district' ? `&place=school_district:${caller.leaId}` : '';
  return `/?audience=${caller.role}${place}`;
}
