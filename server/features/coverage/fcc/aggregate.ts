/**
 * From rows (location x provider x technology) to cells, in one pass over the files: rows are parsed once, kept in a few
 * columns, and aggregated twice.
 *
 * A row becomes four bits: which tiers it meets by itself (speeds and latency of different rows are never combined:
 * domain/speed.ts, meetsTier), and that it reaches homes. A location's rows are or-ed into one mask with three bits a
 * technology, and then locations are counted, so a location counts once however many rows it has.
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { SPEED_TIERS, TIER_KEYS } from '../../../domain/speed.ts';
import { PROFILE_TECHNOLOGIES, PROFILES, type TechnologyCode } from '../../../domain/technology.ts';
import { literal } from './duck.ts';
import { CELL, csvSource, rowChecks, type Table } from './table.ts';

/**
 * Size of the plain files up to which rows are kept in memory. On two million rows (180 MB) a compressed table on disk
 * takes 1.2 times as long; on 20 million, rows in memory push each other out to disk uncompressed, and take twice as long.
 */
const MOST_BYTES_IN_MEMORY = 500_000_000;

export interface TableCheck {
  readonly rows: number;
  readonly hasBadRows: boolean;
}

/**
 * Makes a DuckDB table with one row an offer (kind 0), a cell (kind 1) and a table read (kind 2).
 *
 * @param outcome name of the table to make; never from outside
 * @param folder for a table of rows that is too large for memory
 * @param mostBytesInMemory of plain files; larger ones go through a table on disk
 * @returns one check per table, in the order given. Rows DuckDB cannot even convert make it throw instead.
 */
export async function aggregate(
  duck: DuckDBConnection,
  tables: readonly Table[],
  outcome: string,
  folder: string,
  mostBytesInMemory = MOST_BYTES_IN_MEMORY,
): Promise<TableCheck[]> {
  const rows = tables.map(compactRows).join(' union all ');
  const bytes = tables.reduce((sum, table) => sum + statSync(table.path).size, 0);
  if (bytes <= mostBytesInMemory)
    await duck.run(`create table ${outcome} as with rows as materialized (${rows}), ${aggregation('rows')}`);
  else {
    const file = join(folder, `${outcome}.duckdb`);
    await duck.run(`attach ${literal(file)} as disk`);
    await duck.run(`create table disk.rows as ${rows}`);
    await duck.run(`create table ${outcome} as with ${aggregation('disk.rows')}`);
    await duck.run('detach disk');
    rmSync(file);
  }
  const checks = await duck.runAndReadAll(
    `select offer::integer, locations, tier_0 from ${outcome} where kind = 2 order by offer`,
  );
  return tables.map((_, position) => {
    const row = checks.getRows().find((candidate) => candidate[0] === position);
    return { rows: Number(row?.[1] ?? 0), hasBadRows: Number(row?.[2] ?? 0) > 0 };
  });
}

const TIERS = TIER_KEYS.length;
/** Bit of a row: it reaches homes (business-residential code R or X), whatever its speed. The bits below: the tiers. */
const HOMES = 1 << TIERS;
const TIER_MASK = HOMES - 1;
/** The smallest number that leaves a different remainder of each technology code, which gives each its place in a mask. */
const SPREAD = 13;

/** The bits of a location's mask that say it is served at a tier by one of the technologies. */
function servedBits(technologies: readonly TechnologyCode[], tier: number): bigint {
  return technologies.reduce((bits, code) => bits | (1n << BigInt((code % SPREAD) * TIERS + tier)), 0n);
}

/** @param rows name of the table of compact rows */
function aggregation(rows: string): string {
  const offerTiers = TIER_KEYS.map((_, tier) => `count_if(tiers & ${1 << tier} <> 0)`);
  const cellTiers = PROFILES.flatMap((profile) =>
    TIER_KEYS.map((_, tier) => `count_if(mask & ${servedBits(PROFILE_TECHNOLOGIES[profile], tier)} <> 0)`),
  );
  const named = (values: readonly string[]) =>
    cellTiers.map((_, position) => `${values[position] ?? 'null'} as tier_${position}`).join(', ');
  return `
    location as (
      select cell, location,
        bit_or((tiers & ${TIER_MASK})::ubigint << ((offer & 127) % ${SPREAD} * ${TIERS})::ubigint) as mask
      from ${rows}
      group by cell, location
    ),
    offer_location as (
      select cell, location, offer, bit_or(tiers) as tiers
      from ${rows}
      where tiers & ${HOMES} <> 0
      group by cell, location, offer
    ),
    offer_locations as (
      select cell, offer, count(*) as locations, ${offerTiers.map((tier, position) => `${tier} as tier_${position}`).join(', ')}
      from offer_location
      group by cell, offer
    ),
    -- Apart from the counts, because these need no distinct locations: a quarter of the work.
    offer_extremes as (
      select cell, offer, max(down) as down, max(up) as up, min(brand) as brand
      from ${rows}
      where tiers & ${HOMES} <> 0
      group by cell, offer
    )
    select 0::utinyint as kind, cell, offer, locations, ${named(TIER_KEYS.map((_, tier) => `tier_${tier}`))}, down, up, brand
    from offer_locations
    join offer_extremes using (cell, offer)
    union all
    select 1, cell, null, count(*), ${named(cellTiers)}, null, null, null
    from location
    group by cell
    union all
    select 2, null, position, count(*), ${named(['count_if(bad)'])}, null, null, null
    from ${rows}
    group by position`;
}

function compactRows(table: Table, position: number): string {
  // Whether its cell is one is asked once a cell, afterwards, and not once a row.
  const { h3_res8_id: _, ...checks } = rowChecks(table);
  return `
    select ${position}::usmallint as position,
      ${CELL} as cell,
      location_id as location,
      provider_id::uinteger * 128 + technology as offer,
      ${rowTiers()} as tiers,
      max_advertised_download_speed as down,
      max_advertised_upload_speed as up,
      brand_name as brand,
      (${Object.values(checks).join(' and ')}) is not true as bad
    from ${csvSource(table)}`;
}

function rowTiers(): string {
  const tiers = TIER_KEYS.map((key, tier) => {
    const { downloadMbps, uploadMbps } = SPEED_TIERS[key];
    const meets = `max_advertised_download_speed >= ${downloadMbps} and max_advertised_upload_speed >= ${uploadMbps}`;
    return `(${meets})::utinyint * ${1 << tier}::utinyint`;
  });
  return `(business_residential_code in ('R', 'X'))::utinyint
        * (${HOMES}::utinyint + (low_latency = 1)::utinyint * (${tiers.join(' + ')}))`;
}
