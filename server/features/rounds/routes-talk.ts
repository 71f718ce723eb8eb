import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Bidder, Buyer } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import { IdParams, RowId } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import type { Doer } from '../audit/index.ts';
import { AnswerBody, QuestionBody, Round } from './contract.ts';
import { InterestBody } from './contract-lots.ts';
import { bidderOf, buyerOf } from './parties.ts';
import { roundFor } from './read.ts';
import type { RoundDeps } from './routes.ts';
import { answerQuestion, askQuestion, sayInterests } from './talk.ts';

const COMMON = { tags: ['rounds'], security: [{ token: [] }], response: { 200: Round, '4xx': Problem } };
const QuestionId = Type.Object({
  id: RowId,
  question: RowId,
});

/** What providers say and ask about a round, and what staff answer. */
export const talkRoutes: FastifyPluginAsyncTypebox<Pick<RoundDeps, 'db'>> = async (app, { db }) => {
  /** One transaction of the party; answers with the round as it stands then. */
  async function changed(
    request: FastifyRequest<{ Params: { id: number } }>,
    whoAsks: (request: FastifyRequest) => Promise<Bidder | Buyer>,
    change: (tx: Tx, doer: Doer, id: number) => Promise<void>,
  ) {
    const party = await whoAsks(request);
    const doer = await doerOf(request);
    const { id } = request.params;
    return db.as(party, async (tx) => {
      await change(tx, doer, id);
      return roundFor(tx, party, id);
    });
  }

  app.put(
    '/api/v1/rounds/:id/interests',
    {
      schema: {
        summary: 'Say which lots of a shared draft this provider would bid on; it binds nobody',
        ...COMMON,
        params: IdParams,
        body: InterestBody,
      },
    },
    (request) => changed(request, bidderOf, (tx, doer, id) => sayInterests(tx, doer, id, request.body.lots)),
  );

  app.post(
    '/api/v1/rounds/:id/questions',
    {
      schema: {
        summary: 'Ask about a round; question and answer become public together, without the asker',
        ...COMMON,
        params: IdParams,
        body: QuestionBody,
      },
    },
    (request) => changed(request, bidderOf, (tx, doer, id) => askQuestion(tx, doer, id, request.body.question)),
  );

  app.put(
    '/api/v1/rounds/:id/questions/:question/answer',
    {
      schema: {
        summary: 'Answer a question, once and in public',
        ...COMMON,
        params: QuestionId,
        body: AnswerBody,
      },
    },
    (request) =>
      changed(request, buyerOf, (tx, doer, round) =>
        answerQuestion(tx, doer, { round, question: request.params.question, answer: request.body.answer }),
      ),
  );
};
