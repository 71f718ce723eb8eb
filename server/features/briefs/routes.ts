import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { writtenIn } from '../../domain/messages/language.ts';
import { PLACE_ID } from '../../domain/place-ref.ts';
import { answeringIn, languageOf } from '../../platform/messages.ts';
import { originOf } from '../../platform/origin.ts';
import { Problem } from '../../platform/problem-json.ts';
import { AudienceQuery, viewerOf } from '../accounts/index.ts';
import { PlaceKind } from '../places/index.ts';
import type { Print } from '../print/index.ts';
import { ReleaseQuery, StateQuery } from '../releases/index.ts';
import { Brief } from './contract.ts';
import { type BriefMaker, gatherOne, printOf, sheetOf } from './make.ts';
import type { BriefWords } from './words.ts';

export interface BriefOptions {
  readonly briefs: BriefMaker;
  readonly commission: string;
  readonly publicUrl: string | undefined;
}

export const EditionQuery = { release: ReleaseQuery, state: StateQuery, audience: AudienceQuery };
export const PlaceParams = { kind: PlaceKind, id: Type.String({ pattern: PLACE_ID.source }) };

/** Widths in pixels: a screen's, and what sites that show links ask for. */
const SLIDE_WIDTH = 1920;
const PICTURE_WIDTH = 1200;

const FILES = {
  'page.pdf': { template: 'page', as: { format: 'pdf' } },
  'slide.pdf': { template: 'slide', as: { format: 'pdf' } },
  'slide.png': { template: 'slide', as: { format: 'png', width: SLIDE_WIDTH } },
} as const satisfies Record<string, Pick<Print, 'template' | 'as'>>;

const TYPES: Readonly<Record<Print['as']['format'], string>> = { pdf: 'application/pdf', png: 'image/png' };

export function wordsFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { commission, publicUrl }: Pick<BriefOptions, 'commission' | 'publicUrl'>,
): BriefWords {
  const language = writtenIn(languageOf(request));
  return { language, messages: answeringIn(reply, language), commission, origin: originOf(request, publicUrl) };
}

/** One brief, as data, on paper and as pictures. */
export const briefRoutes: FastifyPluginAsyncTypebox<BriefOptions> = async (app, options) => {
  const { briefs } = options;

  app.get(
    '/api/v1/briefs/:kind/:id',
    {
      schema: {
        summary: 'The brief of a place or the state, in words: what the page, the PDF and the slide say',
        tags: ['briefs'],
        params: Type.Object(PlaceParams),
        querystring: Type.Object(EditionQuery),
        response: { 200: Brief, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { audience, ...edition } = request.query;
      const viewer = await viewerOf(request, audience);
      const gathered = await gatherOne(briefs, viewer, { ...edition, ...request.params }, request.signal);
      return sheetOf(gathered, wordsFor(request, reply, options)).brief;
    },
  );

  app.get(
    '/api/v1/briefs/:kind/:id/map.svg',
    {
      schema: {
        summary: 'The map of a brief',
        tags: ['briefs'],
        params: Type.Object(PlaceParams),
        querystring: Type.Object(EditionQuery),
        response: { 200: Type.String(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { audience, ...edition } = request.query;
      const viewer = await viewerOf(request, audience);
      const gathered = await gatherOne(briefs, viewer, { ...edition, ...request.params }, request.signal);
      const { sheet } = sheetOf(gathered, wordsFor(request, reply, options));
      return reply.type('image/svg+xml').serializer(String).send(sheet.map);
    },
  );

  app.get(
    '/api/v1/briefs/:kind/:id/:file',
    {
      config: { rate: 'seldom' },
      schema: {
        summary: 'A brief on one letter page or one 16:9 slide, as tagged PDF or as a picture',
        tags: ['briefs'],
        params: Type.Object({ ...PlaceParams, file: Type.Enum(Object.keys(FILES) as (keyof typeof FILES)[]) }),
        querystring: Type.Object(EditionQuery),
        response: { 200: Type.Any(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { audience, ...edition } = request.query;
      const { file, ...place } = request.params;
      const viewer = await viewerOf(request, audience);
      const gathered = await gatherOne(briefs, viewer, { ...edition, ...place }, request.signal);
      const made = sheetOf(gathered, wordsFor(request, reply, options));
      const { template, as } = FILES[file];
      const name = `brief-${place.kind}-${place.id}-${made.brief.language}-${file}`;
      reply.header('content-disposition', `inline; filename="${name}"`);
      return sendBytes(reply, as.format, await briefs.printer.print(printOf(made, template, as)));
    },
  );

  app.get(
    '/api/v1/briefs/:kind/:id/picture.png',
    {
      config: { caching: 'everybody', rate: 'seldom' },
      schema: {
        summary: 'What a shared link to a brief shows, 1,200 by 630; of the public view alone',
        tags: ['briefs'],
        params: Type.Object(PlaceParams),
        querystring: Type.Object({ release: ReleaseQuery, state: StateQuery }),
        response: { 200: Type.Any(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const asked = { ...request.query, ...request.params };
      const made = sheetOf(
        await gatherOne(briefs, { role: 'public' }, asked, request.signal),
        wordsFor(request, reply, options),
      );
      const print = printOf(made, 'picture', { format: 'png', width: PICTURE_WIDTH });
      return sendBytes(reply, 'png', await briefs.printer.print(print));
    },
  );
};

export function sendBytes(reply: FastifyReply, format: Print['as']['format'], bytes: Buffer): FastifyReply {
  return reply.type(TYPES[format]).send(bytes);
}
