import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { sendGeoJson } from '../../platform/lists.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { ReleaseQuery, releaseNamed, StateQuery } from '../releases/index.ts';
import { Funded } from './contract.ts';
import { fundedOf, outlinesOf } from './read.ts';

/** Land that a program already pays somebody to build on. */
export const fundedRoutes: FastifyPluginAsyncTypebox<{ db: Db; estimates: EstimateReader }> = async (
  app,
  { db, estimates },
) => {
  app.get(
    '/api/v1/funded',
    {
      schema: {
        summary: 'Land already paid for, and about how many students to build for live on it, as JSON or GeoJSON',
        tags: ['funded'],
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          format: Type.Enum(['json', 'geojson'], { default: 'json' }),
        }),
        response: { 200: Funded, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { format, ...asked } = request.query;
      const viewer = await viewerOf(request, asked.audience);
      const { signal } = request;
      if (format === 'json') return db.as(viewer, (tx) => fundedOf(tx, estimates, viewer, asked), { signal });
      const rows = await db.as(
        viewer,
        async (tx) => outlinesOf(tx, (await releaseNamed(tx, asked.release, asked.state)).state_fips),
        { signal },
      );
      const features = rows.map(({ shape, ...properties }) => ({
        type: 'Feature' as const,
        geometry: JSON.parse(shape) as unknown,
        properties,
      }));
      return sendGeoJson(reply, features, null);
    },
  );
};
