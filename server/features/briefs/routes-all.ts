import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { Problem } from '../../platform/problem-json.ts';
import { turns } from '../../platform/turns.ts';
import { viewerOf } from '../accounts/index.ts';
import { PlaceKind } from '../places/index.ts';
import { type AllBriefs, everyBrief, printOf, printOfAll, sheetOf } from './make.ts';
import { type BriefOptions, EditionQuery, sendBytes, wordsFor } from './routes.ts';
import type { BriefWords } from './words.ts';
import { type ZippedFile, zipOf } from './zip.ts';

/** Every brief of a kind: a minute of work for the largest, so that one is made at a time. */
export const allBriefRoutes: FastifyPluginAsyncTypebox<BriefOptions> = async (app, options) => {
  const { briefs } = options;
  const inTurn = turns();
  const schema = {
    tags: ['briefs'],
    params: Type.Object({ kind: PlaceKind }),
    querystring: Type.Object(EditionQuery),
    response: { 200: Type.Any(), '4xx': Problem },
  };

  app.get(
    '/api/v1/briefs/:kind/all.zip',
    { config: { rate: 'seldom' }, schema: { summary: 'The briefs of every place of a kind, a PDF each', ...schema } },
    async (request, reply) => {
      const { audience, ...edition } = request.query;
      const viewer = await viewerOf(request, audience);
      const { kind } = request.params;
      const all = await everyBrief(briefs, viewer, { kind, ...edition }, request.signal);
      const words = wordsFor(request, reply, options);
      reply.header('content-disposition', `attachment; filename="briefs-${kind}-${words.language}.zip"`);
      return reply.type('application/zip').send(zipOf(pages(all, words)));
    },
  );

  async function* pages(all: AllBriefs, words: BriefWords): AsyncGenerator<ZippedFile> {
    for (const { id } of all.places) {
      const made = sheetOf(await all.gather(id), words);
      const bytes = await inTurn(() => briefs.printer.print(printOf(made, 'page')));
      yield { name: `${made.brief.kind}-${id}-${words.language}.pdf`, bytes };
    }
  }

  app.get(
    '/api/v1/briefs/:kind/all.pdf',
    {
      config: { rate: 'seldom' },
      schema: { summary: 'The briefs of every place of a kind in one PDF with an outline', ...schema },
    },
    async (request, reply) => {
      const { audience, ...edition } = request.query;
      const viewer = await viewerOf(request, audience);
      const { kind } = request.params;
      const words = wordsFor(request, reply, options);
      const bytes = await inTurn(async () => {
        const all = await everyBrief(briefs, viewer, { kind, ...edition }, request.signal);
        const made = [];
        for (const { id } of all.places) made.push(sheetOf(await all.gather(id), words));
        return briefs.printer.print(printOfAll(made, { release: all.release, kind, words }));
      });
      reply.header('content-disposition', `inline; filename="briefs-${kind}-${words.language}.pdf"`);
      return sendBytes(reply, 'pdf', bytes);
    },
  );
};
