/**
 * Errors over HTTP: application/problem+json (RFC 9457), with a stable code and without internals. A browser
 * gets a page instead, where there is one.
 */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import type { ProblemMessages } from '../domain/messages/en/problems.ts';
import type { ShownLanguage } from '../domain/messages/language.ts';
import { saidFacts, say } from '../domain/messages/phrase.ts';
import { sqlState } from './db-failures.ts';
import { answeringIn, langQuery, languageOf } from './messages.ts';
import { prefersPage } from './prefers-page.ts';
import { Refusal, refusal } from './problem.ts';

export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable, for programs.' }),
    detail: Type.String({ description: 'What happened and what can be done, for people.' }),
  },
  { $id: 'Problem', description: 'RFC 9457 problem details' },
);

const Unanswered = Type.Object(Problem.properties, {
  description: 'The database is away, busy or took too long. Ask again after the seconds of `Retry-After`.',
});

/** A problem as a page. `lang`: suffix of addresses on it, such as ?lang=es. */
export type ProblemPage = (
  messages: ProblemMessages,
  said: { language: ShownLanguage; lang: string },
  /** `detail`: in the reader's language; it may hold words of whoever runs the server. */
  problem: { status: number; code: string; detail: string },
) => string;

/** @param page for browsers; undefined: everybody gets JSON */
export function answerWithProblems(app: FastifyInstance, page?: ProblemPage): void {
  app.addHook('onRoute', ({ schema }) => {
    const isOfData = schema && !schema.hide && !schema.tags?.includes('health');
    if (isOfData) schema.response = { 503: Unanswered, ...(schema.response ?? {}) };
  });
  app.setNotFoundHandler((_request, reply) => answer(reply, refusal('address.unknown', 404), page));
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (error instanceof Refusal) {
      const state = sqlState(error.cause);
      if (state !== undefined || error.status === 503) request.log.warn({ code: error.code, state }, 'not answered');
      return answer(reply, error, page);
    }
    if ('validation' in error && error.validation)
      return answer(reply, refusal('request.invalid', 400, { fault: error.message }), page);
    if (error.statusCode === 413) return answer(reply, refusal('request.too-large', 413), page);
    if (error.statusCode === 429) return answer(reply, refusal('request.too-many', 429), page);
    if (error.statusCode && error.statusCode < 500)
      return answer(reply, refusal('request.refused', error.statusCode, { fault: error.message }), page);
    if (request.signal.aborted && error.name === 'AbortError') return reply.status(READER_GONE).send();
    request.log.error({ err: error }, 'unexpected error');
    return answer(reply, refusal('server.unexpected', 500), page);
  });
}

/** After a 503, in seconds (RFC 9110, 10.2.3): within it a database that was restarted is mostly back. */
export const RETRY_AFTER_S = 5;

/** The framework answers an undecodable address by repeating it; ours leads to the page for unknown addresses. */
export function readableAddress({ url = '/' }: { url?: string | undefined }): string {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return url;
  } catch {
    return '/unreadable';
  }
}

/** For the log alone, where work stopped because its reader had gone. Source of the number: nginx. */
const READER_GONE = 499;

/** Refused access and rate limits: logged with the number of the token where it is known. */
const REFUSED = new Set([401, 403, 429]);

/** Code and facts for programs; title and detail in the reader's language, for people. */
function answer(reply: FastifyReply, { phrase, code, status }: Refusal, page: ProblemPage | undefined): FastifyReply {
  const { phrases, problems } = answeringIn(reply.header('vary', 'accept'));
  if (REFUSED.has(status)) reply.request.log.info({ code, status }, 'refused');
  reply.status(status).header('cache-control', 'no-store');
  if (status === 503) reply.header('retry-after', RETRY_AFTER_S);
  if (page && prefersPage(reply.request.headers.accept))
    return reply
      .type('text/html; charset=utf-8')
      .serializer((text: unknown) => String(text))
      .send(
        page(
          problems,
          { language: languageOf(reply.request), lang: langQuery(reply.request) },
          { status, code, detail: say(phrases, phrase) },
        ),
      );
  const titles: Readonly<Record<number, string>> = problems.titles;
  return reply
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send({
      ...saidFacts(phrases, phrase.facts),
      type: `urn:gapmap:problem:${code}`,
      title: titles[status] ?? problems.unexpected,
      status,
      code,
      detail: say(phrases, phrase),
    });
}
