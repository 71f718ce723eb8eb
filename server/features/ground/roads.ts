/** A state's roads as lines, to measure along; what is drawn of them is in tiles (`store.ts`). */
import type { LineString, Position } from 'geojson';
import type { Tx } from '../../platform/db.ts';
import type { GroundFeature } from './cut.ts';

const LINES_A_BATCH = 5_000;

/** Replaces a state's roads. */
export async function putRoads(tx: Tx, stateFips: string, features: readonly GroundFeature[]): Promise<void> {
  await tx.run('delete from places.roads where state_fips = $1', [stateFips]);
  const lines = features.flatMap(linesOf);
  for (let from = 0; from < lines.length; from += LINES_A_BATCH) {
    const some = lines.slice(from, from + LINES_A_BATCH);
    await tx.run(
      `insert into places.roads (state_fips, position, geom)
       select $1, $2 + at::integer, st_setsrid(st_force2d(st_geomfromgeojson(line)), 4326)
       from unnest($3::text[]) with ordinality as line (line, at)`,
      [
        stateFips,
        from,
        some.map((coordinates) => JSON.stringify({ type: 'LineString', coordinates } satisfies LineString)),
      ],
    );
  }
}

export async function hasRoads(tx: Tx, stateFips: string): Promise<boolean> {
  const found = await tx.maybe<{ one: number }>('select 1 as one from places.roads where state_fips = $1 limit 1', [
    stateFips,
  ]);
  return found !== undefined;
}

function linesOf({ geometry }: GroundFeature): Position[][] {
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  return lines.filter((line) => line.length > 1);
}

type Box = readonly [west: number, south: number, east: number, north: number];

/** Degrees, some 10 meters: roads whose ends miss each other by less meet. */
const SNAP = 0.0001;

/**
 * Lines of the roads that reach into a box, cut wherever they cross or meet, so that each ends where another begins. A bridge counts as a
 * crossing: a cable may change roads there.
 *
 * @returns vertices of each, as longitude and latitude; none where no road is imported
 */
export async function roadLines(
  tx: Tx,
  stateFips: string,
  [west, south, east, north]: Box,
): Promise<[lng: number, lat: number][][]> {
  const rows = await tx.rows<{ line: string }>(
    `-- one row: a piece of road between two meetings
     with near as (
       select geom
       from places.roads
       where state_fips = $1
         and geom && st_makeenvelope($2::float8, $3::float8, $4::float8, $5::float8, 4326)
     )
     select st_asgeojson(piece.geom, 6) as line
     from (select st_unaryunion(st_collect(geom), $6::float8) as cut from near) as whole
     cross join lateral st_dump(cut) as piece
     where st_geometrytype(piece.geom) = 'ST_LineString'`,
    [stateFips, west, south, east, north, SNAP],
  );
  return rows.map(({ line }) =>
    (JSON.parse(line) as LineString).coordinates.map(([lng = 0, lat = 0]): [number, number] => [lng, lat]),
  );
}
