/** Which pages the rows of links lead to: everybody's, and those of a role. */
import type { STARTS } from './starts.ts';

type Start = keyof typeof STARTS;

/** In display order. */
export const FOR_EVERYBODY = [
  'map',
  'places',
  'change',
  'rounds',
  'collect',
  'prepare',
  'privacy',
] as const satisfies readonly Start[];

const OF_STAFF = [
  'workbench',
  'cost',
  'devices',
  'corrections',
  'qualify',
  'commitments',
  'outbox',
  'blueprint',
  'roadmap',
] as const satisfies readonly Start[];
const OF_PROVIDERS = ['room', 'qualify', 'commitments'] as const satisfies readonly Start[];
const OF_COORDINATORS = ['outreach', 'blueprint', 'roadmap'] as const satisfies readonly Start[];

export type Room = (typeof OF_STAFF | typeof OF_PROVIDERS | typeof OF_COORDINATORS)[number];

/** By the role that `/api/v1/me` names. */
const ROOMS: { readonly [role: string]: readonly Room[] } = {
  agency: OF_STAFF,
  puc: OF_STAFF,
  provider: OF_PROVIDERS,
  coordinator: OF_COORDINATORS,
};

/** In display order; none for whoever has only what everybody has. */
export function roomsOf(role: string | undefined): readonly Room[] {
  return ROOMS[role ?? ''] ?? [];
}
