import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { freeText, IdParams } from '../../platform/fields.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { Problem } from '../../platform/problem-json.ts';
import { collectingCaller, collectorOf, coordinatorOf, doerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { changeCollection, collectionFor, collectionsFor, createCollection } from './collections.ts';
import {
  Collection,
  CollectionDetail,
  CollectionFields,
  CollectionList,
  DISTRICT_STATES,
  type DistrictState,
  EnrollmentBody,
  PreparedAnswer,
  PreparedBody,
} from './contract.ts';
import { detailOf, markPrepared, seen, unknownDistricts, writeEnrollment } from './districts.ts';
import { collectErrors } from './errors.ts';
import { remindersCsv } from './reminders.ts';

export const COMMON = { tags: ['collect'], security: [{ token: [] }] };

export const collectionRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/collect/collections',
    {
      schema: {
        summary: 'Collections, the newest first',
        ...COMMON,
        response: { 200: CollectionList, '4xx': Problem },
      },
    },
    async (request) =>
      db.as(await collectingCaller(request), async (tx) => ({ collections: await collectionsFor(tx) })),
  );

  app.post(
    '/api/v1/collect/collections',
    {
      schema: {
        summary: 'Plan a collection',
        ...COMMON,
        body: CollectionFields,
        response: { 201: Collection, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const coordinator = await coordinatorOf(request);
      const doer = await doerOf(request);
      const created = await db.as(coordinator, async (tx) => {
        const collection = await createCollection(tx, request.body);
        await recordAct(tx, doer, { did: 'collections.opened', thing: `collection ${collection.id}` });
        return collection;
      });
      return reply.status(201).send(created);
    },
  );

  app.patch(
    '/api/v1/collect/collections/:id',
    {
      schema: {
        summary: 'Change a collection’s name, window or questions',
        ...COMMON,
        params: IdParams,
        body: CollectionFields,
        response: { 200: Collection, '4xx': Problem },
      },
    },
    async (request) => {
      const coordinator = await coordinatorOf(request);
      const doer = await doerOf(request);
      return db.as(coordinator, async (tx) => {
        const changed = await changeCollection(tx, request.params.id, request.body);
        await recordAct(tx, doer, { did: 'collections.changed', thing: `collection ${changed.id}` });
        return changed;
      });
    },
  );

  app.get(
    '/api/v1/collect/collections/:id',
    {
      schema: {
        summary: 'A collection and how far its districts have come; a district finds itself alone',
        ...COMMON,
        params: IdParams,
        response: { 200: CollectionDetail, '4xx': Problem },
      },
    },
    async (request) => {
      const caller = await collectingCaller(request);
      return db.as(caller, async (tx) => {
        const collection = await collectionFor(tx, request.params.id);
        if (caller.role === 'collector') await seen(tx, collection.id, caller.leaId);
        return detailOf(tx, collection);
      });
    },
  );

  app.put(
    '/api/v1/collect/collections/:id/enrollment',
    {
      schema: {
        summary: 'Say how many students districts enroll: what response rates are of',
        ...COMMON,
        params: IdParams,
        body: EnrollmentBody,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      await db.as(await coordinatorOf(request), async (tx) => {
        const { id } = await collectionFor(tx, request.params.id);
        const { districts } = request.body;
        const unknown = await unknownDistricts(
          tx,
          districts.map(({ leaId }) => leaId),
        );
        if (unknown.length > 0) throw collectErrors.unknownDistricts(unknown);
        await writeEnrollment(tx, id, districts);
      });
      return reply.status(204).send(null);
    },
  );

  app.post(
    '/api/v1/collect/collections/:id/prepared',
    {
      schema: {
        summary: 'Tell the coordinator that a file is prepared: a count and no data',
        ...COMMON,
        params: IdParams,
        body: PreparedBody,
        response: { 200: PreparedAnswer, '4xx': Problem },
      },
    },
    async (request) => {
      const collector = await collectorOf(request);
      return db.as(collector, async (tx) => {
        const collection = await collectionFor(tx, request.params.id);
        await markPrepared(tx, collection.id, collector.leaId, request.body.students);
        const [own] = (await detailOf(tx, collection)).districtStates;
        return { state: own?.state ?? ('prepared' as const), preparedAt: own?.preparedAt ?? '' };
      });
    },
  );

  app.get(
    '/api/v1/collect/collections/:id/reminders.csv',
    {
      schema: {
        summary: 'Districts to remind, for a mail merge; no links',
        ...COMMON,
        params: IdParams,
        querystring: Type.Object({
          only: freeText({
            default: 'not_started,taken_back,prepared',
            description: 'States, with commas between.',
          }),
        }),
      },
    },
    async (request, reply) => {
      const detail = await db.as(await coordinatorOf(request), async (tx) =>
        detailOf(tx, await collectionFor(tx, request.params.id)),
      );
      return sendCsvText(reply, 'reminders', remindersCsv(detail, statesAsked(request.query.only)));
    },
  );
};

/** @throws Refusal 400 when a word names no state */
function statesAsked(text: string): DistrictState[] {
  return text.split(',').map((word) => {
    const state = DISTRICT_STATES.find((each) => each === word.trim());
    if (!state) throw collectErrors.notAState(DISTRICT_STATES);
    return state;
  });
}
