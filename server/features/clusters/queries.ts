import type { Tx } from '../../platform/db.ts';
import { bboxSql } from '../../platform/gis/bbox.ts';
import { type Bbox, halves } from '../../platform/lists.ts';
import type { Cluster, ClusterDetail } from './contract.ts';

export interface ClusterSet {
  releaseId: number;
  audience: string;
  of: string;
  source: string;
}

const COLUMNS = `
  id,
  s.rank,
  c.name,
  s.estimated,
  s.students,
  s.households,
  cardinality(s.patches) as "wholePatches",
  c.area_km2 as "areaKm2",
  array[st_x(c.center), st_y(c.center)] as center,
  ${bboxSql('c.outline')} as bbox,
  c.places,
  c.providers_present as "providersPresent",
  c.nearest_served as "nearestServed",
  s.agreement,
  case when audience = 'agency' then cardinality(s.changed) end as "changedByOwnFilings",
  s.rank_parts as "rankParts"`;

/** One audience's view of a cluster by one source: parameters 1 to 4 are those of the set. */
const STANDINGS = `
  published.cluster_standings s
  join published.clusters c using (release_id, of, id)
  where release_id = $1
    and audience = $2
    and of = $3
    and source = $4`;

/** Clusters of a set from a given rank, inside a box or a place, in order of rank. */
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
     from ${STANDINGS}
       and s.rank >= $5
       and (
         $6::float8[] is null
         or exists (
           select
           from unnest($6::float8[], $7::float8[], $8::float8[], $9::float8[]) as box (west, south, east, north)
           where st_intersects(c.outline, st_makeenvelope(west, south, east, north, 4326))
         )
       )
       and ($10::text is null or c.places @> $10::jsonb)
     order by s.rank
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
  return rows.map(withoutNull);
}

export async function clusterById(tx: Tx, set: ClusterSet, id: string): Promise<ClusterShown | undefined> {
  const row = await tx.maybe<Cluster & { outline: string; cells: string[]; changed: string[] | null }>(
    `select
       ${COLUMNS},
       st_asgeojson(c.outline, 6) as outline,
       (select array_agg(to_hex(cell) order by cell) from unnest(c.cells) as cell) as cells,
       (select array_agg(to_hex(cell) order by cell) from unnest(s.changed) as cell) as changed
     from ${STANDINGS}
       and id = $5`,
    [set.releaseId, set.audience, set.of, set.source, id],
  );
  if (!row) return undefined;
  const { outline, changed, ...cluster } = withoutNull(row);
  return {
    ...cluster,
    outline: JSON.parse(outline),
    ...(cluster.changedByOwnFilings !== undefined && { changedCells: changed ?? [] }),
  };
}

type ClusterShown = Omit<ClusterDetail, 'release' | 'agreedBy'>;

/** Drops the count of changed hexes for viewers without filings of their own. */
function withoutNull<Row extends { changedByOwnFilings?: number | null }>(
  row: Row,
): Omit<Row, 'changedByOwnFilings'> & { changedByOwnFilings?: number } {
  const { changedByOwnFilings, ...shown } = row;
  return { ...shown, ...(typeof changedByOwnFilings === 'number' && { changedByOwnFilings }) };
}
