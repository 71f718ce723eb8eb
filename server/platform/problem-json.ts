/**
 * Errors over HTTP: application/problem+json (RFC 9457), with a stable code and no word of our internals. Whoever opened an
 * address in a browser gets a page instead, where there is one.
 */
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { prefersPage } from './prefers-page.ts';
import { Refusal } from './problem.ts';

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

const TITLES: Record<number, string> = {
  400: 'Not understood',
  401: 'Token needed',
  403: 'Not yours to read',
  404: 'Not found',
  409: 'In conflict',
  413: 'Too large',
  415: 'Not of this kind',
  422: 'Cannot be done',
  429: 'Too many requests',
  503: 'Not ready',
};

/** A problem as a page. */
export type ProblemPage = (problem: { status: number; code: string }) => string;

/** @param page for whoever opened an address in a browser; undefined: everybody gets JSON */
export function answerWithProblems(app: FastifyInstance, page?: ProblemPage): void {
  const problem = answerWith(page);
  app.setNotFoundHandler((_request, reply) =>
    problem(reply, 404, 'address.unknown', 'There is nothing at this address. /docs lists what there is.'),
  );
  app.setErrorHandler((error: FastifyError | Refusal, request, reply) => {
    if (error instanceof Refusal) return problem(reply, error.status, error.code, error.message, error.members);
    if ('validation' in error && error.validation) return problem(reply, 400, 'request.invalid', error.message);
    if (error.statusCode === 413)
      return problem(reply, 413, 'request.too-large', 'The request holds more bytes than are taken at this address.');
    if (error.statusCode === 429)
      return problem(reply, 429, 'request.too-many', 'Too many requests from this address; wait a minute.');
    if (error.statusCode && error.statusCode < 500)
      return problem(reply, error.statusCode, 'request.refused', error.message);
    request.log.error({ err: error }, 'unexpected error');
    return problem(
      reply,
      500,
      'server.unexpected',
      'Something went wrong on our side. It was written to the log; try again.',
    );
  });
}

/** The framework would answer an address that cannot be decoded by repeating it; ours leads to the page for what is not there. */
export function readableAddress({ url = '/' }: { url?: string | undefined }): string {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return url;
  } catch {
    return '/unreadable';
  }
}

function answerWith(page: ProblemPage | undefined) {
  return (
    reply: FastifyReply,
    status: number,
    code: string,
    detail: string,
    members: Refusal['members'] = {},
  ): FastifyReply => {
    reply.status(status).header('cache-control', 'no-store').header('vary', 'accept');
    if (page && prefersPage(reply.request.headers.accept))
      return reply
        .type('text/html; charset=utf-8')
        .serializer((text: unknown) => String(text))
        .send(page({ status, code }));
    return reply
      .header('content-type', 'application/problem+json; charset=utf-8')
      .serializer(JSON.stringify)
      .send({
        ...members,
        type: `urn:gapmap:problem:${code}`,
        title: TITLES[status] ?? 'Unexpected',
        status,
        code,
        detail,
      });
  };
}
