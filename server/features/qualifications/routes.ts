import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db, Tx } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import type { Doer } from '../audit/index.ts';
import { bidderOf, buyerOf, partyOf } from '../rounds/index.ts';
import {
  ApplicationBody,
  DecisionBody,
  DocumentQuery,
  OwnQualification,
  ProviderId,
  Qualifications,
} from './contract.ts';
import { addDocument, deleteDocument, MOST_DOCUMENT_BYTES, readDocument } from './documents.ts';
import { apply, decide, saveApplication } from './move.ts';
import { qualifications } from './read.ts';

const COMMON = { tags: ['rounds'], security: [{ token: [] }] };
const OWN = { 200: OwnQualification, '4xx': Problem };

/** A provider qualifies once, for all rounds of a state; its staff decide. */
export const qualificationRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  /** One transaction of the provider; answers with its application as it stands then. */
  async function own(request: FastifyRequest, change?: (tx: Tx, doer: Doer) => Promise<void>) {
    const bidder = await bidderOf(request);
    const doer = await doerOf(request);
    return db.as(bidder, async (tx) => {
      await change?.(tx, doer);
      const [qualification = null] = await qualifications(tx, bidder.providerId);
      return { qualification };
    });
  }

  app.get(
    '/api/v1/qualification',
    { schema: { summary: 'A provider’s own application to answer rounds', ...COMMON, response: OWN } },
    (request) => own(request),
  );

  app.put(
    '/api/v1/qualification',
    {
      schema: {
        summary: 'Keep an application as typed; nobody else reads it yet',
        ...COMMON,
        body: ApplicationBody,
        response: OWN,
      },
    },
    (request) => own(request, (tx, doer) => saveApplication(tx, doer, request.body)),
  );

  app.post(
    '/api/v1/qualification/application',
    {
      schema: { summary: 'Send the application, or its renewal', ...COMMON, body: ApplicationBody, response: OWN },
    },
    (request) => own(request, (tx, doer) => apply(tx, doer, request.body)),
  );

  app.post(
    '/api/v1/qualification/documents',
    {
      config: { rate: 'seldom' },
      bodyLimit: MOST_DOCUMENT_BYTES,
      schema: {
        summary: 'Add a PDF to the application: its bytes, at most 25 MB',
        ...COMMON,
        consumes: ['application/octet-stream'],
        querystring: DocumentQuery,
        response: OWN,
      },
    },
    (request) =>
      own(request, (tx, doer) => addDocument(tx, doer, { name: request.query.name, bytes: bytesOf(request) })),
  );

  app.delete(
    '/api/v1/qualification/documents/:id',
    {
      schema: {
        summary: 'Delete a document of an application that has not been sent',
        ...COMMON,
        params: IdParams,
        response: OWN,
      },
    },
    (request) => own(request, (tx, doer) => deleteDocument(tx, doer, request.params.id)),
  );

  app.get(
    '/api/v1/qualifications/documents/:id',
    {
      schema: {
        summary: 'A document of an application, to download',
        ...COMMON,
        params: IdParams,
        response: { '4xx': Problem },
      },
    },
    async (request, reply) => {
      const party = await partyOf(request);
      const doer = await doerOf(request);
      const { name, bytes } = await db.as(party, (tx) => readDocument(tx, doer, request.params.id));
      return sendPdf(reply, name, bytes);
    },
  );

  app.get(
    '/api/v1/qualifications',
    {
      schema: {
        summary: 'Applications of the state’s providers, for its staff',
        ...COMMON,
        response: { 200: Qualifications, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      return { qualifications: await db.as(buyer, (tx) => qualifications(tx)) };
    },
  );

  app.post(
    '/api/v1/qualifications/:provider/decision',
    {
      schema: {
        summary: 'Qualify a provider for a year, ask it for more, or refuse it with a reason',
        ...COMMON,
        params: ProviderId,
        body: DecisionBody,
        response: { 200: Qualifications, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { outcome: move, reason } = request.body;
      return db.as(buyer, async (tx) => {
        await decide(tx, doer, { providerId: request.params.provider, move, reason });
        return { qualifications: await qualifications(tx) };
      });
    },
  );
};

function bytesOf({ body }: FastifyRequest): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw refusal('room.no-file', 400);
}

function sendPdf(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  return reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(withEnding(name))}`)
    .send(bytes);
}

function withEnding(name: string): string {
  return /\.pdf$/i.test(name) ? name : `${name}.pdf`;
}
