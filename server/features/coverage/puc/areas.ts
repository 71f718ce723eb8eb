/** Features of a filing on their way into the database. */
import type { Tx } from '../../../platform/db.ts';
import { featuresAtFault } from '../../../platform/gis/faults.ts';
import { polygonsOf } from '../../../platform/gis/geometry.ts';
import type { GisFile } from '../../../platform/gis/read.ts';
import { repairNotes, repairStaged, type Staged, stagePolygons } from '../../../platform/gis/repair.ts';
import { Refusal } from '../../../platform/problem.ts';
import { type AreaRow, areaRow, type Reading } from './area-row.ts';

/** Reads every feature into `gis_staging` and its attributes into rows of the same positions; repairs what can be. */
export async function readAreas(
  tx: Tx,
  file: GisFile,
  reading: Reading,
): Promise<{ rows: readonly AreaRow[]; notes: readonly string[] }> {
  const rows: AreaRow[] = [];
  const labels: string[] = [];
  const faults: string[] = [];
  const notes: string[] = [];
  let mobile = 0;
  async function* areas(): AsyncIterable<Staged> {
    for await (const { label, properties, geometry } of file.features()) {
      const row = areaRow(properties, reading);
      if (row === 'mobile') {
        mobile++;
        continue;
      }
      const shape = polygonsOf(geometry);
      if ('fault' in row) faults.push(`${label}: ${row.fault}`);
      if ('refused' in shape) faults.push(`${label}: ${shape.refused}`);
      if ('fault' in row || 'refused' in shape) continue;
      notes.push(...shape.notes.map((note) => `Repaired ${label}: ${note}.`));
      rows.push(row);
      labels.push(label);
      yield { polygons: shape.polygons };
    }
  }
  await stagePolygons(tx, areas());
  const repairs = repairNotes(await repairStaged(tx), labels);
  faults.push(...repairs.faults);
  if (faults.length > 0) throw featuresAtFault(faults);
  if (rows.length === 0) throw new Refusal('puc.empty', 422, 'The file holds no area of home service.');
  if (mobile > 0)
    notes.push(
      `Left out ${mobile === 1 ? 'an area' : `${mobile} areas`} of mobile service, which is no home connection.`,
    );
  return { rows, notes: [...notes, ...repairs.notes] };
}

/** Moves staged features and their attributes into a filing, whole and in pieces. */
export async function writeAreas(tx: Tx, filingId: number, rows: readonly AreaRow[]): Promise<void> {
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
        rows.map((row) => row.providerId),
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
    `insert into coverage.area_parts (area_id, geom)
     select id, ST_Subdivide(geom, 64)
     from coverage.areas
     where filing_id = $1`,
    [filingId],
  );
}
