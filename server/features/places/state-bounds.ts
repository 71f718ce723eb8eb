import { boundsOfState, isInside } from '../../domain/anonymize/index.ts';

type LngLat = readonly number[];

/** Whether any of the points lies near the state; always true for a code that is no state, such as the Bureau of Indian Education. */
export function liesInState(stateFips: string, points: readonly LngLat[]): boolean {
  const bounds = boundsOfState(stateFips);
  if (!bounds) return true;
  return points.some(([lng = Number.NaN, lat = Number.NaN]) => {
    // Alaska extends beyond 180 degrees, where its bounds of homes end.
    const within = stateFips === ALASKA && lng > 170 ? lng - 360 : lng;
    return isInside(stateFips === ALASKA ? { ...bounds, west: -188 } : bounds, lat, within);
  });
}

const ALASKA = '02';
