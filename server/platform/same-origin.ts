/**
 * Protection against requests of other sites in a reader's name (CSRF): browsers send our cookie automatically, so a
 * write authorized by the cookie must come from our own pages. Sources: W3C Fetch Metadata; OWASP, Cross-Site Request
 * Forgery Prevention. Programs send a bearer token, which no browser adds.
 */
import type { FastifyRequest } from 'fastify';
import { refusal } from './problem.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @throws Refusal 403 when a write with the cookie did not come from a page of this server */
export function refuseForeignWrite(request: FastifyRequest, publicUrl: string | undefined): void {
  if (READS.has(request.method) || cameFromOurPage(request, publicUrl)) return;
  throw refusal('access.foreign-origin', 403);
}

function cameFromOurPage({ headers, host }: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const from = new URL(origin).host;
  return from === host || (publicUrl !== undefined && from === new URL(publicUrl).host);
}
