import type { Tx } from '../../platform/db.ts';
import type { PlaceKind } from './kinds.ts';
import type { PlaceRow } from './row.ts';

/**
 * Puts places, whose outlines wait in `gis_staging` under the same positions, where those of the kind and states were.
 *
 * @returns false when the same places were there and nothing was done
 */
export async function writePlaces(
  tx: Tx,
  kind: PlaceKind,
  illustrative: boolean,
  rows: readonly PlaceRow[],
): Promise<boolean> {
  await tx.run(
    `create temporary table place_rows (
       position integer not null,
       id text not null,
       name text not null,
       state_fips text not null,
       population integer,
       lng double precision,
       lat double precision
     ) on commit drop`,
  );
  await tx.load(
    'place_rows',
    [
      { name: 'position', type: 'integer' },
      { name: 'id', type: 'text' },
      { name: 'name', type: 'text' },
      { name: 'state_fips', type: 'text' },
      { name: 'population', type: 'integer' },
      { name: 'lng', type: 'double precision' },
      { name: 'lat', type: 'double precision' },
    ],
    [
      [
        rows.map((_, position) => position),
        rows.map((row) => row.id),
        rows.map((row) => row.name),
        rows.map((row) => row.stateFips),
        rows.map((row) => row.population),
        rows.map((row) => row.lngLat?.[0] ?? null),
        rows.map((row) => row.lngLat?.[1] ?? null),
      ],
    ],
  );
  await tx.run(
    `create temporary table new_places on commit drop as
     select $1::text as kind, r.id, r.name, r.state_fips, r.population, $2::boolean as illustrative,
       coalesce(ST_PointOnSurface(s.geom), ST_SetSRID(ST_MakePoint(r.lng, r.lat), 4326)) as label_point,
       s.geom
     from place_rows r
     left join gis_staging s using (position)`,
    [kind, illustrative],
  );
  const states = [...new Set(rows.map((row) => row.stateFips))];
  if (await sameAsBefore(tx, kind, states)) return false;
  await tx.run('delete from places.places where kind = $1 and state_fips = any($2)', [kind, states]);
  await tx.run(
    `insert into places.places (kind, id, name, state_fips, population, illustrative, label_point, geom)
     select kind, id, name, state_fips, population, illustrative, label_point, geom
     from new_places
     order by id`,
  );
  await tx.run(
    `insert into places.parts (kind, id, geom)
     select kind, id, ST_Subdivide(geom, 64)
     from new_places
     where geom is not null
     order by id`,
  );
  return true;
}

async function sameAsBefore(tx: Tx, kind: PlaceKind, states: readonly string[]): Promise<boolean> {
  const { same } = await tx.one<{ same: boolean }>(
    `with before as (
       select id, name, state_fips, population, illustrative, ST_AsBinary(label_point) as label, ST_AsBinary(geom) as outline
       from places.places
       where kind = $1 and state_fips = any($2)
     ),
     after as (
       select id, name, state_fips, population, illustrative, ST_AsBinary(label_point), ST_AsBinary(geom)
       from new_places
     )
     select not exists ((table before except table after) union all (table after except table before)) as same`,
    [kind, states],
  );
  return same;
}
