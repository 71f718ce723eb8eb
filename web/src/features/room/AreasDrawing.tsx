/** Two sets of areas over each other and over county lines, to see at a glance what a correction changes, and where. */
import type { Geometry } from 'geojson';
import { useMemo } from 'react';
import { useCorrectionShapes, useCountiesIn } from './queries.ts';

/** Pixels of the longer side. */
const SIDE = 420;
/** Of the longer side. */
const MARGIN = 0.06;

export function AreasDrawing({ id, label }: { readonly id: number; readonly label: string }) {
  const { data } = useCorrectionShapes(id);
  const frame = useMemo(() => data && frameOf(data.features.map(({ geometry }) => geometry)), [data]);
  const { data: counties = [] } = useCountiesIn(frame?.box);
  const paths = useMemo(() => frame && data && pathsOf(frame, data.features, counties), [frame, data, counties]);
  if (!frame || !paths) return null;
  return (
    <figure className="room-figure">
      <svg className="room-areas" role="img" aria-label={label} viewBox={`0 0 ${frame.width} ${frame.height}`}>
        <path className="by-filing" d={paths.filing} fillRule="evenodd" />
        <path className="county-lines" d={paths.counties} />
        <path className="by-correction" d={paths.correction} fillRule="evenodd" />
      </svg>
      <figcaption className="note">{label}</figcaption>
    </figure>
  );
}

interface Shape {
  readonly geometry: Geometry;
  readonly properties: { readonly by: 'filing' | 'correction' };
}

interface Frame {
  /** In degrees, with room around. */
  readonly box: readonly [west: number, south: number, east: number, north: number];
  readonly width: number;
  readonly height: number;
  readonly at: (position: readonly number[]) => string;
}

function frameOf(geometries: readonly Geometry[]): Frame | undefined {
  const points = geometries.flatMap((geometry) => polygonsOf(geometry).flat(2));
  if (points.length === 0) return undefined;
  const along = (axis: 0 | 1) => points.map((point) => point[axis] ?? 0);
  const least = (axis: 0 | 1) => along(axis).reduce((a, b) => Math.min(a, b));
  const most = (axis: 0 | 1) => along(axis).reduce((a, b) => Math.max(a, b));
  const around = MARGIN * Math.max(most(0) - least(0), most(1) - least(1), 0.01);
  const box = [least(0) - around, least(1) - around, most(0) + around, most(1) + around] as const;
  const [west, south, east, north] = box;
  const narrowing = Math.cos(((south + north) * Math.PI) / 360);
  const scale = SIDE / Math.max((east - west) * narrowing, north - south);
  return {
    box,
    width: (east - west) * narrowing * scale,
    height: (north - south) * scale,
    at: ([lng = 0, lat = 0]) =>
      `${((lng - west) * narrowing * scale).toFixed(1)} ${((north - lat) * scale).toFixed(1)}`,
  };
}

function pathsOf({ at }: Frame, features: readonly Shape[], counties: readonly Geometry[]) {
  const path = (geometries: readonly Geometry[]) =>
    geometries
      .flatMap((geometry) => polygonsOf(geometry).flat())
      .map((ring) => `M${ring.map(at).join('L')}Z`)
      .join('');
  const by = (whose: Shape['properties']['by']) =>
    path(features.flatMap(({ geometry, properties }) => (properties.by === whose ? [geometry] : [])));
  return { filing: by('filing'), correction: by('correction'), counties: path(counties) };
}

function polygonsOf(geometry: Geometry): readonly number[][][][] {
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return geometry.type === 'Polygon' ? [geometry.coordinates] : [];
}
