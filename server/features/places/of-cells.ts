import { cellToLatLng } from 'h3-js';
import { cellToText } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import { edgesOfWkb, forPointsInside, type PointSet, pointSet } from '../../platform/gis/inside.ts';
import type { PlaceKind } from './kinds.ts';

/**
 * The place of each kind that holds each cell's center.
 *
 * @param kinds any but towns, which are points and hold nothing
 * @returns for each kind, place ids in the order of the cells; null = outside every place of the kind. Where places of one
 *   kind overlap, as elementary and secondary school districts do, the one that comes first by id
 */
export async function placesOfCells<Kind extends PlaceKind>(
  tx: Tx,
  { kinds, cells }: { kinds: readonly Kind[]; cells: ArrayLike<bigint> },
): Promise<Record<Kind, (string | null)[]>> {
  const points = centersOf(cells);
  const places = {} as Record<Kind, (string | null)[]>;
  for (const kind of kinds) {
    const ids = new Array<string | null>(cells.length).fill(null);
    const outlines = await tx.rows<{ id: string; wkb: Buffer }>(
      `select id, ST_AsBinary(geom, 'NDR') as wkb
       from places.places
       where kind = $1 and geom is not null
       order by id`,
      [kind],
    );
    for (const { id, wkb } of outlines) {
      forPointsInside(points, edgesOfWkb(wkb), (point) => {
        ids[point] ??= id;
      });
    }
    places[kind] = ids;
  }
  return places;
}

/**
 * Whether each cell's center lies inside one place: 1 or 0, in the order of the cells.
 *
 * @returns null where no outline of the place is known
 */
export async function cellsInside(
  tx: Tx,
  { kind, id, cells }: { kind: PlaceKind; id: string; cells: ArrayLike<bigint> },
): Promise<Uint8Array | null> {
  const outline = await tx.maybe<{ wkb: Buffer }>(
    `select ST_AsBinary(geom, 'NDR') as wkb
     from places.places
     where kind = $1 and id = $2 and geom is not null`,
    [kind, id],
  );
  if (!outline) return null;
  const inside = new Uint8Array(cells.length);
  forPointsInside(centersOf(cells), edgesOfWkb(outline.wkb), (point) => {
    inside[point] = 1;
  });
  return inside;
}

function centersOf(cells: ArrayLike<bigint>): PointSet {
  const lng = new Float64Array(cells.length);
  const lat = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const center = cellToLatLng(cellToText(cells[i] ?? 0n));
    lat[i] = center[0];
    lng[i] = center[1];
  }
  return pointSet(lng, lat);
}
