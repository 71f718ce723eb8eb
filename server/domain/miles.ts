/** Land is measured in kilometers and told in miles, for readers in the United States. The mile is the international one, exact by definition. */
export const KM_A_MILE = 1.609344;

export function milesOf(km: number): number {
  return km / KM_A_MILE;
}

export function squareMilesOf(km2: number): number {
  return km2 / KM_A_MILE ** 2;
}
