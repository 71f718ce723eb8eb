import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { buyerOf, lockRound, moveRound } from '../rounds/index.ts';
import { decide, tryChoice } from './choosing.ts';
import { refuseWhileAsked } from './clarify.ts';
import {
  DecideBody,
  Evaluation,
  OpenerBody,
  ReasonBody,
  Repaired,
  Tried,
  TryBody,
  UnsealBody,
} from './contract-staff.ts';
import { evaluationOf } from './evaluation.ts';
import { keysOf } from './keys.ts';
import { addOpener } from './openers.ts';
import { repair } from './repair.ts';
import type { ProposalDeps } from './routes-provider.ts';
import { unseal } from './unseal.ts';

const COMMON = { tags: ['proposals'], security: [{ token: [] }], params: IdParams };
const DONE = { 204: Type.Null(), '4xx': Problem };
/** A passphrase takes 128 MB and a core; a solve takes a thread. */
const SELDOM = { rate: 'seldom' } as const;

/** Opening, comparing and choosing. */
export const evaluationRoutes: FastifyPluginAsyncTypebox<ProposalDeps> = async (app, { db, config }) => {
  app.get(
    '/api/v1/rounds/:id/evaluation',
    {
      schema: {
        summary: 'Who opens a round, and once it is unsealed its proposals beside each other',
        ...COMMON,
        response: { 200: Evaluation, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const keys = await keysOf({ db, config });
      const doer = await doerOf(request);
      return db.as(buyer, (tx) => evaluationOf(tx, keys, request.params.id, doer));
    },
  );

  app.post(
    '/api/v1/rounds/:id/openers',
    {
      config: SELDOM,
      schema: {
        summary: 'Become one of three whose passphrases, two of three, open the round',
        ...COMMON,
        body: OpenerBody,
        response: DONE,
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const { passphrase } = request.body;
      await addOpener(db, buyer, request.params.id, { passphrase, doer: await doerOf(request) });
      reply.status(204);
      return null;
    },
  );

  app.post(
    '/api/v1/rounds/:id/unseal',
    {
      config: SELDOM,
      schema: {
        summary: 'Open a closed round, as one of two different people',
        ...COMMON,
        body: UnsealBody,
        response: DONE,
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const { passphrase } = request.body;
      const keys = await keysOf({ db, config });
      await unseal(db, buyer, { keys, round: request.params.id, passphrase, doer: await doerOf(request) });
      reply.status(204);
      return null;
    },
  );

  app.post(
    '/api/v1/rounds/:id/choices/trial',
    {
      config: SELDOM,
      schema: {
        summary: 'What may be chosen under rules: the best, one by hand, and what each proposal left out would cost',
        ...COMMON,
        body: TryBody,
        response: { 200: Tried, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const asked = { keys: await keysOf({ db, config }), round: request.params.id };
      return tryChoice(db, buyer, asked, { ...request.body, signal: request.signal });
    },
  );

  app.post(
    '/api/v1/rounds/:id/choices',
    {
      config: SELDOM,
      schema: {
        summary: 'Decide who is to serve which lot, with the reason',
        ...COMMON,
        body: DecideBody,
        response: DONE,
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const asked = { keys: await keysOf({ db, config }), round: request.params.id };
      await decide(db, buyer, asked, { ...request.body, doer: await doerOf(request), signal: request.signal });
      reply.status(204);
      return null;
    },
  );

  app.post(
    '/api/v1/rounds/:id/intend',
    { schema: { summary: 'Publish the intended award; the time for protests begins', ...COMMON, response: DONE } },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const round = request.params.id;
      await db.as(buyer, async (tx) => {
        const { found } = await tx.one<{ found: boolean }>(
          'select exists (select from proposals.choices where round_id = $1) as found',
          [round],
        );
        const locked = await lockRound(tx, round);
        await refuseWhileAsked(tx, round);
        await moveRound(tx, doer, locked, {
          move: 'intend',
          by: 'staff',
          holds: { 'has-decision': found },
        });
      });
      reply.status(204);
      return null;
    },
  );

  app.post(
    '/api/v1/rounds/:id/reconsider',
    {
      schema: {
        summary: 'Take an intended award back, with the reason; the round is evaluated again',
        ...COMMON,
        body: ReasonBody,
        response: DONE,
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { reason } = request.body;
      await db.as(buyer, async (tx) =>
        moveRound(tx, doer, await lockRound(tx, request.params.id), { move: 'reconsider', by: 'staff', reason }),
      );
      reply.status(204);
      return null;
    },
  );

  app.post(
    '/api/v1/rounds/:id/award',
    { schema: { summary: 'Award what was intended, after the time for protests', ...COMMON, response: DONE } },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      await db.as(buyer, async (tx) =>
        moveRound(tx, doer, await lockRound(tx, request.params.id), { move: 'award', by: 'staff' }),
      );
      reply.status(204);
      return null;
    },
  );

  app.post(
    '/api/v1/rounds/:id/repair',
    {
      schema: {
        summary: 'Draft a round for the lots that were not awarded; its providers’ forms begin with their proposals',
        ...COMMON,
        response: { 201: Repaired, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      reply.status(201);
      return { round: await repair(db, buyer, request.params.id, await doerOf(request)) };
    },
  );
};
