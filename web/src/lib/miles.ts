/** What the API measures in kilometers, in the miles that readers in the United States know. */
const KM_PER_MILE = 1.609344;

export function milesOf(km: number): number {
  return km / KM_PER_MILE;
}

export function squareMilesOf(km2: number): number {
  return km2 / KM_PER_MILE ** 2;
}
