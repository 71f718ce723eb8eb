import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { STORY_STEPS, stepsNamed } from '../../domain/story/steps.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { viewerOf } from '../accounts/index.ts';
import { type BriefOptions, EditionQuery, PlaceParams, sendBytes, wordsFor } from '../briefs/index.ts';
import { StepsNamed, Story } from './contract.ts';
import { handoutOf } from './handout.ts';
import { gatherStory, storyOf } from './make.ts';

const StepsQuery = Type.Optional(StepsNamed);

/** The eight minutes: a place's story, as data and as a handout. */
export const storyRoutes: FastifyPluginAsyncTypebox<BriefOptions> = async (app, options) => {
  const { briefs } = options;

  app.get(
    '/api/v1/stories/:kind/:id',
    {
      schema: {
        summary:
          'The story of a place or the state for eight minutes before a committee: its steps in words, with their maps',
        tags: ['briefs'],
        params: Type.Object(PlaceParams),
        querystring: Type.Object(EditionQuery),
        response: { 200: Story, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { audience, ...edition } = request.query;
      const viewer = await viewerOf(request, audience);
      const gathered = await gatherStory(briefs, viewer, { ...edition, ...request.params }, request.signal);
      return storyOf(gathered, wordsFor(request, reply, options));
    },
  );

  app.get(
    '/api/v1/stories/:kind/:id/handout.pdf',
    {
      config: { rate: 'seldom' },
      schema: {
        summary: 'The same steps on one letter page, as tagged PDF, to hand out',
        tags: ['briefs'],
        params: Type.Object(PlaceParams),
        querystring: Type.Object({ ...EditionQuery, steps: StepsQuery }),
        response: { 200: Type.Any(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { audience, steps: named, ...edition } = request.query;
      const steps = named === undefined ? STORY_STEPS : stepsNamed(named);
      if (!steps) throw refusal('story.steps', 400);
      const { kind, id } = request.params;
      const viewer = await viewerOf(request, audience);
      const gathered = await gatherStory(briefs, viewer, { ...edition, kind, id }, request.signal);
      const print = handoutOf(gathered, steps, wordsFor(request, reply, options));
      reply.header('content-disposition', `inline; filename="handout-${kind}-${id}-${print.language}.pdf"`);
      return sendBytes(reply, 'pdf', await briefs.printer.print(print));
    },
  );
};
