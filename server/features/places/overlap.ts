/**
 * Detects overlapping places of one kind by sample points in memory: ST_Intersection of neighbors' outlines takes the
 * embedded database seconds, and breaks its connection.
 */
import type { Tx } from '../../platform/db.ts';
import { forPointsInside, pointSet } from '../../platform/gis/inside.ts';
import { edgesOfWkb } from '../../platform/gis/wkb.ts';
import type { PlaceKind } from './kinds.ts';
import { type Level, mayShareGround } from './level.ts';

export interface Overlap {
  /** Of the file. */
  readonly one: Ground;
  readonly other: Ground;
  /** Share of the smaller of the two, 0 to 1, by sample. */
  readonly share: number;
}

export interface Ground {
  readonly id: string;
  readonly name: string;
  readonly stateFips: string;
  readonly level: Level | null;
  /** In the file and changed; else it stays as it is. */
  readonly changed: boolean;
  readonly inFile: boolean;
  /** Little-endian WKB of a MultiPolygon. */
  readonly wkb: Uint8Array;
  /** A point inside. */
  readonly lng: number;
  readonly lat: number;
}

/** Larger overlaps are not slivers, such as neighbors have when drawn in different years or scales. */
const SMALLEST_SHARE = 0.25;

/**
 * The staged places, and stored ones that remain beside them.
 *
 * @param states of the file. @param removed identifiers of places being removed
 */
export function groundsOf(
  tx: Tx,
  kind: PlaceKind,
  states: readonly string[],
  removed: readonly string[],
): Promise<Ground[]> {
  return tx.rows<Ground>(
    `-- one row: an outline as it will be
     select n.id, n.name, n.state_fips as "stateFips", n.level, c.id is not null as changed, true as "inFile",
       ST_AsBinary(n.geom, 'NDR') as wkb, ST_X(n.label_point) as lng, ST_Y(n.label_point) as lat
     from new_places n
     left join changed_places c using (id)
     where n.geom is not null
     union all
     select p.id, p.name, p.state_fips, p.level, false, false,
       ST_AsBinary(p.geom, 'NDR'), ST_X(p.label_point), ST_Y(p.label_point)
     from places.places p
     where p.kind = $1
       and p.state_fips = any($2::text[])
       and p.geom is not null
       and not p.id = any($3::text[])
       and not exists (select from new_places n where n.id = p.id)`,
    [kind, states, removed],
  );
}

/**
 * New or changed places that share land with remaining places or with others of the file. Elementary and secondary school
 * districts may.
 */
export function overlapsAmong(grounds: readonly Ground[]): { withKept: Overlap[]; amongNew: Overlap[] } {
  const overlaps = sharedGround(grounds)
    .filter(({ one, other }) => one.changed || other.changed)
    .map(({ one, other, share }) => (one.inFile ? { one, other, share } : { one: other, other: one, share }));
  return {
    withKept: overlaps.filter(({ other }) => !other.inFile),
    amongNew: overlaps.filter(({ other }) => other.inFile),
  };
}

/** Pairs in a state that share a quarter of the smaller one or more, each once, in order of identifier. */
export function sharedGround(grounds: readonly Ground[]): Overlap[] {
  const sorted = [...grounds].sort((a, b) => (a.id < b.id ? -1 : 1));
  const edges = sorted.map(({ wkb }) => edgesOfWkb(wkb));
  const samples = sorted.map((ground, i) => samplesIn(ground, edges[i] ?? new Float64Array()));
  const owner = Int32Array.from(samples.flatMap((points, i) => points.map(() => i)));
  const all = samples.flat();
  const points = pointSet(
    Float64Array.from(all, ([lng]) => lng),
    Float64Array.from(all, ([, lat]) => lat),
  );
  const count = sorted.length;
  /** Number of samples of one that lie in another, by `one * count + other`. */
  const inside = new Map<number, number>();
  for (const [other, outline] of edges.entries())
    forPointsInside(points, outline, (point) => {
      const key = (owner[point] ?? 0) * count + other;
      inside.set(key, (inside.get(key) ?? 0) + 1);
    });
  const share = (one: number, other: number) => (inside.get(one * count + other) ?? 0) / (samples[one]?.length ?? 1);
  const pairs = new Set([...inside.keys()].map((key) => pairOf(Math.floor(key / count), key % count, count)));
  return [...pairs]
    .sort((a, b) => a - b)
    .flatMap((pair) => {
      const [i, j] = [Math.floor(pair / count), pair % count];
      const [one, other] = [sorted[i], sorted[j]];
      if (i === j || !one || !other || one.stateFips !== other.stateFips) return [];
      // The larger share is that of the smaller place.
      const most = Math.max(share(i, j), share(j, i));
      return most < SMALLEST_SHARE || mayShareGround(one.level, other.level) ? [] : [{ one, other, share: most }];
    });
}

function pairOf(one: number, other: number, count: number): number {
  return Math.min(one, other) * count + Math.max(one, other);
}

/** Points of a grid over its bounds, refined until a hundred lie inside or the place is only specks in a sea. */
export function samplesIn(
  { lng, lat }: Pick<Ground, 'lng' | 'lat'>,
  edges: Float64Array,
): (readonly [lng: number, lat: number])[] {
  for (const steps of [24, 72, 216]) {
    const grid = gridOver(edges, steps);
    const found: (readonly [number, number])[] = [];
    forPointsInside(pointSet(grid.lngs, grid.lats), edges, (point) =>
      found.push([grid.lngs[point] ?? 0, grid.lats[point] ?? 0]),
    );
    if (found.length >= 100) return found;
    if (steps === 216) return [...found, [lng, lat]];
  }
  return [[lng, lat]];
}

function gridOver(edges: Float64Array, steps: number): { lngs: Float64Array; lats: Float64Array } {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < edges.length; i += 2) {
    west = Math.min(west, edges[i] ?? west);
    east = Math.max(east, edges[i] ?? east);
    south = Math.min(south, edges[i + 1] ?? south);
    north = Math.max(north, edges[i + 1] ?? north);
  }
  const at = (i: number, from: number, to: number) => from + ((to - from) * (i + 0.5)) / steps;
  const cells = Array.from({ length: steps * steps }, (_, i) => i);
  return {
    lngs: Float64Array.from(cells, (i) => at(i % steps, west, east)),
    lats: Float64Array.from(cells, (i) => at(Math.floor(i / steps), south, north)),
  };
}
