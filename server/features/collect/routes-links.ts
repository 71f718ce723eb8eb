import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { IdParams, RowId } from '../../platform/fields.ts';
import { originOf } from '../../platform/origin.ts';
import { Problem } from '../../platform/problem-json.ts';
import { coordinatorOf, doerOf } from '../accounts/index.ts';
import { collectionFor } from './collections.ts';
import { LinksAnswer, LinksBody } from './contract.ts';
import type { CollectDeps } from './deps.ts';
import { unknownDistricts } from './districts.ts';
import { collectErrors } from './errors.ts';
import { endLink, makeLinks } from './links.ts';
import { COMMON } from './routes-collections.ts';

export const linkRoutes: FastifyPluginAsyncTypebox<CollectDeps> = async (app, { db, config }) => {
  app.post(
    '/api/v1/collect/collections/:id/links',
    {
      schema: {
        summary: 'Make a link for each district, in place of the one it had; shown only now',
        ...COMMON,
        params: IdParams,
        body: LinksBody,
        response: { 200: LinksAnswer, '4xx': Problem },
      },
    },
    async (request) => {
      const coordinator = await coordinatorOf(request);
      const { leaIds, days } = request.body;
      const collection = await db.as(coordinator, async (tx) => {
        const found = await collectionFor(tx, request.params.id);
        const unknown = await unknownDistricts(tx, leaIds);
        if (unknown.length > 0) throw collectErrors.unknownDistricts(unknown);
        return found;
      });
      const doer = await doerOf(request);
      const origin = originOf(request, config.publicUrl);
      return makeLinks({ db }, coordinator, collection, { leaIds, days, origin, doer });
    },
  );

  app.delete(
    '/api/v1/collect/links/:tokenId',
    {
      schema: {
        summary: 'End a district’s link at once',
        ...COMMON,
        params: Type.Object({ tokenId: RowId }),
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { tokenId } = request.params;
      await endLink({ db }, await coordinatorOf(request), tokenId, await doerOf(request));
      request.log.info({ ended: tokenId }, 'link ended');
      return reply.status(204).send(null);
    },
  );
};
