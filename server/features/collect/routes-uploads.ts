import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import { IdParams } from '../../platform/fields.ts';
import { sendCsvText } from '../../platform/lists.ts';
import { answeringIn, langQuery, languageOf, saidIn } from '../../platform/messages.ts';
import { prefersPage } from '../../platform/prefers-page.ts';
import { Problem } from '../../platform/problem-json.ts';
import { collectingCaller, collectorOf, doerOf } from '../accounts/index.ts';
import { dataKey } from '../intake/index.ts';
import { acceptUpload } from './accept.ts';
import { beginUpload } from './begin.ts';
import { certificateOf, isGenuine } from './certificate.ts';
import { certificatePage } from './certificate-page.ts';
import { checkUpload } from './check.ts';
import { writeChunk } from './chunks.ts';
import {
  AcceptBody,
  Accepted,
  ChunkAnswer,
  ChunkQuery,
  Discarded,
  MOST_CHUNK_BYTES,
  TakenBack,
  Upload,
  UploadBegun,
  UploadBody,
  Verified,
} from './contract-uploads.ts';
import type { CollectDeps } from './deps.ts';
import { discardUpload } from './discard.ts';
import { collectErrors } from './errors.ts';
import { COMMON } from './routes-collections.ts';
import { takeBack } from './take-back.ts';
import { uploadInWords, uploadOf } from './upload-store.ts';

const UploadId = Type.Object({
  id: Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }),
});

/** Checking and loading occupy a core: nobody needs them more often. */
const SELDOM = { rate: 'seldom' } as const;

export const uploadRoutes: FastifyPluginAsyncTypebox<CollectDeps> = async (app, deps) => {
  const { db, config } = deps;
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  app.post(
    '/api/v1/collect/collections/:id/uploads',
    {
      schema: {
        summary: 'Begin to send a file, or go on with one that was cut short',
        ...COMMON,
        params: IdParams,
        body: UploadBody,
        response: { 200: UploadBegun, 201: UploadBegun, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const begun = await beginUpload(db, await collectorOf(request), request.params.id, request.body);
      return reply.status(begun.state === 'same' ? 200 : 201).send(begun);
    },
  );

  app.put(
    '/api/v1/collect/uploads/:id',
    {
      bodyLimit: MOST_CHUNK_BYTES,
      schema: {
        summary: 'Send the bytes from an offset on, at most 4 MB at a time',
        ...COMMON,
        consumes: ['application/octet-stream'],
        params: UploadId,
        querystring: ChunkQuery,
        response: { 200: ChunkAnswer, '4xx': Problem },
      },
    },
    async (request) => {
      const collector = await collectorOf(request);
      const { body } = request;
      if (!Buffer.isBuffer(body)) throw collectErrors.chunkKind();
      const { id } = request.params;
      return {
        received: await writeChunk(db, collector, await dataKey({ db, config }), {
          id,
          offset: request.query.offset,
          bytes: body,
        }),
      };
    },
  );

  app.get(
    '/api/v1/collect/uploads/:id',
    {
      schema: {
        summary: 'How far an upload has come, and what its check found',
        ...COMMON,
        params: UploadId,
        response: { 200: Upload, '4xx': Problem },
      },
    },
    async (request) => uploadInWords(await ownUpload(request, request.params.id)),
  );

  app.post(
    '/api/v1/collect/uploads/:id/check',
    {
      config: SELDOM,
      schema: {
        summary: 'Dry run: what is in the file and what accepting it would change. State `refused`: why, in `refusal`',
        ...COMMON,
        params: UploadId,
        response: { 200: Upload, '4xx': Problem },
      },
    },
    async (request) => uploadInWords(await checkUpload(deps, await collectorOf(request), request.params.id)),
  );

  app.post(
    '/api/v1/collect/uploads/:id/accept',
    {
      config: SELDOM,
      schema: {
        summary: 'Load a checked file and delete its raw bytes',
        ...COMMON,
        params: UploadId,
        body: Type.Union([AcceptBody, Type.Null()]),
        response: { 200: Accepted, '4xx': Problem },
      },
    },
    async (request) =>
      acceptUpload(deps, await collectorOf(request), await doerOf(request), {
        id: request.params.id,
        ...request.body,
      }),
  );

  app.delete(
    '/api/v1/collect/collections/:id/accepted',
    {
      config: SELDOM,
      schema: {
        summary: 'Take back what was accepted: no release made from now on counts it',
        ...COMMON,
        params: IdParams,
        response: { 200: TakenBack, '4xx': Problem },
      },
    },
    async (request) => takeBack(db, await collectorOf(request), await doerOf(request), request.params.id),
  );

  app.delete(
    '/api/v1/collect/uploads/:id',
    {
      schema: {
        summary: 'Delete the raw bytes of an upload; what was accepted stays',
        ...COMMON,
        params: UploadId,
        response: { 200: Discarded, '4xx': Problem },
      },
    },
    async (request) => discardUpload(db, await collectorOf(request), request.params.id),
  );

  app.get(
    '/api/v1/collect/uploads/:id/report.csv',
    { schema: { summary: 'What the check found, one row a bad row', ...COMMON, params: UploadId } },
    async (request, reply) => {
      const { report } = await ownUpload(request, request.params.id);
      if (!report) throw collectErrors.notChecked();
      const { findings } = saidIn(answeringIn(reply).phrases, report);
      const lines = findings.map(({ line, column, kind, found, whatToDo, leftOut }) =>
        csvLine([line, column, kind, found, whatToDo, leftOut]),
      );
      const header = csvHeader(['line', 'column', 'kind', 'found', 'what to do', 'left out']);
      return sendCsvText(reply, 'report', header + lines.join(''));
    },
  );

  app.get(
    '/api/v1/collect/uploads/:id/certificate',
    {
      schema: {
        summary: 'What was received, what became of it and when its bytes were deleted; JSON, or a page to print',
        ...COMMON,
        params: UploadId,
        querystring: Type.Object({ format: Type.Optional(Type.Enum(['json', 'html'] as const)) }),
      },
    },
    async (request, reply) => {
      const language = languageOf(request);
      const { certificate: messages } = answeringIn(reply, language);
      const issuer = { secret: await dataKey({ db, config }), config, messages };
      const certificate = await certificateOf(db, await collectingCaller(request), request.params.id, issuer);
      const wantsPage = request.query.format ? request.query.format === 'html' : prefersPage(request.headers.accept);
      if (wantsPage)
        return reply
          .type('text/html; charset=utf-8')
          .send(certificatePage(messages, { language, lang: langQuery(request) }, certificate));
      return reply
        .header('content-disposition', `attachment; filename="gapmap-certificate-${certificate.id}.json"`)
        .type('application/json; charset=utf-8')
        .send(`${JSON.stringify(certificate, null, 2)}\n`);
    },
  );

  app.post(
    '/api/v1/collect/certificates/verify',
    {
      schema: {
        summary: 'Whether a certificate is one that this server issued, to the letter',
        ...COMMON,
        body: Type.Unsafe<Record<string, unknown>>({ type: 'object', description: 'The certificate as it was given.' }),
        response: { 200: Verified, '4xx': Problem },
      },
    },
    async (request) => ({ genuine: isGenuine(request.body, { secret: await dataKey({ db, config }) }) }),
  );

  async function ownUpload(request: FastifyRequest, id: string) {
    return db.as(await collectorOf(request), (tx) => uploadOf(tx, id));
  }
};
