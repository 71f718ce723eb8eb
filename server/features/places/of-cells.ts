import { cellToLatLng } from 'h3-js';
import { homeCell } from '../../domain/anonymize/index.ts';
import { cellToText } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import { forPointsInside, type PointSet, pointSet } from '../../platform/gis/inside.ts';
import { edgesOfWkb } from '../../platform/gis/wkb.ts';
import type { Reader } from '../../platform/reader.ts';
import type { PlaceKind } from './kinds.ts';

/**
 * The place of each kind that contains each cell's center.
 *
 * @param kinds any but schools, which are points and contain nothing, like towns without an outline
 * @param stateFips limits the places to one state; omitted: all
 * @returns for each kind, place ids in the order of the cells; null = outside every place of the kind. Where places of one
 *   kind overlap, the first by id, so that no student is counted twice; school districts are counted by the sender of the
 *   homes, never by their outlines
 */
export async function placesOfCells<Kind extends PlaceKind>(
  reader: Reader,
  { kinds, cells, stateFips }: { kinds: readonly Kind[]; cells: ArrayLike<bigint>; stateFips?: string },
): Promise<Record<Kind, (string | null)[]>> {
  const points = centersOf(cells);
  const places = {} as Record<Kind, (string | null)[]>;
  for (const kind of kinds) {
    const ids = new Array<string | null>(cells.length).fill(null);
    const outlines = await reader.rows<{ id: string; wkb: Buffer }>(
      `select id, ST_AsBinary(geom, 'NDR') as wkb
       from places.places
       where kind = $1 and geom is not null and ($2::text is null or state_fips = $2)
       order by id`,
      [kind, stateFips ?? null],
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
 * Places of a state that contain one point, in the order of the kinds: one per kind, chosen as `placesOfCells` does, but every school
 * district, as elementary and secondary ones share land.
 *
 * @param at latitude, longitude
 */
export async function placesAt<Kind extends PlaceKind>(
  tx: Tx,
  { kinds, at: [lat, lng], stateFips }: { kinds: readonly Kind[]; at: readonly [number, number]; stateFips: string },
): Promise<{ kind: Kind; id: string; name: string }[]> {
  const all = await tx.rows<{ kind: Kind; id: string; name: string }>(
    `-- one row: a place that holds the point
     select distinct p.kind, p.id, p.name, array_position($1::text[], p.kind) as "order"
     from places.parts q
     join places.places p using (kind, id)
     where q.kind = any($1::text[])
       and p.state_fips = $4
       and ST_Intersects(q.geom, ST_SetSRID(ST_MakePoint($2, $3), 4326))
     order by "order", p.id`,
    [kinds, lng, lat, stateFips],
  );
  return all
    .filter(({ kind }, i) => kind === 'school_district' || all[i - 1]?.kind !== kind)
    .map(({ kind, id, name }) => ({ kind, id, name }));
}

/** Whether a point lies outside the outline of a state; false where that is not known. */
export async function isOutside(
  tx: Tx,
  { at: [lat, lng], stateFips }: { at: readonly [number, number]; stateFips: string },
): Promise<boolean> {
  const { outside } = await tx.one<{ outside: boolean }>(
    `select count(*) > 0 and not coalesce(bool_or(ST_Intersects(geom, ST_SetSRID(ST_MakePoint($1, $2), 4326))), false) as outside
     from places.parts
     where kind = 'state'
       and id = $3`,
    [lng, lat, stateFips],
  );
  return outside;
}

/**
 * Whether each cell's center lies inside one place: 1 or 0, in the order of the cells.
 *
 * @returns null where the place has no outline
 */
export async function cellsInside(
  reader: Reader,
  { kind, id, cells }: { kind: PlaceKind; id: string; cells: ArrayLike<bigint> },
): Promise<Uint8Array | null> {
  const outline = await reader.maybe<{ wkb: Buffer }>(
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

/**
 * The given cells that contain a school of the state.
 *
 * @returns null where no school of the state is known
 */
export async function cellsWithSchools(
  reader: Reader,
  { stateFips, cells }: { stateFips: string; cells: ArrayLike<bigint> },
): Promise<ReadonlySet<bigint> | null> {
  const isKnown = await reader.maybe("select from places.places where kind = 'school' and state_fips = $1 limit 1", [
    stateFips,
  ]);
  if (!isKnown) return null;
  const { lng, lat } = centersOf(cells);
  const schools = await reader.rows<{ latitude: number; longitude: number }>(
    `-- one row: a school of the state about where the cells are
     select ST_Y(label_point) as latitude, ST_X(label_point) as longitude
     from places.places
     where kind = 'school'
       and state_fips = $1
       and label_point && ST_MakeEnvelope($2, $3, $4, $5, 4326)`,
    [stateFips, lowest(lng) - MARGIN, lowest(lat) - MARGIN, highest(lng) + MARGIN, highest(lat) + MARGIN],
  );
  const held = new Set(schools.map(homeCell));
  return new Set(Array.from(cells).filter((cell) => held.has(cell)));
}

/** In degrees: larger than the distance from a cell's center to its edge. */
const MARGIN = 0.02;

function lowest(numbers: Float64Array): number {
  return numbers.reduce((least, number) => Math.min(least, number), Infinity);
}

function highest(numbers: Float64Array): number {
  return numbers.reduce((most, number) => Math.max(most, number), -Infinity);
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
