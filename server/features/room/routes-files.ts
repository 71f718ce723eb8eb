import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Agency } from '../../domain/actor.ts';
import { IdParams } from '../../platform/fields.ts';
import { sendGeoJson } from '../../platform/lists.ts';
import { sayPhrases } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { callerOf, doerOf, viewerOf } from '../accounts/index.ts';
import { CorrectionQuery, Corrections, DecisionBody, MOST_FILE_BYTES, Plan, PlanQuery } from './contract.ts';
import { correctionFeatures, correctionsOf, decide, fileCorrection } from './corrections.ts';
import { deletePlan, loadPlan, planFeatures } from './plans.ts';
import { providerOf, type RoomDeps } from './routes.ts';

const COMMON = { tags: ['room'], security: [{ token: [] }] };
const Plans = Type.Object({ plans: Type.Array(Plan) });
/** Reading a file takes a core for seconds. */
const SENT = {
  config: { rate: 'seldom' },
  bodyLimit: MOST_FILE_BYTES,
} as const;

/** Files a provider brings, and what becomes of its corrections. */
export const roomFileRoutes: FastifyPluginAsyncTypebox<Pick<RoomDeps, 'db'>> = async (app, { db }) => {
  sayPhrases(app);
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.post(
    '/api/v1/room/plans',
    {
      ...SENT,
      schema: {
        summary: 'Load plant or planned coverage that only this provider reads: the bytes of the file, at most 32 MB',
        ...COMMON,
        consumes: ['application/octet-stream'],
        querystring: PlanQuery,
        response: { 201: Plans, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const provider = await providerOf(request);
      const { name, file } = request.query;
      const plans = await loadPlan(
        db,
        provider,
        { name: file, bytes: bytesOf(request) },
        { name, doer: await doerOf(request) },
      );
      return reply.status(201).send({ plans });
    },
  );

  app.delete(
    '/api/v1/room/plans/:id',
    { schema: { summary: 'Delete a plan', ...COMMON, params: IdParams, response: { 200: Plans, '4xx': Problem } } },
    async (request) => ({
      plans: await deletePlan(db, await providerOf(request), request.params.id, await doerOf(request)),
    }),
  );

  app.get(
    '/api/v1/room/plans/:id/areas.geojson',
    {
      schema: { summary: 'The areas of a plan as GeoJSON', ...COMMON, params: IdParams, response: { '4xx': Problem } },
    },
    async (request, reply) => {
      const features = await db.as(await providerOf(request), (tx) => planFeatures(tx, request.params.id));
      return sendGeoJson(reply, features, null);
    },
  );

  app.get(
    '/api/v1/corrections',
    {
      schema: {
        summary: 'Corrections of filings: a provider’s own, or all of an agency’s state',
        ...COMMON,
        response: { 200: Corrections, '4xx': Problem },
      },
    },
    async (request) => ({ corrections: await db.as(await partyOf(request), correctionsOf) }),
  );

  app.post(
    '/api/v1/corrections',
    {
      ...SENT,
      schema: {
        summary: 'Say what a state filing should say of this provider: the bytes of a coverage file, at most 32 MB',
        ...COMMON,
        consumes: ['application/octet-stream'],
        querystring: CorrectionQuery,
        response: { 201: Corrections, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const provider = await providerOf(request);
      const { file, filing, says } = request.query;
      const given = { filing, says, doer: await doerOf(request) };
      const corrections = await fileCorrection(db, provider, { name: file, bytes: bytesOf(request) }, given);
      return reply.status(201).send({ corrections });
    },
  );

  app.post(
    '/api/v1/corrections/:id/decision',
    {
      schema: {
        summary: 'Accept or refuse a correction, with a reason; an accepted one makes a new edition of the filing',
        ...COMMON,
        params: IdParams,
        body: DecisionBody,
        response: { 200: Corrections, '4xx': Problem },
      },
    },
    async (request) => {
      const agency = await agencyOf(request);
      const decision = { ...request.body, doer: await doerOf(request) };
      return { corrections: await decide(db, agency, request.params.id, decision) };
    },
  );

  app.get(
    '/api/v1/corrections/:id/areas.geojson',
    {
      schema: {
        summary: 'The provider’s areas by the filing and by the correction, as GeoJSON',
        ...COMMON,
        params: IdParams,
        response: { '4xx': Problem },
      },
    },
    async (request, reply) => {
      const features = await db.as(await partyOf(request), (tx) => correctionFeatures(tx, request.params.id));
      return sendGeoJson(reply, features, null);
    },
  );
};

/** @throws Refusal 401 without a token, 403 with any but an agency's */
async function agencyOf(request: FastifyRequest): Promise<Agency> {
  const viewer = await viewerOf(request, 'agency');
  if (viewer.role !== 'agency') throw refusal('access.token-needed', 401, { audience: 'agency' });
  return viewer;
}

/** Whoever files corrections or decides them. @throws Refusal */
async function partyOf(request: FastifyRequest) {
  return (await callerOf(request))?.role === 'provider' ? providerOf(request) : agencyOf(request);
}

function bytesOf({ body }: FastifyRequest): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw refusal('room.no-file', 400);
}
