/** The server of a provider's room, and tokens of whoever asks it something. */
import type { FastifyInstance } from 'fastify';
import { buildApp } from '../../server/app.ts';
import type { Deps } from '../../server/deps.ts';
import { createToken } from '../../server/features/accounts/index.ts';

export interface OpenRoom {
  readonly app: FastifyInstance;
  /** Of both providers, of the first in another state, of both states' agencies, and of this state's other roles. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** @param own provider whose room it is @param other provider who has one too */
export async function openRoom(deps: Deps, own: number, other: number): Promise<OpenRoom> {
  const given = { stateFips: '54', label: 'test', days: 1 };
  const made = {
    own: await createToken(deps, { ...given, role: 'provider', providerId: own }),
    other: await createToken(deps, { ...given, role: 'provider', providerId: other }),
    elsewhere: await createToken(deps, { ...given, role: 'provider', providerId: own, stateFips: '51' }),
    agency: await createToken(deps, { ...given, role: 'agency' }),
    foreign: await createToken(deps, { ...given, role: 'agency', stateFips: '51' }),
    district: await createToken(deps, { role: 'district', leaId: '5400240', label: 'test', days: 1 }),
    coordinator: await createToken(deps, { ...given, role: 'coordinator' }),
  };
  const app = await buildApp(deps);
  await app.ready();
  return { app, tokens: Object.fromEntries(Object.entries(made).map(([who, { token }]) => [who, token])) };
}
