/** How a place is named in an address: `house_district:50A-1`. */

export interface PlaceRef {
  readonly kind: string;
  /** The publisher's identifier. */
  readonly id: string;
}

/**
 * Identifiers that can stand in an address: letters, digits and, inside, hyphens, points and underscores. Census GEOIDs of
 * legislative districts hold hyphens (Vermont's 50E-O), others' identifiers of towns the rest.
 */
export const PLACE_ID = /^\w[\w.-]{0,23}$/;

export function placeRefOf(text: string): PlaceRef | undefined {
  const [, kind, id] = /^([a-z_]{3,30}):(.+)$/.exec(text) ?? [];
  return kind && id && PLACE_ID.test(id) ? { kind, id } : undefined;
}
