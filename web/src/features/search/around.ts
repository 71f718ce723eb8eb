import bbox from '@turf/bbox';
import circle from '@turf/circle';

/** A place of under 0.02 degrees is shown with this much around its center. */
const AROUND_A_SMALL_PLACE_KM = 7;

/** West, south, east, north of what is shown around a point. Fetched when a small place is chosen: the shell does without. */
export function around(center: readonly number[]): number[] {
  return bbox(circle([...center], AROUND_A_SMALL_PLACE_KM));
}
