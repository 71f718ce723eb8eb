import { type Cell, descendantRange, parentOf, resolutionOf, shardOf } from '../../domain/cell.ts';
import type { Profile } from '../../domain/technology.ts';
import type { Tx } from '../../platform/db.ts';
import type { CountsRow } from '../releases/index.ts';

/** The FCC reports by res-8 cell: a finer cell gets its parent's answer, a coarser one that of all cells inside. */
function rangeAtEight(cell: Cell): { shard: bigint; first: bigint; last: bigint } {
  const at = resolutionOf(cell) > 8 ? parentOf(cell, 8) : cell;
  const [first, last] = descendantRange(at, 8);
  return { shard: shardOf(at), first, last };
}

export interface OfferRow {
  provider_id: number;
  name: string;
  technology: number;
  locations: number;
  locations_25_3: number;
  locations_100_20: number;
  locations_1000_100: number;
  max_download_mbps: number;
  max_upload_mbps: number;
}

export function offersIn(tx: Tx, filingId: number, cell: Cell): Promise<OfferRow[]> {
  const { shard, first, last } = rangeAtEight(cell);
  return tx.rows(
    `-- one row: a provider's technology in the cell
     select
       provider_id,
       coalesce((select name from coverage.providers p where p.provider_id = o.provider_id), min(brand_name)) as name,
       technology,
       sum(locations)::integer as locations,
       sum(locations_25_3)::integer as locations_25_3,
       sum(locations_100_20)::integer as locations_100_20,
       sum(locations_1000_100)::integer as locations_1000_100,
       max(max_download_mbps) as max_download_mbps,
       max(max_upload_mbps) as max_upload_mbps
     from coverage.offers o
     where shard = $1
       and filing_id = $2
       and cell between $3 and $4
     group by provider_id, technology
     order by 6 desc, 4 desc, 1, 3`,
    [shard, filingId, first, last],
  );
}

export interface ServiceRow {
  locations: number;
  served_25_3: number;
  served_100_20: number;
}

export function serviceIn(tx: Tx, filingId: number, cell: Cell, profile: Profile): Promise<ServiceRow> {
  const { shard, first, last } = rangeAtEight(cell);
  return tx.one(
    `select
       coalesce(sum(locations), 0)::integer as locations,
       coalesce(sum(served_25_3), 0)::integer as served_25_3,
       coalesce(sum(served_100_20), 0)::integer as served_100_20
     from coverage.service
     where shard = $1
       and filing_id = $2
       and profile = $3
       and cell between $4 and $5`,
    [shard, filingId, profile, first, last],
  );
}

/** The published row of a hex at a level of the map; a district reads its own patch in that cell. */
export function hexCounts(
  tx: Tx,
  release: { id: number; audience: string },
  cell: Cell,
  level: number,
): Promise<(CountsRow & { rest: boolean }) | undefined> {
  return tx.maybe(
    `select students, households, counts, hidden, rest
     from published.hexes
     where shard = $1
       and release_id = $2
       and audience = $3
       and level = $4
       and cell = $5
     limit 1`,
    [shardOf(cell), release.id, release.audience, level, cell],
  );
}

export function patchCounts(
  tx: Tx,
  releaseId: number,
  cell: Cell,
): Promise<(CountsRow & { rest: boolean; patch: number }) | undefined> {
  return tx.maybe(
    `select students, households, counts, hidden, rest, patch
     from published.patches
     where shard = $1
       and release_id = $2
       and audience = 'provider'
       and cell = $3
     order by patch
     limit 1`,
    [shardOf(cell), releaseId, cell],
  );
}
