/** Kinds of place, as migrations/0002 allows them. */
export const PLACE_KINDS = [
  'state',
  'county',
  'school_district',
  'senate_district',
  'house_district',
  'congressional_district',
  'town',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

export function isPlaceKind(text: string): text is PlaceKind {
  return (PLACE_KINDS as readonly string[]).includes(text);
}
