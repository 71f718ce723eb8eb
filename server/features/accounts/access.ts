/**
 * Who may get which answer. A request names its audience in the address (`?audience=`), so that a cache never mixes two;
 * any audience but the public needs a token of exactly that role. The database role then checks every read
 * again.
 */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import {
  type Admin,
  ASKABLE_AUDIENCES,
  type AskedAudience,
  type Caller,
  type Collector,
  type Coordinator,
  readerOf,
  stateOfCaller,
  type Viewer,
} from '../../domain/actor.ts';
import { refusal } from '../../platform/problem.ts';
import type { Doer } from '../audit/index.ts';
import type { Asker } from './asker.ts';

export const AudienceQuery = Type.Enum(ASKABLE_AUDIENCES, {
  default: 'public',
  description: 'Whose view of the release: public, or a finer one that needs a token of that role.',
});

export async function callerOf(request: FastifyRequest): Promise<Caller | undefined> {
  return (await request.asker())?.caller;
}

/** Everything about the caller's token except the token. */
export function credentialOf(request: FastifyRequest): Promise<Asker | undefined> {
  return request.asker();
}

/**
 * The reader of the view asked for. Looks nobody up for the public's.
 *
 * @throws Refusal 401 without a token, 403 with a token of another role
 */
export async function viewerOf(request: FastifyRequest, asked: AskedAudience): Promise<Viewer> {
  if (asked === 'public') return { role: 'public' };
  const caller = await callerOf(request);
  if (!caller && request.namesAsker) throw refusal('access.session-ended', 401);
  return actorFor(asked, caller);
}

/** @throws Refusal 401 without a token, 403 with a token of another role */
export function actorFor(asked: AskedAudience, caller: Caller | undefined): Viewer {
  if (asked === 'public') return { role: 'public' };
  if (!caller) throw refusal('access.token-needed', 401, { audience: asked });
  const reader = readerOf(caller);
  if (reader?.role !== asked) throw refusal('access.other-role', 403, { role: caller.role, audience: asked });
  return reader;
}

/** @throws Refusal 401 without a sign-in, 403 with any but an administrator's role */
export async function adminOf(request: FastifyRequest): Promise<Admin> {
  const caller = await callerOf(request);
  if (!caller) throw refusal(request.namesAsker ? 'access.session-ended' : 'access.sign-in-needed', 401);
  if (caller.role === 'admin') return caller;
  throw refusal('access.other-role/admin', 403);
}

/** The doer of an act, for the log. @throws Refusal 401 for the public */
export async function doerOf(request: FastifyRequest): Promise<Doer> {
  const asker = await request.asker();
  if (!asker) throw refusal(request.namesAsker ? 'access.session-ended' : 'access.sign-in-needed', 401);
  const { caller, person, tokenId, label } = asker;
  return {
    stateFips: stateOfCaller(caller),
    who: person ? person.name : `link “${label}”`,
    forWhom: person?.organization,
    role: person?.role ?? caller.role,
    personId: person?.id,
    membershipId: person?.membershipId,
    tokenId,
  };
}

/** @throws Refusal 401 without a token, 403 with any but a coordinator's */
export async function coordinatorOf(request: FastifyRequest): Promise<Coordinator> {
  const caller = await collectingCaller(request);
  if (caller.role === 'coordinator') return caller;
  throw refusal('access.other-role/coordinator', 403);
}

/** @throws Refusal 401 without a token, 403 with any but a district's */
export async function collectorOf(request: FastifyRequest): Promise<Collector> {
  const caller = await collectingCaller(request);
  if (caller.role === 'collector') return caller;
  throw refusal('access.other-role/district', 403);
}

/** For any participant of collections. @throws Refusal 401 without a token, 403 with one of another role */
export async function collectingCaller(request: FastifyRequest): Promise<Coordinator | Collector> {
  const caller = await callerOf(request);
  if (!caller) throw refusal(request.namesAsker ? 'access.session-ended' : 'access.token-needed/collections', 401);
  if (caller.role === 'coordinator') return caller;
  if (caller.role === 'district') return { role: 'collector', leaId: caller.leaId };
  throw refusal('access.other-role/collections', 403, { role: caller.role });
}
