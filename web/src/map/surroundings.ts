/** The neighboring states, drawn from a file we ship: outlines and label positions. */

import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import statesUrl from 'us-atlas/states-10m.json?url';

type StatesTopology = Topology<{ states: GeometryCollection<{ name: string }> }>;
type State = Feature<Polygon | MultiPolygon, { name: string }>;

export interface Surroundings {
  readonly outlines: FeatureCollection;
  /** Borders between other states. Those of the map's states come from our tiles, because two sources of one line never match. */
  readonly borders: MultiLineString;
  /** One point per state; where the map shows one, of all others: the page names it. */
  readonly names: FeatureCollection<Point, { name: string }>;
}

/** @param own FIPS codes of the map's states */
export async function surroundings(own: readonly string[]): Promise<Surroundings> {
  const response = await fetch(statesUrl);
  const topology = (await response.json()) as StatesTopology; // a file of ours, built with the page
  const outlines = feature(topology, topology.objects.states) as FeatureCollection<
    Polygon | MultiPolygon,
    { name: string }
  >;
  return {
    outlines,
    borders: mesh(topology, topology.objects.states, (a, b) => ![a, b].some(({ id }) => own.includes(String(id)))),
    names: {
      type: 'FeatureCollection',
      features: outlines.features
        .filter((state) => own.length > 1 || !own.includes(String(state.id)))
        .map((state) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: middleOf(state) },
          properties: { name: state.properties.name },
        })),
    },
  };
}

/** Centroid of a state's largest ring: inside it in all but very bent states, and near enough for a name. */
function middleOf(state: State): [number, number] {
  const polygons = state.geometry.type === 'Polygon' ? [state.geometry.coordinates] : state.geometry.coordinates;
  let largest = 0;
  let middle: [number, number] = [0, 0];
  for (const [ring] of polygons) {
    const { area, centroid } = areaAndCentroid(ring ?? []);
    if (area > largest) {
      largest = area;
      middle = centroid;
    }
  }
  return middle;
}

function areaAndCentroid(ring: readonly number[][]): { area: number; centroid: [number, number] } {
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { area: Math.abs(twice / 2), centroid: [x / (3 * twice || 1), y / (3 * twice || 1)] };
}
