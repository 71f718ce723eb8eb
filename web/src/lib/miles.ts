/** Converts the API's kilometers to miles, for readers in the United States. */
const KM_PER_MILE = 1.609344;

export function milesOf(km: number): number {
  return km / KM_PER_MILE;
}

export function squareMilesOf(km2: number): number {
  return km2 / KM_PER_MILE ** 2;
}
