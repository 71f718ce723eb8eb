import type { Geometry } from 'geojson';
import type { Tx } from '../../../platform/db.ts';
import type { Bounds, Named } from './types.ts';

/** A box that may reach past 180 degrees east, as SQL on parameters 1 to 4. */
const BOX = `(
  select st_collect(array[
    st_makeenvelope($1::float8, $2::float8, least($3::float8, 180), $4::float8, 4326),
    st_makeenvelope(-180, $2::float8, greatest($3::float8 - 360, -180), $4::float8, 4326)
  ])
)`;

export async function countyLines(
  tx: Tx,
  bounds: Bounds,
  { stateFips, coarseness }: { stateFips: string; coarseness: number },
): Promise<Geometry[]> {
  const rows = await tx.rows<{ shape: string }>(
    `-- one row: a county that reaches into the map
     select st_asgeojson(st_simplifypreservetopology(geom, $6::float8), 4) as shape
     from places.places
     where kind = 'county'
       and state_fips = $5
       and geom is not null
       and st_intersects(geom, ${BOX})
     order by id`,
    [...bounds, stateFips, coarseness],
  );
  return rows.map(({ shape }) => JSON.parse(shape) as Geometry);
}

/** @returns undefined where the state's outline is not loaded */
export async function stateShape(tx: Tx, stateFips: string, coarseness: number): Promise<Geometry | undefined> {
  const row = await tx.maybe<{ shape: string }>(
    `-- one row: the state
     select st_asgeojson(st_simplifypreservetopology(geom, $2::float8), 4) as shape
     from places.places
     where kind = 'state'
       and state_fips = $1
       and geom is not null`,
    [stateFips, coarseness],
  );
  return row && (JSON.parse(row.shape) as Geometry);
}

export async function clusterShapes(
  tx: Tx,
  bounds: Bounds,
  { releaseId, coarseness, named }: { releaseId: number; coarseness: number; named: readonly string[] | undefined },
): Promise<Geometry[]> {
  const rows = await tx.rows<{ shape: string }>(
    `-- one row: a cluster that reaches into the map
     select st_asgeojson(st_simplifypreservetopology(outline, $6::float8), 4) as shape
     from published.clusters
     where release_id = $5
       and of = 'unserved'
       and ($7::text[] is null or id::text = any ($7::text[]))
       and st_intersects(outline, ${BOX})
     order by id`,
    [...bounds, releaseId, coarseness, named ?? null],
  );
  return rows.map(({ shape }) => JSON.parse(shape) as Geometry);
}

/** Towns, the largest first, and schools. */
export async function pointsIn(
  tx: Tx,
  bounds: Bounds,
  { stateFips, inside }: { stateFips: string; inside: { kind: string; id: string } },
): Promise<{ towns: Named[]; schools: Named[] }> {
  const rows = await tx.rows<Named & { kind: string }>(
    `-- one row: a town on the map, or a school inside the place
     select p.kind, p.name, st_x(p.label_point) as lng, st_y(p.label_point) as lat
     from places.places p
     where p.state_fips = $5
       and st_intersects(p.label_point, ${BOX})
       and (
         p.kind = 'town'
         or (
           p.kind = 'school'
           and $6 <> 'state'
           and exists (
             select
             from places.parts q
             where q.kind = $6
               and q.id = $7
               and st_intersects(q.geom, p.label_point)
           )
         )
       )
     order by p.population desc nulls last, p.name, p.id
     limit 2000`,
    [...bounds, stateFips, inside.kind, inside.id],
  );
  return {
    towns: rows.filter(({ kind }) => kind === 'town'),
    schools: rows.filter(({ kind }) => kind === 'school'),
  };
}
