/** Filters and sorts the districts of a collection. */
import type { DistrictState, DistrictStatus } from '../../../../../server/features/collect/contract.ts';
import { countOfNotes } from '../notes.ts';
import { STATES } from '../words.ts';

export const ORDERS = ['name', 'state', 'enrolled', 'rate', 'latest', 'notes', 'link'] as const;
export type Order = (typeof ORDERS)[number];

export interface Arrangement {
  readonly search: string;
  readonly state: DistrictState | 'all';
  readonly order: Order;
  readonly isFalling: boolean;
}

export const AT_FIRST: Arrangement = { search: '', state: 'all', order: 'name', isFalling: false };

/** Whether a stored value is an arrangement. */
export function isArrangement(kept: unknown): kept is Arrangement {
  const { search, state, order, isFalling } = (kept ?? {}) as Partial<Arrangement>;
  return (
    typeof search === 'string' &&
    (state === 'all' || STATES.some((each) => each === state)) &&
    ORDERS.some((each) => each === order) &&
    typeof isFalling === 'boolean'
  );
}

export function arranged(districts: readonly DistrictStatus[], arrangement: Arrangement): readonly DistrictStatus[] {
  const { order, isFalling } = arrangement;
  const sign = isFalling ? -1 : 1;
  return districts
    .filter((district) => isListed(district, arrangement))
    .toSorted((one, other) => {
      const a = KEYS[order](one);
      const b = KEYS[order](other);
      // Unknown values come last in either direction.
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      const difference = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
      return sign * difference || one.name.localeCompare(other.name);
    });
}

function isListed(district: DistrictStatus, { search, state }: Arrangement): boolean {
  if (state !== 'all' && district.state !== state) return false;
  const words = search.trim().toLowerCase();
  return district.name.toLowerCase().includes(words) || district.leaId.startsWith(words);
}

/** The latest event. */
export function latestOf(
  district: DistrictStatus,
): { what: 'accepted' | 'received' | 'prepared' | 'taken_back'; at: string } | undefined {
  if (district.receivedAt && district.receivedAt > (district.acceptedAt ?? ''))
    return { what: 'received', at: district.receivedAt };
  if (district.state === 'taken_back' && district.takenBackAt) return { what: 'taken_back', at: district.takenBackAt };
  if (district.acceptedAt) return { what: 'accepted', at: district.acceptedAt };
  return district.preparedAt ? { what: 'prepared', at: district.preparedAt } : undefined;
}

const KEYS: Record<Order, (district: DistrictStatus) => number | string | undefined> = {
  name: (district) => district.name,
  state: (district) => STATES.indexOf(district.state),
  enrolled: (district) => district.enrolled ?? undefined,
  rate: (district) => district.responseRate?.rate,
  latest: (district) => latestOf(district)?.at,
  notes: (district) => countOfNotes(district),
  link: (district) => district.link?.expiresAt,
};

/** First click: numbers and dates descend, words ascend. */
export function reordered(arrangement: Arrangement, order: Order): Arrangement {
  if (arrangement.order === order) return { ...arrangement, isFalling: !arrangement.isFalling };
  return { ...arrangement, order, isFalling: !['name', 'state', 'link'].includes(order) };
}
