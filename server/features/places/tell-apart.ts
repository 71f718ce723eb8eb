/** Distinguishes stored places of one name. */
import { countyName } from '../../domain/county-name.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { Tx } from '../../platform/db.ts';
import type { StagedRow } from './features.ts';
import { firstOf } from './first-of.ts';
import { type PlaceKind, POINT_KINDS } from './kinds.ts';
import { type NamedPlace, toldApart } from './names.ts';
import { type KeptPlace, renameStaged } from './write.ts';

/** @returns notes for the person */
export async function tellApart(
  tx: Tx,
  kind: PlaceKind,
  rows: readonly StagedRow[],
  kept: readonly KeptPlace[],
): Promise<Phrase[]> {
  const names = toldApart(POINT_KINDS.includes(kind) ? await withCounties(tx, kind, rows) : rows, kept);
  if (names.size === 0) return [];
  await renameStaged(tx, names);
  return [phrase('places.longer-names', { kind, places: names.size, ...firstOf([...names.values()]) })];
}

/** Towns or schools with a repeated name, with the county around them if its outline is loaded. */
async function withCounties(tx: Tx, kind: PlaceKind, rows: readonly StagedRow[]): Promise<NamedPlace[]> {
  const counties = await tx.rows<{ id: string; countyId: string; county: string }>(
    `-- one row: a place of the file whose name another has too, and the county it lies in
     select n.id, min(c.id) as "countyId", min(c.name) as county
     from new_places n
     join places.parts q on q.kind = 'county' and ST_Intersects(q.geom, n.label_point)
     join places.places c on c.kind = q.kind and c.id = q.id
     where lower(n.name) in (
       select lower(name)
       from (select id, name, state_fips from new_places union select id, name, state_fips from places.places where kind = $1) t
       group by state_fips, lower(name)
       having count(distinct id) > 1
     )
     group by n.id`,
    [kind],
  );
  const countyOf = new Map(counties.map(({ id, countyId, county }) => [id, countyName(county, countyId)]));
  return rows.map((row) => {
    const county = countyOf.get(row.id);
    return county === undefined ? row : { ...row, longerNames: [...row.longerNames, `${row.name} (${county})`] };
  });
}
