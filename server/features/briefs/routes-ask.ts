import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { isDay } from '../../domain/day.ts';
import type { Db } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { viewerOf } from '../accounts/index.ts';
import { placeById } from '../places/index.ts';
import { Ask, AskBody } from './contract.ts';
import { currentAsk, writeAsk } from './queries.ts';
import { PlaceParams } from './routes.ts';

/** What a state asks for a place: its agency writes it, and who and when is kept. */
export const askRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.put(
    '/api/v1/briefs/:kind/:id/ask',
    {
      schema: {
        summary: 'Write what is asked for a place on its brief; without amount, program and day it is taken back',
        tags: ['briefs'],
        security: [{ token: [] }],
        params: Type.Object(PlaceParams),
        body: AskBody,
        response: { 200: Type.Object({ asked: Type.Union([Ask, Type.Null()]) }), '4xx': Problem },
      },
    },
    async (request) => {
      const viewer = await viewerOf(request, 'agency');
      if (viewer.role !== 'agency') throw refusal('access.token-needed', 401, { audience: 'agency' });
      const { stateFips } = viewer;
      const { due } = request.body;
      if (due !== null && !isDay(due)) throw refusal('brief.due', 400, { day: due });
      const place = await db.as(viewer, (tx) => placeById(tx, { ...request.params, stateFips }, false));
      if (!place) throw refusal('place.unknown', 404);
      const by = (await request.asker())?.label ?? viewer.role;
      await db.as({ role: 'author', stateFips }, (tx) => writeAsk(tx, { ...request.body, ...request.params, by }));
      return { asked: await db.as(viewer, (tx) => currentAsk(tx, { stateFips, ...request.params })) };
    },
  );
};
