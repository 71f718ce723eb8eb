/** What filings say a provider serves. */
import { cellsToMultiPolygon } from 'h3-js';
import { LRUCache } from 'lru-cache';
import type { Tx } from '../../platform/db.ts';
import type { SourceLine } from '../releases/index.ts';
import { hexesIn } from './cover.ts';

/** One filing's word on one technology. */
export interface Served {
  readonly source: 'fcc' | 'puc';
  readonly filingId: number;
  readonly technology: number;
  readonly hexes: readonly string[];
  /** Locations the provider reports; null for areas, which name none. */
  readonly locations: number | null;
  readonly locations10020: number | null;
  readonly downloadMbps: number;
  readonly uploadMbps: number;
}

export type FilingRead = SourceLine & { readonly filingId: number };

/** A release's filings never change. A footprint is some megabytes in a large state. */
const kept = new LRUCache<string, readonly Served[]>({ max: 20 });

/** @param filings of the release that the provider may read */
export async function footprint(
  tx: Tx,
  { stateFips, releaseId, providerId }: { stateFips: string; releaseId: number; providerId: number },
  filings: readonly FilingRead[],
): Promise<readonly Served[]> {
  const key = `${stateFips} ${releaseId} ${providerId} ${filings.map(({ filingId }) => filingId).join()}`;
  const known = kept.get(key);
  if (known) return known;
  const of = (source: string) => filings.flatMap((filing) => (filing.source === source ? [filing.filingId] : []));
  const served = [...(await byFcc(tx, of('fcc'), providerId)), ...(await byCommission(tx, of('puc'), providerId))];
  kept.set(key, served);
  return served;
}

function byFcc(tx: Tx, filingIds: readonly number[], providerId: number): Promise<Served[]> {
  return tx.rows<Served>(
    `-- one row: a technology
     select
       'fcc' as source,
       filing_id as "filingId",
       technology,
       array_agg(to_hex(cell)) as hexes,
       sum(locations)::integer as locations,
       sum(locations_100_20)::integer as "locations10020",
       max(max_download_mbps) as "downloadMbps",
       max(max_upload_mbps) as "uploadMbps"
     from coverage.offers
     where filing_id = any ($1)
       and provider_id = $2
       and locations > 0
     group by filing_id, technology
     order by filing_id, technology`,
    [filingIds, providerId],
  );
}

async function byCommission(tx: Tx, filingIds: readonly number[], providerId: number): Promise<Served[]> {
  const rows = await tx.rows<{ filingId: number; technology: number; down: number; up: number; outlines: string[] }>(
    `-- one row: a filing's technology
     select
       a.filing_id as "filingId",
       a.technology,
       max(a.download_mbps) as down,
       max(a.upload_mbps) as up,
       array_agg(st_asgeojson(part.geom)) as outlines
     from coverage.areas a
     join coverage.area_parts p on p.area_id = a.id,
       lateral st_dump(p.geom) as part
     where a.filing_id = any ($1)
       and a.provider_id = $2
       and a.residential
     group by a.filing_id, a.technology
     order by a.filing_id, a.technology`,
    [filingIds, providerId],
  );
  return rows.map(({ filingId, technology, down, up, outlines }) => ({
    source: 'puc',
    filingId,
    technology,
    hexes: [...hexesIn(outlines)],
    locations: null,
    locations10020: null,
    downloadMbps: Math.round(down),
    uploadMbps: Math.round(up),
  }));
}

/** All hexes, each once. */
export function hexesOf(served: readonly Served[]): Set<string> {
  return new Set(served.flatMap(({ hexes }) => hexes));
}

/** GeoJSON, one outline around neighbors. */
export function outlineOf(hexes: Iterable<string>) {
  return { type: 'MultiPolygon' as const, coordinates: cellsToMultiPolygon([...hexes], true) };
}
