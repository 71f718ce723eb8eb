import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Teller } from '../../domain/actor.ts';
import { isDay } from '../../domain/day.ts';
import { PAGES } from '../../domain/pages.ts';
import { stepsNamed } from '../../domain/story/steps.ts';
import type { Db } from '../../platform/db.ts';
import { langQuery } from '../../platform/messages.ts';
import { originOf } from '../../platform/origin.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { doerOf, viewerOf } from '../accounts/index.ts';
import { recordAct } from '../audit/index.ts';
import { OpenedStory, ShareBody, SharedList } from './contract.ts';
import { endShared, openedStory, sharedStories, shareStory } from './shared.ts';

export interface SharedOptions {
  readonly db: Db;
  readonly publicUrl: string | undefined;
}

const Code = Type.Object({ code: Type.String({ pattern: '^[A-Za-z0-9_-]{12}$' }) });
const COMMON = { tags: ['briefs'], security: [{ token: [] }] };

/** Links to a story as its agency ordered it. Each is in the log of acts. */
export const sharedStoryRoutes: FastifyPluginAsyncTypebox<SharedOptions> = async (app, { db, publicUrl }) => {
  app.get(
    '/api/v1/shared-stories',
    {
      schema: {
        ...COMMON,
        summary: 'The links to stories of the state',
        response: { 200: SharedList, '4xx': Problem },
      },
    },
    async (request) => {
      const teller = await tellerOf(request);
      return { stories: await db.as(teller, (tx) => sharedStories(tx, originOf(request, publicUrl))) };
    },
  );

  app.post(
    '/api/v1/shared-stories',
    {
      schema: {
        ...COMMON,
        summary: 'Make a link to a story: titled, to be read only, and over on a day where one is named',
        body: ShareBody,
        response: { 201: Type.Object({ address: Type.String() }), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const teller = await tellerOf(request);
      const doer = await doerOf(request);
      const { steps, endsOn, title } = request.body;
      if (!stepsNamed(steps)) throw refusal('story.steps', 400);
      if (endsOn !== null && !(isDay(endsOn) && endsOn >= new Date().toISOString().slice(0, 10)))
        throw refusal('story.ends-on', 400, { day: endsOn });
      const code = await db.as(teller, async (tx) => {
        const made = await shareStory(tx, request.body, doer.who.slice(0, 200));
        await recordAct(tx, doer, { did: 'stories.shared', thing: `story ${made}`, note: title.trim() });
        return made;
      });
      return reply.code(201).send({ address: `${originOf(request, publicUrl)}/s/${code}` });
    },
  );

  app.delete(
    '/api/v1/shared-stories/:code',
    {
      schema: {
        ...COMMON,
        summary: 'End a link to a story',
        params: Code,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const teller = await tellerOf(request);
      const doer = await doerOf(request);
      const { code } = request.params;
      await db.as(teller, async (tx) => {
        const title = await endShared(tx, code);
        if (title === undefined) throw refusal('story.link', 404);
        await recordAct(tx, doer, { did: 'stories.ended', thing: `story ${code}`, note: title });
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/shared-stories/:code',
    {
      schema: {
        tags: ['briefs'],
        summary: 'What a link to a story opens',
        params: Code,
        response: { 200: OpenedStory, '4xx': Problem },
      },
    },
    async (request) => {
      const opened = await db.as({ role: 'public' }, (tx) => openedStory(tx, request.params.code));
      if (!opened) throw refusal('story.link', 404);
      return opened;
    },
  );

  app.get('/s/:code', { schema: { hide: true, params: Code } }, async (request, reply) => {
    const { code } = request.params;
    const opened = await db.as({ role: 'public' }, (tx) => openedStory(tx, code));
    if (!opened) throw refusal('story.link', 404);
    const { kind, id, release, audience } = opened;
    const view = audience === 'public' ? '' : `&audience=${audience}`;
    const lang = langQuery(request).replace('?', '&');
    return reply.redirect(
      `${PAGES.story.path}/${kind}/${encodeURIComponent(id)}?release=${release}${view}&shared=${code}${lang}`,
    );
  });
};

/** @throws Refusal 401 without a sign-in, 403 of another than the agency */
async function tellerOf(request: FastifyRequest): Promise<Teller> {
  const viewer = await viewerOf(request, 'agency');
  if (viewer.role !== 'agency') throw refusal('access.token-needed', 401, { audience: 'agency' });
  return { role: 'teller', stateFips: viewer.stateFips };
}
