import { boundsOfState } from '../../domain/anonymize/index.ts';

type LngLat = readonly number[];

/** Whether any of the points lies about where the state is; always where its bounds are not known, as of a territory. */
export function liesInState(stateFips: string, points: readonly LngLat[]): boolean {
  const bounds = boundsOfState(stateFips);
  if (!bounds) return true;
  return points.some(([lng = Number.NaN, lat = Number.NaN]) => {
    // Alaska goes on beyond 180 degrees, where its bounds end.
    if (stateFips === ALASKA && lng > 170) return true;
    return lat >= bounds.south && lat <= bounds.north && lng >= bounds.west && lng <= bounds.east;
  });
}

const ALASKA = '02';
