/** A small picture of the lots, each with its number of the table. */
import type { MultiPolygon, Polygon } from 'geojson';
import { useCatalog } from '../../lib/use-messages.ts';
import { frameOf, pathOf } from '../../map/frame.ts';
import type { Bounds } from '../../map/tiles.ts';
import { roundMessages } from './messages.ts';
import { type Round, shapesOf, useLotShapes, useStateOutline } from './queries.ts';

/** Of the picture's width. */
const MARGIN = 0.25;

export function LotsMap({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const { data } = useLotShapes(round.id, shapesOf(round.lots));
  const { data: states } = useStateOutline();
  const shapes = data?.features ?? [];
  if (shapes.length === 0) return null;
  const frame = frameOf(boundsAround(shapes.map(({ geometry }) => geometry)));
  const centers = new Map(round.lots.map(({ id, center }) => [id, center]));
  return (
    <figure className="rounds-figure">
      <svg
        className="rounds-map"
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={messages.map({ count: shapes.length })}
      >
        {states?.features.map((state) => (
          <path key={String(state.id)} className="state" d={pathOf(frame, state.geometry as Polygon | MultiPolygon)} />
        ))}
        {shapes.map(({ properties, geometry }) => (
          <path key={properties.id} className="lot" d={pathOf(frame, geometry)} />
        ))}
        {shapes.map(({ properties: { id } }, at) => {
          const [lng = 0, lat = 0] = centers.get(id) ?? [];
          const [x, y] = frame.at(lng, lat);
          return (
            <text key={id} x={x} y={y}>
              {at + 1}
            </text>
          );
        })}
      </svg>
      <figcaption className="note">{messages.mapLegend}</figcaption>
    </figure>
  );
}

/** With a margin, and never narrower than it is high. */
export function boundsAround(shapes: readonly MultiPolygon[]): Bounds {
  const points = shapes.flatMap(({ coordinates }) => coordinates.flat(2));
  const box = points.reduce<Bounds>(
    ([west, south, east, north], [lng = 0, lat = 0]) => [
      Math.min(west, lng),
      Math.min(south, lat),
      Math.max(east, lng),
      Math.max(north, lat),
    ],
    [180, 90, -180, -90],
  );
  const [west, south, east, north] = box;
  const side = Math.max(east - west, 1.6 * (north - south), 0.02);
  const [middle, half] = [(west + east) / 2, (side * (1 + MARGIN)) / 2];
  const tall = ((north - south) * MARGIN) / 2 + 0.01;
  return [middle - half, south - tall, middle + half, north + tall];
}
