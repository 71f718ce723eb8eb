/**
 * Sessions over HTTP, by @fastify/session on our table. Registered where people sign in and out: it reads the session at every
 * request of its scope, and elsewhere a request is asked who it is only when a route wants to know (`asker.ts`).
 */
import session, { type FastifySessionOptions } from '@fastify/session';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Db } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { browserKind } from './browser-kind.ts';
import type { SessionCookie } from './session-cookie.ts';
import { beginPersonSession, endSession, openSession, type PersonEntering, writeSession } from './sessions.ts';
import { type OpenedToken, secretHash } from './tokens.ts';

declare module 'fastify' {
  interface Session {
    /** Hash of the token that a link holds, in hexadecimal, while the session begins. */
    entersBy?: string;
    /** The person and role that a sign-in found, while the session begins. */
    entersAs?: PersonEntering;
    /** What `browserKind` returned. */
    browser?: string;
  }
}

const ID = /^[\w-]{32}$/;
/** An id is 24 random bytes, and the table has its hash: a signature would prove nothing more. */
const UNSIGNED = {
  sign: (id: string) => id,
  unsign: (id: string) => ({ valid: ID.test(id), renew: false, value: id }),
};

export async function keepSessions(app: FastifyInstance, db: Db, { name, options }: SessionCookie): Promise<void> {
  await app.register(session, {
    store: storeOn(db),
    secret: UNSIGNED,
    cookieName: name,
    cookie: { ...options },
    saveUninitialized: false,
    rolling: false,
  });
}

/** Whether a cookie may be a session's id; what cannot be is not looked for. */
export function isSessionId(text: string | undefined): text is string {
  return text !== undefined && ID.test(text);
}

/** Begins a session with a link, under a new id: one known before must not open anything (session fixation). */
export async function enterBy(request: FastifyRequest, token: string, { expiresAt }: OpenedToken): Promise<void> {
  request.session.entersBy = secretHash(token).toString('hex');
  request.session.browser = browserKind(request.headers['user-agent']);
  request.session.options({ expires: expiresAt });
  await request.session.regenerate(['entersBy', 'browser']);
}

/** Begins a person's session, under a new id and without anything that the sign-in kept. */
export async function enterAs(request: FastifyRequest, person: PersonEntering): Promise<void> {
  request.session.entersAs = person;
  request.session.browser = browserKind(request.headers['user-agent']);
  await request.session.regenerate(['entersAs', 'browser']);
}

function storeOn(db: Db): NonNullable<FastifySessionOptions['store']> {
  return {
    set: (id, { cookie: _cookie, entersBy, entersAs, browser = '', ...data }, done) => {
      if (entersAs) {
        beginPersonSession(db, id, { ...entersAs, browser }).then(() => done(), done);
        return;
      }
      const token = entersBy === undefined ? undefined : Buffer.from(entersBy, 'hex');
      writeSession(db, id, { token, browser, data }).then(
        (written) => done(written ? undefined : refusal('access.token-invalid/link', 401)),
        done,
      );
    },
    get: (id, done) => {
      // The cookie's attributes are those that it is registered with.
      openSession(db, id).then((opened) => done(null, opened ? (opened.data as never) : null), done);
    },
    destroy: (id, done) => {
      endSession(db, id).then(() => done(), done);
    },
  };
}
