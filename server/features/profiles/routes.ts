import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { COUNT_COLUMNS } from '../../domain/hidden.ts';
import { PLACE_ID } from '../../domain/place-ref.ts';
import type { Db } from '../../platform/db.ts';
import { freeText } from '../../platform/fields.ts';
import { formatOf, ListQuery, sendCsv, sendGeoJson } from '../../platform/lists.ts';
import { answeringIn } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { PLACE_KINDS, PlaceKind } from '../places/index.ts';
import { ReleaseQuery, releaseNamed, releaseOfPlace, StateQuery } from '../releases/index.ts';
import { PlaceIndex, PlaceProfile } from './contract.ts';
import { coverageReader } from './coverage.ts';
import { csvRows, pointFeatures } from './csv.ts';
import { editionOf } from './edition.ts';
import { placeIndex } from './places-index.ts';
import { profileOf } from './profile.ts';
import { providerReader } from './providers.ts';

const EditionQuery = { release: ReleaseQuery, state: StateQuery, audience: AudienceQuery };

export const profileRoutes: FastifyPluginAsyncTypebox<{
  db: Db;
  estimates: EstimateReader;
  commission: string;
}> = async (app, { db, estimates, commission }) => {
  const providers = providerReader();
  const coverage = coverageReader();

  app.get(
    '/api/v1/places/index',
    {
      schema: {
        summary:
          'All places of a kind with the six segments of their students, as JSON, GeoJSON (a point inside each) or CSV',
        description: `${COUNT_COLUMNS} Places without numbers of their own are listed without; of towns and tribal areas only those with numbers.`,
        tags: ['places'],
        querystring: Type.Object({
          ...EditionQuery,
          kind: Type.Enum(PLACE_KINDS, { default: 'county' }),
          q: freeText({
            maxLength: 80,
            default: '',
            description: 'A name, a number of a district, a member, or a town or school inside.',
          }),
          format: ListQuery.format,
        }),
        response: { 200: PlaceIndex, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { release: asked, state, audience, kind, q, format } = request.query;
      const index = await db.as(
        await viewerOf(request, audience),
        async (tx) => {
          const edition = await editionOf(tx, await releaseNamed(tx, asked, state), { audience, commission });
          return placeIndex(tx, edition, { kind, q: q.trim() });
        },
        { signal: request.signal },
      );
      switch (formatOf(request, format)) {
        case 'geojson':
          return sendGeoJson(reply, pointFeatures(index), null);
        case 'csv':
          return sendCsv(reply, `${kind}-release-${index.edition.release}`, csvRows(index), null);
        case 'json':
          return index;
      }
    },
  );

  app.get(
    '/api/v1/places/:kind/:id/profile',
    {
      schema: {
        summary: 'All that is said of one place: numbers, rank, trend, clusters, providers, neighbors, sources',
        tags: ['places'],
        params: Type.Object({ kind: PlaceKind, id: Type.String({ pattern: PLACE_ID.source }) }),
        querystring: Type.Object({ ...EditionQuery, outline: Type.Boolean({ default: false }) }),
        response: { 200: PlaceProfile, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { places: messages } = answeringIn(reply);
      const { release: asked, state, audience, outline } = request.query;
      const viewer = await viewerOf(request, audience);
      return db.as(
        viewer,
        async (tx) => {
          const release = await releaseOfPlace(tx, { ...request.params, release: asked, state });
          const place = { ...request.params, release, audience, viewer, outline };
          return profileOf(tx, place, { estimates, providers, coverage, commission }, messages);
        },
        { signal: request.signal },
      );
    },
  );
};
