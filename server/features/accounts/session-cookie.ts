/**
 * The cookie of a session, and the addresses where a browser may be given one. `__Host-` ties the cookie to https and to this host alone
 * (RFC 6265bis, 4.1.3.2). Browsers keep no such cookie at plain http, so this computer itself has another name for it. Elsewhere plain
 * http would carry the session in the open: nobody signs in there.
 */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refusal } from '../../platform/problem.ts';

export interface SessionCookie {
  readonly name: string;
  readonly options: { readonly path: '/'; readonly httpOnly: true; readonly sameSite: 'lax'; readonly secure: boolean };
}

const LOOPBACK_NAME = 'gapmap';

/** @param publicUrl the setting; https there means https everywhere */
export function sessionCookie(publicUrl: string | undefined): SessionCookie {
  const secure = isHttps(publicUrl);
  return {
    name: secure ? '__Host-gapmap' : LOOPBACK_NAME,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure },
  };
}

/** Also the cookie of earlier versions, which held the token itself. */
export function forgetCookies(request: FastifyRequest, reply: FastifyReply, { name, options }: SessionCookie): void {
  reply.clearCookie(name, options);
  if (name !== LOOPBACK_NAME && request.cookies[LOOPBACK_NAME] !== undefined) reply.clearCookie(LOOPBACK_NAME);
}

/** @throws Refusal 403 where a session could be overheard */
export function refuseUnsafeAddress(request: FastifyRequest, publicUrl: string | undefined): void {
  if (isHttps(publicUrl)) {
    if (request.protocol !== 'https') throw refusal('access.needs-https/public', 403, { address: publicUrl });
    return;
  }
  // A proxy on this computer may call it localhost; the browser says where it really is.
  const { origin = '' } = request.headers;
  const browserIsAt = URL.canParse(origin) ? new URL(origin).hostname : request.hostname;
  if (request.protocol !== 'http' || !isLoopback(request.hostname) || !isLoopback(browserIsAt))
    throw refusal('access.needs-https', 403);
}

function isHttps(publicUrl: string | undefined): publicUrl is string {
  return publicUrl?.startsWith('https://') === true;
}

/** RFC 6761, 6.3; RFC 1122, 3.2.1.3; RFC 4291, 2.5.3. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(hostname);
}
