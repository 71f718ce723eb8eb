import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Db } from '../../platform/db.ts';
import { IdParams, RowId } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { StateQuery } from '../releases/index.ts';
import { amendRound } from './amend.ts';
import {
  AmendBody,
  DraftBody,
  MoveBody,
  PublicRounds,
  Round,
  RoundBody,
  RoundsOfParty,
  STAFF_MOVES,
} from './contract.ts';
import { lockRound, moveRound } from './move.ts';
import { buyerOf, partyOf } from './parties.ts';
import { publicRounds, roundFor, roundLines } from './read.ts';
import { changeRound, draftRound } from './settings.ts';

export interface RoundDeps {
  readonly db: Db;
  readonly estimates: EstimateReader;
}

const COMMON = { tags: ['rounds'], security: [{ token: [] }] };

/** Rounds: what everybody may know of them, what a party reads, and what staff set and move. */
export const roundRoutes: FastifyPluginAsyncTypebox<Pick<RoundDeps, 'db'>> = async (app, { db }) => {
  app.get(
    '/api/v1/rounds',
    {
      schema: {
        summary: 'Rounds that have been shown to providers: title, standing, counties, times, answered questions',
        tags: ['rounds'],
        querystring: Type.Object({ state: StateQuery }),
        response: { 200: PublicRounds, '4xx': Problem },
      },
    },
    async (request) => ({ rounds: await db.as({ role: 'public' }, (tx) => publicRounds(tx, request.query.state)) }),
  );

  app.get(
    '/api/v1/rounds/mine',
    {
      schema: {
        summary: 'Rounds of the state as its staff or a provider reads them',
        ...COMMON,
        response: { 200: RoundsOfParty, '4xx': Problem },
      },
    },
    async (request) => {
      const party = await partyOf(request);
      return db.as(party, async (tx) => ({
        party: party.role === 'buyer' ? ('staff' as const) : ('provider' as const),
        rounds: await roundLines(tx),
      }));
    },
  );

  app.post(
    '/api/v1/rounds',
    {
      schema: {
        summary: 'Draft a round of the current release',
        ...COMMON,
        body: DraftBody,
        response: { 201: Round, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const round = await db.as(buyer, async (tx) => roundFor(tx, buyer, await draftRound(tx, doer, request.body)));
      return reply.status(201).send(round);
    },
  );

  app.get(
    '/api/v1/rounds/:id',
    {
      schema: {
        summary: 'A round with its lots, questions and amendments',
        ...COMMON,
        params: IdParams,
        response: { 200: Round, '4xx': Problem },
      },
    },
    async (request) => {
      const party = await partyOf(request);
      return db.as(party, (tx) => roundFor(tx, party, request.params.id), { signal: request.signal });
    },
  );

  app.put(
    '/api/v1/rounds/:id',
    {
      schema: {
        summary: 'Set terms, scoring, times and budget of a round before it opens',
        ...COMMON,
        params: IdParams,
        body: RoundBody,
        response: { 200: Round, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      return db.as(buyer, async (tx) => {
        await changeRound(tx, doer, id, request.body);
        return roundFor(tx, buyer, id);
      });
    },
  );

  app.post(
    '/api/v1/rounds/:id/moves/:move',
    {
      schema: {
        summary: 'Share a draft with providers, open a round, cancel it, or end it without an award',
        ...COMMON,
        params: Type.Object({ id: RowId, move: Type.Enum(STAFF_MOVES) }),
        body: MoveBody,
        response: { 200: Round, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { id, move } = request.params;
      return db.as(buyer, async (tx) => {
        await moveRound(tx, doer, await lockRound(tx, id), { move, by: 'staff', reason: request.body.reason });
        return roundFor(tx, buyer, id);
      });
    },
  );

  app.post(
    '/api/v1/rounds/:id/amendments',
    {
      schema: {
        summary: 'Amend an open round: proposals have to be confirmed again, and a deadline that is too near moves',
        ...COMMON,
        params: IdParams,
        body: AmendBody,
        response: { 200: Round, '4xx': Problem },
      },
    },
    async (request) => {
      const buyer = await buyerOf(request);
      const doer = await doerOf(request);
      const { id } = request.params;
      return db.as(buyer, async (tx) => {
        await amendRound(tx, doer, id, request.body);
        return roundFor(tx, buyer, id);
      });
    },
  );
};
