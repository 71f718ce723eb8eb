import { cellToBoundary, cellToChildren, cellToLatLng } from 'h3-js';
import { cellToText, resolutionOf } from '../../../domain/cell.ts';
import type { Tx } from '../../../platform/db.ts';

/** A state filing's statement about one cell. */
export interface AreaAt {
  readonly provider: { readonly id: number | null; readonly name: string };
  /** BDC code. */
  readonly technology: number;
  /** Of the fastest area that reaches into the cell; same for upload. */
  readonly downloadMbps: number;
  readonly uploadMbps: number;
  /** Share of the cell's children whose centers are covered: above 0 to 1. */
  readonly share: number;
}

/** Number of children tested: 49 in any cell, and the seven of the overlay at res 9. */
const LEVELS_DOWN = 2;

/**
 * The offers of the filings' areas in one cell, by provider and technology; empty when none covers a child's center.
 *
 * @param cell of any resolution from 5 to 9
 */
export async function pucAreasAt(
  tx: Tx,
  { filingIds, cell }: { filingIds: readonly number[]; cell: bigint },
): Promise<AreaAt[]> {
  if (filingIds.length === 0) return [];
  const text = cellToText(cell);
  const resolution = resolutionOf(cell);
  const centers = cellToChildren(text, resolution >= 9 ? 10 : resolution + LEVELS_DOWN).map((c) => cellToLatLng(c));
  const corners = [...centers, ...cellToBoundary(text)];
  const lats = corners.map(([lat]) => lat);
  const lngs = corners.map(([, lng]) => lng);
  const rows = await tx.rows<{
    id: number | null;
    name: string;
    technology: number;
    download: number;
    upload: number;
    covered: number;
  }>(
    `with center as materialized (
       select n, ST_SetSRID(ST_MakePoint(lng, lat), 4326) as geom
       from unnest($2::double precision[], $3::double precision[]) with ordinality as c(lng, lat, n)
     ),
     near as materialized (
       select a.provider_id, a.provider_name, a.technology, a.download_mbps, a.upload_mbps, p.geom
       from coverage.areas a
       join coverage.area_parts p on p.area_id = a.id
       where a.filing_id = any($1)
         and a.residential
         and a.west <= $6 and a.south <= $7 and a.east >= $4 and a.north >= $5
         and p.west <= $6 and p.south <= $7 and p.east >= $4 and p.north >= $5
     )
     select near.provider_id as id,
            near.provider_name as name,
            near.technology,
            max(near.download_mbps) as download,
            max(near.upload_mbps) as upload,
            count(distinct center.n)::integer as covered
     from near
     join center on ST_Intersects(near.geom, center.geom)
     group by near.provider_id, near.provider_name, near.technology
     order by covered desc, near.provider_name, near.technology`,
    [
      filingIds,
      centers.map(([, lng]) => lng),
      centers.map(([lat]) => lat),
      Math.min(...lngs),
      Math.min(...lats),
      Math.max(...lngs),
      Math.max(...lats),
    ],
  );
  return rows.map((row) => ({
    provider: { id: row.id, name: row.name },
    technology: row.technology,
    downloadMbps: row.download,
    uploadMbps: row.upload,
    share: row.covered / centers.length,
  }));
}
