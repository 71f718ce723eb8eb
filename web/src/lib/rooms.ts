/** Which pages are whose rooms. */
import { collectPlaceOf } from './collect-place.ts';
import { roomChoiceOf } from './room-choice.ts';
import { START } from './route.ts';
import { placeOfWorkbench } from './workbench-place.ts';

const NOTHING = new URLSearchParams();

const WORKBENCH = { page: 'workbench', place: placeOfWorkbench(NOTHING) } as const;
const DEVICES = { page: 'devices', reading: { ...START, audience: 'agency' } } as const;
const COST = { page: 'cost', reading: { ...START, audience: 'agency' }, clusters: [] } as const;
const CORRECTIONS = { page: 'corrections' } as const;
const QUALIFY = { page: 'qualify' } as const;
const COMMITMENTS = { page: 'commitments' } as const;
const OUTBOX = { page: 'outbox' } as const;
const ROOM = { page: 'room', choice: roomChoiceOf(NOTHING) } as const;
const BLUEPRINT = { page: 'blueprint', reading: START } as const;
const ROADMAP = { page: 'roadmap', reading: START } as const;
const COLLECT = { page: 'collect', place: collectPlaceOf(NOTHING) } as const;

type Room =
  | typeof WORKBENCH
  | typeof DEVICES
  | typeof COST
  | typeof CORRECTIONS
  | typeof QUALIFY
  | typeof COMMITMENTS
  | typeof OUTBOX
  | typeof ROOM
  | typeof BLUEPRINT
  | typeof ROADMAP
  | typeof COLLECT;

const OF_STAFF: readonly Room[] = [
  WORKBENCH,
  COST,
  DEVICES,
  CORRECTIONS,
  QUALIFY,
  COMMITMENTS,
  OUTBOX,
  BLUEPRINT,
  ROADMAP,
];

/** In display order, by the role that `/api/v1/me` names. */
const ROOMS: { readonly [role: string]: readonly Room[] } = {
  agency: OF_STAFF,
  puc: OF_STAFF,
  provider: [ROOM, QUALIFY, COMMITMENTS],
  coordinator: [COLLECT, BLUEPRINT, ROADMAP],
  district: [COLLECT],
};

export function roomsOf(role: string | undefined): readonly Room[] {
  return ROOMS[role ?? ''] ?? [];
}
