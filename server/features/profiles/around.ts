/** What lies on a place's ground and beside it. */
import type { Tx } from '../../platform/db.ts';
import type { PlaceKind } from '../places/index.ts';
import type { PlaceProfile } from './contract.ts';

export interface PlaceAsked {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly stateFips: string;
}

/** Smaller parts are borders drawn otherwise. */
const LEAST_SHARE = 0.01;

/** Places of other kinds by the students of the areas that count to both: sums of whole patches, like all numbers. */
export function overlappingOf(
  tx: Tx,
  { kind, id }: PlaceAsked,
  { releaseId, audience }: { releaseId: number; audience: string },
): Promise<PlaceProfile['overlapping']> {
  return tx.rows(
    `-- one row: a place that shares areas with the one asked
     with own as (
       select p.patch, p.students
       from published.place_patches i
       join published.patches p on p.release_id = i.release_id and p.audience = i.audience and p.patch = any(i.patches)
       where i.release_id = $1 and i.audience = $2 and i.kind = $3 and i.id = $4
     ), shared as (
       select o.kind, o.id, sum(own.students)::double precision / (select sum(students) from own) as share
       from published.place_patches o
       cross join unnest(o.patches) as part (patch)
       join own on own.patch = part.patch
       where o.release_id = $1 and o.audience = $2 and o.kind not in ($3, 'state')
       group by o.kind, o.id
     )
     select kind, id, name, share
     from shared
     join places.places using (kind, id)
     where share >= $5
     order by array_position(array['county', 'school_district', 'senate_district', 'house_district', 'congressional_district', 'tribal', 'town'], kind),
       share desc, id`,
    [releaseId, audience, kind, id, LEAST_SHARE],
  );
}

/** In degrees, some 200 m: outlines of one publisher touch, of two nearly. */
const BESIDE = 0.002;

type Neighbor = PlaceProfile['neighbors'][number];

export async function neighborsOf(
  tx: Tx,
  { kind, id, stateFips }: PlaceAsked,
): Promise<{ neighbors: Neighbor[]; sharesGroundWith: Neighbor[] }> {
  const rows = await tx.rows<Neighbor & { shares: boolean }>(
    `-- one row: a place of the kind that touches the one asked
     select p.kind, p.id, p.name,
       coalesce(o.level <> p.level and 'unified' not in (o.level, p.level), false)
         and (
           exists (select from places.parts q where q.kind = p.kind and q.id = p.id and ST_Intersects(q.geom, o.label_point))
           or exists (select from places.parts q where q.kind = o.kind and q.id = o.id and ST_Intersects(q.geom, p.label_point))
         ) as shares
     from places.places o
     join places.places p on p.kind = o.kind and p.id <> o.id and p.state_fips = o.state_fips
     where o.kind = $1
       and o.id = $2
       and o.state_fips = $3
       and exists (
         select
         from places.parts a
         join places.parts b on b.kind = p.kind and b.id = p.id and ST_DWithin(a.geom, b.geom, $4)
         where a.kind = o.kind and a.id = o.id
       )
     order by p.name, p.id`,
    [kind, id, stateFips, BESIDE],
  );
  const named = (shares: boolean) =>
    rows.filter((row) => row.shares === shares).map(({ shares: _, ...place }) => place);
  return { neighbors: named(false), sharesGroundWith: named(true) };
}

const MOST_SCHOOLS = 100;
const MOST_TOWNS = 12;

/** Schools and towns whose point lies in the place. */
export async function landmarksOf(
  tx: Tx,
  { kind, id, stateFips }: PlaceAsked,
): Promise<Pick<PlaceProfile, 'schools' | 'towns'>> {
  const rows = await tx.rows<{ kind: string; name: string }>(
    `-- one row: a school or a town
     select s.kind, s.name
     from places.places s
     where s.kind in ('school', 'town')
       and s.state_fips = $3
       and not (s.kind = $1 and s.id = $2)
       and (
         $1 = 'state'
         or exists (select from places.parts q where q.kind = $1 and q.id = $2 and ST_Intersects(q.geom, s.label_point))
       )
     order by s.kind, s.population desc nulls last, s.name`,
    [kind, id, stateFips],
  );
  const schools = rows.filter((row) => row.kind === 'school').map(({ name }) => name);
  return {
    schools: { count: schools.length, names: schools.slice(0, MOST_SCHOOLS) },
    towns: rows
      .filter((row) => row.kind === 'town')
      .slice(0, MOST_TOWNS)
      .map(({ name }) => name),
  };
}
