import type { Audience } from '../../domain/audience.ts';
import type { County, Town } from '../../domain/cluster/naming.ts';
import type { ClusterPatch } from '../../domain/cluster/patch.ts';
import type { Tx } from '../../platform/db.ts';
import { bboxSql } from '../../platform/gis/bbox.ts';

/** A place a cluster lies in. */
export interface PlaceShare {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  /** Of the cluster's students, 0 to 1, each patch counted to the place the release counts it to. */
  readonly share: number;
}

export interface Gazetteer {
  readonly counties: ReadonlyMap<string, County>;
  readonly towns: readonly Town[];
}

export async function readGazetteer(tx: Tx): Promise<Gazetteer> {
  const counties = await tx.rows<County & { id: string }>(
    `select
       id,
       name,
       bbox[1] as west,
       bbox[2] as south,
       case when bbox[1] > bbox[3] then 360 else 0 end + bbox[3] as east,
       bbox[4] as north
     from (
       select id, name, ${bboxSql('geom')} as bbox
       from places.places
       where kind = 'county'
         and geom is not null
     ) as counties`,
  );
  const towns = await tx.rows<Town>(
    `select name, st_x(label_point) as lng, st_y(label_point) as lat
     from places.places
     where kind = 'town'
     order by name, id`,
  );
  return { counties: new Map(counties.map((county) => [county.id, county])), towns };
}

interface PlaceOfPatch {
  kind: string;
  id: string;
  name: string;
  patches: number[];
}

/** The places of each patch as the release published them. */
export async function readPlaces(tx: Tx, releaseId: number, audience: Audience): Promise<PlaceOfPatch[]> {
  return tx.rows<PlaceOfPatch>(
    `select i.kind, i.id, coalesce(p.name, i.id) as name, i.patches
     from published.place_patches i
     left join places.places p using (kind, id)
     where i.release_id = $1
       and i.audience = $2
       and i.kind not in ('state', 'town')
     order by i.kind, i.id`,
    [releaseId, audience],
  );
}

/** @returns a function that gives a cluster's places, most students first */
export function placeShares(places: readonly PlaceOfPatch[]): (members: readonly ClusterPatch[]) => PlaceShare[] {
  const placesOf = new Map<number, PlaceOfPatch[]>();
  for (const place of places)
    for (const patch of place.patches) {
      const list = placesOf.get(patch);
      if (list) list.push(place);
      else placesOf.set(patch, [place]);
    }
  return (members) => {
    const students = new Map<PlaceOfPatch, number>();
    let all = 0;
    for (const member of members) {
      all += member.students;
      for (const place of placesOf.get(member.patch) ?? [])
        students.set(place, (students.get(place) ?? 0) + member.students);
    }
    return [...students]
      .sort(([a, one], [b, other]) => compare(a.kind, b.kind) || other - one || compare(a.id, b.id))
      .map(([{ kind, id, name }, some]) => ({ kind, id, name, share: Math.round((100 * some) / all) / 100 }));
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
