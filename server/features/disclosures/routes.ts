import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Coordinator } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { freeText } from '../../platform/fields.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { Problem } from '../../platform/problem-json.ts';
import { Disclosure, DisclosureBody, DisclosureList } from './contract.ts';
import { disclosuresCsv } from './csv.ts';
import { allDisclosures, disclosuresPage, enterDisclosure } from './log.ts';

const COMMON = { tags: ['disclosures'], security: [{ token: [] }] };

interface DisclosureOptions {
  readonly db: Db;
  /** @throws Refusal 401 without a token, 403 with any but a coordinator's */
  readonly coordinatorOf: (request: FastifyRequest) => Promise<Coordinator>;
}

/** The coordinator may read the log and append to it; nobody changes it. */
export const disclosureRoutes: FastifyPluginAsyncTypebox<DisclosureOptions> = async (app, { db, coordinatorOf }) => {
  app.get(
    '/api/v1/collect/disclosures',
    {
      schema: {
        summary: 'Who was given what, when, why and on what ground',
        ...COMMON,
        querystring: Type.Object({
          limit: Type.Integer({ minimum: 1, maximum: 1000, default: 100 }),
          cursor: Type.Optional(freeText({ description: '`next` of the page before.' })),
        }),
        response: { 200: DisclosureList, '4xx': Problem },
      },
    },
    async (request) => db.as(await coordinatorOf(request), (tx) => disclosuresPage(tx, request.query)),
  );

  app.post(
    '/api/v1/collect/disclosures',
    {
      schema: {
        summary: 'Add an entry; entries are never changed',
        ...COMMON,
        body: DisclosureBody,
        response: { 201: Disclosure, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const coordinator = await coordinatorOf(request);
      const enteredBy = (await request.asker())?.label ?? coordinator.role;
      reply.status(201);
      return db.as(coordinator, (tx) => enterDisclosure(tx, request.body, enteredBy));
    },
  );

  app.get(
    '/api/v1/collect/disclosures.csv',
    { schema: { summary: 'The whole log as a table', ...COMMON } },
    async (request, reply) => {
      const entries = await db.as(await coordinatorOf(request), allDisclosures);
      return sendCsvText(reply, 'disclosures', disclosuresCsv(entries));
    },
  );
};
