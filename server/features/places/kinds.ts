/** Kinds of place, as migration 0035 allows them. */
export const PLACE_KINDS = [
  'state',
  'county',
  'school_district',
  'senate_district',
  'house_district',
  'congressional_district',
  'town',
  'tribal',
  'school',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Kinds that a file may give as points: a town given so, like a school, holds no cell, and nothing is counted for it. */
export const POINT_KINDS: readonly PlaceKind[] = ['town', 'school'];

export function isPlaceKind(text: string): text is PlaceKind {
  return (PLACE_KINDS as readonly string[]).includes(text);
}

/** Kinds below the state that have outlines, so that a hexagon's middle lies in one or none. */
export const PLACE_KINDS_WITH_CELLS = [
  'county',
  'school_district',
  'senate_district',
  'house_district',
  'congressional_district',
  'town',
] as const satisfies readonly PlaceKind[];
