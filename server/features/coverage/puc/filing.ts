/** A filing in the database: found, replaced, superseded, and filled with its areas. */
import type { Confidentiality } from '../../../domain/audience.ts';
import type { Tx } from '../../../platform/db.ts';
import type { AreaRow } from './area-row.ts';
import { pucErrors } from './errors.ts';
import type { FindProvider } from './providers.ts';

export interface FilingKey {
  readonly stateFips: string;
  readonly publisher: string;
  /** YYYY-MM-DD, like revision. */
  readonly asOf: string;
  readonly revision: string;
}

export interface KnownFiling {
  readonly id: number;
  readonly title: string;
  readonly confidentiality: Confidentiality;
}

/** The filing that these same bytes were loaded as, if any. */
export async function filingOfFile(tx: Tx, key: FilingKey, sha256: string): Promise<KnownFiling | undefined> {
  return tx.maybe<KnownFiling>(
    `select f.id, f.title, f.confidentiality
     from coverage.filings f
     join coverage.filing_files ff on ff.filing_id = f.id
     where ff.sha256 = $1
       and f.source = 'puc'
       and f.state_fips = $2
       and f.publisher = $3
       and f.as_of = $4
       and f.revision = $5`,
    [sha256, key.stateFips, key.publisher, key.asOf, key.revision],
  );
}

export interface FilingToLoad {
  readonly title: string;
  readonly confidentiality: Confidentiality;
  readonly synthetic: boolean;
  readonly replace: boolean;
}

/**
 * The filing that this one would replace; null when there is none.
 *
 * @throws Refusal when another file was loaded as this revision and `replace` is off
 */
export async function filingInPlace(tx: Tx, key: FilingKey, { title, replace }: FilingToLoad): Promise<number | null> {
  const same = await tx.maybe<{ id: number }>(
    `select id
     from coverage.filings
     where source = 'puc' and state_fips = $1 and publisher = $2 and title = $3 and as_of = $4 and revision = $5`,
    [key.stateFips, key.publisher, title, key.asOf, key.revision],
  );
  if (same && !replace) throw pucErrors.revisionExists(title, key.publisher, key.asOf, key.revision);
  return same?.id ?? null;
}

/**
 * Makes room for a filing under its title, and marks which of its revisions is current.
 *
 * @returns id of the new filing
 * @throws Refusal as `filingInPlace`
 */
export async function createFiling(tx: Tx, key: FilingKey, filing: FilingToLoad): Promise<number> {
  const identity = [key.stateFips, key.publisher, filing.title, key.asOf];
  const before = await filingInPlace(tx, key, filing);
  if (before !== null) await tx.run('delete from coverage.filings where id = $1', [before]);
  const { id } = await tx.one<{ id: number }>(
    `insert into coverage.filings (source, state_fips, publisher, title, as_of, revision, confidentiality, synthetic)
     values ('puc', $1, $2, $3, $4, $5, $6, $7)
     returning id`,
    [...identity, key.revision, filing.confidentiality, filing.synthetic],
  );
  await tx.run(
    `update coverage.filings f
     set superseded = f.revision < newest.revision
     from (
       select max(revision) as revision
       from coverage.filings
       where source = 'puc' and state_fips = $1 and publisher = $2 and title = $3 and as_of = $4
     ) as newest
     where source = 'puc' and state_fips = $1 and publisher = $2 and title = $3 and as_of = $4`,
    identity,
  );
  return id;
}

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
