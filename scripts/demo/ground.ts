import { createRequire } from 'node:module';
import bbox from '@turf/bbox';
import { featureCollection, feature as featureOf } from '@turf/helpers';
import type { BBox, MultiPolygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Character, characterOf, residentsOf } from './regions.ts';

export interface County {
  fips: string;
  /** NCES district id: the state's 55 districts are its counties, numbered by name in steps of 30. */
  leaId: string;
  name: string;
  residents: number;
  character: Character;
  outline: MultiPolygon;
  /** West, south, east, north in degrees. */
  bounds: BBox;
}

export interface Ground {
  /** By name, as the state's districts are numbered. */
  counties: County[];
  /** Position in `counties`, or -1 outside the state. */
  countyAt(lng: number, lat: number): number;
}

export const STATE_FIPS = '54';

/** County outlines of us-atlas (1:10 million) with their numbers, and a fast point-to-county lookup. */
export function readGround(): Ground {
  const collection = feature(readAtlas(), readAtlas().objects.counties);
  const counties = collection.features
    .filter((county) => String(county.id).startsWith(STATE_FIPS))
    .sort((a, b) => (a.properties.name < b.properties.name ? -1 : 1))
    .map((county, index): County => {
      const fips = String(county.id);
      const outline = asMultiPolygon(county.geometry);
      return {
        fips,
        leaId: `${STATE_FIPS}${String(30 * (index + 1)).padStart(5, '0')}`,
        name: county.properties.name,
        residents: residentsOf(fips),
        character: characterOf(fips),
        outline,
        bounds: bbox(outline),
      };
    });
  return { counties, countyAt: countyFinder(counties) };
}

export type Atlas = Topology<{
  counties: GeometryCollection<{ name: string }>;
  states: GeometryCollection<{ name: string }>;
}>;

let atlas: Atlas | undefined;
export function readAtlas(): Atlas {
  atlas ??= createRequire(import.meta.url)('us-atlas/counties-10m.json') as Atlas;
  return atlas;
}

function asMultiPolygon(geometry: GeoJSON.Geometry): MultiPolygon {
  if (geometry.type === 'MultiPolygon') return geometry;
  if (geometry.type === 'Polygon') return { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
  throw new TypeError(`a county drawn as ${geometry.type}`);
}

const CELLS_PER_DEGREE = 100;
const BORDER = -2;

/** A grid of 0.01 degree answers all squares without a border; the others test the outlines. */
function countyFinder(counties: readonly County[]): Ground['countyAt'] {
  const state = bbox(featureCollection(counties.map(({ outline }) => featureOf(outline))));
  const west = Math.floor(state[0] * CELLS_PER_DEGREE) - 2;
  const south = Math.floor(state[1] * CELLS_PER_DEGREE) - 2;
  const columns = Math.ceil(state[2] * CELLS_PER_DEGREE) + 2 - west;
  const rows = Math.ceil(state[3] * CELLS_PER_DEGREE) + 2 - south;
  const grid = new Int8Array(columns * rows).fill(-1);

  counties.forEach(({ outline, bounds }, county) => {
    const first = Math.floor(bounds[1] * CELLS_PER_DEGREE) - south;
    const last = Math.floor(bounds[3] * CELLS_PER_DEGREE) - south;
    for (let row = first; row <= last; row++) {
      const crossings = crossingsAt(outline, (row + south + 0.5) / CELLS_PER_DEGREE);
      for (let index = 0; index + 1 < crossings.length; index += 2) {
        const from = Math.ceil((crossings[index] ?? 0) * CELLS_PER_DEGREE - west - 0.5);
        const to = Math.floor((crossings[index + 1] ?? 0) * CELLS_PER_DEGREE - west - 0.5);
        if (to >= from) grid.fill(county, row * columns + from, row * columns + to + 1);
      }
    }
  });
  for (const { outline } of counties) for (const ring of outline.coordinates.flat()) markBorder(ring);

  function markBorder(ring: readonly Position[]): void {
    for (let index = 1; index < ring.length; index++) {
      const [fromLng = 0, fromLat = 0] = ring[index - 1] ?? [];
      const [toLng = 0, toLat = 0] = ring[index] ?? [];
      const steps =
        Math.ceil(Math.max(Math.abs(toLng - fromLng), Math.abs(toLat - fromLat)) * CELLS_PER_DEGREE * 2) + 1;
      for (let step = 0; step <= steps; step++) {
        const column = Math.floor((fromLng + ((toLng - fromLng) * step) / steps) * CELLS_PER_DEGREE) - west;
        const row = Math.floor((fromLat + ((toLat - fromLat) * step) / steps) * CELLS_PER_DEGREE) - south;
        for (let up = -1; up <= 1; up++)
          grid.fill(BORDER, (row + up) * columns + column - 1, (row + up) * columns + column + 2);
      }
    }
  }

  return (lng, lat) => {
    const column = Math.floor(lng * CELLS_PER_DEGREE) - west;
    const row = Math.floor(lat * CELLS_PER_DEGREE) - south;
    if (column < 0 || row < 0 || column >= columns || row >= rows) return -1;
    const known = grid[row * columns + column] ?? -1;
    return known === BORDER ? counties.findIndex((county) => liesIn(county, lng, lat)) : known;
  };
}

/** Even-odd rule, written out: settling a state tests borders about 100,000 times. */
export function liesIn({ outline, bounds }: County, lng: number, lat: number): boolean {
  if (lng < bounds[0] || lng > bounds[2] || lat < bounds[1] || lat > bounds[3]) return false;
  let inside = false;
  for (const polygon of outline.coordinates)
    for (const ring of polygon)
      for (let index = 1; index < ring.length; index++) {
        const [fromLng = 0, fromLat = 0] = ring[index - 1] ?? [];
        const [toLng = 0, toLat = 0] = ring[index] ?? [];
        if (fromLat <= lat === toLat <= lat) continue;
        if (fromLng + ((lat - fromLat) / (toLat - fromLat)) * (toLng - fromLng) < lng) inside = !inside;
      }
  return inside;
}

/** Longitudes where the outline crosses a parallel, from west to east. */
function crossingsAt(outline: MultiPolygon, lat: number): number[] {
  const found: number[] = [];
  for (const polygon of outline.coordinates)
    for (const ring of polygon)
      for (let index = 1; index < ring.length; index++) {
        const [fromLng = 0, fromLat = 0] = ring[index - 1] ?? [];
        const [toLng = 0, toLat = 0] = ring[index] ?? [];
        if (fromLat <= lat === toLat <= lat) continue;
        found.push(fromLng + ((lat - fromLat) / (toLat - fromLat)) * (toLng - fromLng));
      }
  return found.sort((a, b) => a - b);
}
