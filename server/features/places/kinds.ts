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

/** Many of a kind, in words. */
export const KIND_WORDS: Record<PlaceKind, string> = {
  state: 'states',
  county: 'counties',
  school_district: 'school districts',
  senate_district: 'senate districts',
  house_district: 'house districts',
  congressional_district: 'congressional districts',
  town: 'towns',
};
