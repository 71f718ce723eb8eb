/** Families of statistics and levels of detail in display order. */
export const FAMILIES: readonly string[] = [
  'home',
  'device',
  'equip',
  'lever',
  'estimated_verdict',
  'estimated_lever',
  'estimated_disputed',
];

export const LEVELS: readonly string[] = [
  'patch',
  'hex8',
  'hex7',
  'hex6',
  'hex5',
  'senate_district',
  'house_district',
  'congressional_district',
  'school_district',
  'tribal',
  'county',
  'state',
];

/** Sort positions, unknown items last. */
export function orderIn(listed: readonly string[], key: string): number {
  const position = listed.indexOf(key);
  return position < 0 ? Number.POSITIVE_INFINITY : position;
}
