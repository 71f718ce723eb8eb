/** What the routes of signing in share: the steps that the browser's session keeps, and beginning a person's session. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { langQuery } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import { enterAs, firstView, withLanguage } from '../accounts/index.ts';
import type { LetIn } from './doors.ts';
import type { Begun } from './issuers.ts';

declare module 'fastify' {
  interface Session {
    /** Hash of the invitation to take up, in hexadecimal. */
    invitation?: Kept<string> | undefined;
    begun?: Kept<Begun> | undefined;
    /** Challenge that a passkey signs. */
    challenge?: Kept<string> | undefined;
  }
}

interface Kept<V> {
  readonly value: V;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const STEP_MS = 10 * 60_000;

export function keep<V>(value: V): Kept<V> {
  return { value, at: Date.now() };
}

/** What a step kept less than ten minutes ago. */
export function stillKept<V>(kept: Kept<V> | undefined): V | undefined {
  return kept && Date.now() - kept.at < STEP_MS ? kept.value : undefined;
}

/** Takes what a step kept, so that nothing can use it again. @throws Refusal 400 when there is nothing */
export async function takeKept<K extends 'begun' | 'challenge'>(request: FastifyRequest, name: K) {
  const value = stillKept(request.session[name] as Kept<unknown> | undefined);
  request.session[name] = undefined;
  await request.session.save();
  if (value === undefined) throw refusal('sign-in.not-begun', 400);
  return value as K extends 'begun' ? Begun : string;
}

export function keptInvitation({ session }: FastifyRequest): Buffer | undefined {
  const hash = stillKept(session.invitation);
  return hash === undefined ? undefined : Buffer.from(hash, 'hex');
}

/** Begins the session of whoever was let in; an older one of this browser ends. @returns where the person arrives */
export async function begin(request: FastifyRequest, { caller, ...person }: LetIn): Promise<string> {
  await enterAs(request, person);
  const { personId, membershipId, issuer } = person;
  request.log.info({ person: personId, membership: membershipId, role: caller.role, issuer }, 'signed in');
  return withLanguage(firstView(caller), langQuery(request));
}

/** Sends the browser on, by a page of its own request. */
export function onward(reply: FastifyReply, address: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(address, 303);
}
