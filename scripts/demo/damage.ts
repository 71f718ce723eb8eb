import type { Feature, MultiPolygon, Position } from 'geojson';
import { chance } from './seeded.ts';

/** Share of damaged features: enough to encounter, few enough to read a report on each. */
const DAMAGED = 0.14;

/** Damages some features as in real filings: an importer must repair or name them. */
export function damage(features: readonly Feature[], seed: number): Feature[] {
  return features.map((feature, index) => {
    const { geometry } = feature;
    if (geometry.type !== 'MultiPolygon' || chance(seed, index) > DAMAGED) return feature;
    const fault = FAULTS[Math.floor(chance(seed, index, 1) * FAULTS.length)];
    return fault === undefined ? feature : { ...feature, geometry: fault(geometry) };
  });
}

const FAULTS: readonly ((shape: MultiPolygon) => MultiPolygon)[] = [crossed, stuttering, overlapping];

/** A bow tie: two swapped corners, so that the outline crosses itself. */
function crossed(shape: MultiPolygon): MultiPolygon {
  return withOuterRing(shape, (ring) => {
    const middle = Math.floor(ring.length / 2);
    const swapped = [...ring];
    const [a, b] = [ring[middle], ring[middle + 2]];
    if (middle < 1 || middle + 3 >= ring.length || a === undefined || b === undefined) return ring;
    swapped[middle] = b;
    swapped[middle + 2] = a;
    return swapped;
  });
}

/** Corners filed two and three times. */
function stuttering(shape: MultiPolygon): MultiPolygon {
  return withOuterRing(shape, (ring) =>
    ring.flatMap((position, index) => (index % 5 === 2 ? [position, position, position] : [position])),
  );
}

/** A sliver drawn over the edge of the first part, so that two parts of one shape overlap. */
function overlapping(shape: MultiPolygon): MultiPolygon {
  const [lng = 0, lat = 0] = shape.coordinates[0]?.[0]?.[0] ?? [];
  const sliver = [
    [lng - 0.002, lat - 0.0003],
    [lng + 0.002, lat - 0.0003],
    [lng + 0.002, lat + 0.0003],
    [lng - 0.002, lat + 0.0003],
    [lng - 0.002, lat - 0.0003],
  ];
  return { type: 'MultiPolygon', coordinates: [...shape.coordinates, [sliver]] };
}

function withOuterRing(shape: MultiPolygon, change: (ring: Position[]) => Position[]): MultiPolygon {
  const [[outer = [], ...holes] = [], ...others] = shape.coordinates;
  return { type: 'MultiPolygon', coordinates: [[change(outer), ...holes], ...others] };
}
