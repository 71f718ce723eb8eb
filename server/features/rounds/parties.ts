/** Who is who in a round: staff of the education agency or the commission, and providers. */
import type { FastifyRequest } from 'fastify';
import type { Bidder, Buyer } from '../../domain/actor.ts';
import { refusal } from '../../platform/problem.ts';
import { actorFor, callerOf } from '../accounts/index.ts';

/** @throws Refusal 401 without a sign-in, 403 with any but a staff role */
export async function buyerOf(request: FastifyRequest): Promise<Buyer> {
  const caller = await callerOf(request);
  if (!caller && request.namesAsker) throw refusal('access.session-ended', 401);
  if (caller?.role === 'puc') return { role: 'buyer', stateFips: caller.stateFips };
  const viewer = actorFor('agency', caller);
  if (viewer.role !== 'agency') throw refusal('access.token-needed', 401, { audience: 'agency' });
  return { role: 'buyer', stateFips: viewer.stateFips };
}

/** @throws Refusal 401 without a sign-in, 403 with any but a provider's role */
export async function bidderOf(request: FastifyRequest): Promise<Bidder> {
  const caller = await callerOf(request);
  if (!caller && request.namesAsker) throw refusal('access.session-ended', 401);
  const viewer = actorFor('provider', caller);
  if (viewer.role !== 'provider') throw refusal('access.token-needed', 401, { audience: 'provider' });
  return { ...viewer, role: 'bidder' };
}

/** Staff or a provider. @throws Refusal */
export async function partyOf(request: FastifyRequest): Promise<Buyer | Bidder> {
  return (await callerOf(request))?.role === 'provider' ? bidderOf(request) : buyerOf(request);
}
