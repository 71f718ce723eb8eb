import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import type { Resident } from '../../domain/actor.ts';
import { IdParams } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf } from '../accounts/index.ts';
import { addAlert, alertsOf, endAlert } from './alerts.ts';
import { AlertBody, Alerts } from './contract.ts';
import { providerOf, type RoomDeps } from './routes.ts';

const COMMON = { tags: ['room'], security: [{ token: [] }] };

/** Addresses that get mail when a release has new clusters near the provider. */
export const roomAlertRoutes: FastifyPluginAsyncTypebox<Pick<RoomDeps, 'db'>> = async (app, { db }) => {
  app.get(
    '/api/v1/room/alerts',
    {
      schema: {
        summary: 'Whom this provider wants written to when a release has new clusters near it',
        ...COMMON,
        response: { 200: Alerts, '4xx': Problem },
      },
    },
    async (request) => ({ alerts: await db.as(await residentOf(request), alertsOf, { signal: request.signal }) }),
  );

  app.post(
    '/api/v1/room/alerts',
    {
      schema: {
        summary: 'Have an address written to, once for each release that has new clusters so near',
        ...COMMON,
        body: AlertBody,
        response: { 201: Alerts, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const resident = await residentOf(request);
      const alerts = await addAlert(db, resident, { ...request.body, doer: await doerOf(request) });
      return reply.status(201).send({ alerts });
    },
  );

  app.delete(
    '/api/v1/room/alerts/:id',
    {
      schema: {
        summary: 'Stop writing to an address, and forget it',
        ...COMMON,
        params: IdParams,
        response: { 200: Alerts, '4xx': Problem },
      },
    },
    async (request) => {
      const resident = await residentOf(request);
      return { alerts: await endAlert(db, resident, request.params.id, await doerOf(request)) };
    },
  );
};

/** @throws Refusal as providerOf */
async function residentOf(request: FastifyRequest): Promise<Resident> {
  return { ...(await providerOf(request)), role: 'resident' };
}
