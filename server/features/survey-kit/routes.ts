import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { kit as titles } from '../../domain/messages/en/kit.ts';
import { freeText } from '../../platform/fields.ts';
import { Problem } from '../../platform/problem-json.ts';
import { CONTENT_TYPES, KitBody, KitList, KitQuery } from './contract.ts';
import { KIT_FILES } from './files.ts';
import { kitMaker, questionsAsked } from './kit.ts';

const CACHING = 'public, max-age=3600';

export const surveyKitRoutes: FastifyPluginAsyncTypebox = async (app) => {
  const kit = kitMaker();

  app.get(
    '/api/v1/survey-kit',
    {
      config: { caching: 'everybody' },
      schema: {
        summary: 'What a district needs to ask families: dictionary, templates, forms and scripts',
        tags: ['collecting'],
        querystring: KitQuery,
        response: { 200: KitList, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const questions = questionsAsked(request.query.questions);
      const query = request.query.questions ? `?questions=${questions.join()}` : '';
      const files = await Promise.all(KIT_FILES.map(({ name }) => kit(name, questions)));
      reply.header('cache-control', CACHING);
      return {
        questions: [...questions],
        files: files.map(({ file: { name, format, languages }, body }) => ({
          name,
          title: titles[name],
          format,
          languages: [...languages],
          bytes: body.length,
          url: `/api/v1/survey-kit/${name}${query}`,
        })),
      };
    },
  );

  app.get(
    '/api/v1/survey-kit/:file',
    {
      config: { caching: 'everybody' },
      schema: {
        summary: 'One file of the survey kit',
        tags: ['collecting'],
        params: Type.Object({ file: freeText({ maxLength: 40, description: 'A name of the list.' }) }),
        querystring: KitQuery,
        response: { 200: KitBody, 304: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { file, body, etag } = await kit(request.params.file, questionsAsked(request.query.questions));
      reply.header('cache-control', CACHING).header('etag', etag);
      if (request.headers['if-none-match'] === etag) return reply.code(304).send(null);
      if (file.format !== 'html')
        reply.header('content-disposition', `attachment; filename="gapmap-survey-${file.name}"`);
      return reply.type(CONTENT_TYPES[file.format]).send(body);
    },
  );
};
