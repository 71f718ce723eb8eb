import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { WRITTEN_CELL } from '../../domain/cell.ts';
import { DEFAULT_TIER, VERDICT_TIERS } from '../../domain/speed.ts';
import { DEFAULT_PROFILE, PROFILES } from '../../domain/technology.ts';
import type { Db } from '../../platform/db.ts';
import { answeringIn } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { ReleaseQuery, StateQuery, StatisticsQuery } from '../releases/index.ts';
import { cellVerdict } from './cell.ts';
import { CellVerdict } from './contract.ts';

export const verdictRoutes: FastifyPluginAsyncTypebox<{
  db: Db;
  estimates: EstimateReader;
  commission: string;
}> = async (app, { db, estimates, commission }) => {
  app.get(
    '/api/v1/cells/:h3',
    {
      schema: {
        summary: 'One hex in words: verdicts with reasons, offers, areas, published numbers, sources',
        tags: ['verdicts'],
        params: Type.Object({
          h3: Type.String({
            pattern: `^${WRITTEN_CELL}$`,
            description: 'H3 index of resolution 5 to 9, in small letters or capitals; answered in small letters.',
          }),
        }),
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          statistics: StatisticsQuery,
          profile: Type.Enum(PROFILES, { default: DEFAULT_PROFILE }),
          tier: Type.Enum(VERDICT_TIERS, { default: DEFAULT_TIER }),
          level: Type.Optional(
            Type.Integer({
              minimum: 5,
              maximum: 8,
              description: 'Level of the map the hex was drawn at, when it is finer than the hex.',
            }),
          ),
        }),
        response: { 200: CellVerdict, '4xx': Problem },
      },
    },
    async (request, reply) =>
      cellVerdict(
        { db, estimates },
        await viewerOf(request, request.query.audience),
        { h3: request.params.h3, ...request.query },
        { messages: answeringIn(reply), commission },
        request.signal,
      ),
  );
};
