import { countyName } from '../../domain/county-name.ts';
import type { Tx } from '../../platform/db.ts';
import { bboxSql } from '../../platform/gis/bbox.ts';
import type { PlaceFound, PlaceKind } from './contract.ts';
import { districtAsked } from './district-asked.ts';
import { memberAsked } from './member-asked.ts';

const FOUND = `
  p.kind,
  p.id,
  p.name,
  p.state_fips as state,
  p.geom is not null as outlined,
  array[st_x(p.label_point), st_y(p.label_point)] as center,
  case
    when p.geom is null then array[st_x(p.label_point) - 0.05, st_y(p.label_point) - 0.04, st_x(p.label_point) + 0.05, st_y(p.label_point) + 0.04]
    else ${bboxSql('p.geom')}
  end as bbox`;

/** Whether a place is the district that was typed by its number. */
const NUMBERED = `(p.kind = any($5::text[]) and ltrim(substr(p.id, 3), '0') = $6::text)`;

/** Ignores accents: people type "Anasco" for Añasco. */
export const FOLDED = (text: string) =>
  `lower(translate(${text}, 'ÁÉÍÓÚÜÑáàâäãéèêëíìîïóòôöõúùûüñçāēīōū‘’ʻ', 'AEIOUUNaaaaaeeeeiiiiooooouuuuncaeiou'''''''))`;

/**
 * Places whose name, or a member's, begins with or contains the typed text, and districts of the number typed: numbers first, then
 * prefixes, then counties before towns, large before small.
 */
export async function placesLike(
  tx: Tx,
  typed: string,
  { kind, state, limit }: { kind?: PlaceKind | undefined; state?: string | undefined; limit: number },
): Promise<PlaceFound[]> {
  const literally = (text: string) => text.toLowerCase().replace(/[\\%_]/g, '\\$&');
  const pattern = literally(typed);
  const district = districtAsked(typed);
  const member = memberAsked(typed);
  const rows = await tx.rows<Omit<PlaceFound, 'members'> & { in: string | null; members: string[] | null }>(
    `-- one row: a place
     select
       ${FOUND},
       case when p.kind in ('town', 'school') then (
         select c.name
         from places.parts q
         join places.places c using (kind, id)
         where q.kind = 'county'
           and c.state_fips = p.state_fips
           and st_intersects(q.geom, p.label_point)
         limit 1
       ) end as "in",
       (
         select array_agg(m.name order by m.name)
         from places.members m
         where m.kind = p.kind
           and m.district = p.id
           and m.state_fips = p.state_fips
       ) as members
     from places.places p
     where (
         ${FOLDED('p.name')} like '%' || ${FOLDED('$1')} || '%'
         or ${NUMBERED}
         or exists (
           select
           from places.members m
           where m.kind = p.kind
             and m.district = p.id
             and m.state_fips = p.state_fips
             and $7 <> ''
             and ($8::text is null or m.kind = $8)
             and ${FOLDED('m.name')} like '%' || ${FOLDED('$7')} || '%'
         )
       )
       and ($2::text is null or p.kind = $2)
       and ($4::text is null or p.state_fips = $4)
     order by
       not coalesce(${NUMBERED}, false),
       ${FOLDED('p.name')} not like ${FOLDED('$1')} || '%',
       array_position(array['state', 'county', 'school_district', 'town', 'tribal', 'school', 'senate_district', 'house_district', 'congressional_district'], p.kind),
       p.population desc nulls last,
       p.name,
       p.id
     limit $3`,
    [
      pattern,
      kind ?? null,
      limit,
      state ?? null,
      district ? [...district.kinds] : null,
      district?.number ?? null,
      literally(member.name),
      member.kind ?? null,
    ],
  );
  return rows.map(({ in: inside, members, ...place }) => ({
    ...place,
    ...(inside === null ? {} : { in: inside }),
    ...(members === null ? {} : { members }),
  }));
}

export interface PlaceRow extends PlaceFound {
  illustrative: boolean;
  outline: string | null;
}

export function placeById(
  tx: Tx,
  { kind, id, stateFips }: { kind: PlaceKind; id: string; stateFips: string },
  withOutline: boolean,
): Promise<PlaceRow | undefined> {
  return tx.maybe(
    `select
       ${FOUND},
       p.illustrative,
       case when $3 then st_asgeojson(st_simplifypreservetopology(p.geom, 0.001), 5) end as outline
     from places.places p
     where p.kind = $1
       and p.id = $2
       and p.state_fips = $4`,
    [kind, id, withOutline, stateFips],
  );
}

export interface PlaceTotalsRow {
  students: number | null;
  households: number | null;
  together_with: string[];
  approximated: number | null;
  counts: (number | null)[];
  hidden: string;
}

export function placeTotals(
  tx: Tx,
  releaseId: number,
  audience: string,
  kind: string,
  id: string,
): Promise<PlaceTotalsRow | undefined> {
  return tx.maybe(
    `select students, households, together_with, approximated, counts, hidden
     from published.place_totals
     where release_id = $1
       and audience = $2
       and kind = $3
       and id = $4`,
    [releaseId, audience, kind, id],
  );
}

export function namesOf(tx: Tx, kind: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return tx.rows('select id, name from places.places where kind = $1 and id = any($2::text[]) order by id', [
    kind,
    ids,
  ]);
}

/** By GEOID, with what the county is: "Clay County". */
export async function countyNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await namesOf(tx, 'county', ids)).map(({ id, name }) => [id, countyName(name, id)]));
}
