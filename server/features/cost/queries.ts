import { shardOf } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import type { CountsRow } from '../releases/index.ts';

export interface ClusterSet {
  readonly releaseId: number;
  readonly of: string;
  readonly source: string;
}

export interface ClusterRow {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly estimated: number;
  readonly students: number;
  readonly households: number;
  readonly patches: number[];
  readonly cells: bigint[];
}

/** Of the agency's view, in order of rank. */
export async function clustersNamed(
  tx: Tx,
  { releaseId, of, source }: ClusterSet,
  ids: readonly string[],
): Promise<ClusterRow[]> {
  const rows = await tx.rows<Omit<ClusterRow, 'cells'> & { cells: string[] }>(
    `-- one row: a cluster with its cells, and what the agency is told of it
     select id, c.name, s.rank, s.estimated, s.students, s.households, s.patches, c.cells
     from published.cluster_standings s
     join published.clusters c using (release_id, of, id)
     where release_id = $1
       and audience = 'agency'
       and of = $2
       and source = $3
       and id = any($4::text[])
     order by s.rank`,
    [releaseId, of, source, ids],
  );
  // The driver reads arrays of bigint as text.
  return rows.map((row) => ({ ...row, cells: row.cells.map(BigInt) }));
}

export type PatchRow = CountsRow & { readonly patch: number; readonly students: number };

export function patchesNumbered(tx: Tx, releaseId: number, patches: readonly number[]): Promise<PatchRow[]> {
  return tx.rows(
    `-- one row: a patch of the agency's view
     select patch, students, households, counts, hidden
     from published.patches
     where release_id = $1
       and audience = 'agency'
       and patch = any($2::integer[])`,
    [releaseId, patches],
  );
}

export function stateCounts(tx: Tx, releaseId: number): Promise<CountsRow & { students: number; households: number }> {
  return tx.one(
    `select students, households, counts, hidden
     from published.totals
     where release_id = $1
       and audience = 'agency'`,
    [releaseId],
  );
}

export interface ServiceRow {
  readonly cell: bigint;
  readonly locations: number;
  readonly served_25_3: number;
  readonly served_100_20: number;
}

/** Public locations of cells by reliable broadband; cells without any have no row. */
export function serviceOf(tx: Tx, filingId: number, cells: readonly bigint[]): Promise<ServiceRow[]> {
  return tx.rows(
    `-- one row: a res-8 cell with locations
     select s.cell, s.locations, s.served_25_3, s.served_100_20
     from unnest($2::bigint[], $3::bigint[]) as wanted (shard, cell)
     join coverage.service s
       on s.shard = wanted.shard
       and s.filing_id = $1
       and s.cell = wanted.cell
     where s.profile = 'bead_2022'
       and s.locations > 0
     order by s.cell`,
    [filingId, cells.map(shardOf), cells],
  );
}

/** Cells of shards where a wire brings 100/20 to a location: from there a network can go on. */
export async function wiredCells(tx: Tx, filingId: number, shards: readonly bigint[]): Promise<bigint[]> {
  const rows = await tx.rows<{ cell: bigint }>(
    `-- one row: a res-8 cell with wired service
     select cell
     from coverage.service
     where shard = any($1::bigint[])
       and filing_id = $2
       and profile = 'wired'
       and served_100_20 > 0`,
    [shards, filingId],
  );
  return rows.map(({ cell }) => cell);
}
