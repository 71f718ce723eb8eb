/** Writes places: stages them, compares them with the stored ones, and replaces those. */
import type { Tx } from '../../platform/db.ts';
import type { StagedRow } from './features.ts';
import type { PlaceKind } from './kinds.ts';
import type { Level } from './level.ts';
import type { Origin } from './origin.ts';

/** A new or changed place. */
export interface Change {
  readonly id: string;
  readonly name: string;
  readonly isNew: boolean;
  /** Null for a new one, like the others. */
  readonly nameBefore: string | null;
  readonly illustrativeBefore: boolean | null;
  /** False if both are known and differ. */
  readonly isOfLevel: boolean;
  readonly hasMoved: boolean | null;
  /** True if the old and new outlines overlap; for points, within about 20 km. */
  readonly isThere: boolean | null;
}

/** A stored place of the kind and states that the file lacks. */
export interface KeptPlace {
  readonly id: string;
  readonly name: string;
  readonly stateFips: string;
  readonly illustrative: boolean;
}

const COLUMNS = [
  { name: 'outline', type: 'integer' },
  { name: 'id', type: 'text' },
  { name: 'name', type: 'text' },
  { name: 'state_fips', type: 'text' },
  { name: 'population', type: 'integer' },
  { name: 'level', type: 'text' },
  { name: 'lng', type: 'double precision' },
  { name: 'lat', type: 'double precision' },
] as const;

/** Creates the temporary table `new_places`, dropped at the end of the transaction. */
export async function stagePlaces(
  tx: Tx,
  { kind, illustrative, origin }: { readonly kind: PlaceKind; readonly illustrative: boolean; readonly origin: Origin },
  rows: readonly StagedRow[],
): Promise<void> {
  const definitions = COLUMNS.map(({ name, type }) => `${name} ${type}`).join(', ');
  await tx.run(`create temporary table place_rows (${definitions}) on commit drop`);
  await tx.load(
    'place_rows',
    [...COLUMNS],
    [
      [
        rows.map((row) => row.outline),
        rows.map((row) => row.id),
        rows.map((row) => row.name),
        rows.map((row) => row.stateFips),
        rows.map((row) => row.population),
        rows.map((row): Level | null => row.level),
        rows.map((row) => row.lngLat?.[0] ?? null),
        rows.map((row) => row.lngLat?.[1] ?? null),
      ],
    ],
  );
  await tx.run(
    `create temporary table new_places on commit drop as
     select $1::text as kind, r.id, r.name, r.state_fips, r.population, $2::boolean as illustrative, r.level, $3::text as publisher, $4::text as vintage, r.outline,
       coalesce(ST_PointOnSurface(s.geom), ST_SetSRID(ST_MakePoint(r.lng, r.lat), 4326)) as label_point,
       s.geom
     from place_rows r
     left join gis_staging s on s.position = r.outline`,
    [kind, illustrative, origin.publisher, origin.vintage],
  );
}

/** Sets the distinguishing names. @param names by identifier */
export async function renameStaged(tx: Tx, names: ReadonlyMap<string, string>): Promise<void> {
  await tx.run(
    `update new_places p
     set name = renamed.name
     from unnest($1::text[], $2::text[]) as renamed(id, name)
     where p.id = renamed.id`,
    [[...names.keys()], [...names.values()]],
  );
}

export function keptPlaces(tx: Tx, kind: PlaceKind, states: readonly string[]): Promise<KeptPlace[]> {
  return tx.rows(
    `-- one row: a place of the kind and states that the file does not hold
     select id, name, state_fips as "stateFips", illustrative
     from places.places p
     where kind = $1
       and state_fips = any($2::text[])
       and not exists (select from new_places n where n.id = p.id)
     order by id`,
    [kind, states],
  );
}

/** Creates the temporary table `changed_places` of identifiers. */
export async function compareStaged(tx: Tx, kind: PlaceKind): Promise<Change[]> {
  const changes = await tx.rows<Change>(
    `-- one row: a place that is new or not as it was
     select n.id, n.name, e.id is null as "isNew", e.name as "nameBefore", e.illustrative as "illustrativeBefore",
       coalesce(e.level = n.level, true) as "isOfLevel",
       ST_AsBinary(n.geom) is distinct from ST_AsBinary(e.geom)
         or ST_AsBinary(n.label_point) is distinct from ST_AsBinary(e.label_point) as "hasMoved",
       case
         when n.geom is null or e.geom is null then ST_DWithin(n.label_point, e.label_point, 0.2)
         else ST_Intersects(n.geom, e.geom)
       end as "isThere"
     from new_places n
     left join places.places e on e.kind = $1 and e.id = n.id
     where (n.name, n.state_fips, n.population, n.illustrative, n.level, n.publisher, n.vintage, ST_AsBinary(n.geom), ST_AsBinary(n.label_point))
       is distinct from (e.name, e.state_fips, e.population, e.illustrative, e.level, e.publisher, e.vintage, ST_AsBinary(e.geom), ST_AsBinary(e.label_point))
     order by n.id`,
    [kind],
  );
  await tx.run('create temporary table changed_places on commit drop as select unnest($1::text[]) as id', [
    changes.map(({ id }) => id),
  ]);
  return changes;
}

/** The version of a row is the transaction that wrote it. */
export async function versionOf(tx: Tx, kind: PlaceKind): Promise<string> {
  const { version } = await tx.one<{ version: string }>(
    "select coalesce(md5(string_agg(concat_ws(' ', id, xmin), ',' order by id)), '') as version from places.places where kind = $1",
    [kind],
  );
  return version;
}

/** Removes `removed` and replaces what changed. */
export async function putPlaces(tx: Tx, kind: PlaceKind, removed: readonly string[]): Promise<void> {
  await tx.run(
    'delete from places.places where kind = $1 and (id = any($2::text[]) or id in (select id from changed_places))',
    [kind, removed],
  );
  await tx.run(
    `insert into places.places
       (kind, id, name, state_fips, population, illustrative, level, publisher, vintage, label_point, geom)
     select kind, id, name, state_fips, population, illustrative, level, publisher, vintage, label_point, geom
     from new_places
     join changed_places using (id)
     order by id`,
  );
  await tx.run(
    `insert into places.parts (kind, id, geom)
     select kind, id, p.geom
     from new_places
     join changed_places using (id)
     join gis_pieces p on p.position = new_places.outline
     order by id`,
  );
}
