/** Two sets of areas over each other and over county lines, to see at a glance what a correction changes, and where. */
import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { useMemo } from 'react';
import { frameOf, pathOf } from '../../map/frame.ts';
import type { Bounds } from '../../map/tiles.ts';
import { useCorrectionShapes, useCountiesIn } from './queries.ts';

/** Of the longer side. */
const MARGIN = 0.06;

export function AreasDrawing({ id, label }: { readonly id: number; readonly label: string }) {
  const { data } = useCorrectionShapes(id);
  const box = useMemo(() => data && boxAround(data.features.map(({ geometry }) => geometry)), [data]);
  const { data: counties = [] } = useCountiesIn(box);
  if (!data || !box) return null;
  const frame = frameOf(box);
  const path = (geometries: readonly Geometry[]) => geometries.map((one) => pathOf(frame, one as Areas)).join('');
  const by = (whose: 'filing' | 'correction') =>
    path(data.features.flatMap(({ geometry, properties }) => (properties.by === whose ? [geometry] : [])));
  return (
    <figure className="room-figure">
      <svg className="room-areas" role="img" aria-label={label} viewBox={`0 0 ${frame.width} ${frame.height}`}>
        <path className="by-filing" d={by('filing')} fillRule="evenodd" />
        <path className="county-lines" d={path(counties)} />
        <path className="by-correction" d={by('correction')} fillRule="evenodd" />
      </svg>
      <figcaption className="note">{label}</figcaption>
    </figure>
  );
}

type Areas = Polygon | MultiPolygon;

/** With room around; undefined where nothing is drawn. */
function boxAround(geometries: readonly Geometry[]): Bounds | undefined {
  const points = geometries.flatMap(pointsOf);
  if (points.length === 0) return undefined;
  const along = (axis: 0 | 1) => points.map((point) => point[axis] ?? 0);
  const least = (axis: 0 | 1) => along(axis).reduce((a, b) => Math.min(a, b));
  const most = (axis: 0 | 1) => along(axis).reduce((a, b) => Math.max(a, b));
  const around = MARGIN * Math.max(most(0) - least(0), most(1) - least(1), 0.01);
  return [least(0) - around, least(1) - around, most(0) + around, most(1) + around];
}

function pointsOf(geometry: Geometry): readonly number[][] {
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return geometry.type === 'Polygon' ? geometry.coordinates.flat() : [];
}
