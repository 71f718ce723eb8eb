import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { CLUSTER_MEASURES } from '../../domain/cluster/measure.ts';
import { SOURCES } from '../../domain/verdict.ts';
import type { Db } from '../../platform/db.ts';
import {
  cursorAt,
  formatOf,
  ListQuery,
  parseBbox,
  parsePlace,
  positionOf,
  sendCsv,
  sendGeoJson,
} from '../../platform/lists.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import { ReleaseQuery, refuseSilent, releaseNamed, StateQuery, viewInWords, viewOfFilings } from '../releases/index.ts';
import { ClusterDetail, ClusterPage } from './contract.ts';
import { type ClusterSet, clusterById, clustersFrom } from './queries.ts';
import { clusterFeature, flat } from './rows.ts';

const SetQuery = {
  release: ReleaseQuery,
  state: StateQuery,
  audience: AudienceQuery,
  of: Type.Enum(CLUSTER_MEASURES, {
    default: 'unserved',
    description: 'underserved: without the release’s benchmark, the unserved included.',
  }),
  source: Type.Enum(SOURCES, {
    default: 'agreed',
    description:
      'By whose filings students are estimated and clusters ranked. Where only the FCC or only the state commission filed, `agreed` is what it says, and asking by the other is refused.',
  }),
};

export const clusterRoutes: FastifyPluginAsyncTypebox<{ db: Db }> = async (app, { db }) => {
  app.get(
    '/api/v1/clusters',
    {
      schema: {
        summary: 'Ranked clusters of hexes that public filings leave without service, as JSON, GeoJSON or CSV',
        description:
          'Clusters are made once a release, of neighboring res-8 hexes that public filings leave unserved (or underserved) by reliable broadband at the release’s benchmark, and kept where the public’s estimate is at least the floor: id, name and outline are the same for everybody. Each view has its own numbers and ranks. In GeoJSON and CSV estimates are named estimated_unserved or estimated_underserved; students and households are exact, of whole patches inside.',
        tags: ['clusters'],
        querystring: Type.Object({ ...SetQuery, ...ListQuery }),
        response: { 200: ClusterPage, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { of, source, limit, cursor, audience } = request.query;
      const box = parseBbox(request.query.bbox);
      const place = parsePlace(request.query.place);
      const fromRank = positionOf(cursor);
      // A district's own clusters would need its neighbors' patches, so it reads the public ones.
      const rows = audience === 'district' ? 'public' : audience;
      const page = await db.as(
        await viewerOf(request, audience),
        async (tx) => {
          const release = await releaseNamed(tx, request.query.release, request.query.state);
          const view = await viewOfFilings(tx, release.id, audience);
          refuseSilent(source, view);
          const set: ClusterSet = { releaseId: release.id, audience: rows, of, source };
          const found = await clustersFrom(tx, set, { fromRank, limit: limit + 1, box, place });
          const following = found[limit];
          return {
            release: release.id,
            view: await viewInWords(tx, release, audience),
            agreedBy: [...view.filers],
            clusters: found.slice(0, limit),
            next: following ? cursorAt(following.rank) : null,
          };
        },
        { signal: request.signal },
      );
      switch (formatOf(request, request.query.format)) {
        case 'geojson':
          return sendGeoJson(
            reply,
            page.clusters.map((cluster) => clusterFeature(cluster, [of], of, page.view)),
            page.next,
          );
        case 'csv':
          return sendCsv(
            reply,
            'clusters',
            page.clusters.map((cluster) => flat(cluster, [of], of, page.view)),
            page.next,
          );
        case 'json':
          return { audience, of, source, ...page };
      }
    },
  );

  app.get(
    '/api/v1/clusters/:id',
    {
      schema: {
        summary: 'One cluster with its outline and cells',
        tags: ['clusters'],
        params: Type.Object({ id: Type.String({ pattern: '^[0-9a-z-]{1,40}$' }) }),
        querystring: Type.Object(SetQuery),
        response: { 200: ClusterDetail, '4xx': Problem },
      },
    },
    async (request) => {
      const { of, source, audience } = request.query;
      return db.as(
        await viewerOf(request, audience),
        async (tx) => {
          const release = await releaseNamed(tx, request.query.release, request.query.state);
          const view = await viewOfFilings(tx, release.id, audience);
          refuseSilent(source, view);
          const set: ClusterSet = {
            releaseId: release.id,
            audience: audience === 'district' ? 'public' : audience,
            of,
            source,
          };
          const cluster = await clusterById(tx, set, request.params.id);
          if (!cluster) throw refusal('cluster.unknown', 404);
          return { release: release.id, agreedBy: [...view.filers], ...cluster };
        },
        { signal: request.signal },
      );
    },
  );
};
