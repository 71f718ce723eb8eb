import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import { say } from '../../domain/messages/phrase.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { answeringIn } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { bidderOf } from '../rounds/index.ts';
import { attach } from './attachments.ts';
import {
  Attached,
  AttachmentQuery,
  ConfirmBody,
  MOST_ATTACHMENT_BYTES,
  ProposalBody,
  ProposalRoom,
  Receipt,
  Saved,
  SubmitBody,
} from './contract.ts';
import { keysOf } from './keys.ts';
import { proposalRoom } from './room.ts';
import { keepDraft, move, submit } from './submit.ts';

export interface ProposalDeps {
  readonly db: Db;
  readonly config: Config;
}

const COMMON = { tags: ['proposals'], security: [{ token: [] }], params: IdParams };
const PATH = '/api/v1/rounds/:id/proposal';

/** A provider's own proposal in a round. */
export const proposalRoutes: FastifyPluginAsyncTypebox<ProposalDeps> = async (app, { db, config }) => {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  const asked = async (request: FastifyRequest<{ Params: { id: number } }>) => ({
    keys: await keysOf({ db, config }),
    round: request.params.id,
    doer: await doerOf(request),
  });

  app.get(
    PATH,
    {
      schema: {
        summary: 'A provider’s own proposal in a round: its form, its versions, what it is awarded',
        ...COMMON,
        response: { 200: ProposalRoom, '4xx': Problem },
      },
    },
    async (request) => {
      const bidder = await bidderOf(request);
      const keys = await keysOf({ db, config });
      return db.as(bidder, (tx) => proposalRoom(tx, keys, request.params.id));
    },
  );

  app.put(
    `${PATH}/draft`,
    {
      schema: {
        summary: 'Save what a provider has typed, encrypted',
        ...COMMON,
        body: ProposalBody,
        response: { 200: Saved, '4xx': Problem },
      },
    },
    async (request) => {
      const bidder = await bidderOf(request);
      const savedAt = await keepDraft(db, bidder, await asked(request), request.body);
      return { savedAt: savedAt.toISOString() };
    },
  );

  app.post(
    `${PATH}/submit`,
    {
      schema: {
        summary: 'Submit a proposal, or the next version of it, sealed; the answer is its receipt',
        ...COMMON,
        body: SubmitBody,
        response: { 201: Receipt, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const bidder = await bidderOf(request);
      reply.status(201);
      return submit(db, bidder, await asked(request), request.body);
    },
  );

  app.post(
    `${PATH}/confirm`,
    {
      schema: {
        summary: 'Confirm a submitted proposal after an amendment',
        ...COMMON,
        body: ConfirmBody,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const bidder = await bidderOf(request);
      await move(db, bidder, await asked(request), { wanted: 'confirmed', amendment: request.body.amendment });
      reply.status(204);
      return null;
    },
  );

  app.post(
    `${PATH}/withdraw`,
    {
      schema: {
        summary: 'Withdraw a submitted proposal, before the deadline',
        ...COMMON,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const bidder = await bidderOf(request);
      await move(db, bidder, await asked(request), { wanted: 'withdrawn' });
      reply.status(204);
      return null;
    },
  );

  app.post(
    `${PATH}/attachments`,
    {
      config: { rate: 'seldom' },
      bodyLimit: MOST_ATTACHMENT_BYTES,
      schema: {
        summary:
          'Add a file to a proposal, sealed: the bytes of a PDF, or of a coverage file, which is checked row by row',
        ...COMMON,
        consumes: ['application/octet-stream'],
        querystring: AttachmentQuery,
        response: { 201: Attached, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const bidder = await bidderOf(request);
      const { body } = request;
      if (!Buffer.isBuffer(body) || body.length === 0) throw refusal('room.no-file', 400);
      reply.status(201);
      const { notes, ...attached } = await attach(db, bidder, await asked(request), { ...request.query, bytes: body });
      const { phrases } = answeringIn(reply);
      return { ...attached, notes: notes.map((note) => say(phrases, note)) };
    },
  );
};
