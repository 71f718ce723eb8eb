/**
 * Who may be answered with what. A request names the audience it wants in its address (`?audience=`), so that a cache
 * never mixes two; a finer audience than the public one needs a token of exactly that role. What is then read is
 * decided once more by the database role.
 */
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Actor } from './db.ts';
import { Refusal } from './problem.ts';

/** Somebody a token was given to. */
export type Caller = Exclude<Actor, { role: 'public' } | { role: 'intake' }>;

export const ASKABLE_AUDIENCES = ['public', 'agency', 'provider', 'district'] as const;
export type AskedAudience = (typeof ASKABLE_AUDIENCES)[number];

export const AudienceQuery = Type.Enum(ASKABLE_AUDIENCES, {
  default: 'public',
  description: 'Whose view of the release: public, or a finer one that needs a token of that role.',
});

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the accounts feature from a bearer token or the cookie; undefined for the public. */
    caller: Caller | undefined;
  }
}

export function callerOf(request: FastifyRequest): Caller | undefined {
  return request.caller;
}

/** @throws Refusal 401 without a token, 403 with a token of another role */
export function actorFor(asked: AskedAudience, caller: Caller | undefined): Actor {
  if (asked === 'public') return { role: 'public' };
  if (!caller)
    throw new Refusal(
      'access.token-needed',
      401,
      `The ${asked} view needs a token: open the link you were given, or send it as a bearer token.`,
    );
  if (caller.role !== asked)
    throw new Refusal('access.other-role', 403, `Your token opens the ${caller.role} view, not the ${asked} view.`);
  return caller;
}

/** Every audience a caller may ask for, the finest first. */
export function audiencesOf(caller: Caller | undefined): AskedAudience[] {
  return caller ? [caller.role, 'public'] : ['public'];
}

/** The audience whose rows of `published` answer: a district reads its own rows of the agency's. */
export function rowsOf(asked: AskedAudience): 'public' | 'agency' | 'provider' {
  return asked === 'district' ? 'agency' : asked;
}
