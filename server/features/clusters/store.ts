/** Stores clusters: the land once, and a row per audience and source. */
import type { Audience } from '../../domain/audience.ts';
import type { ClusterMeasure } from '../../domain/cluster/measure.ts';
import type { Tx } from '../../platform/db.ts';
import { multiPolygonEwkb, pointEwkb, toSixDecimals } from '../../platform/gis/wkb.ts';
import type { Cluster, Standing } from './compute.ts';

/** Text form of a column, and its type. */
type Columns<Row> = Record<string, { readonly type: string; readonly text: (row: Row) => string | null }>;

const CLUSTER_COLUMNS: Columns<Cluster> = {
  id: { type: 'text', text: ({ id }) => id },
  name: { type: 'text', text: ({ name }) => name },
  area_km2: { type: 'double precision', text: ({ shape }) => `${shape.areaKm2}` },
  cells: { type: 'bigint[]', text: ({ shape }) => `{${shape.cells.join()}}` },
  places: { type: 'jsonb', text: ({ places }) => JSON.stringify(places) },
  providers_present: { type: 'jsonb', text: ({ shape }) => JSON.stringify(shape.providersPresent) },
  nearest_served: { type: 'jsonb', text: ({ shape }) => JSON.stringify(shape.nearestServed) },
  center: { type: 'geometry', text: ({ shape }) => pointEwkb(shape.center, toSixDecimals) },
  outline: { type: 'geometry', text: ({ shape }) => multiPolygonEwkb(shape.outline, toSixDecimals) },
};

const STANDING_COLUMNS: Columns<Standing> = {
  source: { type: 'text', text: ({ source }) => source },
  id: { type: 'text', text: ({ id }) => id },
  rank: { type: 'integer', text: ({ rank }) => `${rank}` },
  estimated: { type: 'integer', text: ({ estimated }) => `${estimated}` },
  students: { type: 'integer', text: ({ students }) => `${students}` },
  households: { type: 'integer', text: ({ households }) => `${households}` },
  patches: { type: 'integer[]', text: ({ patches }) => `{${patches.join()}}` },
  agreement: { type: 'jsonb', text: ({ agreement }) => JSON.stringify(agreement) },
  changed: { type: 'bigint[]', text: ({ changed }) => `{${changed.join()}}` },
  rank_parts: { type: 'jsonb', text: ({ parts }) => JSON.stringify(parts) },
};

/** @returns rows written */
export function insertClusters(
  tx: Tx,
  set: { readonly releaseId: number; readonly of: ClusterMeasure },
  clusters: readonly Cluster[],
): Promise<number> {
  return insert(tx, 'published.clusters', { release_id: set.releaseId, of: set.of }, CLUSTER_COLUMNS, clusters);
}

/** @returns rows written */
export function insertStandings(
  tx: Tx,
  set: { readonly releaseId: number; readonly of: ClusterMeasure; readonly audience: Audience },
  standings: readonly Standing[],
): Promise<number> {
  const key = { release_id: set.releaseId, of: set.of, audience: set.audience };
  return insert(tx, 'published.cluster_standings', key, STANDING_COLUMNS, standings);
}

/** Outlines may extend beyond 180 degrees; GeoJSON wants them cut there (RFC 7946, 3.1.9). */
const CUT_AT_180 = `
  case
    when st_xmax(outline::geometry) > 180
      then st_multi(st_collectionextract(st_wrapx(outline::geometry, 180, -360), 3))
    else outline::geometry
  end`;

/** Without COPY, which row level security forbids; a set is some hundred rows. */
function insert<Row>(
  tx: Tx,
  table: string,
  key: Record<string, string | number>,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<number> {
  const names = Object.keys(columns);
  const first = Object.keys(key).length + 1;
  return tx.run(
    `insert into ${table} (${[...Object.keys(key), ...names].join(', ')})
     select
       ${Object.keys(key)
         .map((_, at) => `$${at + 1}`)
         .join(', ')},
       ${Object.entries(columns)
         .map(([name, { type }]) => (name === 'outline' ? CUT_AT_180 : `${name}::${type}`))
         .join(', ')}
     from unnest(${names.map((_, at) => `$${at + first}::text[]`).join(', ')})
       as given (${names.join(', ')})`,
    [...Object.values(key), ...Object.values(columns).map(({ text }) => rows.map(text))],
  );
}
