import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { Db } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { answeringIn } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem-json.ts';
import { ResponseAnswer } from './contract-response.ts';
import { responseOf } from './response.ts';
import { COMMON, whose } from './routes.ts';

/** What works: how districts respond, and whom to call first. */
export const responseRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/collect/collections/:id/response',
    {
      schema: {
        ...COMMON,
        summary:
          'How districts respond by day and by step, and whom to call first; counts of districts and files alone',
        params: IdParams,
        response: { 200: ResponseAnswer, '4xx': Problem },
      },
    },
    async (request, reply) =>
      responseOf(db, { ...(await whose(request)), id: request.params.id }, answeringIn(reply).outreach.reasons),
  );

  app.get(
    '/api/v1/collect/collections/:id/calls.csv',
    {
      schema: {
        ...COMMON,
        summary: 'Whom to call first, as a table',
        params: IdParams,
        response: { 200: Type.String(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { reasons } = answeringIn(reply).outreach;
      const { calls } = await responseOf(db, { ...(await whose(request)), id: request.params.id }, reasons);
      const header = csvHeader(['rank', 'lea_id', 'district', 'contact', 'telephone', 'reasons']);
      const lines = calls.map((call, at) =>
        csvLine([at + 1, call.leaId, call.name, call.contact, call.telephone, call.reasons.join(' ')]),
      );
      return sendCsvText(reply, 'calls', header + lines.join(''));
    },
  );
};
