import bbox from '@turf/bbox';
import circle from '@turf/circle';

/** Margin in degrees around the center of a place smaller than 0.02 degrees. */
const AROUND_A_SMALL_PLACE_KM = 7;

/** Bounds (west, south, east, north) around a point. Loaded when a small place is chosen, to keep it out of the shell. */
export function around(center: readonly number[]): number[] {
  return bbox(circle([...center], AROUND_A_SMALL_PLACE_KM));
}
