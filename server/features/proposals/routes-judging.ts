import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { bidderOf, buyerOf } from '../rounds/index.ts';
import { answerToClarify, askToClarify } from './clarify.ts';
import { ProposalId } from './contract.ts';
import { ClarificationId, ClarifiedBody, ClarifyBody, ScoresBody } from './contract-judging.ts';
import { giveScores } from './judging.ts';
import { keysOf } from './keys.ts';
import { openedOf } from './opened.ts';
import type { ProposalDeps } from './routes-provider.ts';

const COMMON = { tags: ['proposals'], security: [{ token: [] }] };
const DONE = { 204: Type.Null(), '4xx': Problem };

/** Opened proposals are clarified and scored. */
export const judgingRoutes: FastifyPluginAsyncTypebox<ProposalDeps> = async (app, { db, config }) => {
  app.post(
    '/api/v1/rounds/:id/proposals/:proposal/clarifications',
    {
      schema: {
        summary: 'Ask a bidder to clarify its opened proposal by a time; nobody else is told',
        ...COMMON,
        params: ProposalId,
        body: ClarifyBody,
        response: DONE,
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { id: round, proposal } = request.params;
      await db.as(buyer, (tx) => askToClarify(tx, doer, { round, proposal, ...request.body }));
      reply.status(204);
      return null;
    },
  );

  app.post(
    '/api/v1/rounds/:id/proposal/clarifications/:clarification/answer',
    {
      schema: {
        summary: 'Answer what staff ask about one’s own proposal, once and in time; the proposal stays as it is',
        ...COMMON,
        params: ClarificationId,
        body: ClarifiedBody,
        response: DONE,
      },
    },
    async (request, reply) => {
      const bidder = await bidderOf(request);
      const doer = await doerOf(request);
      const { id: round, clarification } = request.params;
      await db.as(bidder, (tx) => answerToClarify(tx, doer, { round, clarification, answer: request.body.answer }));
      reply.status(204);
      return null;
    },
  );

  app.put(
    '/api/v1/rounds/:id/proposals/:proposal/scores',
    {
      schema: {
        summary: 'Give an alternative points by the round’s criteria, each with a reason, in place of one’s own before',
        ...COMMON,
        params: ProposalId,
        body: ScoresBody,
        response: DONE,
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const keys = await keysOf({ db, config });
      const { id: round, proposal } = request.params;
      await db.as(buyer, async (tx) => {
        const opened = (await openedOf(tx, keys, round)).find(({ id }) => id === proposal);
        await giveScores(tx, doer, { round, opened, ...request.body });
      });
      reply.status(204);
      return null;
    },
  );
};
