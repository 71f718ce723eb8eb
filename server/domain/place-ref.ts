/** A place in an address: `house_district:50A-1`. */

export interface PlaceRef {
  readonly kind: string;
  /** The publisher's identifier. */
  readonly id: string;
}

/**
 * Identifiers allowed in an address: letters, digits and, inside, hyphens, points and underscores. Census GEOIDs of
 * legislative districts contain hyphens (Vermont's 50E-O), other publishers' town identifiers the rest.
 */
export const PLACE_ID = /^\w[\w.-]{0,23}$/;

export function placeRefOf(text: string): PlaceRef | undefined {
  const [, kind, id] = /^([a-z_]{3,30}):(.+)$/.exec(text) ?? [];
  return kind && id && PLACE_ID.test(id) ? { kind, id } : undefined;
}
