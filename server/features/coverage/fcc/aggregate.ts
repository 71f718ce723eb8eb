/**
 * Aggregates rows (location x provider x technology) to cells.
 *
 * A row becomes four bits: the tiers it meets by itself (speeds and latency of different rows are never combined:
 * domain/speed.ts, meetsTier), and whether it reaches homes. The rows of a location are or-ed into one mask with three bits per
 * technology; then locations are counted, so that each counts once however many rows it has.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { SPEED_TIERS, TIER_KEYS } from '../../../domain/speed.ts';
import { PROFILE_TECHNOLOGIES, PROFILES, type TechnologyCode } from '../../../domain/technology.ts';
import { type RowsOf, rowsOf } from './rows-file.ts';

/**
 * Creates a DuckDB table with one row per offer (kind 0) and per cell (kind 1).
 *
 * @param files whose rows count, of all technologies of a filing
 * @param outcome name of the table; never user input
 */
export async function aggregate(duck: DuckDBConnection, files: readonly RowsOf[], outcome: string): Promise<void> {
  await duck.run(`create table ${outcome} as ${aggregation(compactRows(files))}`);
}

const TIERS = TIER_KEYS.length;
/** Bit of a row that reaches homes (business-residential code R or X) at any speed. The lower bits are the tiers. */
const HOMES = 1 << TIERS;
const TIER_MASK = HOMES - 1;
/** The smallest modulus that maps each technology code to its own remainder, its position in a mask. */
const SPREAD = 13;

/** The mask bits of a location that one of the technologies serves at a tier. */
function servedBits(technologies: readonly TechnologyCode[], tier: number): bigint {
  return technologies.reduce((bits, code) => bits | (1n << BigInt((code % SPREAD) * TIERS + tier)), 0n);
}

/** @param rows query of compact rows. Each user re-evaluates it, because 20 million materialized rows evict each other */
function aggregation(rows: string): string {
  const offerTiers = TIER_KEYS.map((_, tier) => `count_if(tiers & ${1 << tier} <> 0)`);
  const cellTiers = PROFILES.flatMap((profile) =>
    TIER_KEYS.map((_, tier) => `count_if(mask & ${servedBits(PROFILE_TECHNOLOGIES[profile], tier)} <> 0)`),
  );
  const named = (values: readonly string[]) =>
    cellTiers.map((_, position) => `${values[position] ?? 'null'} as tier_${position}`).join(', ');
  return `
    with rows as not materialized (${rows}),
    location as (
      select cell, location,
        bit_or((tiers & ${TIER_MASK})::ubigint << ((offer & 127) % ${SPREAD} * ${TIERS})::ubigint) as mask
      from rows
      group by cell, location
    ),
    offer_location as (
      select cell, location, offer, bit_or(tiers) as tiers
      from rows
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
      from rows
      where tiers & ${HOMES} <> 0
      group by cell, offer
    )
    select 0::utinyint as kind, cell, offer, locations, ${named(TIER_KEYS.map((_, tier) => `tier_${tier}`))}, down, up, brand
    from offer_locations
    join offer_extremes using (cell, offer)
    union all
    select 1, cell, null, count(*), ${named(cellTiers)}, null, null, null
    from location
    group by cell`;
}

function compactRows(files: readonly RowsOf[]): string {
  return `
    select cell,
      location_id as location,
      provider_id::uinteger * 128 + technology as offer,
      ${rowTiers()} as tiers,
      max_advertised_download_speed as down,
      max_advertised_upload_speed as up,
      brand_name as brand
    from (${rowsOf(files)})`;
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
