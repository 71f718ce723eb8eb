import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { Problem } from '../../platform/problem-json.ts';
import { callerOf } from '../accounts/index.ts';
import { Roadmap, RoadmapQuery } from './contract.ts';
import { roadmapOf } from './make.ts';

/** Past and planned on one time line. Whoever asks sees what is public; a coordinator also its own state's collections. */
export const roadmapRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/roadmap',
    {
      schema: {
        summary:
          'Releases, FCC filings and windows of a state in order, what of them compares; for its coordinator also collections',
        tags: ['changes'],
        querystring: Type.Object(RoadmapQuery),
        response: { 200: Roadmap, '4xx': Problem },
      },
    },
    async (request) => {
      const caller = await callerOf(request);
      const coordinator = caller?.role === 'coordinator' ? caller : undefined;
      return roadmapOf(db, { state: request.query.state, coordinator });
    },
  );
};
