import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import type { Outboxer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { originOf } from '../../platform/origin.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf, viewerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { Outbox } from './contract.ts';
import { draftOf } from './eml.ts';
import { markSent, messageNumbered, outboxOf } from './outbox.ts';

const COMMON = { tags: ['mail'], security: [{ token: [] }] };

/** The outbox, for staff of the education agency and of the utility commission. */
export const mailRoutes: FastifyPluginAsyncTypebox<{ db: Db; config: Config }> = async (app, { db, config }) => {
  app.get(
    '/api/v1/mail',
    {
      schema: {
        summary: 'What was written to people, and what became of it',
        ...COMMON,
        response: { 200: Outbox, '4xx': Problem },
      },
    },
    async (request) => {
      const staff = await staffOf(request);
      const messages = await db.as(staff, outboxOf, { signal: request.signal });
      return { isSending: config.mail !== undefined, messages };
    },
  );

  app.get(
    '/api/v1/mail/:id/message.eml',
    { schema: { summary: 'A message as a draft that a mail program opens', ...COMMON, params: IdParams } },
    async (request, reply) => {
      const staff = await staffOf(request);
      const { id } = request.params;
      const written = await db.as(staff, (tx) => messageNumbered(tx, id), { signal: request.signal });
      // A district's link opens its own view: it is for the district, and no file of the outbox has it.
      if (written.hasLink) throw refusal('mail.has-link', 409);
      return reply
        .type('message/rfc822')
        .header('content-disposition', `attachment; filename="message-${id}.eml"`)
        .send(await draftOf(written, originOf(request, config.publicUrl), config.mail?.from));
    },
  );

  app.post(
    '/api/v1/mail/:id/sent',
    {
      schema: {
        summary: 'Say that a message was sent by hand',
        ...COMMON,
        params: IdParams,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      await db.as(staff, async (tx) => {
        await markSent(tx, id, doer.who);
        await recordAct(tx, doer, { did: 'mail.marked', thing: `message ${id}` });
      });
      reply.status(204);
      return null;
    },
  );
};

/** @throws Refusal 401 without a sign-in, 403 with another role */
async function staffOf(request: FastifyRequest): Promise<Outboxer> {
  const viewer = await viewerOf(request, 'agency');
  if (viewer.role !== 'agency') throw refusal('access.token-needed', 401, { audience: 'agency' });
  return { role: 'outbox', stateFips: viewer.stateFips };
}
