/** Registers the features of rounds, from lots to commitments, and their mail. */
import type { FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import type { GroundReader } from './features/briefs/index.ts';
import { commitmentRoutes } from './features/commitments/routes.ts';
import { evidenceRoutes } from './features/commitments/routes-files.ts';
import type { EstimateReader } from './features/estimates/index.ts';
import { mailRoutes } from './features/mail/routes.ts';
import type { Printer } from './features/print/index.ts';
import { procurementRoutes } from './features/procurement/routes.ts';
import { proposalFileRoutes } from './features/proposals/routes-files.ts';
import { judgingRoutes } from './features/proposals/routes-judging.ts';
import { proposalRoutes } from './features/proposals/routes-provider.ts';
import { evaluationRoutes } from './features/proposals/routes-staff.ts';
import { qualificationRoutes } from './features/qualifications/routes.ts';
import { roundRoutes } from './features/rounds/routes.ts';
import { lotRoutes } from './features/rounds/routes-lots.ts';
import { talkRoutes } from './features/rounds/routes-talk.ts';
import type { Db } from './platform/db.ts';

export interface RoundOptions {
  readonly db: Db;
  readonly config: Config;
  readonly estimates: EstimateReader;
  readonly ground: GroundReader;
  readonly printer: Printer;
}

export async function roundRooms(api: FastifyInstance, options: RoundOptions): Promise<void> {
  const { db, config, estimates, ground, printer } = options;
  await api.register(roundRoutes, { db });
  await api.register(lotRoutes, { db, estimates });
  await api.register(talkRoutes, { db });
  await api.register(qualificationRoutes, { db });
  await api.register(proposalRoutes, { db, config });
  await api.register(proposalFileRoutes, { db, config });
  await api.register(evaluationRoutes, { db, config });
  await api.register(judgingRoutes, { db, config });
  await api.register(procurementRoutes, { db, ground, printer, publicUrl: config.publicUrl });
  await api.register(commitmentRoutes, { db });
  await api.register(evidenceRoutes, { db });
  await api.register(mailRoutes, { db, config });
}
