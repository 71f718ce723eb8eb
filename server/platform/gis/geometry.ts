/** Converts GeoJSON polygons to PostGIS's bulk format, and finds first the faults that PostGIS would stop at. */

export type Position = readonly number[];
export type Ring = readonly Position[];
export type Polygon = readonly Ring[];

/** A geometry as GeoJSON writes it. */
export interface GeoJsonGeometry {
  readonly type: string;
  readonly coordinates?: unknown;
  readonly geometries?: readonly GeoJsonGeometry[];
}

/** The polygons of a geometry, or why it has no usable one. */
export type Polygons =
  | { readonly polygons: readonly Polygon[]; readonly vertices: number; readonly notes: readonly string[] }
  | { readonly refused: string };

/**
 * Closes open rings and drops rings of fewer than three corners, with a note; ST_MakeValid handles everything else.
 *
 * @param geometry null where the feature has none
 */
export function polygonsOf(geometry: GeoJsonGeometry | null): Polygons {
  if (!geometry) return { refused: 'it has no geometry' };
  const found = collect(geometry);
  if (typeof found === 'string') return { refused: `it is a ${found}, and areas are wanted` };
  const notes = new Set<string>();
  const polygons: Polygon[] = [];
  let vertices = 0;
  for (const polygon of found) {
    const rings: Ring[] = [];
    for (const [i, ring] of polygon.entries()) {
      for (const [lng, lat] of ring) {
        if (!isOnEarth(lng, lat)) return { refused: 'it has coordinates outside the earth' };
      }
      const whole = closed(ring);
      if (whole !== ring) notes.add('a ring left open was closed');
      if (whole.length < 4) {
        notes.add('a ring of fewer than three corners was left out');
        if (i === 0) break;
        continue;
      }
      rings.push(whole);
      vertices += whole.length;
    }
    if (rings.length > 0) polygons.push(rings);
  }
  if (polygons.length === 0) return { refused: 'it has no area' };
  return { polygons, vertices, notes: [...notes] };
}

/** All positions of a geometry of any type. */
export function positionsOf(geometry: GeoJsonGeometry | null): Position[] {
  if (geometry?.geometries) return geometry.geometries.flatMap(positionsOf);
  const all: Position[] = [];
  const collectFrom = (coordinates: unknown): void => {
    if (!Array.isArray(coordinates)) return;
    if (typeof coordinates[0] === 'number') all.push(coordinates as number[]);
    else for (const inner of coordinates) collectFrom(inner);
  };
  collectFrom(geometry?.coordinates);
  return all;
}

/** Polygons of a geometry, or the name of its other type. */
function collect(geometry: GeoJsonGeometry): Polygon[] | string {
  if (geometry.type === 'Polygon') return [geometry.coordinates as Polygon];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as Polygon[];
  if (geometry.type === 'GeometryCollection') {
    const parts = (geometry.geometries ?? []).map(collect);
    const areas = parts.filter((part) => typeof part !== 'string');
    return areas.length > 0 ? areas.flat() : 'collection without areas';
  }
  return geometry.type.replace('Multi', '').replace('LineString', 'line').toLowerCase();
}

function closed(ring: Ring): Ring {
  const first = ring[0];
  const last = ring.at(-1);
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}

function isOnEarth(lng: number | undefined, lat: number | undefined): boolean {
  return lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}
