/** Converts GeoJSON polygons to PostGIS's bulk format, and finds first the faults that PostGIS would stop at. */
import { type Phrase, type PhraseKey, phrase } from '../../domain/messages/phrase.ts';

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
  | { readonly polygons: readonly Polygon[]; readonly vertices: number; readonly notes: readonly Phrase[] }
  | { readonly refused: Phrase };

type RingNote = Extract<PhraseKey, `gis.repair/ring-${string}`>;

/**
 * Closes open rings and drops rings of fewer than three corners, with a note; ST_MakeValid handles everything else.
 *
 * @param geometry null where the feature has none
 */
export function polygonsOf(geometry: GeoJsonGeometry | null): Polygons {
  if (!geometry) return { refused: phrase('gis.shape/none') };
  const found = collect(geometry);
  if (typeof found === 'string') return { refused: phrase(`gis.shape/${found}`) };
  const notes = new Set<RingNote>();
  const polygons: Polygon[] = [];
  let vertices = 0;
  for (const polygon of found) {
    const rings: Ring[] = [];
    for (const [i, ring] of polygon.entries()) {
      for (const [lng, lat] of ring) {
        if (!isOnEarth(lng, lat)) return { refused: phrase('gis.shape/off-earth') };
      }
      const whole = closed(ring);
      if (whole !== ring) notes.add('gis.repair/ring-closed');
      if (whole.length < 4) {
        notes.add('gis.repair/ring-left-out');
        if (i === 0) break;
        continue;
      }
      rings.push(whole);
      vertices += whole.length;
    }
    if (rings.length > 0) polygons.push(rings);
  }
  if (polygons.length === 0) return { refused: phrase('gis.shape/no-area') };
  return { polygons, vertices, notes: [...notes].map((note) => phrase(note)) };
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

/** Polygons of a geometry, or what else it is. */
function collect(geometry: GeoJsonGeometry): Polygon[] | 'point' | 'line' | 'collection' {
  if (geometry.type === 'Polygon') return [geometry.coordinates as Polygon];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates as Polygon[];
  if (geometry.type === 'GeometryCollection') {
    const parts = (geometry.geometries ?? []).map(collect);
    const areas = parts.filter((part) => typeof part !== 'string');
    return areas.length > 0 ? areas.flat() : 'collection';
  }
  return geometry.type.endsWith('Point') ? 'point' : 'line';
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
