import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { type PlaceRef, placeRefOf } from '../../domain/place-ref.ts';
import { besideNamed, STORY_STEPS, stepsNamed } from '../../domain/story/steps.ts';
import { refusal } from '../../platform/problem.ts';
import { Problem } from '../../platform/problem-json.ts';
import { viewerOf } from '../accounts/index.ts';
import { type BriefOptions, EditionQuery, PlaceParams, sendBytes, wordsFor } from '../briefs/index.ts';
import { PLACE_KINDS, type PlaceKind } from '../places/index.ts';
import { StepsNamed, Story } from './contract.ts';
import { handoutOf } from './handout.ts';
import { gatherStory, storyOf } from './make.ts';

const StepsQuery = Type.Optional(StepsNamed);
const BesideQuery = Type.Optional(
  Type.String({
    pattern: '^[a-z_]{3,30}:\\w[\\w.-]{0,23}$',
    description: 'A second place, `county:54019`, for a step that shows both side by side.',
  }),
);

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
        querystring: Type.Object({ ...EditionQuery, beside: BesideQuery }),
        response: { 200: Story, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { audience, beside, ...edition } = request.query;
      const second = beside === undefined ? undefined : secondOf(placeRefOf(beside));
      const viewer = await viewerOf(request, audience);
      const gathered = await gatherStory(
        briefs,
        viewer,
        { ...edition, ...request.params, beside: second },
        request.signal,
      );
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
      const second = besideNamed(named ?? '');
      const beside = second && secondOf(second);
      const viewer = await viewerOf(request, audience);
      const gathered = await gatherStory(briefs, viewer, { ...edition, kind, id, beside }, request.signal);
      const print = handoutOf(gathered, steps, wordsFor(request, reply, options));
      reply.header('content-disposition', `inline; filename="handout-${kind}-${id}-${print.language}.pdf"`);
      return sendBytes(reply, 'pdf', await briefs.printer.print(print));
    },
  );
};

/** @throws Refusal place.invalid when there is no such kind of place */
function secondOf(ref: PlaceRef | undefined): { readonly kind: PlaceKind; readonly id: string } {
  const kind = PLACE_KINDS.find((one) => one === ref?.kind);
  if (!ref || !kind) throw refusal('place.invalid', 400);
  return { kind, id: ref.id };
}
