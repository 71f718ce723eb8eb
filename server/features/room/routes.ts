import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Config } from '../../config.ts';
import type { Provider } from '../../domain/actor.ts';
import { cellFromText, cellToText } from '../../domain/cell.ts';
import { CLUSTER_MEASURES } from '../../domain/cluster/measure.ts';
import type { Db } from '../../platform/db.ts';
import { geoPackage } from '../../platform/gis/geopackage.ts';
import { type GeoFeature, sendCsv, sendGeoJson } from '../../platform/lists.ts';
import { answeringIn, saidIn } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { viewerOf } from '../accounts/index.ts';
import { keptFiles, locationIds } from '../coverage/index.ts';
import { ClusterId, type DemandPage, DemandQuery, DemandPage as Page, type Plan, Room, RoomQuery } from './contract.ts';
import { flatDemand } from './files.ts';
import { hexesOf, outlineOf } from './footprint.ts';
import { plansOf } from './plans.ts';
import { clusterLand, demandPage, roomOf, standOf } from './room.ts';

export interface RoomDeps {
  readonly db: Db;
  readonly config: Config;
}

/** @throws Refusal 401 without a token, 403 with any but a provider's */
export async function providerOf(request: FastifyRequest): Promise<Provider> {
  const viewer = await viewerOf(request, 'provider');
  if (viewer.role !== 'provider') throw refusal('access.token-needed', 401, { audience: 'provider' });
  return viewer;
}

const COMMON = { tags: ['room'], security: [{ token: [] }] };

/** What a provider reads in its room. */
export const roomRoutes: FastifyPluginAsyncTypebox<RoomDeps> = async (app, { db, config }) => {
  app.get(
    '/api/v1/room',
    {
      schema: {
        summary: 'A provider’s own room: its name, what filings say it serves, and the plans it loaded',
        ...COMMON,
        querystring: RoomQuery,
        response: { 200: Room, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const provider = await providerOf(request);
      const room = await db.as(provider, (tx) => roomOf(tx, provider, request.query), { signal: request.signal });
      return saidIn(answeringIn(reply).phrases, room);
    },
  );

  app.get(
    '/api/v1/room/footprint.geojson',
    {
      schema: {
        summary: 'The hexes that filings say the provider serves, one outline a filing and technology, as GeoJSON',
        ...COMMON,
        querystring: RoomQuery,
        response: { '4xx': Problem },
      },
    },
    async (request, reply) => {
      const provider = await providerOf(request);
      const { served } = await db.as(provider, (tx) => standOf(tx, provider, request.query), {
        signal: request.signal,
      });
      return sendGeoJson(
        reply,
        served.map(({ hexes, filingId, ...line }) => ({
          type: 'Feature',
          geometry: outlineOf(hexesOf([{ hexes, filingId, ...line }])),
          properties: { ...line, filing: filingId, hexes: hexes.length },
        })),
        null,
      );
    },
  );

  app.get(
    '/api/v1/room/clusters',
    {
      schema: {
        summary: 'Clusters near what the provider serves, as JSON, CSV, GeoJSON or GeoPackage',
        description:
          'Students are estimates by share of locations; households are exact, of areas published whole inside, and null where none is. Outlines are in GeoJSON and GeoPackage. An overlap with a plan is the cluster’s estimate times the share of its FCC locations inside the plan: an estimate, never a count in a drawn shape.',
        ...COMMON,
        querystring: DemandQuery,
        response: { 200: Page, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const provider = await providerOf(request);
      const { page, plans, features } = await db.as(
        provider,
        async (tx) => {
          const { page, outlines } = await demandPage(tx, provider, request.query);
          const plans = await plansOf(tx);
          const hasShapes = request.query.format === 'geojson' || request.query.format === 'gpkg';
          return { page, plans, features: hasShapes ? featuresOf(page, plans, await outlines()) : [] };
        },
        { signal: request.signal },
      );
      switch (request.query.format) {
        case 'json':
          return page;
        case 'csv':
          return sendCsv(
            reply,
            'demand',
            page.clusters.map((row) => flatDemand(row, plans, page.view)),
            null,
          );
        case 'geojson':
          return sendGeoJson(reply, features, null);
        case 'gpkg':
          return sendFile(reply, 'demand.gpkg', await geoPackage('demand', features));
      }
    },
  );

  app.get(
    '/api/v1/room/clusters/:id/locations.csv',
    {
      config: { rate: 'seldom' },
      schema: {
        summary: 'FCC location ids of a cluster’s land, from the vintage the release rests on, as CSV',
        ...COMMON,
        params: ClusterId,
        querystring: Type.Object({
          ...RoomQuery.properties,
          of: Type.Enum(CLUSTER_MEASURES, { default: 'unserved' }),
        }),
        response: { '4xx': Problem },
      },
    },
    async (request, reply) => {
      const provider = await providerOf(request);
      const { id } = request.params;
      const { hexes, kept } = await db.as(provider, async (tx) => {
        const { hexes, fccFilingId } = await clusterLand(tx, request.query, id);
        return { hexes, kept: fccFilingId === undefined ? [] : await keptFiles(tx, fccFilingId) };
      });
      const found = await locationIds(config.dataDir, kept, hexes.map(cellFromText));
      if (!found) throw refusal('room.locations-elsewhere', 409);
      return sendCsv(
        reply,
        `locations-${id}`,
        found.map(({ location, cell }) => ({ location_id: String(location), h3_res8_id: cellToText(cell) })),
        null,
      );
    },
  );
};

function featuresOf(page: DemandPage, plans: readonly Plan[], outlines: ReadonlyMap<string, unknown>): GeoFeature[] {
  return page.clusters.map((row) => ({
    type: 'Feature',
    geometry: outlines.get(row.id) ?? null,
    properties: flatDemand(row, plans, page.view),
  }));
}

function sendFile(reply: FastifyReply, name: string, bytes: Buffer): FastifyReply {
  return reply
    .header('content-type', 'application/geopackage+sqlite3')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(bytes);
}
