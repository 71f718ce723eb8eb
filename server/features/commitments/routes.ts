import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Bidder, Buyer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { bidderOf, buyerOf, partyOf } from '../rounds/index.ts';
import { Commitment, Commitments, DecisionBody, DefaultBody, ReportBody, SignBody } from './contract.ts';
import { decide, declareFailed, report } from './moves.ts';
import { commitmentNumbered, commitmentsOf } from './read.ts';
import { sign, toSign } from './sign.ts';

const COMMON = { tags: ['commitments'], security: [{ token: [] }] };
const ONE = { 200: Commitment, '4xx': Problem };

/** Commitments, for those who signed them and for staff. */
export const commitmentRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/commitments',
    {
      schema: {
        summary: 'Commitments of a provider, or of all providers of a state; and awards that wait for a signature',
        ...COMMON,
        response: { 200: Commitments, '4xx': Problem },
      },
    },
    async (request) => {
      const party = await partyOf(request);
      return db.as(
        party,
        async (tx) => ({ party: sideOf(party), toSign: await toSign(tx), commitments: await commitmentsOf(tx) }),
        { signal: request.signal },
      );
    },
  );

  app.post(
    '/api/v1/commitments',
    {
      schema: {
        summary: 'Sign an award',
        ...COMMON,
        body: SignBody,
        response: { 201: Type.Object({ id: Type.Integer() }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const bidder = await bidderOf(request);
      const doer = await doerOf(request);
      const id = await db.as(bidder, (tx) => sign(tx, bidder, doer, request.body.lot));
      return reply.status(201).send({ id });
    },
  );

  app.get(
    '/api/v1/commitments/:id',
    {
      schema: {
        summary: 'One commitment with its milestones, reports and history',
        ...COMMON,
        params: IdParams,
        response: ONE,
      },
    },
    async (request) => {
      const party = await partyOf(request);
      return db.as(party, (tx) => commitmentNumbered(tx, request.params.id, sideOf(party)), { signal: request.signal });
    },
  );

  app.post(
    '/api/v1/commitments/:id/reports',
    { schema: { summary: 'Report the next milestone', ...COMMON, params: IdParams, body: ReportBody, response: ONE } },
    async (request) => {
      const bidder = await bidderOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      return db.as(bidder, async (tx) => {
        await report(tx, doer, id, request.body.words);
        return commitmentNumbered(tx, id, 'provider');
      });
    },
  );

  app.post(
    '/api/v1/commitments/:id/decision',
    {
      schema: {
        summary: 'Accept a report, or return it with a reason',
        ...COMMON,
        params: IdParams,
        body: DecisionBody,
        response: ONE,
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      return db.as(buyer, async (tx) => {
        await decide(tx, doer, id, request.body);
        return commitmentNumbered(tx, id, 'staff');
      });
    },
  );

  app.post(
    '/api/v1/commitments/:id/default',
    {
      schema: {
        summary: 'Declare a commitment failed: its lot returns to the list',
        ...COMMON,
        params: IdParams,
        body: DefaultBody,
        response: ONE,
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      return db.as(buyer, async (tx) => {
        await declareFailed(tx, doer, id, request.body.reason);
        return commitmentNumbered(tx, id, 'staff');
      });
    },
  );
};

function sideOf({ role }: Buyer | Bidder): Commitment['party'] {
  return role === 'buyer' ? 'staff' : 'provider';
}
