/** Kinds of things drawn under the hexes so that people recognize where they are. Nothing is counted by them. */

/** Kinds that have files of their own; schools are drawn from the places that `import places --kind school` loads. */
export const GROUND_KINDS = ['road', 'water', 'library'] as const;
export type GroundKind = (typeof GROUND_KINDS)[number];

export const DRAWN_KINDS = ['water', 'road', 'school', 'library'] as const;
export type DrawnKind = (typeof DRAWN_KINDS)[number];

export function isGroundKind(text: string): text is GroundKind {
  return (GROUND_KINDS as readonly string[]).includes(text);
}

/** 1 is drawn from far, 3 from close by only. */
export type Rank = 1 | 2 | 3;

/** The zoom from which features of a rank are in tiles: before it they hide what the hexes say. */
export const FIRST_ZOOM: Record<DrawnKind, Record<Rank, number>> = {
  water: { 1: 5, 2: 10, 3: 11 },
  road: { 1: 5, 2: 8, 3: 11 },
  school: { 1: 9, 2: 10, 3: 10 },
  library: { 1: 9, 2: 10, 3: 10 },
};

/** The closest zoom with tiles of its own; the map draws closer ones from it. */
export const CLOSEST_ZOOM = 12;
export const FARTHEST_ZOOM = 5;
