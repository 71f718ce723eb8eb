import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { wholeNumber } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { AnswerBody, QuestionBody, Round, RoundId } from './contract.ts';
import { InterestBody } from './contract-lots.ts';
import { bidderOf, buyerOf } from './parties.ts';
import { roundFor } from './read.ts';
import type { RoundDeps } from './routes.ts';
import { answerQuestion, askQuestion, sayInterests } from './talk.ts';

const COMMON = { tags: ['rounds'], security: [{ token: [] }] };
const QuestionId = Type.Object({
  ...RoundId.properties,
  question: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
});

/** What providers say and ask about a round, and what staff answer. */
export const talkRoutes: FastifyPluginAsyncTypebox<Pick<RoundDeps, 'db'>> = async (app, { db }) => {
  app.put(
    '/api/v1/rounds/:id/interests',
    {
      schema: {
        summary: 'Say which lots of a shared draft this provider would bid on; it binds nobody',
        ...COMMON,
        params: RoundId,
        body: InterestBody,
        response: { 200: Round, '4xx': Problem },
      },
    },
    async (request) => {
      const bidder = await bidderOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      return db.as(bidder, async (tx) => {
        await sayInterests(tx, doer, id, request.body.lots);
        return roundFor(tx, bidder, id);
      });
    },
  );

  app.post(
    '/api/v1/rounds/:id/questions',
    {
      schema: {
        summary: 'Ask about a round; question and answer become public together, without the asker',
        ...COMMON,
        params: RoundId,
        body: QuestionBody,
        response: { 200: Round, '4xx': Problem },
      },
    },
    async (request) => {
      const bidder = await bidderOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      return db.as(bidder, async (tx) => {
        await askQuestion(tx, doer, id, request.body.question);
        return roundFor(tx, bidder, id);
      });
    },
  );

  app.put(
    '/api/v1/rounds/:id/questions/:question/answer',
    {
      schema: {
        summary: 'Answer a question, once and in public',
        ...COMMON,
        params: QuestionId,
        body: AnswerBody,
        response: { 200: Round, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { id, question } = request.params;
      return db.as(buyer, async (tx) => {
        await answerQuestion(tx, doer, { round: id, question, answer: request.body.answer });
        return roundFor(tx, buyer, id);
      });
    },
  );
};
