/**
 * Collections over HTTP, for coordinators and districts only. Row level security decides what each sees; responses are
 * never cached.
 */

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { sayPhrases } from '../../platform/messages.ts';
import { Problem } from '../../platform/problem-json.ts';
import { collectingCaller, credentialOf } from '../accounts/index.ts';
import { CollectMe } from './contract.ts';
import type { CollectDeps } from './deps.ts';
import { districtName } from './districts.ts';
import { collectionRoutes } from './routes-collections.ts';
import { linkRoutes } from './routes-links.ts';
import { uploadRoutes } from './routes-uploads.ts';
import { sweepUploads } from './sweep.ts';

const ONE_HOUR_MS = 3_600_000;

export const collectRoutes: FastifyPluginAsyncTypebox<CollectDeps> = async (app, deps) => {
  sayPhrases(app);
  app.addHook('onRequest', async (request) => {
    await collectingCaller(request);
  });
  app.get(
    '/api/v1/collect/me',
    {
      schema: {
        summary: 'Who this link was given to',
        tags: ['collect'],
        security: [{ token: [] }],
        response: { 200: CollectMe, '4xx': Problem },
      },
    },
    async (request) => {
      const caller = await collectingCaller(request);
      const { label = '', person, expiresAt } = (await credentialOf(request)) ?? {};
      const { synthetic, name } = await deps.db.as(caller, async (tx) => ({
        ...(await tx.one<{ synthetic: boolean }>(
          'select coalesce(bool_or(synthetic), false) as synthetic from intake.collections',
        )),
        name: caller.role === 'collector' ? await districtName(tx, caller.leaId) : undefined,
      }));
      return {
        role: caller.role === 'collector' ? ('district' as const) : caller.role,
        ...(caller.role === 'collector' && name !== undefined ? { leaId: caller.leaId, districtName: name } : {}),
        label: person?.name ?? label,
        isPerson: person !== undefined,
        expiresAt: expiresAt?.toISOString() ?? '',
        synthetic,
      };
    },
  );
  await app.register(collectionRoutes, deps);
  await app.register(linkRoutes, deps);
  await app.register(uploadRoutes, deps);

  let sweeping: Promise<unknown> = Promise.resolve();
  const sweep = () => {
    sweeping = sweepUploads(deps.db).catch((error: unknown) => app.log.error({ err: error }, 'uploads were not swept'));
  };
  const timer = setInterval(sweep, ONE_HOUR_MS).unref();
  app.addHook('onReady', async () => sweep());
  app.addHook('onClose', async () => {
    clearInterval(timer);
    await sweeping;
  });
};
