import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { stateOfCaller } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
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
      // Whoever acts within a state asks of that one.
      const own = caller && stateOfCaller(caller);
      const { state = own } = request.query;
      if (own !== undefined && state !== undefined && state !== own)
        throw refusal('release.none/state', 404, { stateFips: state });
      return roadmapOf(db, { state, coordinator });
    },
  );
};
