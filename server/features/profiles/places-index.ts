/** The index of places: all of one kind with their segments, or those that answer a search. */
import { isChamberDistrict } from '../../domain/chamber.ts';
import type { Tx } from '../../platform/db.ts';
import { districtAsked, FOLDED, membersOf, type PlaceKind } from '../places/index.ts';
import type { Edition, IndexRow, PlaceIndex } from './contract.ts';
import { sharedRows } from './edition.ts';
import { type Peer, peersOf } from './peers.ts';
import { equipOf, segmentsOf } from './segments.ts';

export async function placeIndex(
  tx: Tx,
  edition: Edition,
  { kind, q }: { readonly kind: PlaceKind; readonly q: string },
): Promise<PlaceIndex> {
  const { release, state, audience, agreedBy } = edition;
  const view = { releaseId: release, audience: sharedRows(audience), stateFips: state.fips };
  const peers = await peersOf(tx, { kind, ...view });
  const members = await membersByDistrict(tx, kind, state.fips);
  const found = q === '' ? undefined : await foundBy(tx, { kind, stateFips: state.fips, typed: q });
  const names = new Map(peers.map(({ id, name }) => [id, name]));
  const rows = peers.flatMap((peer): IndexRow[] => {
    const why = found?.get(peer.id);
    if (found && !why) return [];
    return [
      {
        ...rowOf(peer, kind, names, agreedBy.length > 0),
        members: members.get(peer.id) ?? [],
        ...(why && { found: why }),
      },
    ];
  });
  return { edition, kind, kinds: await kindsIn(tx, view), places: rows };
}

function rowOf(
  peer: Peer,
  kind: PlaceKind,
  names: ReadonlyMap<string, string>,
  hasFilings: boolean,
): Omit<IndexRow, 'members' | 'found'> {
  return {
    kind,
    id: peer.id,
    name: peer.name,
    center: [...peer.center],
    togetherWith: peer.together_with.map((id) => names.get(id) ?? id),
    students: peer.students,
    households: peer.households,
    approximated: peer.approximated,
    segments: segmentsOf(peer, hasFilings),
    equip: equipOf(peer),
  };
}

async function membersByDistrict(tx: Tx, kind: PlaceKind, stateFips: string): Promise<ReadonlyMap<string, string[]>> {
  const byDistrict = new Map<string, string[]>();
  if (!isChamberDistrict(kind)) return byDistrict;
  for (const { district, name } of await membersOf(tx, { kind, stateFips }))
    byDistrict.set(district, [...(byDistrict.get(district) ?? []), name]);
  return byDistrict;
}

function kindsIn(
  tx: Tx,
  { releaseId, audience, stateFips }: { releaseId: number; audience: string; stateFips: string },
): Promise<PlaceIndex['kinds']> {
  return tx.rows(
    `-- one row: a kind with numbers
     select kind, count(*)::integer as places
     from published.place_totals t
     join places.places p using (kind, id)
     where t.release_id = $1
       and t.audience = $2
       and p.state_fips = $3
       and kind <> 'state'
     group by kind
     order by array_position(array['senate_district', 'house_district', 'congressional_district', 'county', 'school_district', 'town', 'tribal'], kind)`,
    [releaseId, audience, stateFips],
  );
}

type Found = NonNullable<IndexRow['found']>;

/** Why each place answers what was typed, the nearest reason: its number, its name, a member, a town or a school in it. */
async function foundBy(
  tx: Tx,
  { kind, stateFips, typed }: { kind: PlaceKind; stateFips: string; typed: string },
): Promise<ReadonlyMap<string, Found>> {
  const pattern = `%${typed.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const asked = districtAsked(typed);
  const number = asked && (asked.kinds as readonly string[]).includes(kind) ? asked.number : null;
  const rows = await tx.rows<{ id: string } & Found>(
    `-- one row: a place of the kind and a reason, the farthest reason first
     select id, by, what
     from (
       select p.id, 4 as distance, s.kind as by, s.name as what
       from places.places s
       join places.parts q on q.kind = $1 and ST_Intersects(q.geom, s.label_point)
       join places.places p on p.kind = q.kind and p.id = q.id
       where s.kind in ('town', 'school') and s.kind <> $1 and s.state_fips = $2 and p.state_fips = $2
         and ${FOLDED('s.name')} like ${FOLDED('$3')}
       union all
       select district, 3, 'member', name
       from places.members
       where kind = $1 and state_fips = $2 and ${FOLDED('name')} like ${FOLDED('$3')}
       union all
       select id, 2, 'name', name
       from places.places
       where kind = $1 and state_fips = $2 and ${FOLDED('name')} like ${FOLDED('$3')}
       union all
       select id, 1, 'number', name
       from places.places
       where kind = $1 and state_fips = $2 and ltrim(substr(id, 3), '0') = $4::text
     ) as reasons
     order by distance desc, what desc`,
    [kind, stateFips, pattern, number],
  );
  return new Map(rows.map(({ id, by, what }) => [id, { by, what }]));
}
