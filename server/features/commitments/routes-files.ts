import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { bidderOf, partyOf } from '../rounds/index.ts';
import { Commitment, EvidenceId, EvidenceQuery, MOST_EVIDENCE_BYTES } from './contract.ts';
import { addEvidence, evidenceBytes } from './evidence.ts';
import { commitmentNumbered } from './read.ts';

const COMMON = { tags: ['commitments'], security: [{ token: [] }] };

/** Evidence of what was built. */
export const evidenceRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.post(
    '/api/v1/commitments/:id/evidence',
    {
      config: { rate: 'seldom' },
      bodyLimit: MOST_EVIDENCE_BYTES,
      schema: {
        summary:
          'Add a file to the next milestone: the bytes of a coverage file, of speed tests as CSV or of a photograph, at most 25 MB',
        ...COMMON,
        consumes: ['application/octet-stream'],
        params: IdParams,
        querystring: EvidenceQuery,
        response: { 201: Commitment, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const bidder = await bidderOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      const { kind, file: name } = request.query;
      if (!Buffer.isBuffer(request.body) || request.body.length === 0) throw refusal('room.no-file', 400);
      await addEvidence(db, bidder, doer, { id, given: { kind, name, bytes: request.body } });
      return reply.status(201).send(await db.as(bidder, (tx) => commitmentNumbered(tx, id, 'provider')));
    },
  );

  app.get(
    '/api/v1/commitments/:id/evidence/:evidence',
    { schema: { summary: 'A file of evidence, to be downloaded', ...COMMON, params: EvidenceId } },
    async (request, reply) => {
      const { name, bytes } = await db.as(await partyOf(request), (tx) => evidenceBytes(tx, request.params), {
        signal: request.signal,
      });
      return reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .send(bytes);
    },
  );
};
