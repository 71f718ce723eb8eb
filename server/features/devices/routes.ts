import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { sendCsv } from '../../platform/lists.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import { ReleaseQuery, StateQuery } from '../releases/index.ts';
import { OrderSheet } from './contract.ts';
import { fileRows, orderXlsx } from './file.ts';
import { orderSheet } from './sheet.ts';

const Percent = Type.Integer({ minimum: 0, maximum: 100, default: 5 });

/** Devices to order, by district: for cooperative purchasing. */
export const deviceRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/devices',
    {
      schema: {
        summary: 'Students without a device of their own, by district and kind of need, as JSON, CSV or XLSX',
        tags: ['devices'],
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          repairs: Percent,
          spares: Percent,
          format: Type.Enum(['json', 'csv', 'xlsx'], { default: 'json' }),
        }),
        response: { 200: OrderSheet, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { format, repairs, spares, ...asked } = request.query;
      const sheet = await db.as(await viewerOf(request, asked.audience), (tx) => orderSheet(tx, asked), {
        signal: request.signal,
      });
      if (format === 'json') return sheet;
      const beyond = { repairs, spares };
      if (format === 'csv') return sendCsv(reply, 'devices', fileRows(sheet, beyond), null);
      return sendXlsx(reply, await orderXlsx(sheet, beyond));
    },
  );
};

function sendXlsx(reply: FastifyReply, bytes: Buffer): FastifyReply {
  return reply
    .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', 'attachment; filename="devices.xlsx"')
    .send(bytes);
}
