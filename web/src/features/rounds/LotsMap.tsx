/** A small picture of the lots, each with its number of the table. */
import type { MultiPolygon, Polygon } from 'geojson';
import { useCatalog } from '../../lib/use-messages.ts';
import { frameAround, pathOf } from '../../map/frame.ts';
import { roundMessages } from './messages.ts';
import { type Round, shapesOf, useLotShapes, useStateOutline } from './queries.ts';

export function LotsMap({ round }: { readonly round: Round }) {
  const messages = useCatalog(roundMessages);
  const { data } = useLotShapes(round.id, shapesOf(round.lots));
  const { data: states } = useStateOutline();
  const shapes = data?.features ?? [];
  if (shapes.length === 0) return null;
  const frame = frameAround(shapes.map(({ geometry }) => geometry));
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
