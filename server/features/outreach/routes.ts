import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Outreacher } from '../../domain/actor.ts';
import { isDay } from '../../domain/day.ts';
import { writtenIn } from '../../domain/messages/language.ts';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { answeringIn, languageOf } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { coordinatorOf, doerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { collectionFor } from '../collect/index.ts';
import type { Printer } from '../print/index.ts';
import { calendarOf } from './calendar.ts';
import { OutreachPlan, PlanBody } from './contract.ts';
import { keepPlan, planOf } from './plan.ts';
import { planPrint } from './plan-sheet.ts';

export const COMMON = { tags: ['collect'], security: [{ token: [] }] };
const PLAN = '/api/v1/collect/collections/:id/plan';

/** Whom a coordinator tells what about a collection, and when. */
export const outreachRoutes: FastifyPluginAsyncTypebox<{ db: Db; printer: Printer }> = async (app, { db, printer }) => {
  app.get(
    PLAN,
    {
      schema: {
        ...COMMON,
        summary: 'The outreach plan of a collection: as it was kept, else as its window gives it',
        params: IdParams,
        response: { 200: OutreachPlan, '4xx': Problem },
      },
    },
    async (request, reply) =>
      planOf(db, { ...(await whose(request)), id: request.params.id }, answeringIn(reply).outreach),
  );

  app.put(
    PLAN,
    {
      schema: {
        ...COMMON,
        summary: 'Keep the outreach plan of a collection as it is sent',
        params: IdParams,
        body: PlanBody,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { coordinator, outreacher } = await whose(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      const { plan } = request.body;
      for (const { on } of plan) if (!isDay(on)) throw refusal('outreach.day', 400, { day: on });
      await db.as(coordinator, (tx) => collectionFor(tx, id));
      await db.as(outreacher, async (tx) => {
        await keepPlan(tx, id, plan, doer.who.slice(0, 200));
        await recordAct(tx, doer, { did: 'outreach.planned', thing: `collection ${id}` });
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    `${PLAN}.csv`,
    {
      schema: {
        ...COMMON,
        summary: 'The outreach plan of a collection as a table',
        params: IdParams,
        response: { 200: Type.String(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { outreach } = answeringIn(reply);
      const { plan } = await planOf(db, { ...(await whose(request)), id: request.params.id }, outreach);
      const { columns, told } = outreach;
      const lines = plan.map((one) =>
        csvLine([one.on, told[one.told], one.what, one.assigned, one.done ? columns.done : '']),
      );
      const text = [csvHeader([columns.on, columns.told, columns.what, columns.who, columns.done]), ...lines].join('');
      return sendCsvText(reply, 'outreach', text);
    },
  );

  app.get(
    `${PLAN}.pdf`,
    {
      schema: {
        ...COMMON,
        summary: 'The outreach plan of a collection on paper, with contacts and what to expect',
        params: IdParams,
        response: { 200: Type.Any(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const language = writtenIn(languageOf(request));
      const { outreach } = answeringIn(reply, language);
      const { id } = request.params;
      const plan = await planOf(db, { ...(await whose(request)), id }, outreach);
      const print = planPrint(plan, outreach, language);
      reply.header('content-disposition', `attachment; filename="outreach-${id}.pdf"`);
      return reply.type('application/pdf').send(await printer.print(print));
    },
  );

  app.get(
    `${PLAN}.ics`,
    {
      schema: {
        ...COMMON,
        summary: 'The outreach plan of a collection as a calendar',
        params: IdParams,
        response: { 200: Type.String(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { outreach } = answeringIn(reply);
      const { id } = request.params;
      const { plan, collection } = await planOf(db, { ...(await whose(request)), id }, outreach);
      const name = outreach.calendar({ collection });
      reply.header('content-disposition', `attachment; filename="outreach-${id}.ics"`);
      return reply
        .type('text/calendar; charset=utf-8')
        .serializer(String)
        .send(calendarOf(plan, { name, key: `outreach-${id}`, stamp: new Date() }));
    },
  );
};

export async function whose(request: FastifyRequest) {
  const coordinator = await coordinatorOf(request);
  const outreacher: Outreacher = { role: 'outreacher', stateFips: coordinator.stateFips };
  return { coordinator, outreacher };
}
