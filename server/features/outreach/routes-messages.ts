import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import { dayOf } from '../../domain/day.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { answeringIn } from '../../platform/messages.ts';
import { originOf } from '../../platform/origin.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { zipOf } from '../briefs/index.ts';
import { collectErrors, collectionFor, detailOf } from '../collect/index.ts';
import { contactsOf, logOf } from './contacts.ts';
import { MessageDrafts, SendAnswer, SendBody } from './contract-messages.ts';
import { draftsOf } from './drafts.ts';
import { filesOf } from './files.ts';
import { COMMON, whose } from './routes.ts';
import { makeMessages, type Sending, sendByMail } from './send.ts';

const MESSAGES = '/api/v1/collect/collections/:id/messages';

/** What a coordinator writes to districts and families about a collection. */
export const messageRoutes: FastifyPluginAsyncTypebox<{ db: Db; config: Config }> = async (app, { db, config }) => {
  app.get(
    MESSAGES,
    {
      schema: {
        ...COMMON,
        summary: 'The messages of a collection as they would be sent, and whom they could go to',
        params: IdParams,
        response: { 200: MessageDrafts, '4xx': Problem },
      },
    },
    async (request) => {
      const { coordinator, outreacher } = await whose(request);
      const { id } = request.params;
      const detail = await db.as(coordinator, async (tx) => detailOf(tx, await collectionFor(tx, id)));
      const { contacts, entries } = await db.as(outreacher, async (tx) => ({
        contacts: await contactsOf(tx),
        entries: await logOf(tx, id),
      }));
      return {
        collection: detail.name,
        isSending: config.mail !== undefined,
        pageBase: originOf(request, config.publicUrl),
        drafts: draftsOf(detail, coordinator.stateFips, dayOf(new Date())),
        districts: detail.districtStates.map(({ leaId, name, state, lastSeenAt }) => {
          const last = entries.find((entry) => entry.leaId === leaId);
          return {
            leaId,
            name,
            state,
            hasOpened: lastSeenAt !== null,
            contact: contacts.get(leaId) ?? null,
            last: last ? { message: last.message, sentAt: last.sentAt.toISOString() } : null,
          };
        }),
      };
    },
  );

  app.post(
    MESSAGES,
    {
      schema: {
        ...COMMON,
        summary: 'Send a message to districts by mail; each gets its own link',
        params: IdParams,
        body: SendBody,
        response: { 200: SendAnswer, '4xx': Problem },
      },
    },
    async (request) => ({ sent: await sendByMail({ db, config }, await sendingOf(request)) }),
  );

  app.post(
    `${MESSAGES}/files`,
    {
      schema: {
        ...COMMON,
        summary: 'Make a message as files to send by hand: a ZIP of drafts, texts and a table for a mail merge',
        params: IdParams,
        body: SendBody,
        response: { 200: Type.Any(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const sending = await sendingOf(request);
      const made = await makeMessages({ db, config }, sending);
      const { message, origin } = sending;
      const { files } = answeringIn(reply).outreach;
      reply.header('content-disposition', `attachment; filename="${message}-${request.params.id}.zip"`);
      return reply.type('application/zip').send(zipOf(filesOf(made, { message, origin, files })));
    },
  );

  /** @throws Refusal where a district is none of the state's */
  async function sendingOf(request: FastifyRequest<{ Params: { id: number }; Body: SendBody }>): Promise<Sending> {
    const { coordinator, outreacher } = await whose(request);
    const { message, texts, leaIds } = request.body;
    const detail = await db.as(coordinator, async (tx) => detailOf(tx, await collectionFor(tx, request.params.id)));
    const contacts = await db.as(outreacher, contactsOf);
    const names = new Map(detail.districtStates.map(({ leaId, name }) => [leaId, name]));
    const unknown = leaIds.filter((leaId) => !names.has(leaId));
    if (unknown.length > 0) throw collectErrors.unknownDistricts(unknown);
    return {
      message,
      texts,
      coordinator,
      collection: detail,
      to: leaIds.map((leaId) => ({ leaId, name: names.get(leaId) ?? leaId, contact: contacts.get(leaId) ?? null })),
      doer: await doerOf(request),
      origin: originOf(request, config.publicUrl),
    };
  }
};
