import { hiding } from '../../domain/hidden.ts';
import type { Tx } from '../../platform/db.ts';
import { bboxSql } from '../../platform/gis/bbox.ts';
import { type Bbox, halves } from '../../platform/lists.ts';
import type { Cluster } from './contract.ts';

export interface ClusterSet {
  releaseId: number;
  audience: string;
  of: string;
  source: string;
  floorStudents: number;
}

const COLUMNS = `
  id,
  rank,
  name,
  students,
  households,
  affected,
  area_km2 as "areaKm2",
  array[st_x(center), st_y(center)] as center,
  ${bboxSql('outline')} as bbox,
  places,
  providers_present as "providersPresent",
  nearest_served as "nearestServed",
  agreement,
  rank_parts as "rankParts"`;

/** Clusters of a set from a rank on, inside a box or a place, in order of rank. */
export async function clustersFrom(
  tx: Tx,
  set: ClusterSet,
  asked: { fromRank: number; limit: number; box: Bbox | undefined; place: { kind: string; id: string } | undefined },
): Promise<Cluster[]> {
  const boxes = asked.box && halves(asked.box);
  const place = asked.place ? JSON.stringify([asked.place]) : null;
  const rows = await tx.rows<Cluster>(
    `-- one row: a cluster
     select ${COLUMNS}
     from published.clusters
     where release_id = $1
       and audience = $2
       and of = $3
       and source = $4
       and rank >= $5
       and (
         $6::float8[] is null
         or exists (
           select
           from unnest($6::float8[], $7::float8[], $8::float8[], $9::float8[]) as box (west, south, east, north)
           where st_intersects(outline, st_makeenvelope(west, south, east, north, 4326))
         )
       )
       and ($10::text is null or places @> $10::jsonb)
     order by rank
     limit $11`,
    [
      set.releaseId,
      set.audience,
      set.of,
      set.source,
      asked.fromRank,
      ...(['west', 'south', 'east', 'north'] as const).map((side) => boxes?.map((box) => box[side]) ?? null),
      place,
      asked.limit,
    ],
  );
  return rows.map((row) => withHidden(row, set.floorStudents));
}

export async function clusterById(
  tx: Tx,
  set: ClusterSet,
  id: string,
): Promise<
  (Cluster & { outline: { type: 'MultiPolygon'; coordinates: number[][][][] }; cells: string[] }) | undefined
> {
  const row = await tx.maybe<Cluster & { outline: string; cells: string[] }>(
    `select
       ${COLUMNS},
       st_asgeojson(outline, 6) as outline,
       (select array_agg(to_hex(cell) order by cell) from unnest(cells) as cell) as cells
     from published.clusters
     where release_id = $1
       and audience = $2
       and of = $3
       and source = $4
       and id = $5`,
    [set.releaseId, set.audience, set.of, set.source, id],
  );
  return row && { ...withHidden(row, set.floorStudents), outline: JSON.parse(row.outline), cells: row.cells };
}

/** A hidden number tells its side only as far as the group's size already does: nearly all, or too small to say. */
function withHidden(row: Cluster, floor: number): Cluster {
  if (row.affected !== null) return row;
  return { ...row, hidden: hiding(row.students, row.students, floor) ?? 'high' };
}
