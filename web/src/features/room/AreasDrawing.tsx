/** Two sets of areas over each other, to see at a glance what a correction changes. */
import type { Geometry } from 'geojson';
import { useMemo } from 'react';
import { useCorrectionShapes } from './queries.ts';

/** Pixels of the longer side. */
const SIDE = 420;
const MARGIN = 6;

export function AreasDrawing({ id, label }: { readonly id: number; readonly label: string }) {
  const { data } = useCorrectionShapes(id);
  const drawing = useMemo(() => data && drawn(data.features), [data]);
  if (!drawing) return null;
  return (
    <figure className="room-figure">
      <svg
        className="room-areas"
        role="img"
        aria-label={label}
        viewBox={`${-MARGIN} ${-MARGIN} ${drawing.width + 2 * MARGIN} ${drawing.height + 2 * MARGIN}`}
      >
        <path className="by-filing" d={drawing.filing} fillRule="evenodd" />
        <path className="by-correction" d={drawing.correction} fillRule="evenodd" />
      </svg>
      <figcaption className="note">{label}</figcaption>
    </figure>
  );
}

interface Shape {
  readonly geometry: Geometry;
  readonly properties: { readonly by: 'filing' | 'correction' };
}

function drawn(features: readonly Shape[]) {
  const points = features.flatMap(({ geometry }) => polygonsOf(geometry).flat(2));
  const box = points.reduce(
    ({ west, south, east, north }, [lng = 0, lat = 0]) => ({
      west: Math.min(west, lng),
      south: Math.min(south, lat),
      east: Math.max(east, lng),
      north: Math.max(north, lat),
    }),
    { west: 180, south: 90, east: -180, north: -90 },
  );
  const narrowing = Math.cos(((box.south + box.north) * Math.PI) / 360);
  const scale = SIDE / Math.max((box.east - box.west) * narrowing, box.north - box.south, 1e-6);
  const at = ([lng = 0, lat = 0]: readonly number[]) =>
    `${((lng - box.west) * narrowing * scale).toFixed(1)} ${((box.north - lat) * scale).toFixed(1)}`;
  const path = (by: Shape['properties']['by']) =>
    features
      .filter(({ properties }) => properties.by === by)
      .flatMap(({ geometry }) => polygonsOf(geometry).flat())
      .map((ring) => `M${ring.map(at).join('L')}Z`)
      .join('');
  return {
    width: (box.east - box.west) * narrowing * scale,
    height: (box.north - box.south) * scale,
    filing: path('filing'),
    correction: path('correction'),
  };
}

function polygonsOf(geometry: Geometry): readonly number[][][][] {
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return geometry.type === 'Polygon' ? [geometry.coordinates] : [];
}
