/**
 * Who is asking, looked up when a route wants to know it and at most once a request: pages, scripts and the public's tiles cost no
 * transaction, whatever cookie came along. A program's bearer token is checked at once, so that a wrong one is never passed over.
 */
import cookie from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { LRUCache } from 'lru-cache';
import type { Caller } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import { refuseForeignWrite } from '../../platform/same-origin.ts';
import { sessionCookie } from './session-cookie.ts';
import { isSessionId } from './session-store.ts';
import { openSession, type SignedIn } from './sessions.ts';
import { endedToken, type OpenedToken, openToken, secretHash } from './tokens.ts';

/** Everything about the caller's token except the token, or about the person who has signed in. */
export interface Asker {
  readonly caller: Caller;
  /** Undefined for a person. */
  readonly tokenId: number | undefined;
  /** Undefined for whoever holds a token or a link. */
  readonly person: SignedIn | undefined;
  /** Undefined for a bearer token. */
  readonly sessionId: number | undefined;
  /** Recipient of the token, or the person's name. */
  readonly label: string;
  readonly expiresAt: Date;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The token or session that it shows, unchecked. */
    readonly held: string | undefined;
    /** Whether it shows a token or a session. Nobody has been looked up yet. */
    readonly namesAsker: boolean;
    /**
     * Looks up who is asking; undefined for the public, and for whoever shows a session that is over.
     *
     * @throws Refusal 401 for a bearer token that is not good, 403 for a write with a session from elsewhere
     */
    asker(): Promise<Asker | undefined>;
    lookup: Promise<Asker | undefined> | undefined;
  }
}

/** Numbers for the log, also of requests that are refused before anybody is looked up. */
const REMEMBERED = 10_000;

export const knowAsker = fp<{ db: Db; publicUrl: string | undefined }>(async (app, { db, publicUrl }) => {
  const { name } = sessionCookie(publicUrl);
  const numbers = new LRUCache<string, object>({ max: REMEMBERED });

  const heldBy = (request: FastifyRequest) => bearerOf(request) ?? request.cookies[name];
  await app.register(cookie);
  app.decorateRequest('lookup', undefined);
  app.decorateRequest('held', {
    getter() {
      return heldBy(this);
    },
  });
  app.decorateRequest('namesAsker', {
    getter() {
      return Boolean(heldBy(this));
    },
  });
  app.decorateRequest('asker', function () {
    this.lookup ??= lookUp(this);
    return this.lookup;
  });
  app.addHook('onRequest', async (request) => {
    const held = heldBy(request);
    if (held === undefined) return;
    const known = numbers.get(secretHash(held).toString('base64'));
    if (known) request.log = request.log.child(known);
    if (bearerOf(request) !== undefined) await request.asker();
  });

  async function lookUp(request: FastifyRequest): Promise<Asker | undefined> {
    const held = heldBy(request);
    if (!held) return undefined;
    const bearer = bearerOf(request);
    const asker = bearer === undefined ? await bySession(held) : await byToken(request, bearer);
    if (!asker) return undefined;
    const key = secretHash(held).toString('base64');
    if (!numbers.has(key)) {
      const known = numbersOf(asker);
      numbers.set(key, known);
      request.log = request.log.child(known);
    }
    if (bearer === undefined) refuseForeignWrite(request, publicUrl);
    return asker;
  }

  async function byToken(request: FastifyRequest, token: string): Promise<Asker> {
    const { id: tokenId, ...rest } = await tokenShown(db, request, { token, fault: 'access.token-invalid' });
    return { tokenId, person: undefined, sessionId: undefined, ...rest };
  }

  async function bySession(id: string): Promise<Asker | undefined> {
    const session = isSessionId(id) ? await openSession(db, id) : undefined;
    return session?.entered && { sessionId: session.id, ...session.entered };
  }
});

/**
 * What a shown token opens. The log of a refusal has the number of an expired or revoked one.
 *
 * @throws Refusal 401 when it opens nothing
 */
export async function tokenShown(
  db: Db,
  request: FastifyRequest,
  { token, fault }: { token: string; fault: 'access.token-invalid' | 'access.token-invalid/link' },
): Promise<OpenedToken> {
  const opened = await openToken(db, token);
  if (opened) return opened;
  const ended = await endedToken(db, token);
  if (ended !== undefined) request.log = request.log.child({ token: ended });
  throw refusal(fault, 401);
}

/** For the log: no name, no label. */
function numbersOf({ caller, tokenId, person, sessionId }: Asker): object {
  return {
    ...(tokenId === undefined ? {} : { token: tokenId }),
    ...(person ? { person: person.id, membership: person.membershipId } : {}),
    role: caller.role,
    ...(sessionId === undefined ? {} : { session: sessionId }),
  };
}

function bearerOf({ headers }: FastifyRequest): string | undefined {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
}
