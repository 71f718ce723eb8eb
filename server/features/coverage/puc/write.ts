import type { Tx } from '../../../platform/db.ts';
import type { AreaRow } from './area-row.ts';
import type { FindProvider } from './providers.ts';

/** Moves staged features and their attributes into a filing, both whole and subdivided. */
export async function writeAreas(
  tx: Tx,
  filingId: number,
  rows: readonly AreaRow[],
  findProvider: FindProvider,
): Promise<void> {
  await tx.run(
    `create temporary table puc_rows (
       position integer not null,
       provider_id integer,
       provider_name text not null,
       technology smallint not null,
       technology_raw text not null,
       download_mbps numeric not null,
       upload_mbps numeric not null,
       low_latency boolean not null,
       residential boolean not null
     ) on commit drop`,
  );
  await tx.load(
    'puc_rows',
    [
      { name: 'position', type: 'integer' },
      { name: 'provider_id', type: 'integer' },
      { name: 'provider_name', type: 'text' },
      { name: 'technology', type: 'smallint' },
      { name: 'technology_raw', type: 'text' },
      { name: 'download_mbps', type: 'numeric' },
      { name: 'upload_mbps', type: 'numeric' },
      { name: 'low_latency', type: 'boolean' },
      { name: 'residential', type: 'boolean' },
    ],
    [
      [
        rows.map((_, position) => position),
        rows.map(({ filed }) => findProvider(filed)),
        rows.map((row) => row.providerName),
        rows.map((row) => row.technology),
        rows.map((row) => row.technologyRaw),
        rows.map((row) => row.downloadMbps),
        rows.map((row) => row.uploadMbps),
        rows.map((row) => row.lowLatency),
        rows.map((row) => row.residential),
      ],
    ],
  );
  await tx.run(
    `insert into coverage.areas (filing_id, provider_id, provider_name, technology, technology_raw, download_mbps,
       upload_mbps, low_latency, residential, geom)
     select $1, provider_id, provider_name, technology, technology_raw, download_mbps, upload_mbps, low_latency,
       residential, geom
     from puc_rows
     join gis_staging using (position)
     order by position`,
    [filingId],
  );
  await tx.run(
    `-- areas have their numbers in the order of their positions
     with numbered as (
       select id, row_number() over (order by id) - 1 as position
       from coverage.areas
       where filing_id = $1
     )
     insert into coverage.area_parts (area_id, geom)
     select id, geom
     from gis_pieces
     join numbered using (position)`,
    [filingId],
  );
}
