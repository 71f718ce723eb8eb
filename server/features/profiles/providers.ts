/** Who reports service in a place to the FCC. */
import { polygonToCells } from 'h3-js';
import { LRUCache } from 'lru-cache';
import { cellFromText, HOME_RESOLUTION, shardOf } from '../../domain/cell.ts';
import type { Tx } from '../../platform/db.ts';
import { cellsInside } from '../places/index.ts';
import type { PlaceAsked } from './around.ts';
import type { PlaceProfile } from './contract.ts';

type Providers = PlaceProfile['providers'];

const MOST_LISTED = 15;

export interface ProviderReader {
  /** @param filingId of the FCC. @param bbox west, south, east, north of the place */
  of(tx: Tx, filingId: number, place: PlaceAsked & { readonly bbox: readonly number[] }): Promise<Providers>;
}

/** Answers are kept: a filing never changes, and a whole state takes a second. */
export function providerReader(): ProviderReader {
  const kept = new LRUCache<string, Providers>({ max: 500 });
  return {
    async of(tx, filingId, place) {
      const key = `${filingId} ${place.kind} ${place.id}`;
      const found = kept.get(key) ?? (await providersIn(tx, filingId, place));
      kept.set(key, found);
      return found;
    },
  };
}

async function providersIn(
  tx: Tx,
  filingId: number,
  place: PlaceAsked & { readonly bbox: readonly number[] },
): Promise<Providers> {
  const cells = place.kind === 'state' ? null : await cellsOf(tx, place);
  // Cell by cell through the primary key: asked as a condition, a county takes a look at every row of the state.
  const there = cells ? 'join unnest($3::bigint[], $4::bigint[]) as asked (shard, cell) using (shard, cell)' : '';
  return tx.rows(
    `-- one row: a provider's technology in the place
     with total as (
       select greatest(sum(locations), 1)::double precision as locations
       from coverage.service s
       ${there}
       where s.filing_id = $1
         and s.profile = 'any'
     )
     select
       provider_id as "providerId",
       coalesce((select name from coverage.providers p where p.provider_id = o.provider_id), min(brand_name)) as name,
       technology,
       sum(locations)::integer as locations,
       sum(locations_100_20) / (select locations from total) as share,
       max(max_download_mbps) as "downloadMbps"
     from coverage.offers o
     ${there}
     where o.filing_id = $1
     group by provider_id, technology
     order by 4 desc, 1, 3
     limit $2`,
    [filingId, MOST_LISTED, ...(cells ? [cells.map(shardOf), cells] : [])],
  );
}

/** Res-8 cells whose center lies in the place. */
async function cellsOf(tx: Tx, { kind, id, bbox }: PlaceAsked & { readonly bbox: readonly number[] }) {
  const [west = 0, south = 0, east = 0, north = 0] = bbox;
  const box = [
    [south, west],
    [south, east],
    [north, east],
    [north, west],
  ];
  const around = polygonToCells(box, HOME_RESOLUTION).map(cellFromText);
  const inside = await cellsInside(tx, { kind, id, cells: around });
  return inside === null ? [] : around.filter((_, i) => inside[i] === 1);
}
