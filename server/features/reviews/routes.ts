import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { collectorOf, coordinatorOf, doerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { ChangesBody, OwnReview, ReviewBody, Reviews } from './contract.ts';
import { keepChanges, keepReview, ownReview, refuseStudents, reviewsOf } from './reviews.ts';

const COMMON = { tags: ['collect'], security: [{ token: [] }] };

/** What districts say of a collection once their file is accepted, and what a coordinator takes up of it. */
export const reviewRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/collect/collections/:id/review',
    {
      schema: {
        ...COMMON,
        summary: 'What the district said of a collection, and what was taken up of the one before',
        params: IdParams,
        response: { 200: OwnReview, '4xx': Problem },
      },
    },
    async (request) => {
      const collector = await collectorOf(request);
      return db.as(collector, (tx) => ownReview(tx, request.params.id, collector.leaId));
    },
  );

  app.put(
    '/api/v1/collect/collections/:id/review',
    {
      schema: {
        ...COMMON,
        summary: 'Answer the five questions about a collection, in place of what the district said before',
        params: IdParams,
        body: ReviewBody,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const collector = await collectorOf(request);
      const doer = await doerOf(request);
      refuseStudents([request.body.remarks]);
      const collectionId = request.params.id;
      await db.as(collector, async (tx) => {
        await keepReview(tx, { collectionId, leaId: collector.leaId }, request.body);
        await recordAct(tx, doer, { did: 'reviews.answered', thing: `collection ${collectionId}` });
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/collect/collections/:id/reviews',
    {
      schema: {
        ...COMMON,
        summary: 'What districts said of a collection, together',
        params: IdParams,
        response: { 200: Reviews, '4xx': Problem },
      },
    },
    async (request) => db.as(await coordinatorOf(request), (tx) => reviewsOf(tx, request.params.id)),
  );

  app.put(
    '/api/v1/collect/collections/:id/changes',
    {
      schema: {
        ...COMMON,
        summary: 'Say what is taken up of what districts said: those of the next collection read it',
        params: IdParams,
        body: ChangesBody,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const coordinator = await coordinatorOf(request);
      const doer = await doerOf(request);
      const { changes } = request.body;
      refuseStudents(changes.map(({ what }) => what));
      const { id } = request.params;
      await db.as(coordinator, async (tx) => {
        await keepChanges(tx, id, changes, doer.who.slice(0, 200));
        await recordAct(tx, doer, { did: 'reviews.taken-up', thing: `collection ${id}` });
      });
      return reply.code(204).send(null);
    },
  );
};
