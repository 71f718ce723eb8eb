import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { PLACE_ID } from '../../domain/place-ref.ts';
import type { Db } from '../../platform/db.ts';
import { freeText } from '../../platform/fields.ts';
import { answeringIn } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { ReleaseQuery, releaseOfPlace, StateQuery, StatisticsQuery } from '../releases/index.ts';
import { PlaceKind, PlaceList, PlaceTotals } from './contract.ts';
import { placesLike } from './queries.ts';
import { readPlace } from './read-place.ts';

export const placeRoutes: FastifyPluginAsyncTypebox<{ db: Db; estimates: EstimateReader }> = async (
  app,
  { db, estimates },
) => {
  app.get(
    '/api/v1/places',
    {
      schema: {
        summary: 'Find a county, school district, legislative district, town or school by name',
        tags: ['places'],
        querystring: Type.Object({
          q: freeText({ maxLength: 80, default: '' }),
          kind: Type.Optional(PlaceKind),
          state: StateQuery,
          limit: Type.Integer({ minimum: 1, maximum: 500, default: 10 }),
        }),
        response: { 200: PlaceList, '4xx': Problem },
      },
    },
    (request) => {
      const { q, kind, limit, state } = request.query;
      return db.as(
        { role: 'public' },
        async (tx) => ({ places: await placesLike(tx, q.trim(), { kind, state, limit }) }),
        {
          signal: request.signal,
        },
      );
    },
  );

  app.get(
    '/api/v1/places/:kind/:id',
    {
      schema: {
        summary: 'One place with its totals',
        tags: ['places'],
        params: Type.Object({ kind: PlaceKind, id: Type.String({ pattern: PLACE_ID.source }) }),
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          statistics: StatisticsQuery,
          outline: Type.Boolean({ default: false }),
        }),
        response: { 200: PlaceTotals, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { places: messages } = answeringIn(reply);
      const { kind, id } = request.params;
      const { audience, statistics, outline, release: asked, state } = request.query;
      const viewer = await viewerOf(request, audience);
      return db.as(
        viewer,
        async (tx) => {
          const release = await releaseOfPlace(tx, { release: asked, state, kind, id });
          return readPlace(tx, { kind, id, release, audience, viewer, statistics, outline }, { estimates, messages });
        },
        { signal: request.signal },
      );
    },
  );
};
