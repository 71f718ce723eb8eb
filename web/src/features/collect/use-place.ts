/** The collection and view in the address, and navigation to others. */
import type { CollectPlace } from '../../lib/collect-place.ts';
import { goToAddress, useAddress } from '../../lib/location.ts';
import { addressOf, routeOf } from '../../lib/route.ts';
import { STARTS } from '../../lib/starts.ts';

export function goTo(place: CollectPlace): void {
  goToAddress(addressOf({ page: 'collect', place }));
}

export function usePlace(): CollectPlace {
  const route = routeOf(new URL(useAddress()));
  return route.page === 'collect' ? route.place : STARTS.collect.place;
}
