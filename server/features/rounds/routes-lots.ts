import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../../platform/db.ts';
import { IdParams } from '../../platform/fields.ts';
import { sendGeoJson } from '../../platform/lists.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { releaseNamed } from '../releases/index.ts';
import { candidates } from './candidates.ts';
import { Round } from './contract.ts';
import { Candidates, LotBody, LotId, LotsBody, MergeBody, NearPatches, SplitBody } from './contract-lots.ts';
import { beginShaping, changeLot, deleteLot, makeLots, mergeLots, type Shaping, splitLot } from './lots.ts';
import { lotFeatures, patchesNear } from './lots-read.ts';
import { lockRound } from './move.ts';
import { buyerOf, partyOf } from './parties.ts';
import { roundFor } from './read.ts';
import type { RoundDeps } from './routes.ts';

const COMMON = { tags: ['rounds'], security: [{ token: [] }] };
const CHANGED = { 200: Round, '4xx': Problem };

/** Lots of a round, shaped by staff before it opens. */
export const lotRoutes: FastifyPluginAsyncTypebox<RoundDeps> = async (app, { db, estimates }) => {
  /** One transaction, in which the round is locked. */
  async function shaped(request: FastifyRequest, id: number, change: (tx: Tx, shaping: Shaping) => Promise<void>) {
    const buyer = await buyerOf(request);
    const doer = await doerOf(request);
    return db.as(
      buyer,
      async (tx) => {
        await change(tx, await beginShaping(tx, id, { estimates, doer }));
        return roundFor(tx, buyer, id);
      },
      { signal: request.signal },
    );
  }

  app.get(
    '/api/v1/rounds/:id/candidates',
    {
      schema: {
        summary: 'Clusters and places of the round’s release that lots may begin with',
        ...COMMON,
        params: IdParams,
        response: { 200: Candidates, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      return db.as(buyer, async (tx) => {
        const round = await lockRound(tx, request.params.id);
        const release = await releaseNamed(tx, String(round.release_id));
        return candidates(tx, { round, ground: { release, measure: round.measure } });
      });
    },
  );

  app.post(
    '/api/v1/rounds/:id/lots',
    {
      schema: {
        summary: 'Make lots: one of each cluster, one of a place, of hexes of the map, or of areas',
        ...COMMON,
        params: IdParams,
        body: LotsBody,
        response: CHANGED,
      },
    },
    (request) => shaped(request, request.params.id, (tx, shaping) => makeLots(tx, shaping, request.body)),
  );

  app.patch(
    '/api/v1/rounds/:id/lots/:lot',
    {
      schema: {
        summary:
          'Name a lot, set its reference amount, add or drop whole areas, or add those that hexes of the map touch',
        ...COMMON,
        params: LotId,
        body: LotBody,
        response: CHANGED,
      },
    },
    (request) =>
      shaped(request, request.params.id, (tx, shaping) => changeLot(tx, shaping, request.params.lot, request.body)),
  );

  app.delete(
    '/api/v1/rounds/:id/lots/:lot',
    { schema: { summary: 'Delete a lot', ...COMMON, params: LotId, response: CHANGED } },
    (request) => shaped(request, request.params.id, (tx, shaping) => deleteLot(tx, shaping, request.params.lot)),
  );

  app.post(
    '/api/v1/rounds/:id/lots/:lot/split',
    {
      schema: {
        summary: 'Split a lot: the areas named are one of their own',
        ...COMMON,
        params: LotId,
        body: SplitBody,
        response: CHANGED,
      },
    },
    (request) =>
      shaped(request, request.params.id, (tx, shaping) => splitLot(tx, shaping, request.params.lot, request.body)),
  );

  app.post(
    '/api/v1/rounds/:id/merged-lots',
    {
      schema: {
        summary: 'Merge lots: the first takes in the others',
        ...COMMON,
        params: IdParams,
        body: MergeBody,
        response: CHANGED,
      },
    },
    (request) => shaped(request, request.params.id, (tx, shaping) => mergeLots(tx, shaping, request.body)),
  );

  app.get(
    '/api/v1/rounds/:id/lots/:lot/patches',
    {
      schema: {
        summary: 'The areas of a lot and of the counties around it, with outlines',
        ...COMMON,
        params: LotId,
        response: { 200: NearPatches, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const { id, lot } = request.params;
      return db.as(buyer, async (tx) => {
        const { release_id: releaseId } = await lockRound(tx, id);
        return { patches: await patchesNear(tx, { releaseId, roundId: id, lot }) };
      });
    },
  );

  app.get(
    '/api/v1/rounds/:id/lots.geojson',
    {
      schema: {
        summary: 'The outlines of a round’s lots as GeoJSON',
        ...COMMON,
        params: IdParams,
        response: { '4xx': Problem },
      },
    },
    async (request, reply) => {
      const party = await partyOf(request);
      const { id } = request.params;
      const features = await db.as(party, async (tx) => {
        if (!(await tx.maybe('select from rounds.rounds where id = $1', [id]))) throw refusal('rounds.unknown', 404);
        return lotFeatures(tx, id);
      });
      return sendGeoJson(reply, features, null);
    },
  );
};
