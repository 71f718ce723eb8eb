/** Whether a request comes with a token or a session, before anybody looks up whose. */
import type { FastifyRequest } from 'fastify';

/** Names of our cookies begin so; `__Host-` binds one to this host (RFC 6265bis, 4.1.3.2). */
const OUR_COOKIE = /(?:^|;\s*)(?:__Host-)?gapmap[^=;]*=([^;]+)/;

/** What a program sends as authorization, or a browser as our cookie, valid or not; undefined for the public. */
export function credentialIn({ headers: { authorization, cookie } }: Pick<FastifyRequest, 'headers'>) {
  if (authorization !== undefined) return authorization;
  return cookie === undefined ? undefined : OUR_COOKIE.exec(cookie)?.[1];
}
