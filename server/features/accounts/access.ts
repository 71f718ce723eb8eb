/**
 * Who may get which answer. A request names its audience in the address (`?audience=`), so that a cache never mixes two;
 * any audience but the public needs a token of exactly that role. The database role then checks every read
 * again.
 */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  ASKABLE_AUDIENCES,
  type AskedAudience,
  type Caller,
  type Collector,
  type Coordinator,
  type Viewer,
} from '../../domain/actor.ts';
import { refusal } from '../../platform/problem.ts';

/** The caller's identity: everything about the token except the token. */
export interface Credential {
  readonly id: number;
  /** Its recipient. */
  readonly label: string;
  readonly expiresAt: Date;
}

export const AudienceQuery = Type.Enum(ASKABLE_AUDIENCES, {
  default: 'public',
  description: 'Whose view of the release: public, or a finer one that needs a token of that role.',
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the accounts feature from a bearer token or the cookie; undefined for the public. */
    caller: Caller | undefined;
    credential: Credential | undefined;
  }
}

export function callerOf(request: FastifyRequest): Caller | undefined {
  return request.caller;
}

/** @throws Refusal 401 without a token, 403 with a token of another role */
export function actorFor(asked: AskedAudience, caller: Caller | undefined): Viewer {
  if (asked === 'public') return { role: 'public' };
  if (!caller) throw refusal('access.token-needed', 401, { audience: asked });
  if (caller.role !== asked) throw refusal('access.other-role', 403, { role: caller.role, audience: asked });
  return caller;
}

/** @throws Refusal 401 without a token, 403 with any but a coordinator's */
export function coordinatorOf(request: FastifyRequest): Coordinator {
  const caller = collectingCaller(request);
  if (caller.role === 'coordinator') return caller;
  throw refusal('access.other-role/coordinator', 403);
}

/** @throws Refusal 401 without a token, 403 with any but a district's */
export function collectorOf(request: FastifyRequest): Collector {
  const caller = collectingCaller(request);
  if (caller.role === 'collector') return caller;
  throw refusal('access.other-role/district', 403);
}

/** For any participant of collections. @throws Refusal 401 without a token, 403 with one of another role */
export function collectingCaller(request: FastifyRequest): Coordinator | Collector {
  const { caller } = request;
  if (!caller) throw refusal('access.token-needed/collections', 401);
  if (caller.role === 'coordinator') return caller;
  if (caller.role === 'district') return { role: 'collector', leaId: caller.leaId };
  throw refusal('access.other-role/collections', 403, { role: caller.role });
}
