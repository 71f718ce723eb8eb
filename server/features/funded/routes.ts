import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { COARSEST_RESOLUTION } from '../../domain/audience.ts';
import { HOME_RESOLUTION } from '../../domain/cell.ts';
import { VERDICT_TIERS } from '../../domain/speed.ts';
import { DEFAULT_PROFILE, PROFILES } from '../../domain/technology.ts';
import { SOURCES } from '../../domain/verdict.ts';
import type { Db } from '../../platform/db.ts';
import { sendGeoJson } from '../../platform/lists.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { ReleaseQuery, releaseNamed, StateQuery } from '../releases/index.ts';
import { Funded, FundedHexes } from './contract.ts';
import { fundedHexes } from './hexes.ts';
import { paidLandReader } from './paid.ts';
import { fundedOf, outlinesOf } from './read.ts';

/** Land that a program already pays somebody to build on. */
export const fundedRoutes: FastifyPluginAsyncTypebox<{ db: Db; estimates: EstimateReader }> = async (
  app,
  { db, estimates },
) => {
  const paid = paidLandReader();
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
          tier: Type.Optional(Type.Enum(VERDICT_TIERS)),
          profile: Type.Enum(PROFILES, { default: DEFAULT_PROFILE }),
          source: Type.Enum(SOURCES, { default: 'agreed' }),
          format: Type.Enum(['json', 'geojson'], { default: 'json' }),
        }),
        response: { 200: Funded, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { format, ...asked } = request.query;
      const viewer = await viewerOf(request, asked.audience);
      const { signal } = request;
      if (format === 'json') return db.as(viewer, (tx) => fundedOf(tx, { estimates, paid }, viewer, asked), { signal });
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

  app.get(
    '/api/v1/funded/hexes',
    {
      schema: {
        summary: 'How much of each hex of the map lies on land already paid for',
        tags: ['funded'],
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          level: Type.Integer({
            minimum: COARSEST_RESOLUTION,
            maximum: HOME_RESOLUTION,
            default: COARSEST_RESOLUTION,
            description: 'H3 resolution of the hexes.',
          }),
        }),
        response: { 200: FundedHexes, '4xx': Problem },
      },
    },
    async (request) => {
      const viewer = await viewerOf(request, request.query.audience);
      return db.as(viewer, (tx) => fundedHexes(tx, paid, viewer, request.query), { signal: request.signal });
    },
  );
};
