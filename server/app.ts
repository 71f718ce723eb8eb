/** The application, without the listening server. What is not registered here does not exist. */

import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance } from 'fastify';
import { roundRooms } from './app-rounds.ts';
import type { Config } from './config.ts';
import { knowAsker } from './features/accounts/asker.ts';
import { coordinatorOf, isLoopback, viewerOf } from './features/accounts/index.ts';
import { problemPage } from './features/accounts/problem-page.ts';
import { accountRoutes } from './features/accounts/routes.ts';
import { agreementRoutes } from './features/agreement/routes.ts';
import { groundReader } from './features/briefs/map/ground.ts';
import { briefPages } from './features/briefs/page.ts';
import { briefRoutes } from './features/briefs/routes.ts';
import { allBriefRoutes } from './features/briefs/routes-all.ts';
import { askRoutes } from './features/briefs/routes-ask.ts';
import { changeRoutes } from './features/changes/routes.ts';
import { clusterRoutes } from './features/clusters/routes.ts';
import { collectRoutes } from './features/collect/routes.ts';
import { committedRoutes } from './features/commitments/routes-public.ts';
import { costRoutes } from './features/cost/routes.ts';
import { deviceRoutes } from './features/devices/routes.ts';
import { disclosureRoutes } from './features/disclosures/routes.ts';
import { estimateReader } from './features/estimates/index.ts';
import { explorerRoutes } from './features/explorer/routes.ts';
import { fundedRoutes } from './features/funded/routes.ts';
import { groundRoutes } from './features/ground/routes.ts';
import { outreachRoutes } from './features/outreach/routes.ts';
import { contactRoutes } from './features/outreach/routes-contacts.ts';
import { messageRoutes } from './features/outreach/routes-messages.ts';
import { responseRoutes } from './features/outreach/routes-response.ts';
import { issuerOf } from './features/people/issuers.ts';
import { peopleRoutes } from './features/people/routes.ts';
import { readSignIn } from './features/people/setting.ts';
import { placeRoutes } from './features/places/routes.ts';
import { openPrinter } from './features/print/index.ts';
import { profileRoutes } from './features/profiles/routes.ts';
import { warmUp } from './features/releases/index.ts';
import { releaseRoutes } from './features/releases/routes.ts';
import { reviewRoutes } from './features/reviews/routes.ts';
import { roadmapRoutes } from './features/roadmap/routes.ts';
import { roomRoutes } from './features/room/routes.ts';
import { roomAlertRoutes } from './features/room/routes-alerts.ts';
import { roomFileRoutes } from './features/room/routes-files.ts';
import { storyRoutes } from './features/stories/routes.ts';
import { sharedStoryRoutes } from './features/stories/routes-shared.ts';
import { surveyKitRoutes } from './features/survey-kit/routes.ts';
import { tileRoutes } from './features/tiles/routes.ts';
import { verdictRoutes } from './features/verdicts/routes.ts';
import { verdictsAroundRoutes } from './features/verdicts/routes-around.ts';
import { workbenchRoutes } from './features/workbench/routes.ts';
import { noteRoutes } from './features/workbench/routes-notes.ts';
import { answerAnyOrigin, openToAnyOrigin } from './platform/any-origin.ts';
import { CONNECTIONS, type ConnectionLimits, endConnections, serverOptions } from './platform/connections.ts';
import type { Connection, Db } from './platform/db.ts';
import { REQUEST_LIMITS, type RequestLimits } from './platform/db-limits.ts';
import { dbPlugin } from './platform/db-plugin.ts';
import { healthRoutes } from './platform/health.ts';
import { cachedBy, decideCaching } from './platform/http-cache/index.ts';
import { loggerOptions } from './platform/log.ts';
import { pageFiles } from './platform/page-files.ts';
import { answerWithProblems, readableAddress } from './platform/problem-json.ts';
import { trustOf, warnOfForwarding } from './platform/proxies.ts';
import { countRequests, RATES, type Rates } from './platform/rates.ts';
import { validateRequests } from './platform/validate.ts';
import { CONTENT_SECURITY_POLICY, WEB, webPages } from './web.ts';

export interface AppOptions {
  readonly config: Config;
  /** The database to connect to. */
  readonly db: Pick<Db, 'connection'>;
  /** How long a request may wait for the database and hold it. */
  readonly limits?: RequestLimits;
  /** @default CONNECTIONS */
  readonly connections?: ConnectionLimits;
  /** @default RATES */
  readonly rates?: Rates;
  /** Whether there are demo persons, whom whoever is at this computer may choose. */
  readonly demoPersons?: boolean;
}

export async function buildApp({
  config,
  db: { connection },
  limits = REQUEST_LIMITS,
  connections = CONNECTIONS,
  rates = RATES,
  demoPersons = false,
}: AppOptions): Promise<FastifyInstance> {
  const issuers = readSignIn(config.signIn).map(issuerOf);
  const isDemo = demoPersons && isDemoAllowed(config, connection.kind);
  const trusts = trustOf(config.trustedProxies);
  const app = Fastify({
    ...loggerOptions(config.logLevel),
    ...serverOptions(connections),
    trustProxy: config.trustedProxies.length > 0 && trusts,
    rewriteUrl: readableAddress,
  }).withTypeProvider<TypeBoxTypeProvider>();
  answerWithProblems(app, problemPage);
  validateRequests(app);
  // Before all that asks the database anything, and after what every refusal has to say in its headers.
  await app.register(decideCaching);
  await app.register(helmet, { contentSecurityPolicy: { directives: CONTENT_SECURITY_POLICY } });
  answerAnyOrigin(app);
  await app.register(warnOfForwarding, { trusts });
  await app.register(endConnections, { limits: connections });
  await app.register(countRequests, { rates });
  const estimates = estimateReader();
  await app.register(dbPlugin, { connection, limits });
  const { db } = app;
  app.addHook('onListen', () => {
    warmUp(db, estimates).catch((error: Error) =>
      app.log.warn(`The first reader will wait a little: ${error.message}`),
    );
  });
  const printer = openPrinter();
  app.addHook('onClose', () => printer.close());
  const briefs = {
    briefs: { db, estimates, ground: groundReader(estimates), printer },
    commission: config.commission,
    publicUrl: config.publicUrl,
  };
  await app.register(swagger, OPENAPI);
  await app.register(async (docs) => {
    cachedBy(docs, 'everybody');
    await docs.register(explorerRoutes);
  });
  await app.register(pageFiles);
  await app.register(healthRoutes, { db });
  await app.register(knowAsker, { db, publicUrl: config.publicUrl });
  await app.register(async (open) => {
    openToAnyOrigin(open);
    open.get('/openapi.json', { config: { caching: 'everybody' }, schema: { hide: true } }, () => app.swagger());
    await open.register(groundRoutes, { db, basemap: config.basemap });
    await open.register(tileRoutes, { db, estimates, viewerOf, publicUrl: config.publicUrl });
  });
  await app.register(async (api) => {
    await api.register(async (open) => {
      openToAnyOrigin(open);
      cachedBy(open, 'caller');
      await open.register(releaseRoutes, { db, estimates, commission: config.commission });
      await open.register(verdictRoutes, { db, estimates, commission: config.commission });
      await open.register(verdictsAroundRoutes, { db });
      await open.register(clusterRoutes, { db });
      await open.register(deviceRoutes, { db });
      await open.register(fundedRoutes, { db, estimates });
      await open.register(committedRoutes, { db });
      await open.register(placeRoutes, { db, estimates });
      await open.register(profileRoutes, { db, estimates, commission: config.commission });
      await open.register(changeRoutes, { db, estimates });
      await open.register(surveyKitRoutes);
      await open.register(briefRoutes, briefs);
      await open.register(allBriefRoutes, briefs);
      await open.register(storyRoutes, briefs);
    });
    await api.register(accountRoutes, { db, publicUrl: config.publicUrl, canSignIn: issuers.length > 0 || isDemo });
    await api.register(peopleRoutes, { db, publicUrl: config.publicUrl, issuers, isDemo });
    await api.register(askRoutes, { db });
    await api.register(sharedStoryRoutes, { db, publicUrl: config.publicUrl });
    await api.register(costRoutes, { db });
    await api.register(roadmapRoutes, { db });
    await api.register(roomRoutes, { db, config });
    await api.register(roomFileRoutes, { db });
    await api.register(roomAlertRoutes, { db });
    await api.register(workbenchRoutes, { db, config });
    await api.register(noteRoutes, { db });
    await api.register(roundRooms, { db, config, estimates, ground: briefs.briefs.ground, printer });
    await api.register(disclosureRoutes, { db, coordinatorOf });
    await api.register(collectRoutes, { db, config });
    await api.register(agreementRoutes, { db, config });
    await api.register(outreachRoutes, { db, printer });
    await api.register(messageRoutes, { db, config });
    await api.register(contactRoutes, { db });
    await api.register(responseRoutes, { db });
    await api.register(reviewRoutes, { db });
  });
  if (existsSync(WEB)) {
    await app.register(webPages);
    await app.register(briefPages, { ...briefs, web: WEB });
  }
  return app;
}

/** Demo persons sign in without proof, so nobody beyond this computer may reach the server. */
function isDemoAllowed({ host, publicUrl, trustedProxies }: Config, database: Connection['kind']): boolean {
  return database === 'embedded' && isLoopback(host) && publicUrl === undefined && trustedProxies.length === 0;
}

const OPENAPI = {
  openapi: {
    openapi: '3.1.0' as const,
    info: {
      title: 'Gapmap',
      version: '1',
      description:
        'Published numbers about students without adequate internet at home. Student totals are sums of whole patches, areas of at least 10 students in 5 households; a null count is hidden, never zero.',
    },
    components: { securitySchemes: { token: { type: 'http' as const, scheme: 'bearer' } } },
  },
};
