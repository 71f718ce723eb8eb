/** Pages whose button asks the server for something, without a script. */
import type { FastifyInstance } from 'fastify';

/**
 * Of a page with forms: nobody keeps it, and it tells no other page's address its own, which may hold a token. Under the usual
 * `no-referrer` a browser would send the form without its origin (Fetch, "append a request Origin header").
 */
export const OWN_FORMS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'strict-origin',
} as const;

/** The forms hold a button and nothing else. */
export function takeForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1000 },
    (_request, _body, done) => done(null, undefined),
  );
}

/** In the style of a server's page. */
export const FORM_STYLE = `.primary { background: #1a5872; color: #fff; font-weight: 600 }
.button:disabled { border-color: #c9c9c4; background: #ecebe6; color: #555c61; cursor: default }
.button:focus-visible { outline: 3px solid #1a5872; outline-offset: 2px }`;
