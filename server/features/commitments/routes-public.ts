import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { sendGeoJson } from '../../platform/lists.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import { ReleaseQuery, StateQuery } from '../releases/index.ts';
import { committedFeatures, committedOf } from './committed.ts';
import { Committed } from './contract.ts';

/** Who committed to what by when: for everybody, the same in every view. */
export const committedRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/committed',
    {
      schema: {
        summary: 'Land that providers signed to serve, by when, as JSON or GeoJSON',
        tags: ['commitments'],
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          format: Type.Enum(['json', 'geojson'], { default: 'json' }),
        }),
        response: { 200: Committed, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { format, audience, ...asked } = request.query;
      const viewer = await viewerOf(request, audience);
      const { signal } = request;
      if (format === 'json') return db.as(viewer, (tx) => committedOf(tx, asked), { signal });
      return sendGeoJson(reply, await db.as(viewer, (tx) => committedFeatures(tx, asked), { signal }), null);
    },
  );
};
