/** Places of one kind that would stand on the same ground. */
import type { Tx } from '../../platform/db.ts';
import type { PlaceKind } from './kinds.ts';
import { type Level, mayShareGround } from './level.ts';

export interface Overlap {
  readonly id: string;
  readonly name: string;
  readonly otherId: string;
  readonly otherName: string;
  /** Of the smaller of the two, 0 to 1. */
  readonly share: number;
}

/** Outlines of neighbors drawn in another year or at another scale overlap by slivers; these are no slivers. */
const SMALLEST_SHARE = 0.25;

/**
 * Of new or changed places those that share ground, with places that stay as they are and with each other. Elementary and
 * secondary school districts may.
 *
 * @param keptAside identifiers that go, so that nothing can share their ground
 */
export async function overlapsOf(
  tx: Tx,
  kind: PlaceKind,
  keptAside: readonly string[],
): Promise<{ withKept: Overlap[]; amongNew: Overlap[] }> {
  await tx.run('create index on new_parts using gist (geom)');
  await tx.run('analyze new_parts');
  const kept = await tx.rows<Pair>(WITH_KEPT, [kind, keptAside, SMALLEST_SHARE]);
  const own = await tx.rows<Pair>(AMONG_NEW, [SMALLEST_SHARE]);
  const isStrange = ({ level, otherLevel }: Pair) => !mayShareGround(level, otherLevel);
  const isOfFile = ({ otherInFile }: Pair) => otherInFile === true;
  const strange = kept.filter(isStrange);
  return {
    withKept: strange.filter((pair) => !isOfFile(pair)),
    amongNew: [...own.filter(isStrange), ...strange.filter(isOfFile)],
  };
}

type Pair = Overlap & { level: Level | null; otherLevel: Level | null; otherInFile?: boolean };

const PAIR = `n.id, n.name, n.level, o.id as "otherId", o.name as "otherName", o.level as "otherLevel",
       m.area / nullif(least(ST_Area(n.geom), ST_Area(o.geom)), 0) as share`;

// Pieces of 64 vertices meet quickly where whole outlines of 10,000 would not.
const WITH_KEPT = `-- one row: a place of the file and one that stays, on the same ground
     with met as (
       select p.id, q.id as other, sum(ST_Area(ST_Intersection(p.geom, q.geom))) as area
       from new_parts p
       join places.parts q on q.kind = $1 and q.geom && p.geom and ST_Intersects(q.geom, p.geom)
       where not q.id = any($2::text[])
         and not exists (select from changed_places c where c.id = q.id)
       group by p.id, q.id
     )
     select ${PAIR},
       exists (select from new_places f where f.id = o.id) as "otherInFile"
     from met m
     join new_places n on n.id = m.id
     join places.places o on o.kind = $1 and o.id = m.other
     where o.state_fips = n.state_fips
       and m.area > $3 * least(ST_Area(n.geom), ST_Area(o.geom))
     order by n.id, o.id`;

const AMONG_NEW = `-- one row: two places of the file on the same ground
     with met as (
       select p.id, q.id as other, sum(ST_Area(ST_Intersection(p.geom, q.geom))) as area
       from new_parts p
       join new_parts q on q.geom && p.geom and q.id > p.id and ST_Intersects(q.geom, p.geom)
       group by p.id, q.id
     )
     select ${PAIR}
     from met m
     join new_places n on n.id = m.id
     join new_places o on o.id = m.other
     where m.area > $1 * least(ST_Area(n.geom), ST_Area(o.geom))
     order by n.id, o.id`;
