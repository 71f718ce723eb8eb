import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type AskedAudience, audiencesOf, rowsOf, sourcesFor, type Viewer } from '../../domain/actor.ts';
import { COUNT_COLUMNS } from '../../domain/hidden.ts';
import { filersOf } from '../../domain/verdict.ts';
import type { Db } from '../../platform/db.ts';
import { formatOf, ListQuery, sendCsv, sendGeoJson } from '../../platform/lists.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, callerOf, viewerOf } from '../accounts/index.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { PatchPage, Release, ReleaseList, ReleaseQuery, StateQuery } from './contract.ts';
import { PrivacyReport } from './contract-report.ts';
import { countsOf, StatisticsQuery, statisticsAnswered, statisticsAsked } from './counts.ts';
import { filingsOfView } from './filings-of-view.ts';
import { firstView } from './first-view.ts';
import { releaseNamed } from './named.ts';
import { stateWithoutResidence } from './no-fixed-residence.ts';
import { flat, patchFeature, patchPage } from './patches.ts';
import { releaseList, releaseLog, sourcesOf, totalsOf } from './queries.ts';
import { readReport } from './read-report.ts';

export const releaseRoutes: FastifyPluginAsyncTypebox<{
  db: Db;
  estimates: EstimateReader;
  commission: string;
}> = async (app, { db, estimates, commission }) => {
  app.get(
    '/api/v1/release',
    {
      schema: {
        summary: 'The current release (or the one asked for): name, date, floors, sources with vintages, totals',
        tags: ['release'],
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          statistics: StatisticsQuery,
        }),
        response: { 200: Release, '4xx': Problem },
      },
    },
    async (request) => {
      const { release: asked, state, audience, statistics } = request.query;
      const viewer = await viewerOf(request, audience);
      const caller = await callerOf(request);
      return db.as(
        viewer,
        async (tx) => {
          const release = await releaseNamed(tx, asked, state);
          const sources = await sourcesOf(tx, release.id, sourcesFor(audience));
          const view = { filers: filersOf(sources), audience };
          const keys = statisticsAsked(statistics, view, 'place');
          // A district has no state totals at its own resolution, so it gets the public's.
          const reader: Viewer = viewer.role === 'district' ? { role: 'public' } : viewer;
          const own = rowsOf(reader.role);
          const totals = await totalsOf(tx, release.id, own);
          const estimated = await estimates.of(tx, release, reader);
          return {
            id: release.id,
            name: release.name,
            releasedAt: release.released_at.toISOString(),
            standing: release.standing,
            synthetic: release.synthetic,
            state: {
              fips: release.state_fips,
              name: release.state_name,
              bounds: await firstView(tx, release, own),
            },
            collection: release.collection_name,
            floors: { students: release.floor_students, households: release.floor_households },
            benchmark: release.benchmark,
            townStudents: release.town_students,
            audience,
            audiences: audiencesOf(caller),
            ...(!caller && request.namesAsker ? { ended: true } : {}),
            sources,
            filings: await filingsOfView(tx, release.id, sourcesFor(audience)),
            agreedBy: view.filers,
            commission,
            totals: totals ? countsOf(totals, estimated.ofState(), keys) : null,
            noFixedResidence: await stateWithoutResidence(tx, release.id, audience),
            statistics: [...statisticsAnswered(view)],
          };
        },
        { signal: request.signal },
      );
    },
  );

  app.get(
    '/api/v1/releases',
    {
      schema: {
        summary: 'All releases, the newest vintage first; for the agency also drafts, and what became of each release',
        tags: ['release'],
        querystring: Type.Object({ state: StateQuery, audience: AudienceQuery }),
        response: { 200: ReleaseList, '4xx': Problem },
      },
    },
    async (request) => {
      const { state, audience } = request.query;
      return db.as(
        await viewerOf(request, audience),
        async (tx) => ({
          releases: await releaseList(tx, state),
          ...(audience === 'agency' && { log: await releaseLog(tx) }),
        }),
        { signal: request.signal },
      );
    },
  );

  app.get(
    '/api/v1/privacy',
    {
      schema: {
        summary: 'How a release is protected, how much it hides, and how far its numbers are off',
        tags: ['release'],
        querystring: Type.Object({ release: ReleaseQuery, state: StateQuery, audience: AudienceQuery }),
        response: { 200: PrivacyReport, '4xx': Problem },
      },
    },
    async (request) => {
      const { audience } = request.query;
      return db.as(await viewerOf(request, audience), (tx) => readReport(tx, request.query, audience), {
        signal: request.signal,
      });
    },
  );

  app.get(
    '/api/v1/patches',
    {
      schema: {
        summary: 'Patches, the smallest areas published, as JSON, GeoJSON or CSV',
        description: `${COUNT_COLUMNS} Columns whose name begins with estimated_ are estimates: whole numbers, none hidden.`,
        tags: ['release'],
        querystring: Type.Object({
          release: ReleaseQuery,
          state: StateQuery,
          audience: AudienceQuery,
          statistics: StatisticsQuery,
          ...ListQuery,
        }),
        response: { 200: PatchPage, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const audience: AskedAudience = request.query.audience;
      const page = await patchPage({ db, estimates }, await viewerOf(request, audience), request.query, request.signal);
      switch (formatOf(request, request.query.format)) {
        case 'geojson':
          return sendGeoJson(
            reply,
            page.patches.map((patch) => patchFeature(patch, page.view)),
            page.next,
          );
        case 'csv':
          return sendCsv(
            reply,
            'patches',
            page.patches.map((patch) => flat(patch, page.view)),
            page.next,
          );
        case 'json':
          return { audience, ...page };
      }
    },
  );
};
