/** Where a point is, in words: how far and in which direction from the nearest town. */

import { turnTo } from '../../../server/domain/antimeridian.ts';
import type { Direction } from '../../../server/domain/cluster/name-parts.ts';
import { milesOf } from '../../../server/domain/miles.ts';
import type { PlaceFound } from './api.ts';
import { mapMessages } from './messages.ts';

export type Town = Pick<PlaceFound, 'name' | 'center'>;

const EARTH_KM = 6371;
/** Nearer than this it is simply at the town. */
const AT_MILES = 0.75;

const DIRECTIONS: readonly Direction[] = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'];

/** "about 3 miles northwest of Sutton", "at Sutton"; undefined where no town is known. */
export function whereabouts(center: readonly [number, number], towns: readonly Town[] | undefined): string | undefined {
  const { near } = mapMessages.get();
  const nearest = nearestTown(center, towns ?? []);
  if (!nearest) return undefined;
  const { town, miles, direction } = nearest;
  return miles < AT_MILES ? near.at({ town }) : near.from({ town, miles, direction });
}

export function nearestTown([lng, lat]: readonly [number, number], towns: readonly Town[]) {
  let nearest: { town: string; miles: number; direction: Direction } | undefined;
  for (const { name, center } of towns) {
    const [townLng = 0, townLat = 0] = center;
    const east = toRadians(turnTo(townLng, lng)) * Math.cos(toRadians((lat + townLat) / 2));
    const north = toRadians(lat - townLat);
    const miles = milesOf(EARTH_KM * Math.hypot(east, north));
    if (nearest && nearest.miles <= miles) continue;
    const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4));
    nearest = { town: name, miles, direction: DIRECTIONS[(eighth + 8) % 8] ?? 'n' };
  }
  return nearest;
}

function toRadians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
