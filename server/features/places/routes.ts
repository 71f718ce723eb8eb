import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type AskedAudience, rowsOf } from '../../domain/actor.ts';
import { PLACE_ID } from '../../domain/place-ref.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { freeText } from '../../platform/fields.ts';
import { answeringIn, type ServerMessages } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import {
  countsOf,
  ReleaseQuery,
  releaseNamed,
  StateQuery,
  StatisticsQuery,
  statisticsAsked,
  unplacedShown,
  viewOfFilings,
} from '../releases/index.ts';
import { PlaceKind, PlaceList, PlaceTotals } from './contract.ts';
import { namesOf, type PlaceRow, placeById, placesLike, placeTotals } from './queries.ts';

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
      const messages = answeringIn(reply);
      const { kind, id } = request.params;
      const { audience, statistics, outline, release: asked, state } = request.query;
      const viewer = await viewerOf(request, audience);
      return db.as(
        viewer,
        async (tx) => {
          const release = await releaseNamed(tx, asked, state);
          const view = await viewOfFilings(tx, release.id, audience);
          const keys = statisticsAsked(statistics, view, 'place');
          const place = await placeById(tx, { kind, id, stateFips: release.state_fips }, outline);
          if (!place) throw refusal('place.unknown', 404);
          // A district reads its own place at the agency's resolution and the others as the public.
          const totals =
            (await placeTotals(tx, release.id, rowsOf(audience), kind, id)) ??
            (await placeTotals(tx, release.id, 'public', kind, id));
          const estimated = await estimates.of(tx, release, viewer);
          return {
            release: release.id,
            kind: place.kind,
            id: place.id,
            name: place.name,
            illustrative: place.illustrative,
            center: place.center,
            bbox: place.bbox,
            agreedBy: [...view.filers],
            togetherWith: totals ? await namesOf(tx, kind, totals.together_with) : [],
            totals: totals && totals.students !== null ? countsOf(totals, estimated.ofPlace(kind, id), keys) : null,
            ...(totals ? {} : withoutNumbers(messages.places, place, release.town_students)),
            ...(await withoutResidence(tx, release.id, audience, place)),
            ...(totals?.approximated == null ? {} : { approximated: totals.approximated }),
            ...(place.outline === null ? {} : { outline: JSON.parse(place.outline) }),
          };
        },
        { signal: request.signal },
      );
    },
  );
};

function withoutNumbers(
  messages: ServerMessages['places'],
  { kind, outlined }: Pick<PlaceRow, 'kind' | 'outlined'>,
  townStudents: number,
): { withoutNumbers?: string } {
  if (kind === 'school') return { withoutNumbers: messages.school };
  if (kind === 'tribal') return { withoutNumbers: messages.tribalTooSmall({ students: townStudents }) };
  if (kind !== 'town') return {};
  return {
    withoutNumbers: outlined ? messages.townTooSmall({ students: townStudents }) : messages.townWithoutOutline,
  };
}

/** For a school district or the state; a district reads its own as the agency, and others as the public. */
async function withoutResidence(
  tx: Tx,
  releaseId: number,
  audience: AskedAudience,
  { kind, id }: Pick<PlaceRow, 'kind' | 'id'>,
): Promise<{ noFixedResidence?: number | null }> {
  if (kind !== 'school_district' && kind !== 'state') return {};
  const leaId = kind === 'state' ? null : id;
  const own = await unplacedShown(tx, releaseId, rowsOf(audience), leaId);
  return { noFixedResidence: own ?? (await unplacedShown(tx, releaseId, 'public', leaId)) };
}
